import { useMemo } from 'preact/hooks';
import { firstFailure, firstReached, isCover, type Light, light } from '../trace/trace';
import { Text } from './Text';
import { type Pane, useViewer } from './viewer';

const WORDS: Record<Light, string> = {
  holds: 'holds',
  fails: 'fails',
  undefined: 'undefined',
  unreached: 'not here',
  none: 'not of one state',
};

/** Every property with its light in the current state. */
export function PropertiesPanel({ pane }: { pane: Pane }) {
  const viewer = useViewer();
  const { view } = pane.trace.value;
  const state = pane.state.value;
  const turns = useMemo(
    () => view.properties.map((_, i) => (isCover(view, i) ? firstReached(view, i) : firstFailure(view, i))),
    [view],
  );
  if (view.properties.length === 0) {
    return <p class="muted pad">The protocol has no properties.</p>;
  }
  return (
    <div class="table-scroll" tabIndex={0}>
      <table class="properties" aria-label="Properties">
        <thead>
          <tr>
            <th scope="col">here</th>
            <th scope="col">property</th>
            <th scope="col">kind</th>
            <th scope="col">first fails</th>
            <th scope="col">source</th>
          </tr>
        </thead>
        <tbody>
          {view.properties.map((property, i) => {
            const now = light(view, i, state);
            const turn = turns[i] ?? null;
            const file = view.sources.findIndex(({ name }) => name === property.file);
            return (
              <tr
                key={property.name}
                data-property={property.name}
                class={property.name === view.property?.name ? 'about' : ''}
              >
                <td class="here">
                  <i data-light={now} aria-hidden="true" />{' '}
                  <span>{isCover(view, i) && now === 'holds' ? 'reached' : WORDS[now]}</span>
                </td>
                <th scope="row">
                  <Text of={property.name} most={200} />
                </th>
                <td>
                  <Text of={property.kind} most={60} />
                </td>
                <td>
                  {turn === null ? (
                    <span class="muted">–</span>
                  ) : (
                    <button type="button" class="link" onClick={() => viewer.goIn(pane, turn)}>
                      {isCover(view, i) ? 'reached in ' : ''}
                      {turn === 0 ? 'first state' : `step ${turn}`}
                    </button>
                  )}
                </td>
                <td>
                  {file >= 0 && (
                    <button type="button" class="link" onClick={() => viewer.toSource(file, property.line)}>
                      line {property.line}
                    </button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
