/** Which states the diagram shows, one a row: all of them, or those that a filter left. */
export interface Rows {
  readonly count: number;
  stateOf(row: number): number;
  /** The first row whose state is at least the given one; `count` if there is none. */
  rowFrom(state: number): number;
  shows(state: number): boolean;
}

export function allRows(states: number): Rows {
  return {
    count: states,
    stateOf: (row) => row,
    rowFrom: (state) => Math.min(Math.max(state, 0), states),
    shows: (state) => state >= 0 && state < states,
  };
}

export function someRows(ascending: readonly number[]): Rows {
  const rowFrom = (state: number): number => {
    let low = 0;
    let high = ascending.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (ascending[middle]! < state) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  };
  return {
    count: ascending.length,
    stateOf: (row) => ascending[row]!,
    rowFrom,
    shows: (state) => ascending[rowFrom(state)] === state,
  };
}

/** The middle of a state's row; where it is not shown, the line between its neighbours. In units of rows. */
export function middle(rows: Rows, state: number): number {
  const row = rows.rowFrom(state);
  return row < rows.count && rows.stateOf(row) === state ? row + 0.5 : row;
}
