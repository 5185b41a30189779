import { useSignalEffect } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Announcer } from './Announcer';
import { ComparePanel } from './ComparePanel';
import { Controls } from './Controls';
import { ExplorePanel } from './ExplorePanel';
import type { Explorer } from './explorer';
import { Header, Story } from './Header';
import { KeysDialog } from './KeysDialog';
import { listen } from './keyboard';
import { PropertiesPanel } from './PropertiesPanel';
import { Search } from './Search';
import { SourcePanel } from './SourcePanel';
import { Splitter, useSplit } from './Splitter';
import { StatePanel } from './StatePanel';
import { StepList } from './StepList';
import { type Tab, Tabs } from './Tabs';
import { Text } from './Text';
import { type LowerPanel, type UpperPanel, type Viewer, ViewerProvider } from './viewer';
import { WhyPanel } from './WhyPanel';

/** The whole page. */
export function App({ viewer, explorers }: { viewer: Viewer; explorers: readonly Explorer[] }) {
  useEffect(() => listen(viewer, explorers), [viewer, explorers]);
  const explorer = explorers[viewer.active.value];
  const across = useSplit('across', 60);
  const down = useSplit('down', 55);
  const root = useRef<HTMLDivElement>(null);
  useSignalEffect(() => {
    if (root.current !== null) {
      root.current.dataset.state = `${viewer.pane.state.value}`;
      root.current.dataset.position = `${viewer.pane.position.value}`;
    }
  });
  return (
    <ViewerProvider value={viewer}>
      <div class="viewer" data-testid="viewer" data-ready="true" ref={root}>
        <Header />
        <Story />
        <div class="tools">
          <Controls />
          <Search />
        </div>
        <main
          class="main"
          style={{
            gridTemplateColumns: `minmax(0, ${across.share}fr) 7px minmax(0, ${100 - across.share}fr)`,
          }}
        >
          <div class={viewer.panes.length > 1 ? 'lists two' : 'lists'}>
            {viewer.panes.map((each) => (
              <StepList key={each.name} pane={each} />
            ))}
          </div>
          <Splitter name="Width of the diagram" split={across} direction="vertical" />
          <div
            class="side"
            style={{ gridTemplateRows: `minmax(0, ${down.share}fr) 7px minmax(0, ${100 - down.share}fr)` }}
          >
            <Upper viewer={viewer} explorers={explorers} />
            <Splitter name="Height of the upper panel" split={down} direction="horizontal" />
            <Lower viewer={viewer} />
          </div>
        </main>
        <Announcer />
        <Notice viewer={viewer} />
        {explorer !== undefined && viewer.upper.value !== 'explore' && <Trouble explorer={explorer} />}
        <KeysDialog />
      </div>
    </ViewerProvider>
  );
}

/** What just happened, for some seconds. */
function Notice({ viewer }: { viewer: Viewer }) {
  const text = viewer.notice.value;
  useEffect(() => {
    const timer = setTimeout(
      () => {
        viewer.notice.value = '';
      },
      Math.max(4000, 60 * text.length),
    );
    return () => clearTimeout(timer);
  }, [viewer, text]);
  return (
    <output class="notice" data-testid="notice" hidden={text === ''}>
      {text}
    </output>
  );
}

/** Says that the server is gone, where the panel that would say so is not open. */
function Trouble({ explorer }: { explorer: Explorer }) {
  const problem = explorer.problem.value;
  return problem === null ? null : (
    <p class="notice trouble" role="alert" data-testid="trouble">
      <Text of={problem} />
    </p>
  );
}

function Upper({ viewer, explorers }: { viewer: Viewer; explorers: readonly Explorer[] }) {
  const two = viewer.panes.length > 1;
  const explorer = explorers[viewer.active.value];
  const explores = explorers.length > 0;
  const tabs = useMemo(() => {
    const all: Tab<UpperPanel>[] = [
      { id: 'state', name: 'State' },
      { id: 'properties', name: 'Properties' },
    ];
    if (explores) {
      all.push({ id: 'explore', name: 'Explore' });
    }
    if (two) {
      all.push({ id: 'compare', name: 'Compare' });
    }
    return all;
  }, [explores, two]);
  const { pane } = viewer;
  const chosen = viewer.upper.value;
  return (
    <Tabs
      name="State and properties"
      tabs={tabs}
      chosen={chosen}
      choose={(tab) => {
        viewer.upper.value = tab;
      }}
      extra={two ? <PaneSwitch viewer={viewer} /> : undefined}
    >
      {chosen === 'state' && <StatePanel pane={pane} />}
      {chosen === 'properties' && <PropertiesPanel pane={pane} />}
      {chosen === 'explore' && explorer !== undefined && (
        <ExplorePanel key={pane.name} pane={pane} explorer={explorer} />
      )}
      {chosen === 'compare' && two && <ComparePanel a={viewer.panes[0]!} b={viewer.panes[1]!} />}
    </Tabs>
  );
}

function PaneSwitch({ viewer }: { viewer: Viewer }) {
  return (
    <span class="switch">
      {viewer.panes.map(({ name }, i) => (
        <button
          key={name}
          type="button"
          aria-label={`Trace ${name}`}
          aria-pressed={viewer.active.value === i}
          onClick={() => {
            viewer.active.value = i;
          }}
        >
          {name}
        </button>
      ))}
    </span>
  );
}

const LOWER: Tab<LowerPanel>[] = [
  { id: 'source', name: 'Source' },
  { id: 'why', name: 'Why' },
];

function Lower({ viewer }: { viewer: Viewer }) {
  const { pane } = viewer;
  const chosen = viewer.lower.value;
  return (
    <Tabs
      name="Source and reasons"
      tabs={LOWER}
      chosen={chosen}
      choose={(tab) => {
        viewer.lower.value = tab;
      }}
    >
      {chosen === 'source' ? <SourcePanel key={pane.name} pane={pane} /> : <WhyPanel pane={pane} />}
    </Tabs>
  );
}
