import { batch, effect, type Signal, signal } from '@preact/signals';
import type { Behaviour, Choice, Exploration, Server } from '../server';
import { commandOf } from '../trace/command';
import { encodePlace } from '../trace/link';
import type { Reason, View } from '../view';
import type { Pane } from './viewer';

/** Longer addresses are not kept. */
const LONGEST = 16_000;

/** The trace as a simulator: what is enabled where the reader is, and going there. */
export class Explorer {
  readonly initial: Signal<number>;
  readonly initials: number;
  /** The steps enabled at the state the reader is at; null until they are known. */
  readonly choices = signal<Choice[] | null>(null);
  readonly actions: { id: string; label: string }[];
  readonly problem = signal<string | null>(null);
  readonly past = signal<{ view: View; initial: number; position: number }[]>([]);
  readonly answers = signal<{ action: string; reasons: { id: string; tree: Reason }[] } | null>(null);
  private running: AbortController | null = null;
  /** The place that `choices` is about. */
  private known = '';
  /** What was shown at first, and the page's address then. */
  private readonly opened: View;
  private readonly address = location.href;

  constructor(
    private readonly server: Server,
    readonly pane: Pane,
    private readonly number: number,
    private readonly about: Exploration,
    initial: number,
  ) {
    this.initials = about.initials;
    this.actions = about.actions;
    this.initial = signal(initial);
    this.opened = pane.trace.value.view;
    effect(() => this.keepAddress());
    effect(() => {
      const key = this.key();
      if (key === this.known) {
        return undefined;
      }
      this.choices.value = null;
      this.answers.value = null;
      const timer = setTimeout(() => this.look(), 80);
      return () => clearTimeout(timer);
    });
  }

  /** The ids of the steps from the first state to where the reader is. */
  path(): string[] {
    return this.pane.trace.value.view.steps.slice(0, this.pane.state.value).map(({ id }) => id);
  }

  link(): string {
    const { href } = location;
    const place = { view: this.number, initial: this.initial.value, path: this.path(), state: null };
    return href.replace(/#.*$/s, '') + encodePlace(place);
  }

  command(): string {
    return commandOf(this.about.command, this.path());
  }

  /** Takes an enabled step: the next one of the trace, or a branch off it. */
  async take(choice: Choice): Promise<void> {
    const state = this.pane.state.value;
    if (this.pane.trace.value.view.steps[state]?.id === choice.id) {
      this.pane.go(state + 1);
    } else {
      await this.branch(this.initial.value, [...this.path(), choice.id]);
    }
  }

  /** Starts again in another first state. */
  async start(initial: number): Promise<void> {
    await this.branch(initial, []);
  }

  /** Shows a behaviour from its first state; what was shown can be had back by {@link undo}. */
  async branch(initial: number, path: string[]): Promise<void> {
    const before = {
      view: this.pane.trace.value.view,
      initial: this.initial.value,
      position: this.pane.position.value,
    };
    await this.ask(async (signal) => {
      const { view, choices } = await this.server.explore(this.behaviour(initial, path), signal);
      return () => {
        this.past.value = [...this.past.value, before];
        this.initial.value = initial;
        this.pane.show(view, path.length);
        this.tell(choices);
      };
    });
  }

  undo(): void {
    const before = this.past.value.at(-1);
    if (before !== undefined) {
      batch(() => {
        this.past.value = this.past.value.slice(0, -1);
        this.initial.value = before.initial;
        this.pane.show(before.view, before.position);
      });
    }
  }

  async whyNot(action: string): Promise<void> {
    try {
      const reasons = await this.server.whyNot(this.behaviour(this.initial.value, this.path()), action);
      batch(() => {
        this.answers.value = { action, reasons };
        this.problem.value = null;
      });
    } catch (error) {
      this.problem.value = messageOf(error);
    }
  }

  /** Keeps in the page's address what was explored, so that loading it again shows the same. */
  private keepAddress(): () => void {
    const { view } = this.pane.trace.value;
    const place = {
      view: this.number,
      initial: this.initial.value,
      path: view.steps.map(({ id }) => id),
      state: this.pane.state.value,
    };
    const timer = setTimeout(() => {
      const address =
        view === this.opened ? this.address : this.address.replace(/#.*$/s, '') + encodePlace(place);
      if (address.length < LONGEST && address !== location.href) {
        history.replaceState(null, '', address);
      }
    }, 150);
    return () => clearTimeout(timer);
  }

  private key(): string {
    return JSON.stringify([this.initial.value, this.path()]);
  }

  private async look(): Promise<void> {
    const path = this.path();
    await this.ask(async (signal) => {
      const choices = await this.server.look(this.behaviour(this.initial.value, path), signal);
      return () => this.tell(choices);
    });
  }

  private behaviour(initial: number, path: string[]): Behaviour {
    const shown = this.pane.trace.value.view;
    return { view: this.number, initial, path, shown: initial === this.initial.value ? shown : null };
  }

  /** What can be done where the reader is now. */
  private tell(choices: Choice[]): void {
    this.known = this.key();
    this.choices.value = choices;
    this.answers.value = null;
    this.problem.value = null;
  }

  private async ask(question: (signal: AbortSignal) => Promise<() => void>): Promise<void> {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    try {
      const then = await question(running.signal);
      if (!running.signal.aborted) {
        batch(then);
      }
    } catch (error) {
      if (!running.signal.aborted) {
        this.problem.value = messageOf(error);
      }
    }
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
