import { outcomeWords } from '../text/report';
import type { Trace } from '../trace/trace';
import type { Arrow } from '../view';
import { SourceLink } from './SourceLink';
import { Text } from './Text';
import { type Pane, useViewer } from './viewer';

/** What the step that led to the current state did. Its size does not depend on that. */
export function StepCard({ pane }: { pane: Pane }) {
  const viewer = useViewer();
  const trace = pane.trace.value;
  const state = pane.state.value;
  const step = trace.stepTo(state);
  return (
    <div class="step-card">
      {step === null ? (
        <p class="step-what">First state</p>
      ) : (
        <>
          <p class="step-line">
            <span class="step-who">
              {viewer.panes.length > 1 && `${pane.name}: `}
              <Text of={step.who} />
            </span>
            <span class="step-kind">{step.kind}</span>
            {step.source !== null && (
              <SourceLink trace={trace} file={step.source.file} line={step.source.line} />
            )}
          </p>
          <p class="step-what">
            <Text of={step.what} />
          </p>
          {step.error !== null && (
            <p class="bad">
              error: <Text of={step.error} />
            </p>
          )}
          {step.arrows.map((arrow, i) => (
            <ArrowLine key={i} trace={trace} state={state} arrow={arrow} />
          ))}
        </>
      )}
    </div>
  );
}

function ArrowLine({ trace, state, arrow }: { trace: Trace; state: number; arrow: Arrow }) {
  const viewer = useViewer();
  const name = (lane: number | null) => (lane === null ? '·' : trace.lane(lane).label);
  return (
    <p class={`arrow-line ${arrow.outcome}`}>
      <Text of={name(arrow.from)} /> ─ <Text of={arrow.via} />
      {arrow.payload !== null && (
        <>
          : <Text of={arrow.payload} />
        </>
      )}{' '}
      ─▶ <Text of={name(arrow.to)} />{' '}
      <span class="outcome">
        {arrow.outcome !== 'delivered' && `${outcomeWords(arrow)} `}
        {arrow.end !== null && arrow.end + 1 !== state && (
          <button type="button" class="link" onClick={() => viewer.goIn(viewer.pane, arrow.end! + 1)}>
            {arrow.outcome === 'delivered' ? 'received in' : 'in'} step {arrow.end + 1}
          </button>
        )}
      </span>
    </p>
  );
}
