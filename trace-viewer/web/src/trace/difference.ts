import type { Trace } from './trace';

/** Where two traces part. States before it are alike, and so are the steps to them. */
export interface Parting {
  /** The first state that differs, or that the two reach by different steps; null if none is. */
  state: number | null;
  reason: 'first state' | 'step' | 'state' | 'length' | 'same';
}

export function parting(a: Trace, b: Trace): Parting {
  const common = sharedCells(a, b);
  const differ = (state: number) => common.some(([x, y]) => a.value(x, state) !== b.value(y, state));
  if (differ(0)) {
    return { state: 0, reason: 'first state' };
  }
  const both = Math.min(a.last, b.last);
  for (let state = 1; state <= both; state++) {
    const left = a.stepTo(state)!;
    const right = b.stepTo(state)!;
    if (left.id !== right.id) {
      return { state, reason: 'step' };
    }
    if (differ(state)) {
      return { state, reason: 'state' };
    }
  }
  return a.last === b.last ? { state: null, reason: 'same' } : { state: both + 1, reason: 'length' };
}

/** A cell that differs between two states, or that only one of the two traces has. */
export interface Difference {
  name: string;
  left: string | null;
  right: string | null;
}

/** What differs between a state of one trace and a state of another, in the order of the first one's cells. */
export function differences(a: Trace, stateA: number, b: Trace, stateB: number): Difference[] {
  const found: Difference[] = [];
  const right = new Map(b.view.cells.map((cell, i) => [cell.name, i]));
  a.view.cells.forEach((cell, i) => {
    const other = right.get(cell.name);
    right.delete(cell.name);
    const values = {
      left: a.value(i, stateA),
      right: other === undefined ? null : b.value(other, stateB),
    };
    if (values.left !== values.right) {
      found.push({ name: cell.name, ...values });
    }
  });
  for (const [name, cell] of right) {
    found.push({ name, left: null, right: b.value(cell, stateB) });
  }
  return found;
}

function sharedCells(a: Trace, b: Trace): [number, number][] {
  const right = new Map(b.view.cells.map((cell, i) => [cell.name, i]));
  return a.view.cells.flatMap((cell, i): [number, number][] => {
    const other = right.get(cell.name);
    return other === undefined ? [] : [[i, other]];
  });
}
