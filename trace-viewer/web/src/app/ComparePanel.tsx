import { useMemo } from 'preact/hooks';
import { differences, type Parting, parting } from '../trace/difference';
import { Text } from './Text';
import { type Pane, useViewer } from './viewer';

const MOST = 300;

/** Two traces: where they part, and what differs where the reader is. */
export function ComparePanel({ a, b }: { a: Pane; b: Pane }) {
  const viewer = useViewer();
  const left = a.trace.value;
  const right = b.trace.value;
  const apart = useMemo(() => parting(left, right), [left, right]);
  const found = useMemo(
    () => differences(left, a.state.value, right, b.state.value),
    [left, right, a.state.value, b.state.value],
  );
  return (
    <div class="compare">
      <p class="pad" data-testid="parting">
        {words(apart)}{' '}
        {apart.state !== null && (
          <button
            type="button"
            class="link"
            onClick={() => {
              a.go(apart.state!);
              b.go(apart.state!);
            }}
          >
            go there
          </button>
        )}
      </p>
      {apart.state !== null && apart.reason !== 'first state' && (
        <dl class="parting">
          {[a, b].map((pane) => {
            const step = pane.trace.value.stepTo(apart.state!);
            return (
              <div key={pane.name}>
                <dt>{pane.name}</dt>
                <dd>{step === null ? <i>ends</i> : <Text of={`${step.who}  ${step.what}`} most={300} />}</dd>
              </div>
            );
          })}
        </dl>
      )}
      <label class="check pad">
        <input
          type="checkbox"
          aria-label="Step both together"
          checked={viewer.together.value}
          onChange={(event) => {
            viewer.together.value = event.currentTarget.checked;
          }}
        />
        step both together
      </label>
      <div class="table-scroll" tabIndex={0}>
        <table class="differences" aria-label="Differences">
          <thead>
            <tr>
              <th scope="col">variable</th>
              <th scope="col">A, state {a.state.value}</th>
              <th scope="col">B, state {b.state.value}</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, MOST).map(({ name, left: x, right: y }) => (
              <tr key={name}>
                <th scope="row">
                  <Text of={name} most={200} />
                </th>
                <td>{x === null ? <i class="muted">absent</i> : <Text of={x} most={600} />}</td>
                <td>{y === null ? <i class="muted">absent</i> : <Text of={y} most={600} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {found.length === 0 && <p class="muted pad">Both states are alike.</p>}
        {found.length > MOST && <p class="muted pad">… and {found.length - MOST} more</p>}
      </div>
    </div>
  );
}

function words({ state, reason }: Parting): string {
  switch (reason) {
    case 'first state':
      return 'The traces start in different states.';
    case 'step':
      return `The traces part at step ${state}: each takes another one.`;
    case 'state':
      return `The traces part at step ${state}: the same step leads to different states.`;
    case 'length':
      return `One trace ends before step ${state}; up to there they are alike.`;
    case 'same':
      return 'The traces are alike.';
  }
}
