import { ANY, asksNothing } from '../trace/filter';
import type { Explorer } from './explorer';
import type { LowerPanel, UpperPanel, Viewer } from './viewer';

/** What each key does, as told by the page's help. */
export const KEYS: readonly [keys: string, does: string][] = [
  ['← → ↑ ↓  k j', 'previous and next step'],
  ['PageUp PageDown', 'ten steps'],
  ['Home End', 'first and last state'],
  ['Space', 'play, pause'],
  ['v', 'jump to the violation'],
  ['/', 'search'],
  ['n N', 'next and previous match'],
  ['Esc', 'leave the search field, then clear the search'],
  ['s', 'dim what did not lead to the violation'],
  ['x', 'the other trace of two'],
  ['u', 'undo, while exploring'],
  ['1 … 6', 'State, Properties, Source, Why, Explore, Compare'],
  ['t', 'theme: as the system, light, dark'],
  ['?', 'these keys'],
];

/** Listens to keys that belong to no field; returns what ends that. */
export function listen(viewer: Viewer, explorers: readonly Explorer[]): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented || viewer.keysShown.value) {
      return;
    }
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (!takes(target, event.key) && press(viewer, explorers[viewer.active.value] ?? null, event.key)) {
      event.preventDefault();
    }
  };
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}

const MOVES = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);

/** Whether the element with the focus needs a key for itself. */
function takes(target: HTMLElement | null, key: string): boolean {
  if (target === null) {
    return false;
  }
  if (target instanceof HTMLInputElement) {
    return target.type === 'checkbox' ? key === ' ' : target.type !== 'range' || MOVES.has(key);
  }
  if (target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement) {
    return true;
  }
  if (key === ' ' || key === 'Enter') {
    return target.closest('button, [role=menuitem]') !== null;
  }
  const scrolls = target.closest('.table-scroll, .source') !== null;
  return scrolls && ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'].includes(key);
}

function press(viewer: Viewer, explorer: Explorer | null, key: string): boolean {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
    case 'j':
      viewer.step(1);
      return true;
    case 'ArrowLeft':
    case 'ArrowUp':
    case 'k':
      viewer.step(-1);
      return true;
    case 'PageDown':
      viewer.step(10);
      return true;
    case 'PageUp':
      viewer.step(-10);
      return true;
    case 'Home':
      viewer.go(0);
      return true;
    case 'End':
      viewer.go(viewer.pane.trace.value.last);
      return true;
    case ' ':
      viewer.playing.value = !viewer.playing.value;
      return true;
    case 'v':
      viewer.toViolation();
      return true;
    case '/':
      document.getElementById('search')?.focus();
      return true;
    case 'n':
      viewer.toMatch(true);
      return true;
    case 'N':
      viewer.toMatch(false);
      return true;
    case 'Escape':
      if (asksNothing(viewer.query.value)) {
        return false;
      }
      viewer.query.value = ANY;
      return true;
    case 's':
      viewer.dims.value = !viewer.dims.value;
      return true;
    case 'x':
      viewer.active.value = (viewer.active.value + 1) % viewer.panes.length;
      return true;
    case 'u':
      explorer?.undo();
      return explorer !== null;
    case 't':
      viewer.nextTheme();
      return true;
    case '?':
      viewer.keysShown.value = true;
      return true;
    default:
      return panel(viewer, explorer, key);
  }
}

function panel(viewer: Viewer, explorer: Explorer | null, key: string): boolean {
  const upper: Record<string, UpperPanel> = { 1: 'state', 2: 'properties' };
  if (explorer !== null) {
    upper[5] = 'explore';
  }
  if (viewer.panes.length > 1) {
    upper[6] = 'compare';
  }
  const lower: Record<string, LowerPanel> = { 3: 'source', 4: 'why' };
  const up = upper[key];
  const down = lower[key];
  if (up !== undefined) {
    viewer.upper.value = up;
  } else if (down !== undefined) {
    viewer.lower.value = down;
  }
  return up !== undefined || down !== undefined;
}
