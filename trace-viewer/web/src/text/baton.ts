/** Baton's text in coloured pieces, line by line. Written for looks: it never refuses a text. */

export type Look = 'plain' | 'keyword' | 'comment' | 'number' | 'string' | 'name';

export interface Token {
  text: string;
  look: Look;
}

const KEYWORDS = new Set(
  `action all always and assert at atomic await bool break by capacity carries channel check choose const continue
   core count cover either else enum environment eventually exists expect false fault fence fifo fn for forall from
   give goto halt holds if implies import in index initially interrupt intersect invariant ipi is kernel latest leads
   lemma let liveness loop mask match max memory message min minus most nmi none not off on or owned param proc
   protocol queued raise receive record refines relaxed release resource return sc self send seq set skip some start
   states step strong subset sum take task terminal then to true tso unfair union unmask unordered until use var
   violated when where while with cas fetch_add xchg quiescent timeout`.split(/\s+/),
);

const PIECE =
  /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<string>"[^"\n]*"?)|(?<number>\b\d[\d_]*\b)|(?<word>[\p{L}_][\p{L}\p{N}_]*)/gu;

/** Lines of tokens; the tokens of a line together are the line. */
export function colour(text: string): Token[][] {
  const lines: Token[][] = [[]];
  const add = (piece: string, look: Look): void => {
    piece.split(/\r\n|\r|\n/).forEach((part, i) => {
      if (i > 0) {
        lines.push([]);
      }
      if (part !== '') {
        lines[lines.length - 1]!.push({ text: part, look });
      }
    });
  };
  let from = 0;
  for (const match of text.matchAll(PIECE)) {
    add(text.slice(from, match.index), 'plain');
    add(match[0], lookOf(match.groups!));
    from = match.index + match[0].length;
  }
  add(text.slice(from), 'plain');
  return lines;
}

function lookOf(groups: Record<string, string | undefined>): Look {
  if (groups.comment !== undefined) {
    return 'comment';
  }
  if (groups.string !== undefined) {
    return 'string';
  }
  if (groups.number !== undefined) {
    return 'number';
  }
  const word = groups.word ?? '';
  if (KEYWORDS.has(word)) {
    return 'keyword';
  }
  return /^\p{Lu}/u.test(word) ? 'name' : 'plain';
}

/** A line cut at columns (from 1, the second one exclusive), so that what lies between can be marked. */
export function cut(line: readonly Token[], from: number, to: number): { token: Token; marked: boolean }[] {
  const found: { token: Token; marked: boolean }[] = [];
  let column = 1;
  for (const token of line) {
    const end = column + token.text.length;
    const start = Math.min(Math.max(from, column), end);
    const stop = Math.min(Math.max(to, start), end);
    for (const [a, b, marked] of [
      [column, start, false],
      [start, stop, true],
      [stop, end, false],
    ] as const) {
      if (b > a) {
        found.push({ token: { text: token.text.slice(a - column, b - column), look: token.look }, marked });
      }
    }
    column = end;
  }
  return found;
}
