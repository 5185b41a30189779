import { memo } from 'preact/compat';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { colour, cut, type Token } from '../text/baton';
import type { Source } from '../view';
import { useRows } from './rowWindow';
import { Pieces, said, Text } from './Text';
import { type Pane, useViewer } from './viewer';

const HEIGHT = 20;

/** The sources, with the statement of the current step marked. */
export function SourcePanel({ pane }: { pane: Pane }) {
  const viewer = useViewer();
  const trace = pane.trace.value;
  const { sources } = trace.view;
  const place = viewer.place.value;
  const current = trace.stepTo(pane.state.value)?.source ?? null;
  const [chosen, setChosen] = useState<{ file: number; state: number } | null>(null);
  const picked =
    chosen !== null && chosen.state === pane.position.value && place === null ? chosen.file : null;
  const lastFile = useRef(0);
  const file = Math.min(picked ?? place?.file ?? current?.file ?? lastFile.current, sources.length - 1);
  lastFile.current = Math.max(file, 0);
  const source = sources[file];
  const lines = useMemo(() => colour(source?.text ?? ''), [source]);
  if (source === undefined) {
    return <p class="muted pad">The trace has no source text.</p>;
  }
  return (
    <div class="source-panel">
      {sources.length > 1 && (
        <div class="files" role="tablist" aria-label="Files">
          {sources.map(({ name }, i) => (
            <button
              key={name}
              type="button"
              role="tab"
              aria-selected={i === file}
              title={said(name)}
              onClick={() => {
                viewer.place.value = null;
                setChosen({ file: i, state: pane.position.value });
              }}
            >
              <Text of={name.replace(/^.*\//s, '')} most={60} />
            </button>
          ))}
        </div>
      )}
      <Listing
        key={file}
        name={source.name}
        lines={lines}
        current={current?.file === file ? current : null}
        asked={place?.file === file ? place.line : null}
      />
    </div>
  );
}

function Listing(props: { name: string; lines: Token[][]; current: Source | null; asked: number | null }) {
  const { lines, current, asked } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { window, onScroll, reveal } = useRows(scroller, lines.length, HEIGHT);
  const line = asked ?? current?.line ?? null;
  const longest = useMemo(
    () =>
      Math.max(
        20,
        ...lines.slice(0, 20000).map((tokens) =>
          Math.min(
            2000,
            tokens.reduce((n, { text }) => n + text.length, 0),
          ),
        ),
      ),
    [lines],
  );
  useEffect(() => {
    if (line !== null) {
      reveal(line - 1);
    }
  }, [line, reveal]);
  const shown = [];
  for (let i = window.from; i < window.to; i++) {
    const tokens = lines[i]!;
    const [from, to] = covered(tokens, i + 1, current) ?? [null, null];
    shown.push(<Line key={i} number={i + 1} {...{ tokens, from, to }} asked={asked === i + 1} />);
  }
  return (
    <section
      class="source"
      data-testid="source"
      aria-label={said(`Source ${props.name}`)}
      tabIndex={0}
      ref={scroller}
      onScroll={onScroll}
    >
      <div class="canvas" style={{ height: `${lines.length * HEIGHT}px`, minWidth: `${longest + 8}ch` }}>
        <div class="window" style={{ top: `${window.from * HEIGHT}px` }}>
          {shown}
        </div>
      </div>
    </section>
  );
}

interface LineProps {
  number: number;
  tokens: Token[];
  /** Columns of what is marked, the second one exclusive; null: nothing on this line is. */
  from: number | null;
  to: number | null;
  asked: boolean;
}

const Line = memo(function Line({ number, tokens, from, to, asked }: LineProps) {
  const marked = from !== null && to !== null;
  const shown = marked ? cut(tokens, from, to) : tokens.map((token) => ({ token, marked: false }));
  return (
    <div
      class={`line${marked ? ' marked' : ''}${asked ? ' asked' : ''}`}
      aria-current={marked ? 'step' : undefined}
    >
      <span class="line-no" aria-hidden="true">
        {number}
      </span>
      <code data-current={marked ? '' : undefined}>
        {shown.map(({ token, marked: here }, i) => (
          <span key={i} class={`tok-${token.look}${here ? ' statement' : ''}`}>
            <Pieces of={token.text} most={2000} />
          </span>
        ))}
      </code>
    </div>
  );
});

/** The columns of a line that a statement covers, without what is blank before it. */
function covered(tokens: Token[], number: number, current: Source | null): [from: number, to: number] | null {
  if (current === null || number < current.line || number > current.endLine) {
    return null;
  }
  const text = tokens.map((token) => token.text).join('');
  const blank = text.length - text.trimStart().length;
  const from = number === current.line ? current.column : 1 + blank;
  return [from, number === current.endLine ? current.endColumn : text.length + 1];
}
