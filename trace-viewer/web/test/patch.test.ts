import { describe, expect, test } from 'vitest';
import { patched } from '../src/patch';
import { commandOf } from '../src/trace/command';
import { BrokenView } from '../src/view';
import { example } from './examples';

describe('a patch', () => {
  const view = example('ipi');

  test('of nothing leaves everything as it is', () => {
    expect(patched(view, { lists: {}, fields: {} })).toEqual(view);
  });

  test('keeps, sets and adds', () => {
    const steps = view.steps.slice(0, 3).map((step) => ({ ...step, arrows: [] }));
    const changed = { ...steps[1]!, what: 'another' };
    const next = patched(view, {
      lists: {
        steps: {
          keep: 2,
          set: [
            [0, steps[0]],
            [1, changed],
          ],
          add: [steps[2]],
        },
        lights: { keep: 4, set: [], add: [] },
      },
      fields: { title: 'Elsewhere', loop: null, slice: null },
    });
    expect(next.steps).toEqual([steps[0], changed, steps[2]]);
    expect(next.lights).toHaveLength(4);
    expect(next.title).toBe('Elsewhere');
    expect(view.steps[1]!.what).not.toBe('another');
  });

  test.each([
    { lists: { steps: { keep: 99_999, set: [], add: [] } }, fields: {} },
    { lists: { title: { keep: 0, set: [], add: [] } }, fields: {} },
    { lists: { lights: { keep: 1, set: [], add: [] } }, fields: {} },
    { lists: { steps: { keep: -1, set: [], add: [] } }, fields: {} },
    {},
    null,
  ])('that does not fit is refused: %j', (patch) => {
    expect(() => patched(view, patch)).toThrow(BrokenView);
  });
});

describe('a command line', () => {
  test('is safe in a shell', () => {
    expect(commandOf('baton explore a.baton', ['deliver', 'send(self=S(0))', "it's"])).toBe(
      "baton explore a.baton --step deliver --step 'send(self=S(0))' --step 'it'\\''s'",
    );
  });
});
