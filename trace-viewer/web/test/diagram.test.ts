import { describe, expect, test } from 'vitest';
import { diagramOf } from '../src/diagram/diagram';
import { allRows, middle, someRows } from '../src/diagram/rows';
import { type Geometry, initials, type Shape, shapes } from '../src/diagram/shapes';
import { svgOf } from '../src/diagram/svg';
import { lightStyle } from '../src/diagram/svgStyle';
import { Trace } from '../src/trace/trace';
import { trace } from './examples';
import { long } from './generate.mjs';

const geometry: Geometry = { row: 10, gutter: 20, lane: 100, band: 18, lanes: 5, bands: 0 };

function draw(name: string, from = 0, to?: number): Shape[] {
  const shown = trace(name);
  const rows = allRows(shown.last + 1);
  return shapes({ diagram: diagramOf(shown), rows, from, to: to ?? rows.count, geometry, dims: false });
}

const looks = (list: Shape[], cls: string) => list.filter((shape) => ` ${shape.cls} `.includes(` ${cls} `));

describe('handlers', () => {
  test('are bars from delivery to last step', () => {
    expect(diagramOf(trace('ipi')).bars).toEqual([
      { lane: 1, from: 9, to: 10, depth: 0 },
      { lane: 1, from: 11, to: 13, depth: 0 },
    ]);
  });

  test('nest, and end where a crash stops their kernel', () => {
    const { bars, depths, down } = diagramOf(trace('faults'));
    expect(bars).toEqual([
      { lane: 1, from: 5, to: 7, depth: 0 },
      { lane: 1, from: 6, to: 7, depth: 1 },
    ]);
    expect(depths).toEqual([0, 0, 0, 0, 0, 0, 1, 0, 0, 0]);
    expect(down[1]).toEqual([{ from: 7, to: 9, value: 'crashed' }]);
  });
});

describe('messages', () => {
  test('wait beside their target until they are received', () => {
    const { flights } = diagramOf(trace('ipi'));
    expect(flights.map(({ from, to, waits, side, slot }) => [from, to, waits, side, slot])).toEqual([
      [3, 9, true, -1, 0],
      [7, 7, false, -1, 0],
      [10, 11, true, 1, 0],
    ]);
  });

  test('that wait at once stand side by side; a slot is used again', () => {
    const { view } = trace('ipi');
    const raise = { ...view.steps[2]!.arrows[0]! };
    const steps = view.steps.map((step, i) => ({
      ...step,
      arrows: { 0: [{ ...raise, end: 5 }], 1: [{ ...raise, end: 3 }], 4: [{ ...raise, end: 9 }] }[i] ?? [],
    }));
    const { flights } = diagramOf(new Trace({ ...view, steps }));
    expect(flights.map(({ slot }) => slot)).toEqual([0, 1, 1]);
  });

  test('tell by shape how they ended', () => {
    const drawn = draw('faults');
    const end = (outcome: string) => looks(drawn, outcome).filter(({ cls }) => cls.startsWith('end '));
    expect(end('pending').map(({ tag }) => tag)).toEqual(['circle', 'circle']);
    expect(end('coalesced').every((shape) => shape.tag === 'path' && shape.d.endsWith('Z'))).toBe(true);
    expect(end('lost')).toHaveLength(2);
    expect(end('delivered')).toHaveLength(0);
    expect(looks(drawn, 'head')).toHaveLength(2);
  });

  test('that were lost by a fault are drawn once, to where that was', () => {
    const lost = diagramOf(trace('faults')).flights.filter(({ arrow }) => arrow.via === 'ctl');
    expect(lost.map(({ from, to, waits }) => [from, to, waits])).toEqual([[3, 7, true]]);
  });
});

test('owners are bands in the colour of their lane', () => {
  const { bands } = diagramOf(trace('faults'));
  expect(bands[1]!.stretches).toEqual([
    { from: 0, to: 2, value: 'Old', lane: 0 },
    { from: 3, to: 8, value: 'New', lane: 1 },
    { from: 9, to: 9, value: 'Old', lane: 0 },
  ]);
  expect(bands[2]!.stretches.at(-1)).toEqual({ from: 9, to: 9, value: 'Helper', lane: null });
  expect([initials('Kernel(12)'), initials('Old'), initials('N')]).toEqual(['K12', 'Ol', 'N']);
});

test('store buffers are counted where they hold something', () => {
  expect(diagramOf(trace('buffers')).buffered).toEqual([
    { lane: 0, from: 3, to: 3, count: 1 },
    { lane: 0, from: 4, to: 8, count: 2 },
    { lane: 1, from: 1, to: 1, count: 1 },
    { lane: 1, from: 2, to: 5, count: 2 },
    { lane: 1, from: 6, to: 7, count: 1 },
  ]);
});

test('a lasso is a bracket with an arrow back; a stop is a square', () => {
  expect(looks(draw('lasso'), 'loop-head')).toHaveLength(1);
  expect(looks(draw('lasso', 4, 5), 'loop-head')).toHaveLength(0);
  expect(looks(draw('lasso', 4, 5), 'loop')).toHaveLength(1);
  const { view } = trace('lasso');
  const stops = new Trace({ ...view, loop: view.steps.length });
  const rows = allRows(7);
  const drawn = shapes({ diagram: diagramOf(stops), rows, from: 0, to: 7, geometry, dims: false });
  expect(looks(drawn, 'stop')).toHaveLength(1);
});

test('a few rows of a long trace need few shapes', () => {
  const shown = new Trace(long(3000));
  const rows = allRows(shown.last + 1);
  const part = { diagram: diagramOf(shown), rows, from: 1600, to: 1608, geometry, dims: false };
  expect(shapes(part).length).toBeLessThan(200);
});

describe('rows', () => {
  test('of a filter know where hidden states would be', () => {
    const rows = someRows([0, 3, 7]);
    expect(rows.count).toBe(3);
    expect([0, 1, 3, 4, 8].map((state) => rows.rowFrom(state))).toEqual([0, 1, 1, 2, 3]);
    expect([3, 4].map((state) => rows.shows(state))).toEqual([true, false]);
    expect([0, 2, 3, 9].map((state) => middle(rows, state))).toEqual([0.5, 1, 1.5, 3]);
  });

  test('of all are their states', () => {
    const rows = allRows(5);
    expect([-1, 0, 4, 5].map((state) => rows.shows(state))).toEqual([false, true, true, false]);
    expect(middle(rows, 4)).toBe(4.5);
  });
});

describe('the SVG file', () => {
  test('is XML whatever the names hold', () => {
    const shown = trace('hostile');
    const svg = svgOf(diagramOf(shown), allRows(shown.last + 1), '');
    expect(svg).not.toMatch(/<script|<img|onerror="/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(svg).not.toMatch(/[\u0000-\u0008\u202e\u200b]/);
    expect(svg).toContain('⟨U+202E⟩');
  });

  test('has its colours in it', () => {
    expect(lightStyle('.a{fill:var(--ink)}.b{fill:var(--odd)}', ':root{--ink:light-dark(#111,#eee)}')).toBe(
      '.a{fill:#111}.b{fill:var(--odd)}',
    );
  });

  test('is whole, however long the trace is', () => {
    const shown = new Trace(long(2500, 2));
    expect(svgOf(diagramOf(shown), allRows(shown.last + 1), '')).toContain('>2500</text>');
  });
});
