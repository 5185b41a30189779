/**
 * Text from a protocol or a trace may hold anything: control characters, marks that turn the direction of writing,
 * invisible ones. They are shown by name, so that what a reader sees is what is there.
 */

/** A piece of text as it is, or the name of a character that can't be seen. */
export interface Piece {
  text: string;
  hidden: boolean;
}

// Controls but tab and line feed, soft hyphen, Arabic letter mark, zero widths and direction marks, line separators,
// bidi embeddings and isolates, invisible operators, byte order mark, interlinear marks, tags, lone surrogates.
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}\ud800-\udfff]/gu;

/** The text in pieces, with hidden characters as their names: `U+202E`. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(UNSEEN)) {
    if (match.index > from) {
      found.push({ text: text.slice(from, match.index), hidden: false });
    }
    found.push({ text: name(match[0]), hidden: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) {
    found.push({ text: text.slice(from), hidden: false });
  }
  return found;
}

/** The text in one piece, hidden characters as `⟨U+202E⟩`. */
export function plain(text: string): string {
  return text.replace(UNSEEN, (character) => `⟨${name(character)}⟩`);
}

/** As {@link plain}, on one line and at most so many characters. */
export function short(text: string, most: number): string {
  const line = text.length > 4 * most ? text.slice(0, 4 * most) : text;
  const shown = [...plain(line).replace(/\s+/g, ' ')];
  return shown.length > most ? `${shown.slice(0, most - 1).join('')}…` : shown.join('');
}

function name(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
