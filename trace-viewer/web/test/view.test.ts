import { describe, expect, test } from 'vitest';
import { BrokenView, readView } from '../src/view';
import { example } from './examples';
import { buffers, faults, hostile, ipi, lasso, repaired } from './generate.mjs';

/** The example with the value at a path replaced. */
function changed(path: string, value: unknown): unknown {
  const view: unknown = JSON.parse(JSON.stringify(example('ipi')));
  const keys = path.split('.');
  let inner = view as Record<string, unknown>;
  for (const key of keys.slice(0, -1)) {
    inner = inner[key] as Record<string, unknown>;
  }
  inner[keys.at(-1)!] = value;
  return view;
}

describe('a document', () => {
  test.each(Object.entries({ buffers, faults, hostile, ipi, lasso, repaired }))(
    '%s is what the script makes',
    (name, make) => {
      expect(example(name)).toEqual(readView(JSON.parse(JSON.stringify(make()))));
    },
  );

  test('with fields from the future is read', () => {
    expect(readView(changed('newer', 1))).toEqual(example('ipi'));
  });

  test('that is no object is refused', () => {
    expect(() => readView(7)).toThrow(BrokenView);
    expect(() => readView(null)).toThrow('the document');
  });

  test.each([
    ['steps', undefined, 'steps'],
    ['version', 2, 'version 2'],
    ['steps.2.arrows.0.outcome', 'eaten', 'steps.2.arrows.0.outcome'],
    ['steps.0.changes.0.cell', 99, 'steps[0].changes[0].cell: 99 is outside of 0..7'],
    ['first.0', 9999, 'first[0]: 9999'],
    ['steps.1.lane', 2, 'steps[1].lane: 2'],
    ['steps.2.arrows.0.end', 13, 'steps[2].arrows[0].end: 13'],
    ['slice.cells', [8], 'slice.cells[0]: 8'],
    ['lights', ['11111'], 'lights: 1 entries where 14'],
    ['lights.3', '11', 'lights[3]: 2 entries where 5'],
    ['loop', 14, 'loop: 14'],
    ['initial', -1, 'initial'],
    ['first', [], 'first: 0 entries where 8'],
  ])('with another %s is refused, and the message says where', (path, value, message) => {
    const read = () => readView(changed(path, value));
    expect(read).toThrow(BrokenView);
    expect(read).toThrow(message);
  });
});
