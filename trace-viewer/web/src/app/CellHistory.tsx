import { lastAtMost } from '../trace/trace';
import { Press } from './Controls';
import { Text } from './Text';
import { type Pane, useViewer } from './viewer';

/** Values shown around the current one. */
const AROUND = 20;

/** All values of one variable over the trace, each a jump to the state that has it first. */
export function CellHistory({ pane, cell, close }: { pane: Pane; cell: number; close: () => void }) {
  const viewer = useViewer();
  const trace = pane.trace.value;
  const since = trace.history(cell);
  const now = lastAtMost(since, pane.state.value);
  const from = Math.max(0, now - AROUND);
  const shown = since.slice(from, now + AROUND);
  const to = (entry: number) => {
    const state = since[entry];
    if (state !== undefined) {
      viewer.goIn(pane, state);
    }
  };
  return (
    <section class="history" aria-label="History of a variable">
      <div class="bar">
        <b>
          <Text of={trace.cell(cell).name} />
        </b>
        <span class="muted">
          {since.length === 1 ? 'never changes' : `changes ${since.length - 1} times`}
        </span>
        <span class="grow" />
        <Press name="Earlier change" icon="up" off={now === 0} act={() => to(now - 1)} />
        <Press name="Later change" icon="down" off={now === since.length - 1} act={() => to(now + 1)} />
        <Press name="Close history" icon="close" act={close} />
      </div>
      <ol>
        {shown.map((state) => (
          <li key={state} aria-current={state === since[now]}>
            <button type="button" class="link" onClick={() => viewer.goIn(pane, state)}>
              {state}
            </button>
            <Text of={trace.value(cell, state)} />
          </li>
        ))}
      </ol>
    </section>
  );
}
