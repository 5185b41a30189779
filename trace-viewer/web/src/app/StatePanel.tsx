import { signal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { gainAndLoss } from '../text/values';
import { plain } from '../text/visible';
import type { Trace } from '../trace/trace';
import { CellHistory } from './CellHistory';
import { Icon } from './Icon';
import { useRows } from './rowWindow';
import { StepCard } from './StepCard';
import { said, Text } from './Text';
import { type Pane, useViewer } from './viewer';
import { Waiting } from './Waiting';

const HEIGHT = 26;
/** Changed cells beyond this are a click away. */
const MOST = 200;

/** Roles that say where the machinery is, and seldom what the designer wants to know. */
const MACHINERY = new Set(['control', 'error', 'history', 'budget']);

/** The state after the current step: what changed, or all of it. */
export function StatePanel({ pane }: { pane: Pane }) {
  const choices = useMemo(
    () => ({
      all: signal(false),
      filter: signal(''),
      quiet: signal(false),
      cell: signal<number | null>(null),
    }),
    [],
  );
  const { all, filter, quiet, cell: chosen } = choices;
  const trace = pane.trace.value;
  const state = pane.state.value;
  const wanted = filter.value.trim().toLowerCase();
  const fits = (cell: number) =>
    wanted === '' ||
    `${plain(trace.cell(cell).name)} ${plain(trace.value(cell, state))}`.toLowerCase().includes(wanted);
  const open = chosen.value !== null && chosen.value < trace.view.cells.length ? chosen.value : null;
  const choose = (cell: number) => {
    chosen.value = open === cell ? null : cell;
  };
  return (
    <div class="state-panel">
      {open === null && (
        <>
          <StepCard pane={pane} />
          <Waiting pane={pane} />
        </>
      )}
      <div class="bar">
        <span class="switch">
          <button
            type="button"
            aria-pressed={!all.value}
            onClick={() => {
              all.value = false;
            }}
          >
            Changed
          </button>
          <button
            type="button"
            aria-pressed={all.value}
            onClick={() => {
              all.value = true;
            }}
          >
            All
          </button>
        </span>
        <input
          type="search"
          aria-label="Filter variables"
          placeholder="Filter variables"
          value={filter.value}
          onInput={(event) => {
            filter.value = event.currentTarget.value;
          }}
        />
        <label class="check" title="Program counters, budgets and the like">
          <input
            type="checkbox"
            checked={quiet.value}
            onChange={(event) => {
              quiet.value = event.currentTarget.checked;
            }}
          />
          machinery
        </label>
      </div>
      {all.value ? (
        <Whole
          trace={trace}
          state={state}
          cells={trace.view.cells.flatMap((cell, i) =>
            (quiet.value || !MACHINERY.has(cell.role)) && fits(i) ? [i] : [],
          )}
          open={open}
          choose={choose}
        />
      ) : (
        <Changed trace={trace} state={state} fits={fits} quiet={quiet.value} open={open} choose={choose} />
      )}
      {open !== null && (
        <CellHistory
          pane={pane}
          cell={open}
          close={() => {
            chosen.value = null;
          }}
        />
      )}
    </div>
  );
}

interface TableProps {
  trace: Trace;
  state: number;
  open: number | null;
  choose: (cell: number) => void;
}

function Changed(props: TableProps & { fits: (cell: number) => boolean; quiet: boolean }) {
  const { trace, state, fits, quiet } = props;
  const viewer = useViewer();
  const { cells, pinned, hidden } = useMemo(() => {
    const pins = viewer.pinned.value;
    const isPinned = (cell: number) => pins.has(trace.cell(cell).name);
    const changes =
      state === 0
        ? trace.view.cells.map((cell, i) => ({ cell: i, telling: !MACHINERY.has(cell.role) }))
        : trace.changesTo(state);
    const unpinned = changes.filter(({ cell }) => !isPinned(cell) && fits(cell));
    const shown = unpinned.filter(({ telling }) => telling || quiet);
    return {
      pinned: trace.view.cells.flatMap((_, i) => (isPinned(i) ? [i] : [])),
      cells: shown.map(({ cell }) => cell),
      hidden: unpinned.length - shown.length,
    };
  }, [trace, state, fits, quiet, viewer.pinned.value]);
  return (
    <div class="table-scroll">
      <div role="table" aria-label="State" class="cells">
        {pinned.map((cell) => (
          <CellRow key={cell} {...props} cell={cell} />
        ))}
        {cells.slice(0, MOST).map((cell) => (
          <CellRow key={cell} {...props} cell={cell} />
        ))}
      </div>
      {cells.length > MOST && (
        <p class="muted pad">… and {cells.length - MOST} more; “All” has them, or filter.</p>
      )}
      {cells.length === 0 && hidden === 0 && (
        <p class="muted pad">
          {state === 0 ? 'Nothing fits the filter.' : 'This step changed nothing that is shown.'}
        </p>
      )}
      {hidden > 0 && (
        <p class="muted pad">
          {hidden} of the machinery {hidden === 1 ? 'is' : 'are'} not shown
        </p>
      )}
    </div>
  );
}

function Whole(props: TableProps & { cells: number[] }) {
  const { cells } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const viewer = useViewer();
  const ordered = useMemo(() => {
    const pins = viewer.pinned.value;
    const isPinned = (cell: number) => pins.has(props.trace.cell(cell).name);
    return [...cells.filter(isPinned), ...cells.filter((cell) => !isPinned(cell))];
  }, [cells.join(), props.trace, viewer.pinned.value]);
  const { window, onScroll } = useRows(scroller, ordered.length, HEIGHT);
  return (
    <div class="table-scroll" ref={scroller} onScroll={onScroll} tabIndex={0}>
      <div
        role="table"
        aria-label="State"
        aria-rowcount={ordered.length}
        class="cells whole"
        style={{ height: `${ordered.length * HEIGHT}px` }}
      >
        <div class="window" role="presentation" style={{ top: `${window.from * HEIGHT}px` }}>
          {ordered.slice(window.from, window.to).map((cell) => (
            <CellRow key={cell} {...props} cell={cell} line />
          ))}
        </div>
      </div>
      {ordered.length === 0 && <p class="muted pad">Nothing fits the filter.</p>}
    </div>
  );
}

function CellRow(props: TableProps & { cell: number; line?: boolean }) {
  const { trace, state, cell, line } = props;
  const viewer = useViewer();
  const { name, role } = trace.cell(cell);
  const pinned = viewer.pinned.value.has(name);
  const after = trace.value(cell, state);
  const changed = state > 0 && trace.sinceWhen(cell, state) === state;
  const before = changed ? trace.value(cell, state - 1) : null;
  const dim = viewer.dims.value && !trace.cellMatters(cell);
  return (
    <div
      role="row"
      class={`cell${changed ? ' changed' : ''}${pinned ? ' pinned' : ''}${dim ? ' dim' : ''}${props.open === cell ? ' open' : ''}`}
      data-cell={name}
    >
      <span role="cell" class="pin-cell">
        <button
          type="button"
          class="pin"
          aria-label={said(`Pin ${name}`)}
          aria-pressed={pinned}
          title={pinned ? 'Unpin' : 'Pin to the top'}
          onClick={() => viewer.togglePin(name)}
        >
          <Icon of="pin" />
        </button>
      </span>
      <span role="rowheader" class="name">
        <button
          type="button"
          class="plain"
          aria-expanded={props.open === cell}
          title={said(`${name} (${role}): its history`)}
          onClick={() => props.choose(cell)}
        >
          <Text of={name} most={400} />
        </button>
      </span>
      <span role="cell" class="value" title={line ? said(after) : undefined}>
        {before === null || line ? (
          <span data-testid="value">
            <Text of={after} />
          </span>
        ) : (
          <ChangedValue before={before} after={after} />
        )}
      </span>
    </div>
  );
}

function ChangedValue({ before, after }: { before: string; after: string }) {
  const parts = gainAndLoss(before, after);
  if (parts !== null && before.length + after.length > 60) {
    return (
      <>
        {parts.lost.map((part) => (
          <span class="minus" key={part}>
            − <Text of={part} />
          </span>
        ))}
        {parts.gained.map((part) => (
          <span class="plus" key={part}>
            + <Text of={part} />
          </span>
        ))}
        <span class="sr-only" data-testid="value">
          <Text of={after} />
        </span>
      </>
    );
  }
  return (
    <span class={before.length + after.length > 44 ? 'turned long' : 'turned'}>
      <span class="before">
        <Text of={before} />
      </span>
      <span class="to">→</span>
      <b data-testid="value">
        <Text of={after} />
      </b>
    </span>
  );
}
