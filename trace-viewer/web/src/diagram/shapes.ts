import { short } from '../text/visible';
import type { Band, Diagram } from './diagram';
import { flightShapes } from './flightShapes';
import { middle, type Rows } from './rows';

/** A thing to draw. `cls` says how it looks: a style sheet has the colours, for the page and for files. */
export type Shape =
  | { tag: 'rect'; x: number; y: number; w: number; h: number; r: number; cls: string }
  | { tag: 'circle'; x: number; y: number; r: number; cls: string }
  | { tag: 'path'; d: string; cls: string }
  | { tag: 'text'; x: number; y: number; anchor: 'start' | 'middle' | 'end'; text: string; cls: string };

/** Measures in pixels. */
export interface Geometry {
  /** Height of a row. */
  row: number;
  /** Width of the gutter at the left, where loops are drawn. */
  gutter: number;
  lane: number;
  band: number;
  lanes: number;
  bands: number;
}

/** How far what goes on is drawn beyond the rows asked for, in rows, so that no end shows there. */
const BEYOND = 0.3;

export const ROW = 28;
export const GUTTER = 22;
export const BAND = 18;
/** Colours that lanes take in turn. */
export const HUES = 8;

export function widthOf(g: Geometry): number {
  return g.gutter + g.lane * g.lanes + (g.bands > 0 ? 10 + g.band * g.bands : 0) + 6;
}

export function laneX(g: Geometry, lane: number): number {
  return g.gutter + g.lane * (lane + 0.5);
}

export function bandX(g: Geometry, band: number): number {
  return g.gutter + g.lane * g.lanes + 10 + g.band * band;
}

export interface Part {
  diagram: Diagram;
  rows: Rows;
  /** The rows to draw: `from` to `to`, exclusive. */
  from: number;
  to: number;
  geometry: Geometry;
  /** Whether what the slice does not have is dimmed. */
  dims: boolean;
}

/** The diagram's shapes of some rows; y counts from the top of row 0. */
export function shapes(part: Part): Shape[] {
  return [
    ...bandShapes(part),
    ...lifelines(part),
    ...barShapes(part),
    ...bufferShapes(part),
    ...part.diagram.flights.flatMap((flight) => flightShapes(part, flight)),
    ...marks(part),
    ...loopShapes(part),
  ];
}

/** The shown part of a stretch of states as pixels from top to bottom; null if none of it is shown. */
function extent(part: Part, from: number, to: number): [number, number] | null {
  const { rows, geometry } = part;
  const top = Math.max(rows.rowFrom(from), part.from);
  const bottom = Math.min(rows.rowFrom(to + 1), part.to);
  return top < bottom ? [top * geometry.row, bottom * geometry.row] : null;
}

function lifelines(part: Part): Shape[] {
  const { diagram, geometry: g } = part;
  const top = part.from * g.row;
  const bottom = part.to * g.row;
  const paths = new Map<string, string>();
  diagram.trace.view.lanes.forEach((lane, i) => {
    paths.set(lane.kind, `${paths.get(lane.kind) ?? ''}M${laneX(g, i)} ${top}V${bottom}`);
  });
  const lines = [...paths].map(([kind, d]): Shape => ({ tag: 'path', d, cls: `life ${kind}` }));
  const down = diagram.trace.view.lanes.flatMap((_, i): Shape[] => {
    const x = laneX(g, i);
    const found: Shape[] = [];
    for (const stretch of diagram.down[i]!) {
      const seen = extent(part, stretch.from, stretch.to);
      if (seen !== null) {
        const [y, end] = seen;
        const known = ['off', 'crashed', 'hung'].includes(stretch.value) ? stretch.value : 'off';
        found.push({ tag: 'rect', x: x - 5, y, w: 10, h: end - y, r: 0, cls: `down ${known}` });
        found.push({ tag: 'path', d: `M${x} ${y}V${end}`, cls: `life-down ${known}` });
        if (part.rows.rowFrom(stretch.from) >= part.from) {
          found.push({ tag: 'text', x: x + 9, y: y + 11, anchor: 'start', text: known, cls: 'note' });
        }
      }
    }
    return found;
  });
  return [...lines, ...down];
}

function barShapes(part: Part): Shape[] {
  const { diagram, rows, geometry: g } = part;
  return diagram.bars.flatMap((bar): Shape[] => {
    const top = Math.max(middle(rows, bar.from) - 0.32, part.from - BEYOND);
    const bottom = Math.min(middle(rows, bar.to) + 0.32, part.to + BEYOND);
    if (top >= part.to || bottom <= part.from || bottom - top <= 0) {
      return [];
    }
    const x = laneX(g, bar.lane) - 5 + 5 * Math.min(bar.depth, 4);
    const h = (bottom - top) * g.row;
    return [{ tag: 'rect', x, y: top * g.row, w: 10, h, r: 3, cls: `bar hue${bar.lane % HUES}` }];
  });
}

function bufferShapes(part: Part): Shape[] {
  const { diagram, geometry: g } = part;
  return diagram.buffered.flatMap(({ lane, from, to, count }): Shape[] => {
    const seen = extent(part, from, to);
    if (seen === null) {
      return [];
    }
    const found: Shape[] = [];
    const most = Math.max(1, Math.min(6, Math.floor((g.lane / 2 - 12) / 7)));
    const squares: string[] = [];
    for (let y = seen[0]; y < seen[1]; y += g.row) {
      for (let i = 0; i < Math.min(count, most); i++) {
        squares.push(`M${laneX(g, lane) - 16 - 7 * i} ${y + g.row - 9}h5v5h-5Z`);
      }
      if (count > most) {
        const x = laneX(g, lane) - 11 - 7 * most;
        found.push({ tag: 'text', x, y: y + g.row - 3, anchor: 'end', text: `${count}`, cls: 'note' });
      }
    }
    found.push({ tag: 'path', d: squares.join(''), cls: 'store' });
    return found;
  });
}

function bandShapes(part: Part): Shape[] {
  const { diagram, rows, geometry: g } = part;
  return diagram.bands.flatMap((band: Band, i) =>
    band.stretches.flatMap(({ from, to, value, lane }): Shape[] => {
      const seen = extent(part, from, to);
      if (seen === null) {
        return [];
      }
      const [y, end] = seen;
      const x = bandX(g, i);
      const look = unowned(value) ? 'nobody' : lane === null ? 'someone' : `hue${lane % HUES}`;
      const found: Shape[] = [
        { tag: 'rect', x: x + 1, y, w: g.band - 2, h: end - y, r: 0, cls: `band ${look}` },
      ];
      if (rows.rowFrom(from) >= part.from) {
        const text = unowned(value) ? '–' : initials(value);
        found.push({ tag: 'text', x: x + g.band / 2, y: y + 17, anchor: 'middle', text, cls: 'owner' });
      }
      return found;
    }),
  );
}

function unowned(value: string): boolean {
  return value === 'none' || value === 'nobody';
}

/** `Kernel(12)` as K12, `Old` as Ol. */
export function initials(name: string): string {
  const number = /\((\d+)\)/.exec(name)?.[1];
  const shown = short(name, 12);
  return number === undefined ? shown.slice(0, 2) : `${shown.slice(0, 1)}${number}`.slice(0, 3);
}

function marks(part: Part): Shape[] {
  const { diagram, rows, geometry: g } = part;
  const { trace } = diagram;
  const found: Shape[] = [];
  for (let row = part.from; row < part.to; row++) {
    const state = rows.stateOf(row);
    const step = trace.stepTo(state);
    if (step === null) {
      continue;
    }
    const x = laneX(g, step.lane) + 5 * Math.min(diagram.depths[state]!, 4);
    const y = (row + 0.5) * g.row;
    const dim = part.dims && !trace.matters(state) ? ' faded' : '';
    if (step.fault) {
      if (step.target != null && step.target !== step.lane) {
        const end = laneX(g, step.target);
        found.push({ tag: 'path', d: `M${x} ${y}H${end}`, cls: `strike${dim}` });
        found.push({ tag: 'path', d: `M${end - 5} ${y - 5}l10 10m0 -10l-10 10`, cls: `struck${dim}` });
      }
      found.push({ tag: 'path', d: burst(x, y), cls: `fault${dim}` });
      found.push({ tag: 'text', x, y: y + 4, anchor: 'middle', text: '!', cls: `fault-text${dim}` });
    } else {
      found.push({ tag: 'circle', x, y, r: 4, cls: `event hue${step.lane % HUES}${dim}` });
    }
    if (step.error !== null) {
      found.push({ tag: 'path', d: `M${x - 6} ${y - 6}l12 12m0 -12l-12 12`, cls: 'error' });
    }
  }
  return found;
}

function burst(x: number, y: number): string {
  const points: string[] = [];
  for (let i = 0; i < 16; i++) {
    const r = i % 2 === 0 ? 9 : 6;
    const angle = (Math.PI * i) / 8;
    points.push(`${(x + r * Math.sin(angle)).toFixed(1)} ${(y - r * Math.cos(angle)).toFixed(1)}`);
  }
  return `M${points.join('L')}Z`;
}

function loopShapes(part: Part): Shape[] {
  const { diagram, rows, geometry: g } = part;
  const { view, last } = diagram.trace;
  if (view.loop === null) {
    return [];
  }
  const end = Math.min(middle(rows, last), rows.count - 0.5) * g.row;
  if (view.loop === last) {
    const row = rows.count - 1;
    return row >= part.from && row < part.to
      ? [{ tag: 'rect', x: 6, y: end - 5, w: 10, h: 10, r: 1, cls: 'stop' }]
      : [];
  }
  const start = middle(rows, view.loop) * g.row;
  const top = Math.max(start, (part.from - 1) * g.row);
  const bottom = Math.min(end, (part.to + 1) * g.row);
  if (top > bottom) {
    return [];
  }
  const found: Shape[] = [{ tag: 'path', d: `M7 ${top}V${bottom}`, cls: 'loop' }];
  if (top === start) {
    found.push({ tag: 'path', d: `M7 ${start}H12`, cls: 'loop' });
    found.push({ tag: 'path', d: `M18 ${start}l-8 -4.5v9Z`, cls: 'loop-head' });
  }
  if (bottom === end) {
    found.push({ tag: 'path', d: `M7 ${end}H18`, cls: 'loop' });
  }
  return found;
}
