import { describe, expect, test } from 'vitest';
import { colour, cut } from '../src/text/baton';
import { stepsText } from '../src/text/report';
import { gainAndLoss, parts, unwrapped } from '../src/text/values';
import { pieces, plain, short } from '../src/text/visible';
import { trace } from './examples';
import { HOSTILE } from './generate.mjs';

describe('hidden characters', () => {
  test('are named', () => {
    expect(pieces('a\u202eb\u0000')).toEqual([
      { text: 'a', hidden: false },
      { text: 'U+202E', hidden: true },
      { text: 'b', hidden: false },
      { text: 'U+0000', hidden: true },
    ]);
    expect(plain('x\ud800\ufeff')).toBe('x⟨U+D800⟩⟨U+FEFF⟩');
  });

  test('do not include letters of any script, emoji, tabs or line feeds', () => {
    const text = 'שלום мир 🛰\tline\nnext';
    expect(plain(text)).toBe(text);
  });

  test('are gone from all that is shortened', () => {
    for (const text of HOSTILE) {
      expect(short(text, 30)).not.toMatch(/\p{Cc}|\p{Cf}|\p{Cs}/u);
      expect([...short(text, 10)].length).toBeLessThanOrEqual(10);
    }
  });
});

describe('values', () => {
  test('are taken apart at their outermost commas', () => {
    expect(parts('[a = 1, m[K(0)] = {1, 2}]')).toEqual(['a = 1', 'm[K(0)] = {1, 2}']);
    expect(parts('[]')).toEqual([]);
    expect(parts('{Delivery { x: 1, y: 2 }}')).toEqual(['Delivery { x: 1, y: 2 }']);
    expect([parts('7'), parts('[a'), parts('[a)]'), parts('')]).toEqual([null, null, null, null]);
  });

  test('of sets tell what came and went', () => {
    expect(gainAndLoss('{1, 2}', '{2, 3}')).toEqual({ lost: ['1'], gained: ['3'] });
    expect(gainAndLoss('{1}', '{2}')).toBeNull();
    expect(gainAndLoss('[1]', '[2]')).toBeNull();
  });

  test('lose their some', () => {
    expect([unwrapped('some(Old)'), unwrapped('none'), unwrapped('some(K(1))')]).toEqual([
      'Old',
      'none',
      'K(1)',
    ]);
  });
});

describe('source text', () => {
  test('keeps every character', () => {
    const text = 'kernel K { // é\n  x = "a\n/* b\nc */ 12 }\r\nend';
    expect(colour(text).map((line) => line.map((token) => token.text).join(''))).toEqual(text.split(/\r?\n/));
  });

  test('has looks', () => {
    const looks = colour('kernel Old { var n: 0..3 // c')[0]!.filter(({ look }) => look !== 'plain');
    expect(looks).toEqual([
      { text: 'kernel', look: 'keyword' },
      { text: 'Old', look: 'name' },
      { text: 'var', look: 'keyword' },
      { text: '0', look: 'number' },
      { text: '3', look: 'number' },
      { text: '// c', look: 'comment' },
    ]);
  });

  test('is marked between columns', () => {
    const marked = (from: number, to: number) =>
      cut(
        [
          { text: 'abc', look: 'plain' },
          { text: 'def', look: 'name' },
        ],
        from,
        to,
      )
        .filter((piece) => piece.marked)
        .map((piece) => piece.token.text);
    expect(marked(2, 5)).toEqual(['bc', 'd']);
    expect(marked(1, Number.MAX_SAFE_INTEGER)).toEqual(['abc', 'def']);
    expect(marked(3, 3)).toEqual([]);
    expect(marked(0, 0)).toEqual([]);
    expect(marked(99, 120)).toEqual([]);
  });
});

test('steps as text name arrows, changes and the loop', () => {
  const text = stepsText(trace('ipi'));
  expect(text).toContain('Sender(0) ── doorbell ──▶ Receiver   (already pending: coalesced)');
  expect(text).toContain(
    ' 4  Sender(0).send  sent = n   specs/ipi/single_slot.baton:49\n    Sender(0).sent: 0 → 1\n',
  );
  expect(text).not.toContain('send at:');
  expect(stepsText(trace('lasso'))).toContain('from here step 3 follows');
});
