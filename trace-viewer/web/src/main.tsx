import { render } from 'preact';
import { App } from './app/App';
import { Explorer, messageOf } from './app/explorer';
import { Problem } from './app/Problem';
import { Viewer } from './app/viewer';
import { Server } from './server';
import './style/viewer.css';
import { decodePlace, stateOf } from './trace/link';
import { BrokenView, readView, type View } from './view';

/** Where the page's traces come from. */
interface Opening {
  views: View[];
  server: Server | null;
  /** The first state that was chosen. */
  initial: number;
  /** The state to look at; null: the first. */
  state: number | null;
}

async function open(): Promise<Opening> {
  const embedded = ['baton-view', 'baton-view-2'].flatMap((id) => {
    const element = document.getElementById(id);
    return element === null ? [] : [readView(parsed(element.textContent ?? ''))];
  });
  const { hash } = location;
  if (embedded.length > 0) {
    return { views: embedded, server: null, initial: 0, state: stateOf(hash) };
  }
  const examples = await developed();
  if (examples.length > 0) {
    return { views: examples, server: null, initial: 0, state: stateOf(hash) };
  }
  if (!location.protocol.startsWith('http')) {
    throw new BrokenView('there is no trace in this file');
  }
  const token = new URLSearchParams(location.search).get('t') ?? '';
  const server = new Server(location.href, token);
  const { views, explore } = await server.opening();
  const place = explore ? decodePlace(hash) : null;
  const view = views[0];
  if (explore && (place !== null || view === undefined)) {
    const wanted = place ?? { initial: 0, path: [], state: null };
    const known = view !== undefined && view.initial === wanted.initial && follows(view, wanted.path);
    const shown = known
      ? view
      : (await server.explore(wanted.initial, wanted.path, new AbortController().signal)).view;
    return {
      views: [shown, ...views.slice(1)],
      server,
      initial: wanted.initial,
      state: wanted.state ?? wanted.path.length,
    };
  }
  return { views, server: explore ? server : null, initial: view?.initial ?? 0, state: stateOf(hash) };
}

function follows(view: View, path: string[]): boolean {
  return path.length <= view.steps.length && path.every((id, i) => view.steps[i]!.id === id);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BrokenView(`no JSON: ${messageOf(error)}`);
  }
}

/** While developing: the examples that `?example=…&other=…` names. */
async function developed(): Promise<View[]> {
  if (!import.meta.env.DEV) {
    return [];
  }
  const names = ['example', 'other'].flatMap((key) => new URLSearchParams(location.search).get(key) ?? []);
  return Promise.all(names.map(async (name) => readView(await (await fetch(`/test/${name}.json`)).json())));
}

function problem(error: unknown): void {
  const broken = error instanceof BrokenView;
  render(
    <Problem
      title={broken ? 'This trace can’t be shown' : 'There is no trace to show'}
      detail={messageOf(error)}
      help={
        broken
          ? 'It may have been written by another version of Baton. `baton view` makes it anew.'
          : 'Start `baton view` or `baton explore` again, and open the address that it prints.'
      }
    />,
    root(),
  );
}

function root(): HTMLElement {
  return document.getElementById('app') ?? document.body.appendChild(document.createElement('div'));
}

async function start(): Promise<void> {
  try {
    const { views, server, initial, state } = await open();
    if (views.length === 0) {
      throw new Error('The server has no trace.');
    }
    const viewer = new Viewer(views.slice(0, 2));
    const explorer = server === null ? null : new Explorer(server, viewer.panes[0]!, initial);
    if (explorer !== null && views[0]!.steps.length === 0) {
      viewer.upper.value = 'explore';
    }
    if (state !== null) {
      viewer.go(state);
    }
    document.title = `${views[0]!.protocol}: ${views[0]!.title}`;
    render(<App viewer={viewer} explorer={explorer} />, root());
  } catch (error) {
    problem(error);
  }
}

// a link that is pasted into the address of this page
addEventListener('hashchange', () => location.reload());

if (document.readyState === 'loading') {
  document.addEventListener('DOMContentLoaded', () => void start());
} else {
  void start();
}
