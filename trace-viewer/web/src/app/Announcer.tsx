import { outcomeWords } from '../text/report';
import { short } from '../text/visible';
import type { Trace } from '../trace/trace';
import { type Pane, useViewer } from './viewer';

/** Says to screen readers where the reader is; not while playing faster than one can listen. */
export function Announcer() {
  const viewer = useViewer();
  const { pane } = viewer;
  const quiet = viewer.playing.value && viewer.speed.value > 1;
  return (
    <div class="sr-only" role="status" data-testid="announce">
      {quiet ? '' : announcement(pane)}
    </div>
  );
}

function announcement(pane: Pane): string {
  const trace = pane.trace.value;
  const state = pane.state.value;
  const name = pane.name === '' ? '' : `Trace ${pane.name}: `;
  if (state === 0) {
    return `${name}First state`;
  }
  const again = pane.position.value > trace.last ? ', again' : '';
  return `${name}Step ${state} of ${trace.last}${again}: ${stepWords(trace, state)}`;
}

function stepWords(trace: Trace, state: number): string {
  const step = trace.stepTo(state)!;
  const told = trace.changesTo(state).filter(({ telling }) => telling);
  const parts = [
    `${short(step.who, 100)}: ${short(step.what, 200)}`,
    ...step.arrows.map((arrow) => {
      const to = arrow.to === null ? '' : ` to ${short(trace.lane(arrow.to).label, 60)}`;
      return `${short(arrow.via, 60)}${to} ${outcomeWords(arrow)}`;
    }),
    ...told
      .slice(0, 6)
      .map(({ cell, after }) => `${short(trace.cell(cell).name, 80)} becomes ${short(after, 120)}`),
    ...(told.length > 6 ? [`and ${told.length - 6} more changes`] : []),
    ...(step.error === null ? [] : [`error: ${short(step.error, 200)}`]),
  ];
  return `${parts.join('. ')}.`;
}
