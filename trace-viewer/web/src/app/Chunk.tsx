import { memo } from 'preact/compat';
import { useMemo } from 'preact/hooks';
import type { Diagram } from '../diagram/diagram';
import type { Rows } from '../diagram/rows';
import { type Geometry, ROW, shapes, widthOf } from '../diagram/shapes';
import { Row, type RowLook } from './Row';
import { Shapes } from './Shapes';

interface ChunkProps {
  look: RowLook;
  diagram: Diagram;
  rows: Rows;
  geometry: Geometry;
  dims: boolean;
  found: ReadonlySet<number>;
  /** Its rows: `from` to `to`, exclusive. */
  from: number;
  to: number;
  /** The row the reader is at, if it is one of these; else -1. */
  current: number;
  /** Where the diagram starts. */
  left: number;
}

/** Some rows with their part of the diagram: drawn once, and kept while they are in view. */
export const Chunk = memo(function Chunk(props: ChunkProps) {
  const { look, diagram, rows, geometry, dims, from, to } = props;
  const { pane, trace } = look;
  const picture = useMemo(
    () => shapes({ diagram, rows, from, to, geometry, dims }),
    [diagram, rows, from, to, geometry, dims],
  );
  const shown = [];
  for (let row = from; row < to; row++) {
    const state = rows.stateOf(row);
    shown.push(
      <Row
        key={state}
        look={look}
        state={state}
        row={row}
        current={row === props.current}
        violated={state === pane.broken.value}
        found={props.found.has(state)}
        dim={dims && !trace.matters(state)}
      />,
    );
  }
  const width = widthOf(geometry);
  const height = (to - from) * ROW;
  return (
    <div class="chunk" role="presentation" style={{ top: `${from * ROW}px`, height: `${height}px` }}>
      {shown}
      <svg
        aria-hidden="true"
        class="diagram"
        width={width}
        height={height}
        viewBox={`0 ${from * ROW} ${width} ${height}`}
        style={{ left: `${props.left}px` }}
      >
        <Shapes shapes={picture} />
      </svg>
    </div>
  );
});
