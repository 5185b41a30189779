import { useEffect, useRef, useState } from 'preact/hooks';
import { svgOf } from '../diagram/svg';
import { SVG_STYLE } from '../diagram/svgStyle';
import { stepsText } from '../text/report';
import type { View } from '../view';
import { useViewer } from './viewer';

/** Files of the active trace. */
export function ExportMenu() {
  const viewer = useViewer();
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) {
      return undefined;
    }
    menu.current?.querySelector('button')?.focus();
    const onPointerDown = (event: PointerEvent) => {
      if (!menu.current?.parentElement?.contains(event.target as Node)) {
        setOpen(false);
      }
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [open]);
  const shut = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(menu.current?.querySelectorAll('button') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLButtonElement);
    if (event.key === 'Escape' || event.key === 'Tab') {
      shut();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      items[(at + (event.key === 'ArrowDown' ? 1 : -1) + items.length) % items.length]?.focus();
    } else {
      return;
    }
    if (event.key !== 'Tab') {
      event.preventDefault();
    }
    event.stopPropagation();
  };
  const { pane } = viewer;
  const save = (kind: 'json' | 'svg' | 'txt') => {
    const trace = pane.trace.value;
    switch (kind) {
      case 'json':
        download(trace.view, kind, 'application/json', `${JSON.stringify(trace.view, null, 1)}\n`);
        break;
      case 'svg':
        download(trace.view, kind, 'image/svg+xml', svgOf(pane.diagram.value, pane.rows.value, SVG_STYLE));
        break;
      case 'txt':
        download(trace.view, kind, 'text/plain', stepsText(trace));
    }
    shut();
  };
  return (
    <div class="menu-holder">
      <button
        type="button"
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        Export
      </button>
      {open && (
        <div class="menu" role="menu" aria-label="Export" tabIndex={-1} ref={menu} onKeyDown={onKeyDown}>
          <button type="button" role="menuitem" tabIndex={-1} onClick={() => save('json')}>
            JSON of the trace
          </button>
          <button type="button" role="menuitem" tabIndex={-1} onClick={() => save('svg')}>
            SVG of the diagram
          </button>
          <button type="button" role="menuitem" tabIndex={-1} onClick={() => save('txt')}>
            Text of the steps
          </button>
        </div>
      )}
    </div>
  );
}

/** Gives the reader a file named after the protocol and the property. */
function download(view: View, ending: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = `${fileName(view)}.${ending}`;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function fileName(view: View): string {
  const parts = [view.protocol, view.property?.name ?? 'trace'];
  return parts.map((part) => part.replace(/[^\w-]/g, '_').slice(0, 60) || 'trace').join('-');
}
