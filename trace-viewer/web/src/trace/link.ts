/** A place that a link leads to: a behaviour by the ids of its steps, and the state to look at. */
export interface Place {
  /** Which of two traces. */
  view: number;
  initial: number;
  path: string[];
  /** The state the cursor is at; null where the link does not say. */
  state: number | null;
}

/** `#i=0&p=a~b&s=2`, of the second trace also `&v=1`. Ids are URI-encoded, and `~` in them too, as it joins them. */
export function encodePlace(place: Place): string {
  const ids = place.path.map((id) => encodeURIComponent(id.toWellFormed()).replaceAll('~', '%7E'));
  const state = place.state === null ? '' : `&s=${place.state}`;
  const view = place.view === 0 ? '' : `&v=${place.view}`;
  return `#i=${place.initial}&p=${ids.join('~')}${state}${view}`;
}

/** What `#…` says; null if it names no behaviour. A part that can't be read counts as absent. */
export function decodePlace(hash: string): Place | null {
  const parts = fields(hash);
  const initial = natural(parts.get('i'));
  const path = parts.get('p');
  if (initial === null || path === undefined) {
    return null;
  }
  try {
    const ids = path === '' ? [] : path.split('~').map(decodeURIComponent);
    return { view: natural(parts.get('v')) ?? 0, initial, path: ids, state: natural(parts.get('s')) };
  } catch {
    return null;
  }
}

/** The state that `#s=…` asks for; null if none. */
export function stateOf(hash: string): number | null {
  return natural(fields(hash).get('s'));
}

function fields(hash: string): Map<string, string> {
  const pairs = hash.replace(/^#/, '').split('&');
  return new Map(pairs.map((pair) => [pair.split('=', 1)[0]!, pair.slice(pair.indexOf('=') + 1)]));
}

function natural(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
