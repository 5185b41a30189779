import type { Cell, Lane, Step, View } from '../view';

/** A change of one cell over one step. */
export interface Change {
  cell: number;
  before: string;
  after: string;
  telling: boolean;
}

/** Any position from which stepping goes on: past the end of a trace that loops, the loop again. */
export type Position = number;

/**
 * A view with what is needed to ask it quickly: which value a cell has in a state, and when it had others.
 * State 0 is the first; step i leads from state i to state i + 1.
 */
export class Trace {
  readonly view: View;
  /** The number of the last state. */
  readonly last: number;
  /** For each cell the states in which it gets a value, ascending, from 0. */
  private readonly since: number[][];
  /** Beside `since`: indexes into the view's strings. */
  private readonly values: number[][];
  private readonly sliceSteps: ReadonlySet<number> | null;
  private readonly sliceCells: ReadonlySet<number> | null;

  constructor(view: View) {
    this.view = view;
    this.last = view.steps.length;
    this.since = view.first.map(() => [0]);
    this.values = view.first.map((value) => [value]);
    view.steps.forEach((step, i) => {
      for (const change of step.changes) {
        const values = this.values[change.cell]!;
        if (values[values.length - 1] !== change.value) {
          this.since[change.cell]!.push(i + 1);
          values.push(change.value);
        }
      }
    });
    this.sliceSteps = view.slice && new Set(view.slice.steps);
    this.sliceCells = view.slice && new Set(view.slice.cells);
  }

  get loops(): boolean {
    return this.view.loop !== null && this.view.loop < this.last;
  }

  /** The state at a position, which may lie past the end where the trace loops. */
  stateAt(position: Position): number {
    if (position <= this.last) {
      return Math.max(0, position);
    }
    const loop = this.view.loop;
    if (loop === null || loop >= this.last) {
      return this.last;
    }
    return loop + 1 + ((position - this.last - 1) % (this.last - loop));
  }

  /** The nearest position that exists. */
  clamp(position: Position): Position {
    return Math.max(0, this.loops ? position : Math.min(position, this.last));
  }

  /** The step that led to a state; none for the first. */
  stepTo(state: number): Step | null {
    return this.view.steps[state - 1] ?? null;
  }

  cell(cell: number): Cell {
    return this.view.cells[cell]!;
  }

  lane(lane: number): Lane {
    return this.view.lanes[lane]!;
  }

  /** The text of a cell's value in a state. */
  value(cell: number, state: number): string {
    return this.view.strings[this.values[cell]![this.entry(cell, state)]!]!;
  }

  /** The first state from which on a cell has had the value of the given state. */
  sinceWhen(cell: number, state: number): number {
    return this.since[cell]![this.entry(cell, state)]!;
  }

  /** The states in which a cell gets its values, ascending, from 0. */
  history(cell: number): readonly number[] {
    return this.since[cell]!;
  }

  /** What the step to a state changed, in the document's order. */
  changesTo(state: number): Change[] {
    const step = this.stepTo(state);
    return (step?.changes ?? []).map(({ cell, value, telling }) => ({
      cell,
      before: this.value(cell, state - 1),
      after: this.view.strings[value]!,
      telling,
    }));
  }

  /** Whether the slice has the step that led to a state; all are in where there is no slice. */
  matters(state: number): boolean {
    return this.sliceSteps === null || state === 0 || this.sliceSteps.has(state - 1);
  }

  cellMatters(cell: number): boolean {
    return this.sliceCells === null || this.sliceCells.has(cell);
  }

  private entry(cell: number, state: number): number {
    return lastAtMost(this.since[cell]!, state);
  }
}

/** The index of the last element that is at most the given one; -1 if none is. */
export function lastAtMost(ascending: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! <= value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}

/** The light of a property in a state. A cover is `unreached` where it is false: that is no failure. */
export type Light = 'holds' | 'fails' | 'undefined' | 'unreached' | 'none';

export function light(view: View, property: number, state: number): Light {
  switch (view.lights[state]?.[property]) {
    case '1':
      return 'holds';
    case '0':
      return isCover(view, property) ? 'unreached' : 'fails';
    case '?':
      return 'undefined';
    default:
      return 'none';
  }
}

/** Whether a property is to be reached, not to be kept. */
export function isCover(view: View, property: number): boolean {
  return view.properties[property]?.kind === 'cover';
}

/** The first state in which a property fails or is undefined; null if there is none, and for covers. */
export function firstFailure(view: View, property: number): number | null {
  if (isCover(view, property)) {
    return null;
  }
  const state = view.lights.findIndex((text) => text[property] === '0' || text[property] === '?');
  return state < 0 ? null : state;
}

/** The first state in which a property holds; null if there is none. */
export function firstReached(view: View, property: number): number | null {
  const state = view.lights.findIndex((text) => text[property] === '1');
  return state < 0 ? null : state;
}

/** The index of the property that the page is about; null if it is about none of them. */
export function aboutProperty(view: View): number | null {
  const property = view.properties.findIndex(({ name }) => name === view.property?.name);
  return property < 0 ? null : property;
}

/** The state in which what the page is about fails; null where it is no matter of one state. */
export function failure(trace: Trace): number | null {
  const { view } = trace;
  const property = aboutProperty(view);
  const error = view.steps.findIndex((step) => step.error !== null);
  return (property === null ? null : firstFailure(view, property)) ?? (error < 0 ? null : error + 1);
}

/**
 * The state where what the page is about is violated: where its property first fails, else the state of an error,
 * else where it begins to repeat, else the last one: a liveness property is violated by the whole of the trace.
 * Of a cover, the state that reaches it. Null where nothing is known to be violated, as while exploring.
 */
export function violation(trace: Trace): number | null {
  const { view } = trace;
  const state = failure(trace);
  if (state !== null || view.property === null) {
    return state;
  }
  const property = aboutProperty(view);
  if (property !== null && isCover(view, property)) {
    return firstReached(view, property) ?? trace.last;
  }
  if (trace.loops) {
    return view.loop;
  }
  return view.why === null && view.loop === null ? null : trace.last;
}
