import { memo } from 'preact/compat';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { BAND, type Geometry, GUTTER, ROW, shapes, widthOf } from '../diagram/shapes';
import { light, type Trace } from '../trace/trace';
import { Heads } from './Heads';
import { useRows } from './rowWindow';
import { Shapes } from './Shapes';
import { said, Text } from './Text';
import { type Pane, useViewer } from './viewer';

const NUMBER = 46;
const LIGHT = 14;
const TEXT = 300;

/** The properties whose lights stand beside the steps: all, or where they are many those that ever fail. */
function litProperties(trace: Trace): number[] {
  const { properties, lights } = trace.view;
  const all = properties.flatMap((_, i) => (lights.some((text) => text[i] !== '-') ? [i] : []));
  if (all.length <= 8) {
    return all;
  }
  return all.filter((i) => lights.some((text) => text[i] === '0' || text[i] === '?')).slice(0, 8);
}

/** The diagram with its steps, time downwards; only what is in view is in the page. */
export function StepList({ pane }: { pane: Pane }) {
  const viewer = useViewer();
  const scroller = useRef<HTMLDivElement>(null);
  const heads = useRef<HTMLDivElement>(null);
  const trace = pane.trace.value;
  const diagram = pane.diagram.value;
  const rows = pane.rows.value;
  const state = pane.state.value;
  const dims = viewer.dims.value && trace.view.slice !== null;
  const { window, onScroll, reveal, width } = useRows(scroller, rows.count, ROW);

  const lit = useMemo(() => litProperties(trace), [trace]);
  const lanes = trace.view.lanes.length;
  const bands = diagram.bands.length;
  const fixed = NUMBER + LIGHT * lit.length + GUTTER + (bands > 0 ? 10 + BAND * bands : 0) + TEXT + 12;
  const lane = Math.max(58, Math.min(150, Math.floor((width - fixed) / Math.max(lanes, 1))));
  const geometry: Geometry = useMemo(
    () => ({ row: ROW, gutter: GUTTER, lane, band: BAND, lanes, bands }),
    [lane, lanes, bands],
  );
  const drawn = widthOf(geometry);
  const row = rows.rowFrom(state);

  useEffect(() => reveal(Math.min(row, rows.count - 1)), [row, rows, reveal]);

  const picture = useMemo(
    () => shapes({ diagram, rows, from: window.from, to: window.to, geometry, dims }),
    [diagram, rows, window.from, window.to, geometry, dims],
  );
  const found = useMemo(() => new Set(pane.matches.value), [pane.matches.value]);
  const shown = [];
  for (let i = window.from; i < window.to; i++) {
    const at = rows.stateOf(i);
    shown.push(
      <Row
        key={at}
        pane={pane}
        trace={trace}
        state={at}
        row={i}
        count={rows.count}
        current={at === state}
        violated={at === pane.violation.value}
        found={found.has(at)}
        dim={dims && !trace.matters(at)}
        drawn={drawn}
        lit={lit}
      />,
    );
  }
  const name = pane.name === '' ? 'Steps' : `Steps of trace ${pane.name}`;
  const left = NUMBER + LIGHT * lit.length;
  return (
    <div class="steps" data-active={viewer.panes.length > 1 && viewer.pane === pane}>
      <div class="heads" ref={heads}>
        <Heads pane={pane} geometry={geometry} lit={lit} left={left} light={LIGHT} drawn={drawn} />
      </div>
      <div
        class="scroller"
        role="listbox"
        aria-label={name}
        aria-activedescendant={rows.shows(state) ? rowId(pane, state) : undefined}
        data-testid="steps"
        tabIndex={0}
        ref={scroller}
        onScroll={() => {
          onScroll();
          if (heads.current !== null && scroller.current !== null) {
            heads.current.scrollLeft = scroller.current.scrollLeft;
          }
        }}
        onFocus={() => {
          viewer.active.value = viewer.panes.indexOf(pane);
        }}
      >
        <div class="canvas" role="presentation" style={{ height: `${rows.count * ROW}px` }}>
          <div class="window" role="presentation" style={{ top: `${window.from * ROW}px` }}>
            {shown}
            <svg
              aria-hidden="true"
              class="diagram"
              width={drawn}
              height={Math.max(0, window.to - window.from) * ROW}
              viewBox={`0 ${window.from * ROW} ${drawn} ${Math.max(0, window.to - window.from) * ROW}`}
              style={{ left: `${left}px` }}
            >
              <Shapes shapes={picture} />
            </svg>
          </div>
        </div>
      </div>
    </div>
  );
}

function rowId(pane: Pane, state: number): string {
  return `row${pane.name}-${state}`;
}

interface RowProps {
  pane: Pane;
  trace: Trace;
  state: number;
  row: number;
  count: number;
  current: boolean;
  violated: boolean;
  found: boolean;
  dim: boolean;
  drawn: number;
  lit: number[];
}

const Row = memo(function Row(props: RowProps) {
  const { pane, trace, state, lit } = props;
  const viewer = useViewer();
  const step = trace.stepTo(state);
  const classes = ['row'];
  for (const flag of ['current', 'violated', 'found', 'dim'] as const) {
    if (props[flag]) {
      classes.push(flag);
    }
  }
  if (step?.fault) {
    classes.push('faulty');
  }
  if (trace.view.loop !== null && state >= trace.view.loop && trace.loops) {
    classes.push('looped');
  }
  const told = (step?.changes ?? []).filter((change) => change.telling);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys step from row to row
    <div
      id={rowId(pane, state)}
      class={classes.join(' ')}
      role="option"
      aria-selected={props.current}
      aria-posinset={props.row + 1}
      aria-setsize={props.count}
      data-state={state}
      onClick={() => viewer.goIn(pane, state)}
    >
      <span class="no">
        {props.violated && <span class="violation-mark" title="here it is violated" />}
        {state}
      </span>
      <span class="row-lights" aria-hidden="true">
        {lit.map((property) => (
          <i key={property} data-light={light(trace.view, property, state)} />
        ))}
      </span>
      <span class="space" style={{ width: `${props.drawn}px` }} />
      <span class="said">
        {step === null ? (
          <span class="what">first state</span>
        ) : (
          <>
            <span class="who">
              <Text of={step.who} most={200} />
            </span>
            <span class="what" title={said(step.what)}>
              <Text of={step.what} most={300} />
            </span>
            <span class="told">
              {step.error !== null && <b class="bad">error: </b>}
              {told.map(({ cell, value }) => (
                <span key={cell}>
                  <Text of={trace.cell(cell).name} most={80} /> ={' '}
                  <Text of={trace.view.strings[value]!} most={120} />
                </span>
              ))}
            </span>
          </>
        )}
      </span>
    </div>
  );
});
