import { pieces, plain } from '../text/visible';

const MOST = 4000;

/** Text of a protocol or trace, set apart from the page's direction of writing, with hidden characters named. */
export function Text({ of, most = MOST }: { of: string; most?: number }) {
  const cut = of.length > most;
  const shown = pieces(cut ? of.slice(0, most) : of);
  const only = shown.length === 1 && !shown[0]!.hidden ? shown[0]!.text : null;
  return (
    <bdi>
      {only ??
        shown.map((piece, i) =>
          piece.hidden ? (
            <span key={i} class="hidden-char" title="a character that can't be seen">
              {piece.text}
            </span>
          ) : (
            piece.text
          ),
        )}
      {cut && <span class="muted">… ({of.length - most} more characters)</span>}
    </bdi>
  );
}

/** For attributes: tooltips and names that screen readers say. */
export function said(text: string): string {
  return plain(text.length > MOST ? `${text.slice(0, MOST)}…` : text);
}
