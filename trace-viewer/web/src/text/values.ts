/** Values of Baton in their written form, taken apart as far as showing them needs. */

/** The parts of `[a, b]`, `{a, b}` or `(a, b)`; null if the text is no such list. */
export function parts(text: string): string[] | null {
  const open = text[0];
  const close = open === '[' ? ']' : open === '{' ? '}' : open === '(' ? ')' : null;
  if (close === null || text.at(-1) !== close || text.length < 2) {
    return null;
  }
  const found: string[] = [];
  let depth = 0;
  let from = 1;
  for (let i = 1; i < text.length - 1; i++) {
    const c = text[i]!;
    if ('[{('.includes(c)) {
      depth++;
    } else if (']})'.includes(c)) {
      depth--;
      if (depth < 0) {
        return null;
      }
    } else if (c === ',' && depth === 0) {
      found.push(text.slice(from, i).trim());
      from = i + 1;
    }
  }
  const rest = text.slice(from, -1).trim();
  if (rest !== '' || found.length > 0) {
    found.push(rest);
  }
  return depth === 0 ? found : null;
}

/** What a set lost and gained; null where the two are not sets, or too much of them changed for that to help. */
export function gainAndLoss(before: string, after: string): { lost: string[]; gained: string[] } | null {
  if (!before.startsWith('{') || !after.startsWith('{')) {
    return null;
  }
  const old = parts(before);
  const now = parts(after);
  if (old === null || now === null || old.length + now.length < 2) {
    return null;
  }
  const had = new Set(old);
  const has = new Set(now);
  const lost = old.filter((part) => !has.has(part));
  const gained = now.filter((part) => !had.has(part));
  return lost.length + gained.length < old.length + now.length ? { lost, gained } : null;
}

/** `some(X)` is X; any other text itself. */
export function unwrapped(text: string): string {
  return /^some\((.*)\)$/s.exec(text)?.[1] ?? text;
}
