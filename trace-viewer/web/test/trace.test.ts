import { describe, expect, test } from 'vitest';
import { differences, parting } from '../src/trace/difference';
import { failure, lastAtMost, light, Trace, violation } from '../src/trace/trace';
import { trace } from './examples';
import { long } from './generate.mjs';

describe('the value of a cell', () => {
  test('is that of the last change before a state', () => {
    const ipi = trace('ipi');
    const sent = ipi.view.cells.findIndex(({ name }) => name === 'Sender(0).sent');
    expect([0, 3, 4, 7, 8, 13].map((state) => ipi.value(sent, state))).toEqual([
      '0',
      '0',
      '1',
      '1',
      '2',
      '2',
    ]);
    expect(ipi.sinceWhen(sent, 7)).toBe(4);
    expect(ipi.history(sent)).toEqual([0, 4, 8]);
  });

  test('agrees with replaying all changes, in a long trace', () => {
    const view = long(2000, 3);
    const asked = new Trace(view);
    const values = [...view.first];
    for (let state = 0; state <= asked.last; state++) {
      for (const { cell, value } of view.steps[state - 1]?.changes ?? []) {
        values[cell] = value;
      }
      if (state % 97 === 0 || state === asked.last) {
        expect(view.cells.map((_, cell) => asked.value(cell, state))).toEqual(
          values.map((i) => view.strings[i]),
        );
      }
    }
  });

  test('changes over a step from before to after', () => {
    expect(trace('buffers').changesTo(8)).toEqual([
      { cell: 4, before: '[turn = Process(0)]', after: '[]', telling: true },
      { cell: 2, before: 'Process(0)', after: 'Process(0)', telling: true },
    ]);
    expect(trace('ipi').changesTo(0)).toEqual([]);
  });
});

describe('positions past the end', () => {
  test('go round in a lasso, whose last state is its first again', () => {
    const lasso = trace('lasso');
    expect(lasso.view.loop).toBe(2);
    expect([5, 6, 7, 8, 10, 11, 14].map((at) => lasso.stateAt(at))).toEqual([5, 6, 3, 4, 6, 3, 6]);
    expect(lasso.clamp(1000)).toBe(1000);
    expect(lasso.clamp(-3)).toBe(0);
  });

  test('are the last state elsewhere', () => {
    const ipi = trace('ipi');
    expect(ipi.clamp(99)).toBe(13);
    const stops = new Trace({ ...ipi.view, loop: 13 });
    expect(stops.loops).toBe(false);
    expect(stops.clamp(99)).toBe(13);
    expect(stops.stateAt(99)).toBe(13);
  });
});

test('the violation is where the property fails, an error is, or the loop begins', () => {
  expect(violation(trace('ipi'))).toBe(13);
  expect(violation(trace('faults'))).toBe(9);
  expect(violation(trace('lasso'))).toBe(2);
  expect(failure(trace('lasso'))).toBeNull();
  expect(violation(trace('repaired'))).toBeNull();
  expect(violation(new Trace({ ...trace('repaired').view, loop: 9 }))).toBe(9);
  expect(violation(new Trace({ ...trace('repaired').view, property: null }))).toBeNull();
  expect(light(trace('faults').view, 0, 9)).toBe('undefined');
  expect(light(trace('ipi').view, 4, 0)).toBe('none');
});

test('a cover is reached, and does not fail where it is not', () => {
  const { view } = trace('ipi');
  const lights = view.lights.map((text, state) => `${text.slice(0, 4)}${state < 6 ? 0 : 1}`);
  const properties = view.properties.map((each, i) => (i === 4 ? { ...each, kind: 'cover' } : each));
  const cover = new Trace({
    ...view,
    lights,
    properties,
    property: { ...view.property!, name: 'AllArrive', kind: 'cover' },
  });
  expect(failure(cover)).toBeNull();
  expect(violation(cover)).toBe(6);
  expect([light(cover.view, 4, 5), light(cover.view, 4, 6)]).toEqual(['unreached', 'holds']);
});

test('lastAtMost finds by halves what a scan finds', () => {
  const list = [0, 3, 3, 7, 12];
  for (let value = -1; value < 14; value++) {
    expect(lastAtMost(list, value)).toBe(list.findLastIndex((x) => x <= value));
  }
});

describe('two traces', () => {
  test('part at the first step that differs', () => {
    expect(parting(trace('ipi'), trace('repaired'))).toEqual({ state: 5, reason: 'step' });
  });

  test('may be alike, or one be longer', () => {
    const { view } = trace('ipi');
    expect(parting(new Trace(view), new Trace(view))).toEqual({ state: null, reason: 'same' });
    const shorter = new Trace({ ...view, steps: view.steps.slice(0, 2) });
    expect(parting(new Trace(view), shorter)).toEqual({ state: 3, reason: 'length' });
  });

  test('may start apart, or reach other states by the same steps', () => {
    const { view } = trace('ipi');
    const first = [...view.first];
    first[0] = view.steps[0]!.changes[0]!.value;
    expect(parting(new Trace(view), new Trace({ ...view, first }))).toEqual({
      state: 0,
      reason: 'first state',
    });
    const steps = view.steps.map((step, i) => (i === 3 ? { ...step, changes: [] } : step));
    expect(parting(new Trace(view), new Trace({ ...view, steps }))).toEqual({ state: 4, reason: 'state' });
  });

  test('differ in values, and in cells that one of them lacks', () => {
    const a = trace('ipi');
    expect(differences(a, 5, trace('repaired'), 5).map(({ name }) => name)).toEqual([
      'header',
      'doorbell pending',
      'Sender(0).send at',
    ]);
    const fewer = new Trace({
      ...a.view,
      cells: a.view.cells.map((cell, i) => (i === 1 ? { ...cell, name: 'renamed' } : cell)),
    });
    expect(differences(a, 0, fewer, 0)).toEqual([
      { name: 'payload', left: 'none', right: null },
      { name: 'renamed', left: null, right: 'none' },
    ]);
  });
});
