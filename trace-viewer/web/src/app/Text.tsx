import { pieces, plain } from '../text/visible';

const MOST = 4000;

interface TextProps {
  of: string;
  /** Characters shown; how many more there are is said. */
  most?: number;
}

/** Text of a protocol or trace, set apart from the page's direction of writing, with hidden characters named. */
export function Text(props: TextProps) {
  return (
    <bdi>
      <Pieces {...props} />
    </bdi>
  );
}

/** The same inside of an element that sets it apart. */
export function Pieces({ of, most = MOST }: TextProps) {
  const cut = of.length > most;
  const shown = pieces(cut ? of.slice(0, most) : of);
  return (
    <>
      {shown.map((piece, i) =>
        piece.hidden ? (
          <span key={i} class="hidden-char" title="a character that can't be seen">
            {piece.text}
          </span>
        ) : (
          piece.text
        ),
      )}
      {cut && <span class="muted">… ({of.length - most} more characters)</span>}
    </>
  );
}

/** For attributes: tooltips and names that screen readers say. */
export function said(text: string): string {
  return plain(text.length > MOST ? `${text.slice(0, MOST)}…` : text);
}
