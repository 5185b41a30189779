import * as v from 'valibot';
import { patched } from './patch';
import { type Reason, read, readView, reasonSchema, type View } from './view';

const choice = v.object({
  id: v.string(),
  who: v.string(),
  what: v.string(),
  lane: v.nullable(v.number()),
  kind: v.string(),
  source: v.nullish(v.object({ file: v.number(), line: v.number() })),
  fault: v.boolean(),
});

/** A step that is enabled. */
export type Choice = v.InferOutput<typeof choice>;

const exploration = v.object({
  /** How many first states there are. */
  initials: v.number(),
  /** The command line that comes to the first state. */
  command: v.string(),
  actions: v.array(v.object({ id: v.string(), label: v.string() })),
});

/** What can be explored of one trace's protocol. */
export type Exploration = v.InferOutput<typeof exploration>;

const opening = v.object({
  views: v.array(v.unknown()),
  documents: v.array(v.number()),
  explore: v.boolean(),
  explorations: v.array(exploration),
});

const explored = v.object({
  document: v.number(),
  view: v.optional(v.unknown()),
  patch: v.optional(v.unknown()),
  choices: v.array(choice),
});

const looked = v.object({ choices: v.array(choice) });

export interface Explored {
  view: View;
  choices: Choice[];
}

/** A behaviour by the ids of its steps, and what is shown now of the same trace. */
export interface Behaviour {
  /** Which of two traces. */
  view: number;
  initial: number;
  path: string[];
  shown: View | null;
}

const whyNot = v.object({ reasons: v.array(v.object({ id: v.string(), tree: reasonSchema })) });

/** The command that serves the page; every call may throw {@link ServerProblem} or `BrokenView`. */
export class Server {
  constructor(
    private readonly base: string,
    private readonly token: string,
  ) {}

  /** What is shown, and the number that the server knows it by. */
  private readonly documents = new WeakMap<View, number>();

  async opening(): Promise<{ views: View[]; explore: boolean; explorations: Exploration[] }> {
    const answer = read(opening, await this.ask('api/view'));
    const views = answer.views.map(readView);
    views.forEach((view, i) => {
      this.remember(view, answer.documents[i]);
    });
    return { views, explore: answer.explore, explorations: answer.explorations };
  }

  /** Takes the steps of a behaviour; of what is shown already only what is new is sent. */
  async explore(behaviour: Behaviour, signal: AbortSignal): Promise<Explored> {
    const answer = read(explored, await this.askOf('api/explore', behaviour, {}, signal));
    const { shown } = behaviour;
    const view =
      answer.patch !== undefined && shown !== null ? patched(shown, answer.patch) : readView(answer.view);
    this.remember(view, answer.document);
    return { view, choices: answer.choices };
  }

  /** What can be done at the end of a behaviour. */
  async look(behaviour: Behaviour, signal: AbortSignal): Promise<Choice[]> {
    return read(looked, await this.askOf('api/explore', behaviour, { look: true }, signal)).choices;
  }

  async whyNot(behaviour: Behaviour, action: string): Promise<{ id: string; tree: Reason }[]> {
    return read(whyNot, await this.askOf('api/why-not', behaviour, { action })).reasons;
  }

  private remember(view: View, document: number | undefined): void {
    if (document !== undefined) {
      this.documents.set(view, document);
    }
  }

  /** A behaviour by what it has in common with what is shown; the whole of it, if the server has forgotten that. */
  private async askOf(
    address: string,
    { view, initial, path, shown }: Behaviour,
    more: Record<string, unknown>,
    signal?: AbortSignal,
  ): Promise<unknown> {
    const base = shown === null ? undefined : this.documents.get(shown);
    if (shown !== null && base !== undefined) {
      let keep = 0;
      while (keep < path.length && shown.steps[keep]?.id === path[keep]) {
        keep++;
      }
      try {
        return await this.ask(
          address,
          { view, initial, base, keep, path: path.slice(keep), ...more },
          signal,
        );
      } catch (error) {
        if (!(error instanceof ServerProblem && error.status === 409)) {
          throw error;
        }
      }
    }
    return this.ask(address, { view, initial, path, ...more }, signal);
  }

  private async ask(path: string, body?: unknown, signal?: AbortSignal): Promise<unknown> {
    let response: Response;
    try {
      response = await fetch(new URL(path, this.base), {
        method: body === undefined ? 'GET' : 'POST',
        headers: { 'X-Baton-Token': this.token, 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal === undefined ? {} : { signal }),
      });
    } catch (error) {
      if (signal?.aborted) {
        throw error;
      }
      throw new ServerProblem(
        'The server does not answer. The command that opened this page may have ended.',
      );
    }
    let answer: unknown;
    try {
      answer = await response.json();
    } catch {
      answer = null;
    }
    if (!response.ok) {
      const said = v.safeParse(v.object({ error: v.string() }), answer);
      throw new ServerProblem(
        said.success ? said.output.error : `The server says ${response.status}.`,
        response.status,
      );
    }
    return answer;
  }
}

/** The server is gone or refuses; the message is for people. */
export class ServerProblem extends Error {
  /** @param status of its answer; 0 if it gave none */
  constructor(
    message: string,
    readonly status = 0,
  ) {
    super(message);
  }
}
