import { describe, expect, test } from 'vitest';
import { ANY, matches, nextMatch } from '../src/trace/filter';
import { decodePlace, encodePlace, stateOf } from '../src/trace/link';
import { trace } from './examples';

describe('a query', () => {
  const ipi = trace('ipi');
  test.each([
    ['nothing', {}, []],
    ['text of the step', { text: 'RAISE' }, [3, 7, 10]],
    ['all of several words', { text: 'raise irq' }, [10]],
    ['a value', { text: 'number: 2 }, payload' }, [13]],
    ['an outcome', { text: 'coalesced' }, [7]],
    ['a variable', { variable: 'Sender.sent' }, [4, 8]],
    ['an actor, with what reaches it', { actor: 'Receiver', text: 'doorbell' }, [3, 7, 9, 10]],
    ['the slice', { slice: true, actor: 'Receiver' }, [3, 7, 9, 11, 12, 13]],
    ['what is not there', { text: 'nowhere' }, []],
  ])('for %s', (_, query, found) => {
    expect(matches(ipi, { ...ANY, ...query })).toEqual(found);
  });

  test('goes round from match to match', () => {
    expect(nextMatch([3, 7, 10], 3, true)).toBe(7);
    expect(nextMatch([3, 7, 10], 10, true)).toBe(3);
    expect(nextMatch([3, 7, 10], 3, false)).toBe(10);
    expect(nextMatch([], 3, true)).toBeNull();
  });
});

describe('a link', () => {
  test.each([[['raise_bell(self=Spawn(1))', 'a~b', 'c&d=e', '%7E', '#', 'ünïcode 🛰', '']], [['one']], [[]]])(
    'comes back: %j',
    (path) => {
      const place = { view: 1, initial: 3, path, state: 2 };
      expect(decodePlace(encodePlace(place))).toEqual(place);
    },
  );

  test('is as agreed with the server', () => {
    expect(encodePlace({ view: 0, initial: 0, path: ['f(x=1)', 'g~h'], state: null })).toBe(
      '#i=0&p=f(x%3D1)~g%7Eh',
    );
  });

  test.each(['', '#', '#p=a', '#i=x&p=a', '#i=-1&p=a', '#i=0&p=%E0%A4%A', '#i=0'])(
    '%j leads nowhere',
    (hash) => {
      expect(decodePlace(hash)).toBeNull();
    },
  );

  test('may name a state alone', () => {
    expect(stateOf('#s=12')).toBe(12);
    expect(stateOf('#s=1e3')).toBeNull();
  });
});
