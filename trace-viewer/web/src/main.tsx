import { render } from 'preact';
import { App } from './app/App';
import { Explorer, messageOf } from './app/explorer';
import { Problem } from './app/Problem';
import { Viewer } from './app/viewer';
import { type Exploration, Server } from './server';
import './style/viewer.css';
import { decodePlace, type Place, stateOf } from './trace/link';
import { BrokenView, readView, type View } from './view';

/** Where the page's traces come from. */
interface Opening {
  views: View[];
  server: Server | null;
  explorations: Exploration[];
  /** Where the page's address leads; null: where the trace begins. */
  place: Place | null;
  /** The state to look at; null: the first. */
  state: number | null;
}

const NOTHING: Opening = { views: [], server: null, explorations: [], place: null, state: null };

async function open(): Promise<Opening> {
  const embedded = ['baton-view', 'baton-view-2'].flatMap((id) => {
    const element = document.getElementById(id);
    return element === null ? [] : [readView(parsed(element.textContent ?? ''))];
  });
  const { hash } = location;
  if (embedded.length > 0) {
    return { ...NOTHING, views: embedded, state: stateOf(hash) };
  }
  const examples = await developed();
  if (examples.length > 0) {
    return { ...NOTHING, views: examples, state: stateOf(hash) };
  }
  if (!location.protocol.startsWith('http')) {
    throw new BrokenView('there is no trace in this file');
  }
  const token = new URLSearchParams(location.search).get('t') ?? '';
  const server = new Server(location.href, token);
  const { views, explore, explorations } = await server.opening();
  if (!explore) {
    return { ...NOTHING, views, state: stateOf(hash) };
  }
  const about = { views, server, explorations };
  const place = decodePlace(hash);
  const wanted = place ?? { view: 0, initial: 0, path: [], state: null };
  const view = views[wanted.view] ?? null;
  if (explorations[wanted.view] === undefined || (place === null && view !== null)) {
    return { ...about, place: null, state: stateOf(hash) };
  }
  const known = view !== null && view.initial === wanted.initial && follows(view, wanted.path);
  const shown = known
    ? view
    : (await server.explore({ ...wanted, shown: view }, new AbortController().signal)).view;
  return {
    ...about,
    views: views.length === 0 ? [shown] : views.map((each, i) => (i === wanted.view ? shown : each)),
    place: wanted,
    state: wanted.state ?? wanted.path.length,
  };
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
    const { views, server, explorations, place, state } = await open();
    if (views.length === 0) {
      throw new Error('The server has no trace.');
    }
    const viewer = new Viewer(views.slice(0, 2));
    const explorers =
      server === null
        ? []
        : viewer.panes.flatMap((pane, i) => {
            const about = explorations[i];
            const initial = place?.view === i ? place.initial : views[i]!.initial;
            return about === undefined ? [] : [new Explorer(server, pane, i, about, initial)];
          });
    if (explorers.length > 0 && views[0]!.steps.length === 0) {
      viewer.upper.value = 'explore';
    }
    if (place !== null && place.view < views.length) {
      viewer.active.value = place.view;
    }
    if (state !== null) {
      viewer.go(state);
    }
    document.title = `${views[0]!.protocol}: ${views[0]!.title}`;
    render(<App viewer={viewer} explorers={explorers} />, root());
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
