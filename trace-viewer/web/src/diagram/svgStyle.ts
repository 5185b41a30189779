import diagram from '../style/diagram.css?inline';
import palette from '../style/palette.css?inline';

/** A style sheet with the light colours in place of names, for tools that know no CSS variables. */
export function lightStyle(sheet: string, colours: string): string {
  const light = new Map(
    [...colours.matchAll(/(--[\w-]+):\s*light-dark\(\s*([^,]+),/g)].map((match) => [match[1]!, match[2]!]),
  );
  return sheet.replace(/var\((--[\w-]+)\)/g, (whole, name) => light.get(name) ?? whole);
}

/** For exported SVG files. */
export const SVG_STYLE = lightStyle(
  `${diagram}
text { font-family: system-ui, sans-serif; fill: var(--ink); }
.paper { fill: var(--paper); }
.title { font-size: 15px; font-weight: 600; }
.lane-name { font-size: 12px; font-weight: 600; }
.step { font-size: 12px; }
`,
  palette,
);
