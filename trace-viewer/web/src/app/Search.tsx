import { useMemo } from 'preact/hooks';
import { ANY, asksNothing, type Query } from '../trace/filter';
import { Press } from './Controls';
import { said } from './Text';
import { stepsId, useViewer } from './viewer';

/** Looking for steps, and hiding the others. */
export function Search() {
  const viewer = useViewer();
  const { pane } = viewer;
  const query = viewer.query.value;
  const { view } = pane.trace.value;
  const found = pane.matches.value;
  const labels = useMemo(() => [...new Set(view.lanes.map(({ label }) => label))], [view]);
  const variables = useMemo(() => [...new Set(view.cells.map(({ variable }) => variable))].sort(), [view]);
  const ask = (change: Partial<Query>) => {
    viewer.query.value = { ...query, ...change };
  };
  const none = asksNothing(query);
  return (
    <search class="search">
      <input
        type="search"
        id="search"
        aria-label="Search steps"
        placeholder="Search steps  /"
        value={query.text}
        onInput={(event) => ask({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            viewer.toMatch(!event.shiftKey);
          } else if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            document.getElementById(stepsId(pane))?.focus();
          }
        }}
      />
      <select
        aria-label="Actor"
        value={query.actor ?? ''}
        onChange={(event) => ask({ actor: event.currentTarget.value || null })}
      >
        <option value="">any actor</option>
        {labels.map((label) => (
          <option key={label} value={label}>
            {said(label)}
          </option>
        ))}
      </select>
      <select
        aria-label="Variable"
        value={query.variable ?? ''}
        onChange={(event) => ask({ variable: event.currentTarget.value || null })}
      >
        <option value="">any variable</option>
        {variables.map((variable) => (
          <option key={variable} value={variable}>
            {said(variable)}
          </option>
        ))}
      </select>
      <label class="check">
        <input
          type="checkbox"
          aria-label="Only the slice"
          checked={query.slice}
          disabled={view.slice === null}
          onChange={(event) => ask({ slice: event.currentTarget.checked })}
        />
        slice
      </label>
      <label class="check">
        <input
          type="checkbox"
          aria-label="Only matches"
          checked={viewer.onlyMatches.value}
          onChange={(event) => {
            viewer.onlyMatches.value = event.currentTarget.checked;
          }}
        />
        only matches
      </label>
      <output class="matches" data-testid="matches">
        {none ? '' : `${found.length} of ${view.steps.length}`}
      </output>
      <Press name="Previous match" icon="up" off={found.length === 0} act={() => viewer.toMatch(false)} />
      <Press name="Next match" icon="down" off={found.length === 0} act={() => viewer.toMatch(true)} />
      <Press
        name="Clear search"
        icon="close"
        off={none}
        act={() => {
          viewer.query.value = ANY;
        }}
      />
    </search>
  );
}
