import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Diagram, diagramOf } from '../diagram/diagram';
import { allRows, type Rows, someRows } from '../diagram/rows';
import { ANY, asksNothing, matches, nextMatch, type Query } from '../trace/filter';
import { failure, Trace, violation } from '../trace/trace';
import type { View } from '../view';
import { remember, remembered } from './storage';

/** One trace that is shown, and where in it the reader is. */
export class Pane {
  /** `A`, `B`, or empty where there is but one. */
  readonly name: string;
  readonly trace: Signal<Trace>;
  readonly position: Signal<number>;
  readonly state: ReadonlySignal<number>;
  readonly diagram: ReadonlySignal<Diagram>;
  readonly violation: ReadonlySignal<number | null>;
  /** The state in which a property fails that is a matter of one state. */
  readonly broken: ReadonlySignal<number | null>;
  readonly matches: ReadonlySignal<number[]>;
  readonly rows: ReadonlySignal<Rows>;

  constructor(name: string, view: View, query: Signal<Query>, only: Signal<boolean>) {
    this.name = name;
    this.trace = signal(new Trace(view));
    this.position = signal(0);
    this.state = computed(() => this.trace.value.stateAt(this.position.value));
    this.diagram = computed(() => diagramOf(this.trace.value));
    this.violation = computed(() => violation(this.trace.value));
    this.broken = computed(() => failure(this.trace.value));
    this.matches = computed(() => matches(this.trace.value, query.value));
    this.rows = computed(() =>
      only.value && !asksNothing(query.value)
        ? someRows([0, ...this.matches.value])
        : allRows(this.trace.value.last + 1),
    );
  }

  go(position: number): void {
    this.position.value = this.trace.value.clamp(position);
  }

  show(view: View, position: number): void {
    batch(() => {
      this.trace.value = new Trace(view);
      this.go(position);
    });
  }
}

/** The id of the element that lists a trace's steps. */
export function stepsId(pane: Pane): string {
  return `steps${pane.name}`;
}

export type Theme = 'auto' | 'light' | 'dark';
export type UpperPanel = 'state' | 'properties' | 'explore' | 'compare';
export type LowerPanel = 'source' | 'why';

/** Steps a second that play offers. */
export const SPEEDS = [0.5, 1, 2, 5, 10, 30];

/** All that the page shows and what the reader may do with it. */
export class Viewer {
  readonly panes: readonly Pane[];
  readonly active: Signal<number>;
  readonly together = signal(true);
  readonly query = signal<Query>(ANY);
  readonly onlyMatches = signal(false);
  readonly dims = signal(false);
  readonly pinned = signal<ReadonlySet<string>>(new Set());
  readonly playing = signal(false);
  readonly speed = signal(2);
  readonly theme: Signal<Theme>;
  readonly upper: Signal<UpperPanel> = signal('state');
  readonly lower: Signal<LowerPanel> = signal('source');
  /** The place in the sources that a link asked for; null: where the current step is. */
  readonly place = signal<{ file: number; line: number } | null>(null);
  readonly keysShown = signal(false);
  /** What just happened besides stepping: `Link copied`. */
  readonly notice = signal('');

  constructor(views: readonly View[]) {
    this.panes = views.map(
      (view, i) => new Pane(views.length > 1 ? 'AB'[i]! : '', view, this.query, this.onlyMatches),
    );
    this.active = signal(0);
    const theme = remembered('theme');
    this.theme = signal(theme === 'light' || theme === 'dark' ? theme : 'auto');
    if (views.length > 1) {
      this.upper.value = 'compare';
    }
    effect(() => this.paint());
    effect(() => this.play());
  }

  get pane(): Pane {
    return this.panes[this.active.value]!;
  }

  /** Goes to a position of the active trace; the other one follows by as many steps, if they step together. */
  go(position: number): void {
    const { pane } = this;
    const before = pane.position.value;
    batch(() => {
      pane.go(position);
      this.place.value = null;
      if (this.together.value) {
        for (const other of this.panes) {
          if (other !== pane) {
            other.go(other.position.value + pane.position.value - before);
          }
        }
      }
    });
  }

  /** Goes to a state of one trace; both go there if they step together. */
  goIn(pane: Pane, state: number): void {
    batch(() => {
      this.active.value = this.panes.indexOf(pane);
      this.place.value = null;
      for (const each of this.panes) {
        if (each === pane || this.together.value) {
          each.go(state);
        }
      }
    });
  }

  /** Steps on, over the rows that a filter hides. */
  step(by: number): void {
    const { pane } = this;
    const rows = pane.rows.value;
    if (rows.count === pane.trace.value.last + 1) {
      this.go(pane.position.value + by);
      return;
    }
    const here = rows.rowFrom(pane.state.value);
    const row = by > 0 && !rows.shows(pane.state.value) ? here + by - 1 : here + by;
    this.goIn(pane, rows.stateOf(Math.min(Math.max(row, 0), rows.count - 1)));
  }

  toViolation(): void {
    const state = this.pane.violation.value;
    if (state !== null) {
      this.goIn(this.pane, state);
    }
  }

  toMatch(forward: boolean): void {
    const state = nextMatch(this.pane.matches.value, this.pane.state.value, forward);
    if (state !== null) {
      this.goIn(this.pane, state);
    }
  }

  toSource(file: number, line: number): void {
    batch(() => {
      this.place.value = { file, line };
      this.lower.value = 'source';
    });
  }

  togglePin(cell: string): void {
    const pinned = new Set(this.pinned.value);
    if (!pinned.delete(cell)) {
      pinned.add(cell);
    }
    this.pinned.value = pinned;
  }

  nextTheme(): void {
    const order: Theme[] = ['auto', 'light', 'dark'];
    this.theme.value = order[(order.indexOf(this.theme.value) + 1) % order.length]!;
    remember('theme', this.theme.value);
  }

  private paint(): void {
    const root = document.documentElement;
    if (this.theme.value === 'auto') {
      delete root.dataset.theme;
    } else {
      root.dataset.theme = this.theme.value;
    }
  }

  private play(): (() => void) | undefined {
    if (!this.playing.value) {
      return undefined;
    }
    const timer = setInterval(() => {
      const { pane } = this;
      if (!pane.trace.value.loops && pane.state.value >= pane.trace.value.last) {
        this.playing.value = false;
      } else {
        this.step(1);
      }
    }, 1000 / this.speed.value);
    return () => clearInterval(timer);
  }
}

const context = createContext<Viewer | null>(null);
export const ViewerProvider = context.Provider;

export function useViewer(): Viewer {
  const viewer = useContext(context);
  if (viewer === null) {
    throw new Error('no viewer around this component');
  }
  return viewer;
}
