import { plain } from '../text/visible';
import type { Trace } from './trace';

/** Which steps a reader looks for. Empty parts ask for nothing. */
export interface Query {
  text: string;
  /** A lane's label. */
  actor: string | null;
  /** A variable's name, as in cells. */
  variable: string | null;
  slice: boolean;
}

export const ANY: Query = { text: '', actor: null, variable: null, slice: false };

export function asksNothing(query: Query): boolean {
  return query.text.trim() === '' && query.actor === null && query.variable === null && !query.slice;
}

/** The states whose steps a query asks for, ascending; the first state is never one of them. */
export function matches(trace: Trace, query: Query): number[] {
  if (asksNothing(query)) {
    return [];
  }
  const words = query.text.toLowerCase().split(/\s+/).filter(Boolean);
  const found: number[] = [];
  for (let state = 1; state <= trace.last; state++) {
    if (matchesStep(trace, state, query, words)) {
      found.push(state);
    }
  }
  return found;
}

function matchesStep(trace: Trace, state: number, query: Query, words: string[]): boolean {
  const step = trace.stepTo(state)!;
  if (query.slice && !trace.matters(state)) {
    return false;
  }
  if (query.actor !== null) {
    const actor = query.actor;
    const is = (lane: number | null) => lane !== null && trace.lane(lane).label === actor;
    if (!is(step.lane) && !step.arrows.some((arrow) => is(arrow.from) || is(arrow.to))) {
      return false;
    }
  }
  if (
    query.variable !== null &&
    !step.changes.some((change) => trace.cell(change.cell).variable === query.variable)
  ) {
    return false;
  }
  if (words.length === 0) {
    return true;
  }
  const text = searchable(trace, state);
  return words.every((word) => text.includes(word));
}

/** All that a step says, in lower case. */
function searchable(trace: Trace, state: number): string {
  const step = trace.stepTo(state)!;
  const parts = [step.who, step.what, step.id, step.kind, step.error ?? ''];
  for (const change of step.changes) {
    if (change.telling) {
      parts.push(trace.cell(change.cell).name, trace.view.strings[change.value]!);
    }
  }
  for (const arrow of step.arrows) {
    parts.push(arrow.kind, arrow.via, arrow.payload ?? '', arrow.outcome);
  }
  return plain(parts.join('\n')).toLowerCase();
}

/** The match after a state (or before it), going round at the end; null if nothing matches. */
export function nextMatch(found: readonly number[], state: number, forward: boolean): number | null {
  if (found.length === 0) {
    return null;
  }
  if (forward) {
    return found.find((match) => match > state) ?? found[0]!;
  }
  return found.findLast((match) => match < state) ?? found[found.length - 1]!;
}
