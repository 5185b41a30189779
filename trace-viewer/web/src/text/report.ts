import type { Trace } from '../trace/trace';
import type { Arrow } from '../view';
import { plain } from './visible';

/** The steps as text, near to what the terminal shows. */
export function stepsText(trace: Trace): string {
  const { view } = trace;
  const lines = [
    `${view.protocol}: ${view.title}`,
    `${view.file}${view.check === null ? '' : `, check ${view.check.name}`}`,
    ...view.story.map((sentence) => `  ${sentence}`),
    '',
    'first state',
  ];
  view.cells.forEach((cell, i) => {
    if (cell.role !== 'control' && cell.role !== 'error') {
      lines.push(`    ${cell.name}: ${trace.value(i, 0)}`);
    }
  });
  lines.push('');
  const width = `${trace.last}`.length;
  view.steps.forEach((step, i) => {
    const state = i + 1;
    const where =
      step.source === null ? '' : `   ${view.sources[step.source.file]!.name}:${step.source.line}`;
    lines.push(`${`${state}`.padStart(width)}  ${step.who}  ${step.what}${where}`);
    for (const arrow of step.arrows) {
      lines.push(`    ${arrowText(trace, arrow)}`);
    }
    for (const change of trace.changesTo(state)) {
      if (change.telling) {
        lines.push(`    ${trace.cell(change.cell).name}: ${change.before} → ${change.after}`);
      }
    }
    if (step.error !== null) {
      lines.push(`    error: ${step.error}`);
    }
  });
  if (view.loop !== null) {
    lines.push(
      trace.loops
        ? `↺  from here step ${view.loop + 1} follows, and so for ever`
        : '■  stops here: nothing more has to happen',
    );
  }
  return `${lines.map(plainLine).join('\n')}\n`;
}

/** `Sender(0) ── doorbell ──▶ Receiver (coalesced)`. */
export function arrowText(trace: Trace, arrow: Arrow): string {
  const name = (lane: number | null) => (lane === null ? '·' : trace.lane(lane).label);
  const what = arrow.payload === null ? arrow.via : `${arrow.via}: ${arrow.payload}`;
  const note = arrow.outcome === 'delivered' ? '' : `   (${outcomeWords(arrow)})`;
  return `${name(arrow.from)} ── ${what} ──▶ ${name(arrow.to)}${note}`;
}

export function outcomeWords(arrow: Arrow): string {
  switch (arrow.outcome) {
    case 'delivered':
      return 'delivered';
    case 'pending':
      return 'still pending at the end';
    case 'coalesced':
      return 'already pending: coalesced';
    case 'lost':
      return 'lost';
  }
}

function plainLine(line: string): string {
  return plain(line).replaceAll('\n', '⏎');
}
