import { parts, unwrapped } from '../text/values';
import type { Trace } from '../trace/trace';
import type { Arrow, Step } from '../view';

/** A handler that runs, from the state its delivery leads to until the one its last step leads to. */
export interface Bar {
  lane: number;
  from: number;
  to: number;
  /** How many handlers of this lane it interrupts. */
  depth: number;
}

/** A message or IPI on its way. States, not steps: `from` is the state its step leads to. */
export interface Flight {
  arrow: Arrow;
  from: number;
  /** The state in which it was received or lost; the last one while it is pending; `from` where it does not wait. */
  to: number;
  waits: boolean;
  /** On which side of the target's lane it waits: -1 left, 1 right. */
  side: -1 | 1;
  /** Its place among those that wait there at the same time, 0 next to the lane. */
  slot: number;
  /** Whether its step has other arrows, whose labels need room too. */
  shares: boolean;
}

/** A stretch of states in which something has one value. */
export interface Stretch {
  from: number;
  to: number;
  value: string;
}

/** The owner of a page or core over time. */
export interface Band {
  cell: number;
  label: string;
  stretches: (Stretch & { lane: number | null })[];
}

/** What can be drawn of a trace, in states and lanes; {@link shapes} gives it places. */
export interface Diagram {
  trace: Trace;
  bars: Bar[];
  /** For each state how many handlers the step that led to it runs on top of, less one; 0 in tasks. */
  depths: number[];
  flights: Flight[];
  bands: Band[];
  /** For each lane, when its actor was not live. */
  down: Stretch[][];
  /** For each lane, how many stores its buffers hold, where they hold any. */
  buffered: { lane: number; from: number; to: number; count: number }[];
}

export function diagramOf(trace: Trace): Diagram {
  const { bars, depths } = nesting(trace);
  return {
    trace,
    bars,
    depths,
    flights: flights(trace),
    bands: bands(trace),
    down: down(trace),
    buffered: buffered(trace),
  };
}

function nesting(trace: Trace): { bars: Bar[]; depths: number[] } {
  const found: Bar[] = [];
  const depths = [0];
  const open: Bar[][] = trace.view.lanes.map(() => []);
  trace.view.steps.forEach((step, i) => {
    const state = i + 1;
    const here = open[step.lane]!;
    if (step.interrupt === 'enter') {
      const bar = { lane: step.lane, from: state, to: trace.last, depth: here.length };
      here.push(bar);
      found.push(bar);
    } else if (step.interrupt === 'leave') {
      depths.push(Math.max(0, here.length - 1));
      const bar = here.pop();
      if (bar !== undefined) {
        bar.to = state;
      }
    }
    if (step.interrupt !== 'leave') {
      depths.push(Math.max(0, here.length - 1));
    }
    for (const lane of stopped(trace, step)) {
      for (const bar of open[lane]!.splice(0)) {
        bar.to = state;
      }
    }
  });
  return { bars: found, depths };
}

/** The lanes whose handlers a step ends, because their actor is no longer live. */
function stopped(trace: Trace, step: Step): number[] {
  const lanes = step.changes.flatMap(({ cell, value }) => {
    const { role, lane } = trace.cell(cell);
    return role === 'life' && lane !== null && trace.view.strings[value] !== 'live' ? [lane] : [];
  });
  return lanes.length > 0 && step.target != null ? [...lanes, step.target] : lanes;
}

/** What only tells the end of an arrow that stands at an earlier step. */
const ENDINGS = new Set(['deliver', 'receive', 'lose']);

function flights(trace: Trace): Flight[] {
  const { steps } = trace.view;
  const ended = new Set<string>();
  steps.forEach((step, i) => {
    for (const arrow of step.arrows) {
      if (arrow.end !== null && (arrow.end > i || !ENDINGS.has(arrow.kind))) {
        ended.add(`${arrow.end} ${arrow.via}`);
      }
    }
  });
  const slots = new Slots();
  const waiting: Flight[] = [];
  const found: Flight[] = [];
  steps.forEach((step, i) => {
    for (const arrow of step.arrows) {
      if (ENDINGS.has(arrow.kind) && ended.has(`${i} ${arrow.via}`)) {
        continue;
      }
      const flight = flightOf(trace, arrow, i, step.arrows.length > 1);
      if (arrow.outcome === 'coalesced') {
        const other = waiting.findLast(
          (w) => w.arrow.via === arrow.via && w.arrow.to === arrow.to && w.to >= flight.from,
        );
        flight.slot = other?.slot ?? 0;
        flight.side = other?.side ?? flight.side;
      } else if (flight.waits) {
        flight.slot = slots.take(`${arrow.to} ${flight.side}`, flight.from, flight.to);
        waiting.push(flight);
      }
      found.push(flight);
    }
  });
  return found;
}

function flightOf(trace: Trace, arrow: Arrow, step: number, shares: boolean): Flight {
  const from = step + 1;
  const pending = arrow.outcome === 'pending';
  const to = pending ? trace.last : arrow.end !== null && arrow.end >= step ? arrow.end + 1 : from;
  const waits = arrow.to !== null && arrow.outcome !== 'coalesced' && (pending || to > from);
  return { arrow, from, to, waits, side: sideOf(arrow), slot: 0, shares };
}

/** Places beside a lane, each taken by one message at a time. */
class Slots {
  private readonly until = new Map<string, number[]>();

  take(key: string, from: number, to: number): number {
    const taken = this.until.get(key) ?? [];
    this.until.set(key, taken);
    const free = taken.findIndex((until) => until < from);
    const slot = free < 0 ? taken.length : free;
    taken[slot] = to;
    return slot;
  }
}

function sideOf({ from, to }: Arrow): -1 | 1 {
  return from !== null && to !== null && from >= to ? 1 : -1;
}

/** The stretches of a cell's values. */
export function stretches(trace: Trace, cell: number): Stretch[] {
  const since = trace.history(cell);
  return since.map((from, i) => ({
    from,
    to: i + 1 < since.length ? since[i + 1]! - 1 : trace.last,
    value: trace.value(cell, from),
  }));
}

function cellsOf(trace: Trace, role: string): number[] {
  return trace.view.cells.flatMap((cell, i) => (cell.role === role ? [i] : []));
}

function bands(trace: Trace): Band[] {
  const lanes = new Map<string, number>();
  trace.view.lanes.forEach((lane, i) => {
    lanes.set(lane.label, i);
  });
  return cellsOf(trace, 'owner').map((cell) => ({
    cell,
    label: trace.cell(cell).name,
    stretches: stretches(trace, cell).map((stretch) => {
      const value = unwrapped(stretch.value);
      return { ...stretch, value, lane: lanes.get(value) ?? null };
    }),
  }));
}

function down(trace: Trace): Stretch[][] {
  const found: Stretch[][] = trace.view.lanes.map(() => []);
  for (const cell of cellsOf(trace, 'life')) {
    const { lane } = trace.cell(cell);
    if (lane !== null) {
      found[lane]!.push(...stretches(trace, cell).filter(({ value }) => value !== 'live'));
    }
  }
  return found;
}

function buffered(trace: Trace): Diagram['buffered'] {
  return cellsOf(trace, 'buffer').flatMap((cell) => {
    const { lane } = trace.cell(cell);
    return lane === null
      ? []
      : stretches(trace, cell).flatMap(({ from, to, value }) => {
          const count = parts(value)?.length ?? 0;
          return count === 0 ? [] : [{ lane, from, to, count }];
        });
  });
}
