import { useState } from 'preact/hooks';
import { Icon } from './Icon';
import { SPEEDS, useViewer } from './viewer';

/** Stepping, playing, jumping. */
export function Controls() {
  const viewer = useViewer();
  const { pane } = viewer;
  const trace = pane.trace.value;
  const state = pane.state.value;
  const position = pane.position.value;
  const cover = trace.view.property?.kind === 'cover';
  const atEnd = !trace.loops && state === trace.last;
  const round =
    position > trace.last && trace.view.loop !== null
      ? Math.floor((position - trace.last - 1) / (trace.last - trace.view.loop)) + 2
      : 1;
  return (
    <div class="controls" role="toolbar" aria-label="Steps">
      <div class="cluster">
        <Press name="First state" icon="first" off={position === 0} act={() => viewer.go(0)} />
        <Press name="Previous step" icon="previous" off={position === 0} act={() => viewer.step(-1)} />
        <Press
          name={viewer.playing.value ? 'Pause' : 'Play'}
          icon={viewer.playing.value ? 'pause' : 'play'}
          off={atEnd && !viewer.playing.value}
          act={() => {
            viewer.playing.value = !viewer.playing.value;
          }}
        />
        <Press name="Next step" icon="next" off={atEnd} act={() => viewer.step(1)} />
        <Press name="Last state" icon="last" off={state === trace.last} act={() => viewer.go(trace.last)} />
      </div>
      <StepNumber key={`${pane.name}${state}`} state={state} last={trace.last} />
      <span class="round" aria-hidden={round === 1}>
        {round > 1 ? `round ${round}` : ''}
      </span>
      <input
        type="range"
        class="timeline"
        aria-label="Position in the trace"
        min={0}
        max={trace.last}
        value={state}
        onInput={(event) => viewer.goIn(pane, Number(event.currentTarget.value))}
      />
      <select
        aria-label="Speed"
        title="Steps a second while playing"
        value={viewer.speed.value}
        onChange={(event) => {
          viewer.speed.value = Number(event.currentTarget.value);
        }}
      >
        {SPEEDS.map((speed) => (
          <option key={speed} value={speed}>
            {speed}/s
          </option>
        ))}
      </select>
      <button
        type="button"
        class="jump"
        aria-label={cover ? 'Jump to where it is reached' : 'Jump to the violation'}
        title={`Jump to ${cover ? 'where it is reached' : 'the violation'} (v)`}
        disabled={pane.violation.value === null}
        onClick={() => viewer.toViolation()}
      >
        <Icon of={cover ? 'reached' : 'violation'} /> {cover ? 'Reached' : 'Violation'}
      </button>
      <button
        type="button"
        aria-label="Slice only what led to it"
        title="Dim what did not lead to the violation (s)"
        aria-pressed={viewer.dims.value && trace.view.slice !== null}
        disabled={trace.view.slice === null}
        onClick={() => {
          viewer.dims.value = !viewer.dims.value;
        }}
      >
        <Icon of="slice" /> Slice
      </button>
    </div>
  );
}

function StepNumber({ state, last }: { state: number; last: number }) {
  const viewer = useViewer();
  const [typed, setTyped] = useState<string | null>(null);
  const go = () => {
    const wanted = Number(typed);
    if (typed !== null && typed.trim() !== '' && Number.isInteger(wanted)) {
      viewer.goIn(viewer.pane, wanted);
    }
    setTyped(null);
  };
  return (
    <label class="number">
      <span>Step</span>
      <input
        type="number"
        aria-label="Step"
        min={0}
        max={last}
        value={typed ?? state}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            go();
          }
        }}
        onBlur={go}
      />
      <span>of {last}</span>
    </label>
  );
}

export function Press(props: {
  name: string;
  icon: Parameters<typeof Icon>[0]['of'];
  off?: boolean;
  act: () => void;
}) {
  return (
    <button
      type="button"
      class="icon"
      aria-label={props.name}
      title={props.name}
      disabled={props.off ?? false}
      onClick={props.act}
    >
      <Icon of={props.icon} />
    </button>
  );
}
