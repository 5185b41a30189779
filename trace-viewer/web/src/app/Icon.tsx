const PATHS = {
  first: 'M3 3v10M13 3L6 8l7 5Z',
  previous: 'M11 3L5 8l6 5Z',
  play: 'M5 3l8 5-8 5Z',
  pause: 'M5 3v10M11 3v10',
  next: 'M5 3l6 5-6 5Z',
  last: 'M13 3v10M3 3l7 5-7 5Z',
  violation: 'M4 4l8 8M12 4l-8 8',
  reached: 'M3 8.500l3.500 3.500L13 4.500',
  slice: 'M2 4h12M2 8h7M2 12h4',
  pin: 'M6 2h4l-.5 5L12 9.5H4L6.500 7ZM8 9.500V14',
  theme: 'M8 2a6 6 0 1 0 0 12ZM8 2a6 6 0 0 1 0 12',
  close: 'M4 4l8 8M12 4l-8 8',
  undo: 'M6 3L2.500 6.500 6 10M3 6.500h6.500a3.500 3.500 0 0 1 0 7H7',
  search: 'M7 2.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9M10.500 10.500L14 14',
  up: 'M4 10l4-4 4 4',
  down: 'M4 6l4 4 4-4',
  source: 'M5 4L1.500 8 5 12M11 4l3.500 4L11 12',
} as const;

const FILLED = new Set(['first', 'previous', 'play', 'next', 'last']);

/** A picture on a button whose name says the same. */
export function Icon({ of }: { of: keyof typeof PATHS }) {
  return (
    <svg
      class={FILLED.has(of) ? 'pic filled' : 'pic'}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
    >
      <path d={PATHS[of]} />
    </svg>
  );
}
