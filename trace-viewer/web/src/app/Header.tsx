import { ExportMenu } from './ExportMenu';
import { Icon } from './Icon';
import { Text } from './Text';
import { type Pane, useViewer } from './viewer';

/** What the page is about, and what concerns all of it. */
export function Header() {
  const viewer = useViewer();
  return (
    <header class="header">
      <div class="titles">
        {viewer.panes.map((pane) => (
          <Title key={pane.name} pane={pane} />
        ))}
      </div>
      <div class="cluster">
        <ExportMenu />
        <button
          type="button"
          class="icon"
          aria-label="Theme"
          title={`Theme: ${viewer.theme.value} (t)`}
          onClick={() => viewer.nextTheme()}
        >
          <Icon of="theme" />
        </button>
        <button
          type="button"
          class="icon"
          aria-label="Keys"
          title="Keys, and what the shapes mean (?)"
          onClick={() => {
            viewer.keysShown.value = true;
          }}
        >
          ?
        </button>
      </div>
    </header>
  );
}

function Title({ pane }: { pane: Pane }) {
  const { view } = pane.trace.value;
  const { check } = view;
  return (
    <div class="title">
      <h1>
        {pane.name !== '' && <span class="pane-tag">{pane.name}</span>}
        <Text of={view.title} most={300} />
      </h1>
      <p class="subtitle">
        <b>
          <Text of={view.protocol} most={100} />
        </b>
        {check !== null && (
          <>
            , check <Text of={check.name} most={100} />
            {check.parameters.length > 0 && (
              <>
                {' { '}
                <Text
                  of={check.parameters.map(({ name, value }) => `${name} = ${value}`).join(', ')}
                  most={300}
                />
                {' }'}
              </>
            )}
            {check.engine !== null && (
              <>
                , <Text of={check.engine} most={60} />
              </>
            )}
            {check.guarantee !== null && (
              <>
                , <Text of={check.guarantee} most={120} />
              </>
            )}
          </>
        )}
        <span class="file">
          {' '}
          <Text of={view.file} most={300} />
        </span>
      </p>
    </div>
  );
}

/** The sentences that tell what happened. */
export function Story() {
  const viewer = useViewer();
  const { story } = viewer.pane.trace.value.view;
  if (story.length === 0) {
    return null;
  }
  return (
    <details class="story" open data-testid="story">
      <summary>What happened</summary>
      <ul>
        {story.map((sentence) => (
          <li key={sentence}>
            <Sentence of={sentence} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A sentence whose steps can be gone to. */
function Sentence({ of }: { of: string }) {
  const viewer = useViewer();
  const { last } = viewer.pane.trace.value;
  return (
    <>
      {of.split(/(\b[Ss]teps? \d{1,9}\b)/).map((part, i) => {
        const step = i % 2 === 1 ? Number(/\d+/.exec(part)![0]) : 0;
        return step > 0 && step <= last ? (
          <button key={part} type="button" class="link" onClick={() => viewer.goIn(viewer.pane, step)}>
            {part}
          </button>
        ) : (
          <Text key={part} of={part} most={600} />
        );
      })}
    </>
  );
}
