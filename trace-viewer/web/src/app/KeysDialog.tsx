import { useEffect, useRef } from 'preact/hooks';
import { KEYS } from './keyboard';
import { useViewer } from './viewer';

/** The keys, and what the diagram's shapes mean. */
export function KeysDialog() {
  const viewer = useViewer();
  const dialog = useRef<HTMLDialogElement>(null);
  const shown = viewer.keysShown.value;
  useEffect(() => {
    if (shown) {
      dialog.current?.showModal();
    } else {
      dialog.current?.close();
    }
  }, [shown]);
  const close = () => {
    viewer.keysShown.value = false;
  };
  return (
    <dialog ref={dialog} class="keys" aria-labelledby="keys-title" onClose={close}>
      <h2 id="keys-title">Keys</h2>
      <dl>
        {KEYS.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <h2>What the shapes mean</h2>
      <dl class="legend">
        {LEGEND.map(({ cls, d, circle, words }) => (
          <div key={words}>
            <dt>
              <svg width="64" height="22" viewBox="0 0 64 22" aria-hidden="true">
                {d.map(([look, path]) => (
                  <path key={path} class={`${look} ${cls}`} d={path} />
                ))}
                {circle && <circle class={`end ${cls}`} cx="54" cy="11" r="4.500" />}
              </svg>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={close}>
        Close
      </button>
    </dialog>
  );
}

const LEGEND: { cls: string; d: [look: string, path: string][]; circle?: boolean; words: string }[] = [
  {
    cls: 'ipi delivered',
    d: [
      ['arrow', 'M4 11H53'],
      ['head', 'M60 11l-7 -4v8Z'],
    ],
    words: 'an IPI (message: thinner), delivered; dotted while it waits beside its target',
  },
  { cls: 'ipi pending', d: [['arrow', 'M4 11H50']], circle: true, words: 'still pending at the end' },
  {
    cls: 'ipi coalesced',
    d: [
      ['arrow', 'M4 11H49'],
      ['end', 'M54 6l5 5l-5 5l-5 -5Z'],
    ],
    words: 'coalesced: it was pending already',
  },
  {
    cls: 'ipi lost',
    d: [
      ['arrow', 'M4 11H54'],
      ['end', 'M49 6l10 10m-10 0l10 -10'],
    ],
    words: 'lost or dropped',
  },
  {
    cls: 'store',
    d: [['store', 'M34 9h5v5h-5ZM42 9h5v5h-5ZM50 9h5v5h-5Z']],
    words: 'stores that wait in a store buffer',
  },
  {
    cls: 'hue1',
    d: [['bar', 'M26 2h10v18h-10Z']],
    words: 'an interrupt handler runs; nested ones to the right',
  },
];
