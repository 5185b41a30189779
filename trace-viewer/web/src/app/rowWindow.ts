import type { RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The rows of a long list that are in the page: those in view, and some around them. */
export interface RowWindow {
  from: number;
  to: number;
}

/** Rows are taken in chunks, so that scrolling by a row seldom changes anything. */
export const CHUNK = 8;

/**
 * Keeps track of which rows of a scrolled list are in view. Give `onScroll` to the scroller; `reveal` scrolls as
 * little as is needed for a row to be in view, with some around it.
 */
export function useRows(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  height: number,
): { window: RowWindow; onScroll: () => void; reveal: (row: number) => void; width: number } {
  const [window, setWindow] = useState<RowWindow>({ from: 0, to: 0 });
  const [width, setWidth] = useState(0);
  const frame = useRef(0);

  const look = useCallback(() => {
    frame.current = 0;
    const element = scroller.current;
    if (element === null) {
      return;
    }
    const from = Math.max(0, (Math.floor(element.scrollTop / height / CHUNK) - 1) * CHUNK);
    const shown = Math.ceil(element.clientHeight / height);
    const to = (Math.floor((element.scrollTop / height + shown) / CHUNK) + 2) * CHUNK;
    setWindow((old) => (old.from === from && old.to === to ? old : { from, to }));
  }, [scroller, height]);

  const onScroll = useCallback(() => {
    if (frame.current === 0) {
      frame.current = requestAnimationFrame(look);
    }
  }, [look]);

  const reveal = useCallback(
    (row: number) => {
      const element = scroller.current;
      if (element === null || element.clientHeight === 0) {
        return;
      }
      const margin = Math.min(3, Math.floor(element.clientHeight / height / 3)) * height;
      const top = row * height;
      if (top < element.scrollTop + margin) {
        element.scrollTop = top - margin;
      } else if (top + height > element.scrollTop + element.clientHeight - margin) {
        element.scrollTop = top + height + margin - element.clientHeight;
      }
      look();
    },
    [scroller, height, look],
  );

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) {
      return undefined;
    }
    const observer = new ResizeObserver(() => {
      setWidth(element.clientWidth);
      look();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, look]);

  useEffect(look, [count, look]);

  return {
    window: { from: Math.min(window.from, count), to: Math.min(window.to, count) },
    onScroll,
    reveal,
    width,
  };
}
