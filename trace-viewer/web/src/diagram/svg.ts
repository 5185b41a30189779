import { plain, short } from '../text/visible';
import type { Diagram } from './diagram';
import type { Rows } from './rows';
import { BAND, bandX, type Geometry, GUTTER, laneX, ROW, type Shape, shapes, widthOf } from './shapes';

/** The diagram as an SVG file of its own, with the text of each step. */
export function svgOf(diagram: Diagram, rows: Rows, style: string): string {
  const { view } = diagram.trace;
  const { count } = rows;
  const geometry: Geometry = {
    row: ROW,
    gutter: GUTTER,
    lane: 130,
    band: BAND,
    lanes: view.lanes.length,
    bands: diagram.bands.length,
  };
  const head = 64;
  const numbers = 44;
  const drawn = widthOf(geometry);
  const width = numbers + drawn + 620;
  const height = head + count * ROW + 16;
  const body = shapes({ diagram, rows, from: 0, to: count, geometry, dims: false });
  const texts: Shape[] = [];
  for (let row = 0; row < count; row++) {
    const state = rows.stateOf(row);
    const step = diagram.trace.stepTo(state);
    const y = row * ROW + ROW / 2 + 4;
    const text = step === null ? 'first state' : short(`${step.who}   ${step.what}`, 90);
    texts.push({ tag: 'text', x: drawn + 12, y, anchor: 'start', text, cls: 'step' });
    texts.push({ tag: 'text', x: -8, y, anchor: 'end', text: `${state}`, cls: 'note' });
  }
  const names: Shape[] = view.lanes.map((lane, i) => ({
    tag: 'text',
    x: laneX(geometry, i),
    y: -12,
    anchor: 'middle',
    text: short(lane.label, 18),
    cls: 'lane-name',
  }));
  for (const [i, band] of diagram.bands.entries()) {
    const text = short(band.label, 4);
    const x = bandX(geometry, i) + BAND / 2;
    names.push({ tag: 'text', x, y: -12, anchor: 'middle', text, cls: 'note' });
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(plain(`${view.protocol}: ${view.title}`))}</title>`,
    `<style>${style}</style>`,
    `<rect class="paper" width="${width}" height="${height}"/>`,
    `<text class="title" x="12" y="22">${escaped(short(`${view.protocol}: ${view.title}`, 120))}</text>`,
    `<g transform="translate(${numbers} ${head})">`,
    ...[...names, ...body, ...texts].map(element),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function element(shape: Shape): string {
  const cls = escaped(shape.cls);
  switch (shape.tag) {
    case 'rect':
      return `<rect class="${cls}" x="${shape.x}" y="${shape.y}" width="${shape.w}" height="${shape.h}" rx="${shape.r}"/>`;
    case 'circle':
      return `<circle class="${cls}" cx="${shape.x}" cy="${shape.y}" r="${shape.r}"/>`;
    case 'path':
      return `<path class="${cls}" d="${shape.d}"/>`;
    case 'text':
      return `<text class="${cls}" x="${shape.x}" y="${shape.y}" text-anchor="${shape.anchor}">${escaped(shape.text)}</text>`;
  }
}

/** Text for XML; what XML can't hold has been named by then. */
export function escaped(text: string): string {
  return text.replace(/[<>&"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
