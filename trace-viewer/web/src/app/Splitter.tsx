import { useRef, useState } from 'preact/hooks';
import { remember, remembered } from './storage';

/** How much of a space its first part has, in percent; remembered. */
export interface Split {
  share: number;
  set: (share: number) => void;
}

const LEAST = 15;

export function useSplit(key: string, first: number): Split {
  const [share, setShare] = useState(() => {
    const kept = Number(remembered(key) ?? first);
    return kept >= LEAST && kept <= 100 - LEAST ? kept : first;
  });
  const set = (wanted: number) => {
    const next = Math.round(10 * Math.min(100 - LEAST, Math.max(LEAST, wanted))) / 10;
    setShare(next);
    remember(key, `${next}`);
  };
  return { share, set };
}

/** The line between two parts; it can be dragged, and moved with the arrow keys. */
export function Splitter(props: { name: string; split: Split; direction: 'vertical' | 'horizontal' }) {
  const { split, direction } = props;
  const line = useRef<HTMLDivElement>(null);
  const onPointerMove = (event: PointerEvent) => {
    const space = line.current?.parentElement?.getBoundingClientRect();
    if (space !== undefined && line.current?.hasPointerCapture(event.pointerId)) {
      const part =
        direction === 'vertical'
          ? (event.clientX - space.left) / space.width
          : (event.clientY - space.top) / space.height;
      split.set(100 * part);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const less = direction === 'vertical' ? 'ArrowLeft' : 'ArrowUp';
    const more = direction === 'vertical' ? 'ArrowRight' : 'ArrowDown';
    if (event.key === less || event.key === more) {
      split.set(split.share + (event.key === more ? 3 : -3));
      event.preventDefault();
      event.stopPropagation();
    }
  };
  return (
    <div
      class={`splitter ${direction}`}
      role="separator"
      aria-label={props.name}
      aria-orientation={direction}
      aria-valuenow={Math.round(split.share)}
      aria-valuemin={LEAST}
      aria-valuemax={100 - LEAST}
      tabIndex={0}
      ref={line}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
}
