import type { Shape } from '../diagram/shapes';

/** Shapes as SVG elements. What they show is also said by the rows beside them. */
export function Shapes({ shapes }: { shapes: readonly Shape[] }) {
  return <>{shapes.map(element)}</>;
}

function element(shape: Shape, i: number) {
  switch (shape.tag) {
    case 'rect':
      return (
        <rect
          key={i}
          class={shape.cls}
          x={shape.x}
          y={shape.y}
          width={shape.w}
          height={shape.h}
          rx={shape.r}
        />
      );
    case 'circle':
      return <circle key={i} class={shape.cls} cx={shape.x} cy={shape.y} r={shape.r} />;
    case 'path':
      return <path key={i} class={shape.cls} d={shape.d} />;
    case 'text':
      return (
        <text key={i} class={shape.cls} x={shape.x} y={shape.y} text-anchor={shape.anchor}>
          {shape.text}
        </text>
      );
  }
}
