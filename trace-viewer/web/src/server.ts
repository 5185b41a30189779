import * as v from 'valibot';
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

const opening = v.object({ views: v.array(v.unknown()), explore: v.boolean() });

const explored = v.object({
  view: v.unknown(),
  choices: v.array(choice),
  initials: v.number(),
  command: v.string(),
  actions: v.optional(v.array(v.object({ id: v.string(), label: v.string() }))),
});

export interface Explored {
  view: View;
  choices: Choice[];
  /** How many first states there are. */
  initials: number;
  /** The command line that comes to the same place. */
  command: string;
  actions: { id: string; label: string }[];
}

const whyNot = v.object({ reasons: v.array(v.object({ id: v.string(), tree: reasonSchema })) });

/** The command that serves the page; every call may throw {@link ServerProblem} or `BrokenView`. */
export class Server {
  constructor(
    private readonly base: string,
    private readonly token: string,
  ) {}

  async opening(): Promise<{ views: View[]; explore: boolean }> {
    const { views, explore } = read(opening, await this.ask('api/view'));
    return { views: views.map(readView), explore };
  }

  async explore(initial: number, path: string[], signal: AbortSignal): Promise<Explored> {
    const answer = read(explored, await this.ask('api/explore', { initial, path }, signal));
    return { ...answer, view: readView(answer.view), actions: answer.actions ?? [] };
  }

  async whyNot(initial: number, path: string[], action: string): Promise<{ id: string; tree: Reason }[]> {
    return read(whyNot, await this.ask('api/why-not', { initial, path, action })).reasons;
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
      throw new ServerProblem(said.success ? said.output.error : `The server says ${response.status}.`);
    }
    return answer;
  }
}

/** The server is gone or refuses; the message is for people. */
export class ServerProblem extends Error {}
