import * as v from 'valibot';
import { BrokenView, read, readView, type View } from './view';

const size = v.pipe(v.number(), v.integer(), v.minValue(0));

const patchSchema = v.object({
  /** Of each list that differs: how many entries are kept, which of those are others now, and which come after. */
  lists: v.record(
    v.string(),
    v.object({ keep: size, set: v.array(v.tuple([size, v.unknown()])), add: v.array(v.unknown()) }),
  ),
  /** All other fields that differ. */
  fields: v.record(v.string(), v.unknown()),
});

/** What the server says has changed, applied to what is shown; throws {@link BrokenView}. */
export function patched(view: View, patch: unknown): View {
  const { lists, fields } = read(patchSchema, patch);
  const next: Record<string, unknown> = { ...view, ...fields };
  for (const [name, { keep, set, add }] of Object.entries(lists)) {
    const before: unknown = (view as Record<string, unknown>)[name];
    if (!Array.isArray(before) || keep > before.length) {
      throw new BrokenView(`${name}: ${keep} entries are to be kept that are not there`);
    }
    const list: unknown[] = before.slice(0, keep);
    for (const [at, entry] of set) {
      list[at] = entry;
    }
    next[name] = [...list, ...add];
  }
  return readView(next);
}
