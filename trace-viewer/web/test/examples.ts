import { readFileSync } from 'node:fs';
import { Trace } from '../src/trace/trace';
import { readView, type View } from '../src/view';

/** One of the example documents beside this file. */
export function example(name: string): View {
  return readView(JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')));
}

export function trace(name: string): Trace {
  return new Trace(example(name));
}
