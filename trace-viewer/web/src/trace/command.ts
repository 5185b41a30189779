/** The command line that takes steps one after the other, for a POSIX shell. */
export function commandOf(start: string, path: readonly string[]): string {
  return [start, ...path.map((id) => `--step ${quoted(id)}`)].join(' ');
}

function quoted(word: string): string {
  return /^[\w./=,:+@%-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
