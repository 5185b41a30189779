import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface Tab<T extends string> {
  id: T;
  name: string;
  /** Shown in the tab; the name if absent. */
  label?: ComponentChildren;
}

/** Tabs and the panel of the chosen one; the arrow keys go from tab to tab. */
export function Tabs<T extends string>(props: {
  name: string;
  tabs: readonly Tab<T>[];
  chosen: T;
  choose: (tab: T) => void;
  children: ComponentChildren;
  extra?: ComponentChildren;
}) {
  const id = useId();
  const { tabs, chosen, choose } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const at = tabs.findIndex((tab) => tab.id === chosen);
    const next = tabs[(at + by + tabs.length) % tabs.length]!;
    choose(next.id);
    document.getElementById(`${id}-${next.id}`)?.focus();
  };
  return (
    <section class="tabs">
      <div class="tab-bar">
        <div role="tablist" aria-label={props.name} tabIndex={-1} onKeyDown={onKeyDown}>
          {tabs.map((tab) => (
            <button
              key={tab.id}
              id={`${id}-${tab.id}`}
              type="button"
              role="tab"
              aria-label={tab.name}
              aria-selected={tab.id === chosen}
              aria-controls={`${id}-panel`}
              tabIndex={tab.id === chosen ? 0 : -1}
              onClick={() => choose(tab.id)}
            >
              {tab.label ?? tab.name}
            </button>
          ))}
        </div>
        {props.extra}
      </div>
      <div id={`${id}-panel`} class="tab-panel" role="tabpanel" aria-labelledby={`${id}-${chosen}`}>
        {props.children}
      </div>
    </section>
  );
}
