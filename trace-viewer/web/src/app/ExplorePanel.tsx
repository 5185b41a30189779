import { useMemo, useState } from 'preact/hooks';
import { HUES } from '../diagram/shapes';
import type { Choice } from '../server';
import type { Explorer } from './explorer';
import { Icon } from './Icon';
import { SourceLink } from './SourceLink';
import { Text } from './Text';
import { Tree } from './Tree';
import { type Pane, useViewer } from './viewer';

/** What could happen next, and going there. */
export function ExplorePanel({ pane, explorer }: { pane: Pane; explorer: Explorer }) {
  const viewer = useViewer();
  const choices = explorer.choices.value;
  const trace = pane.trace.value;
  const state = pane.state.value;
  const next = trace.view.steps[state]?.id;
  const copy = async (what: string, text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      viewer.notice.value = `${what} copied`;
    } catch {
      viewer.notice.value = `${what}: ${text}`;
    }
  };
  return (
    <div class="explore">
      <div class="bar">
        <button
          type="button"
          aria-label="Undo"
          disabled={explorer.past.value.length === 0}
          onClick={() => explorer.undo()}
        >
          <Icon of="undo" /> Undo
        </button>
        {explorer.initials > 1 && (
          <select
            aria-label="First state"
            value={explorer.initial.value}
            onChange={(event) => void explorer.start(Number(event.currentTarget.value))}
          >
            {Array.from({ length: Math.min(explorer.initials, 1000) }, (_, i) => (
              <option key={i} value={i}>
                first state {i + 1} of {explorer.initials}
              </option>
            ))}
          </select>
        )}
        <span class="grow" />
        <button type="button" aria-label="Copy link" onClick={() => void copy('Link', explorer.link())}>
          Copy link
        </button>
        <button
          type="button"
          aria-label="Copy command"
          onClick={() => void copy('Command', explorer.command())}
        >
          Copy command
        </button>
      </div>
      {explorer.problem.value !== null && (
        <p class="problem-line" role="alert" data-testid="explore-problem">
          <Text of={explorer.problem.value} />
        </p>
      )}
      <div class="table-scroll" tabIndex={0}>
        <p class="pad muted" aria-live="polite">
          {choices === null
            ? 'Looking for enabled steps…'
            : choices.length === 0
              ? 'No step is enabled here.'
              : `${choices.length} ${choices.length === 1 ? 'step is' : 'steps are'} enabled in state ${state}`}
        </p>
        <ul class="choices" aria-label="Enabled steps">
          {(choices ?? []).map((choice) => (
            <li key={choice.id}>
              <ChoiceButton
                choice={choice}
                next={choice.id === next}
                take={() => void explorer.take(choice)}
              />
              {choice.source != null && (
                <SourceLink trace={trace} file={choice.source.file} line={choice.source.line} />
              )}
            </li>
          ))}
        </ul>
        <WhyNot pane={pane} explorer={explorer} />
      </div>
    </div>
  );
}

function ChoiceButton({ choice, next, take }: { choice: Choice; next: boolean; take: () => void }) {
  return (
    <button
      type="button"
      class={`choice${choice.fault ? ' faulty' : ''}`}
      data-choice={choice.id}
      onClick={take}
    >
      <i class={`swatch hue${(choice.lane ?? 0) % HUES}`} aria-hidden="true" />
      <span class="who">
        <Text of={choice.who} most={200} />
      </span>
      <span class="what">
        <Text of={choice.what} most={300} />
      </span>
      {choice.fault && <span class="tag">fault</span>}
      {next && <span class="tag">as in the trace</span>}
    </button>
  );
}

function WhyNot({ pane, explorer }: { pane: Pane; explorer: Explorer }) {
  const [typed, setTyped] = useState('');
  const { view } = pane.trace.value;
  const known = explorer.actions;
  const offered = useMemo(() => {
    if (known.length > 0) {
      return known;
    }
    const seen = new Map(
      view.steps.map((step) => [step.id.replace(/\(.*$/s, ''), `${step.who}: ${step.what}`]),
    );
    return [...seen].map(([id, label]) => ({ id, label }));
  }, [known, view]);
  const answers = explorer.answers.value;
  return (
    <section class="why-not" aria-label="Why not enabled">
      <form
        class="bar"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== '') {
            void explorer.whyNot(typed.trim());
          }
        }}
      >
        <input
          aria-label="Action"
          placeholder="An action"
          list="actions"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <datalist id="actions">
          {offered.slice(0, 500).map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </datalist>
        <button type="submit">Why not enabled?</button>
      </form>
      {answers !== null && answers.reasons.length === 0 && (
        <p class="muted pad">
          No instance of <Text of={answers.action} />.
        </p>
      )}
      {answers?.reasons.map(({ id, tree }) => (
        <div key={id}>
          <p class="pad">
            <b>
              <Text of={id} />
            </b>
          </p>
          <Tree name="Why not enabled" reasons={[tree]} trace={pane.trace.value} />
        </div>
      ))}
    </section>
  );
}
