import { bandX, type Geometry, HUES, laneX } from '../diagram/shapes';
import type { Lane } from '../view';
import { said, Text } from './Text';
import { type Pane, useViewer } from './viewer';

/** At least the width of a scroll bar, so that the names can go as far aside as the list below them. */
const SCROLLBAR = 24;

/** The names over the diagram: properties, lanes (which filter), and what is owned. */
export function Heads(props: {
  pane: Pane;
  geometry: Geometry;
  lit: number[];
  left: number;
  light: number;
  width: number;
}) {
  const { pane, geometry: g, lit, left, light } = props;
  const viewer = useViewer();
  const { view } = pane.trace.value;
  const chosen = viewer.query.value.actor;
  return (
    <div class="heads-inner" style={{ width: `${props.width + SCROLLBAR}px` }}>
      <span class="pane-name">{pane.name}</span>
      {lit.map((property, i) => {
        const { name } = view.properties[property]!;
        return (
          <span
            key={property}
            class={`light-name${view.property?.name === name ? ' about' : ''}`}
            title={said(name)}
            style={{ left: `${left - light * (lit.length - i)}px`, width: `${light}px` }}
          >
            <Text of={name} most={40} />
          </span>
        );
      })}
      {view.lanes.map((lane, i) => (
        <button
          key={i}
          type="button"
          class={`lane-head hue${i % HUES} ${lane.kind}`}
          aria-pressed={chosen === lane.label}
          title={said(`${lane.label}${lane.group === null ? '' : ` of ${lane.group}`}: show only its steps`)}
          style={{ left: `${left + laneX(g, i) - g.lane / 2}px`, width: `${g.lane}px` }}
          onClick={() => {
            const actor = chosen === lane.label ? null : lane.label;
            viewer.query.value = { ...viewer.query.value, actor };
          }}
        >
          <LaneName lane={lane} narrow={g.lane < 88} />
        </button>
      ))}
      {pane.diagram.value.bands.map((band, i) => (
        <span
          key={band.cell}
          class="light-name"
          title={said(`owner: ${band.label}`)}
          style={{ left: `${left + bandX(g, i)}px`, width: `${g.band}px` }}
        >
          <Text of={band.label.replace(/^owner of /, '')} most={40} />
        </span>
      ))}
    </div>
  );
}

/** A lane's name under its kernel's, which is not said twice: `Host` over `core 1`, `Spawn` over `(2)`. */
function LaneName({ lane, narrow }: { lane: Lane; narrow: boolean }) {
  const { label, group } = lane;
  const inside = group !== null && label.startsWith(group);
  const rest = inside ? label.slice(group.length).trim() : label;
  const split = inside && rest !== '' && (narrow || !rest.startsWith('('));
  const over = split || !inside ? group : null;
  return (
    <>
      <span class="group">{over !== null && <Text of={over} most={60} />}</span>
      <span class="lane-label">
        <Text of={split ? rest : label} most={60} />
      </span>
    </>
  );
}
