import { memo } from 'preact/compat';
import { short } from '../text/visible';
import { light, type Trace } from '../trace/trace';
import { said, Text } from './Text';
import { type Pane, useViewer } from './viewer';

/** Changes beside a step; the state table has all. */
const MOST = 6;

/** What all rows of a list have in common. */
export interface RowLook {
  pane: Pane;
  trace: Trace;
  count: number;
  /** Width of the diagram. */
  drawn: number;
  /** The properties whose lights stand beside the steps. */
  lit: number[];
  /** Width of all that is said of a step, and of its part that says who acts. */
  words: number;
  who: number;
}

export function rowId(pane: Pane, state: number): string {
  return `row${pane.name}-${state}`;
}

interface RowProps {
  look: RowLook;
  state: number;
  row: number;
  current: boolean;
  violated: boolean;
  found: boolean;
  dim: boolean;
}

/** A state and the step that led to it, in words; the diagram is drawn over its middle. */
export const Row = memo(function Row(props: RowProps) {
  const { state } = props;
  const { pane, trace, count, drawn, lit } = props.look;
  const viewer = useViewer();
  const step = trace.stepTo(state);
  const classes = ['row'];
  for (const flag of ['current', 'violated', 'found', 'dim'] as const) {
    if (props[flag]) {
      classes.push(flag);
    }
  }
  if (step?.fault) {
    classes.push('faulty');
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys step from row to row
    <div
      id={rowId(pane, state)}
      class={classes.join(' ')}
      role="option"
      aria-selected={props.current}
      aria-posinset={props.row + 1}
      aria-setsize={count}
      data-state={state}
      onClick={() => viewer.goIn(pane, state)}
    >
      <span class={props.violated ? 'no violation-mark' : 'no'}>{state}</span>
      <span class="row-lights" aria-hidden="true">
        <Lights trace={trace} state={state} lit={lit} />
      </span>
      <span class="space" style={{ width: `${drawn}px` }} />
      <span class="words" style={{ width: `${props.look.words}px` }}>
        {step === null ? (
          <span class="what">first state</span>
        ) : (
          <>
            {props.look.who > 0 && (
              <span class="who" style={{ width: `${props.look.who}px` }}>
                <Text of={step.who} most={200} />
              </span>
            )}
            <span class="what" title={said(step.what)}>
              <Text of={step.what} most={300} />
            </span>
            <span class="told">
              {step.error !== null && <b class="bad">error </b>}
              {step.arrows.map(
                (arrow, i) =>
                  arrow.outcome !== 'delivered' && (
                    <bdi key={`arrow${i}`} class="outcome">{`${short(arrow.via, 40)} ${arrow.outcome}`}</bdi>
                  ),
              )}
              {step.changes
                .slice(0, MOST)
                .map(
                  ({ cell, value, telling }) =>
                    telling && (
                      <bdi key={cell}>
                        {short(`${trace.cell(cell).name} = ${trace.view.strings[value]!}`, 120)}
                      </bdi>
                    ),
                )}
            </span>
          </>
        )}
      </span>
    </div>
  );
});

/** A row's lights, equal neighbours in one element. */
function Lights({ trace, state, lit }: { trace: Trace; state: number; lit: number[] }) {
  const runs: { look: string; length: number; at: number }[] = [];
  lit.forEach((property, at) => {
    const look = light(trace.view, property, state);
    const run = runs.at(-1);
    if (run?.look === look) {
      run.length++;
    } else {
      runs.push({ look, length: 1, at });
    }
  });
  return (
    <>
      {runs.map(({ look, length, at }) => (
        <i key={at} class={`light ${look}`}>
          {GLYPHS[look]!.repeat(length)}
        </i>
      ))}
    </>
  );
}

const GLYPHS: Record<string, string> = { holds: '●', fails: '✕', undefined: '?', unreached: '○', none: '·' };
