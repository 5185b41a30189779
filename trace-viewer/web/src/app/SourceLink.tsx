import type { Trace } from '../trace/trace';
import { said } from './Text';
import { useViewer } from './viewer';

/** Shows a line of the sources. */
export function SourceLink({ trace, file, line }: { trace: Trace; file: number; line: number }) {
  const viewer = useViewer();
  const source = trace.view.sources[file];
  if (source === undefined) {
    return null;
  }
  return (
    <button
      type="button"
      class="link"
      title={said(`${source.name}:${line}`)}
      onClick={() => viewer.toSource(file, line)}
    >
      line {line}
    </button>
  );
}
