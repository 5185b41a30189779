import { useMemo, useRef, useState } from 'preact/hooks';
import type { Trace } from '../trace/trace';
import type { Reason } from '../view';
import { SourceLink } from './SourceLink';
import { Text } from './Text';

interface Node {
  path: string;
  reason: Reason;
  depth: number;
  parent: string | null;
  index: number;
  siblings: number;
}

/** Trees with more nodes than this start folded below their second level. */
const LARGE = 80;

function walk(reasons: readonly Reason[], visit: (node: Node) => boolean): void {
  const go = (list: readonly Reason[], depth: number, parent: string | null): void => {
    list.forEach((reason, index) => {
      const path = parent === null ? `${index}` : `${parent}.${index}`;
      if (visit({ path, reason, depth, parent, index, siblings: list.length })) {
        go(reason.because, depth + 1, path);
      }
    });
  };
  go(reasons, 0, null);
}

function foldedAtFirst(reasons: readonly Reason[]): ReadonlySet<string> {
  const deep = new Set<string>();
  let count = 0;
  walk(reasons, ({ path, depth, reason }) => {
    count++;
    if (depth >= 2 && reason.because.length > 0) {
      deep.add(path);
    }
    return true;
  });
  return count > LARGE ? deep : new Set();
}

/** Why something has its value: a tree that folds, with the keys that trees have. */
export function Tree({ name, reasons, trace }: { name: string; reasons: readonly Reason[]; trace: Trace }) {
  const [folded, setFolded] = useState<{ of: readonly Reason[]; paths: ReadonlySet<string> }>({
    of: reasons,
    paths: foldedAtFirst(reasons),
  });
  const paths = useMemo(
    () => (folded.of === reasons ? folded.paths : foldedAtFirst(reasons)),
    [folded, reasons],
  );
  const [at, setAt] = useState('0');
  const list = useRef<HTMLDivElement>(null);
  const nodes: Node[] = [];
  walk(reasons, (node) => {
    nodes.push(node);
    return !paths.has(node.path);
  });
  const here = nodes.some(({ path }) => path === at) ? at : '0';
  const fold = (path: string, shut: boolean) => {
    const changed = new Set(paths);
    if (shut) {
      changed.add(path);
    } else {
      changed.delete(path);
    }
    setFolded({ of: reasons, paths: changed });
  };
  const focus = (path: string | null | undefined) => {
    if (path !== null && path !== undefined) {
      setAt(path);
      list.current?.querySelector<HTMLElement>(`[data-path="${path}"]`)?.focus();
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const i = nodes.findIndex(({ path }) => path === here);
    const node = nodes[i];
    if (node === undefined || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const inner = node.reason.because.length > 0;
    switch (event.key) {
      case 'ArrowDown':
        focus(nodes[i + 1]?.path);
        break;
      case 'ArrowUp':
        focus(nodes[i - 1]?.path);
        break;
      case 'ArrowRight':
        if (inner && paths.has(here)) {
          fold(here, false);
        } else if (inner) {
          focus(`${here}.0`);
        }
        break;
      case 'ArrowLeft':
        if (inner && !paths.has(here)) {
          fold(here, true);
        } else {
          focus(node.parent);
        }
        break;
      case 'Home':
        focus(nodes[0]?.path);
        break;
      case 'End':
        focus(nodes.at(-1)?.path);
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="tree" role="tree" aria-label={name} ref={list} onKeyDown={onKeyDown}>
      {nodes.map(({ path, reason, depth, index, siblings }) => {
        const inner = reason.because.length > 0;
        const shut = paths.has(path);
        return (
          <div
            key={path}
            class="node"
            role="treeitem"
            aria-level={depth + 1}
            aria-posinset={index + 1}
            aria-setsize={siblings}
            aria-expanded={inner ? !shut : undefined}
            aria-selected={path === here}
            data-path={path}
            tabIndex={path === here ? 0 : -1}
            onFocus={() => setAt(path)}
            style={{ paddingInlineStart: `${6 + 16 * depth}px` }}
          >
            <span
              class={inner ? (shut ? 'fold shut' : 'fold') : 'fold leaf'}
              aria-hidden="true"
              onClick={() => inner && fold(path, !shut)}
            />
            <span class="reason">
              <Text of={reason.text} />
            </span>
            <span class={`verdict ${reason.value === 'true' ? 'yes' : reason.value === 'false' ? 'no' : ''}`}>
              <Text of={reason.value} most={400} />
            </span>
            {reason.source !== null && (
              <SourceLink trace={trace} file={reason.source.file} line={reason.source.line} />
            )}
          </div>
        );
      })}
    </div>
  );
}
