import { useMemo } from 'preact/hooks';
import { Text } from './Text';
import { Tree } from './Tree';
import { type Pane, useViewer } from './viewer';

/** The property that is violated, taken apart into the values that make it so. */
export function WhyPanel({ pane }: { pane: Pane }) {
  const viewer = useViewer();
  const trace = pane.trace.value;
  const { property, why, sources } = trace.view;
  const reasons = useMemo(() => (why === null ? [] : [why]), [why]);
  if (property === null && why === null) {
    return <p class="muted pad">This trace is about no property.</p>;
  }
  // the text may say itself what it is
  const told =
    property === null || property.text.startsWith(property.kind)
      ? (property?.text ?? '')
      : `${property.kind} ${property.name}: ${property.text}`;
  const file = sources.findIndex(({ name }) => name === property?.file);
  return (
    <div class="why">
      {property !== null && (
        <p class="pad property-text">
          <Text of={told} />{' '}
          {file >= 0 && (
            <button type="button" class="link" onClick={() => viewer.toSource(file, property.line)}>
              line {property.line}
            </button>
          )}
        </p>
      )}
      {why === null ? (
        <p class="muted pad">Nothing is known of why.</p>
      ) : (
        <Tree name="Why" reasons={reasons} trace={trace} />
      )}
    </div>
  );
}
