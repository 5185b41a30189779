import { useMemo } from 'preact/hooks';
import { parts } from '../text/values';
import { Text } from './Text';
import type { Pane } from './viewer';

/** Store buffers and channels: what waits in them, the oldest first. The space they take does not change. */
export function Waiting({ pane }: { pane: Pane }) {
  const trace = pane.trace.value;
  const state = pane.state.value;
  const cells = useMemo(
    () =>
      trace.view.cells.flatMap(({ role }, i) =>
        (role === 'buffer' || role === 'channel') && trace.history(i).length > 1 ? [i] : [],
      ),
    [trace],
  );
  if (cells.length === 0) {
    return null;
  }
  return (
    <dl class="waiting" aria-label="Store buffers and channels">
      {cells.map((cell) => {
        const { name, role } = trace.cell(cell);
        const text = trace.value(cell, state);
        const waiting = parts(text);
        return (
          <div key={cell} class={role}>
            <dt>
              <Text of={name} most={80} />
            </dt>
            <dd>
              {waiting === null ? (
                <Text of={text} most={400} />
              ) : waiting.length === 0 ? (
                <span class="muted">empty</span>
              ) : (
                waiting.slice(0, 40).map((part, i) => (
                  <span key={i} class="slot">
                    <Text of={part} most={160} />
                  </span>
                ))
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
