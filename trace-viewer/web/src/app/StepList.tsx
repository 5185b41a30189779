import { useEffect, useMemo, useRef } from 'preact/hooks';
import { BAND, type Geometry, GUTTER, ROW, widthOf } from '../diagram/shapes';
import type { Trace } from '../trace/trace';
import { Chunk } from './Chunk';
import { Heads } from './Heads';
import { type RowLook, rowId } from './Row';
import { CHUNK, useRows } from './rowWindow';
import { type Pane, stepsId, useViewer } from './viewer';

/** Widths: of the column of numbers, of a light, of the least that is left for words. */
const NUMBER = 46;
const LIGHT = 14;
const WORDS = [120, 300] as const;
/** A list narrower than this has but the light of the property that it is about. */
const NARROW = 420;

/** The properties whose lights stand beside the steps: all, or where they are many those that ever fail. */
function litProperties(trace: Trace, narrow: boolean): number[] {
  const { properties, lights, property } = trace.view;
  const all = properties.flatMap((_, i) => (lights.some((text) => text[i] !== '-') ? [i] : []));
  if (narrow) {
    return all.filter((i) => properties[i]!.name === property?.name);
  }
  if (all.length <= 8) {
    return all;
  }
  return all.filter((i) => lights.some((text) => text[i] === '0' || text[i] === '?')).slice(0, 8);
}

/** Where things stand beside each other, for a list of some width. */
function useColumns(pane: Pane, width: number) {
  const trace = pane.trace.value;
  const narrow = width < NARROW;
  const lit = useMemo(() => litProperties(trace, narrow), [trace, narrow]);
  const longest = useMemo(
    () => trace.view.steps.reduce((most, step) => Math.max(most, step.who.length), 4),
    [trace],
  );
  const lanes = trace.view.lanes.length;
  const bands = pane.diagram.value.bands.length;
  const left = NUMBER + LIGHT * lit.length;
  const least = Math.min(WORDS[1], Math.max(WORDS[0], 0.42 * width));
  const fixed = left + GUTTER + (bands > 0 ? 10 + BAND * bands : 0) + least + 6;
  const lane = Math.max(58, Math.min(150, Math.floor((width - fixed) / Math.max(lanes, 1))));
  const geometry: Geometry = useMemo(
    () => ({ row: ROW, gutter: GUTTER, lane, band: BAND, lanes, bands }),
    [lane, lanes, bands],
  );
  const drawn = widthOf(geometry);
  const words = Math.max(least, width - left - drawn);
  const who = words < 180 ? 0 : Math.round(Math.min(7.2 * longest + 12, 0.4 * words));
  return { lit, left, geometry, drawn, words, who, total: left + drawn + words };
}

/** Moves to the side what goes along with the lanes, and keeps in place what does not. */
function follow(scroller: HTMLElement | null, heads: HTMLElement | null): void {
  if (scroller !== null && heads !== null && heads.scrollLeft !== scroller.scrollLeft) {
    heads.scrollLeft = scroller.scrollLeft;
    const canvas = scroller.firstElementChild as HTMLElement | null;
    canvas?.style.setProperty('--scrolled', `${scroller.scrollLeft}px`);
  }
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
  const { lit, left, geometry, drawn, words, who, total } = useColumns(pane, width);
  const look: RowLook = useMemo(
    () => ({ pane, trace, count: rows.count, drawn, lit, words, who }),
    [pane, trace, rows.count, drawn, lit, words, who],
  );
  const found = useMemo(() => new Set(pane.matches.value), [pane.matches.value]);
  const row = rows.rowFrom(state);

  useEffect(() => reveal(Math.min(row, rows.count - 1)), [row, rows, reveal]);

  const chunks = [];
  for (let from = window.from; from < window.to && width > 0; from += CHUNK) {
    const to = Math.min(from + CHUNK, rows.count);
    const here = rows.shows(state) && row >= from && row < to;
    chunks.push(
      <Chunk
        key={from}
        {...{ look, diagram, rows, geometry, dims, found, from, to, left }}
        current={here ? row : -1}
      />,
    );
  }
  return (
    <div class="steps" data-active={viewer.panes.length > 1 && viewer.pane === pane}>
      <div class="heads" ref={heads}>
        <Heads pane={pane} geometry={geometry} lit={lit} left={left} light={LIGHT} width={total} />
      </div>
      <div
        id={stepsId(pane)}
        class="scroller"
        role="listbox"
        aria-label={pane.name === '' ? 'Steps' : `Steps of trace ${pane.name}`}
        aria-activedescendant={rows.shows(state) ? rowId(pane, state) : undefined}
        data-testid="steps"
        tabIndex={0}
        ref={scroller}
        onScroll={() => {
          onScroll();
          follow(scroller.current, heads.current);
        }}
        onFocus={() => {
          viewer.active.value = viewer.panes.indexOf(pane);
        }}
      >
        <div
          class={total > width ? 'canvas wide' : 'canvas'}
          role="presentation"
          style={{
            height: `${rows.count * ROW}px`,
            width: `${total}px`,
            '--hidden': `${Math.max(0, total - width)}px`,
            '--scrolled': `${scroller.current?.scrollLeft ?? 0}px`,
          }}
        >
          {chunks}
        </div>
      </div>
    </div>
  );
}
