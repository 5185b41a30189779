/**
 * The document `baton-view`, version 1: everything a viewer knows about one trace. Written by the module
 * `trace-viewer`, package `dev.baton.view`.
 */
import * as v from 'valibot';

const index = v.pipe(v.number(), v.integer(), v.minValue(0));
const place = v.object({ file: index, line: index });

const lane = v.object({
  label: v.string(),
  kind: v.picklist(['kernel', 'core', 'memory', 'fault', 'other']),
  /** The kernel that a core or task belongs to. */
  group: v.nullable(v.string()),
});

const cell = v.object({
  name: v.string(),
  variable: v.string(),
  /** Baton's `Variable.Role` in lower case. */
  role: v.string(),
  lane: v.nullable(index),
});

const source = v.object({ file: index, line: index, column: index, endLine: index, endColumn: index });

const arrow = v.object({
  kind: v.string(),
  via: v.string(),
  from: v.nullable(index),
  to: v.nullable(index),
  payload: v.nullable(v.string()),
  outcome: v.picklist(['delivered', 'pending', 'coalesced', 'lost']),
  /** The index of the step that received it; null where none did. */
  end: v.nullable(index),
});

const step = v.object({
  id: v.string(),
  lane: index,
  who: v.string(),
  what: v.string(),
  kind: v.string(),
  source: v.nullable(source),
  changes: v.array(v.object({ cell: index, value: index, telling: v.boolean() })),
  arrows: v.array(arrow),
  interrupt: v.nullable(v.picklist(['enter', 'leave'])),
  fault: v.boolean(),
  /** The lane that a fault strikes; null for a message. */
  target: v.nullish(index),
  error: v.nullable(v.string()),
});

export interface Reason {
  text: string;
  value: string;
  because: Reason[];
  source: { file: number; line: number } | null;
}

export const reasonSchema: v.GenericSchema<unknown, Reason> = v.object({
  text: v.string(),
  value: v.string(),
  because: v.array(v.lazy(() => reasonSchema)),
  source: v.nullable(place),
});

export const viewSchema = v.object({
  format: v.literal('baton-view'),
  version: v.literal(1),
  baton: v.string(),
  title: v.string(),
  protocol: v.string(),
  file: v.string(),
  check: v.nullable(
    v.object({
      name: v.string(),
      parameters: v.array(v.object({ name: v.string(), value: v.string() })),
      engine: v.nullable(v.string()),
      guarantee: v.nullable(v.string()),
    }),
  ),
  property: v.nullable(
    v.object({ name: v.string(), kind: v.string(), text: v.string(), file: v.string(), line: index }),
  ),
  sources: v.array(v.object({ name: v.string(), text: v.string() })),
  lanes: v.array(lane),
  cells: v.array(cell),
  strings: v.array(v.string()),
  first: v.array(index),
  initial: index,
  steps: v.array(step),
  loop: v.nullable(index),
  properties: v.array(v.object({ name: v.string(), kind: v.string(), file: v.string(), line: index })),
  lights: v.array(v.string()),
  why: v.nullable(reasonSchema),
  slice: v.nullable(v.object({ steps: v.array(index), cells: v.array(index) })),
  story: v.array(v.string()),
});

export type View = v.InferOutput<typeof viewSchema>;
export type Lane = v.InferOutput<typeof lane>;
export type Cell = v.InferOutput<typeof cell>;
export type Step = v.InferOutput<typeof step>;
export type Arrow = v.InferOutput<typeof arrow>;
export type Source = v.InferOutput<typeof source>;

/** Thrown for a document that is not what it should be; the message says where. */
export class BrokenView extends Error {}

/** Reads a value as a document of the given schema; throws {@link BrokenView}. */
export function read<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (!result.success) {
    const issue = result.issues[0];
    throw new BrokenView(`${v.getDotPath(issue) ?? 'the document'}: ${issue.message}`);
  }
  return result.output;
}

/** Reads a value as a {@link View} whose indexes all point at something; throws {@link BrokenView}. */
export function readView(value: unknown): View {
  if (typeof value === 'object' && value !== null && 'format' in value) {
    const { format, version } = value as { format: unknown; version?: unknown };
    if (format === 'baton-view' && version !== 1) {
      throw new BrokenView(`version ${String(version)} of the format; this page reads version 1`);
    }
  }
  const view = read(viewSchema, value);
  checkIndexes(view);
  return view;
}

function checkIndexes(view: View): void {
  const states = view.steps.length + 1;
  const inside = (at: string, value: number | null, size: number): void => {
    if (value !== null && value >= size) {
      throw new BrokenView(`${at}: ${value} is outside of 0..${size - 1}`);
    }
  };
  const same = (at: string, size: number, wanted: number): void => {
    if (size !== wanted) {
      throw new BrokenView(`${at}: ${size} entries where ${wanted} belong`);
    }
  };
  same('first', view.first.length, view.cells.length);
  same('lights', view.lights.length, states);
  view.first.forEach((value, i) => {
    inside(`first[${i}]`, value, view.strings.length);
  });
  view.lights.forEach((text, i) => {
    same(`lights[${i}]`, text.length, view.properties.length);
  });
  view.cells.forEach((cell, i) => {
    inside(`cells[${i}].lane`, cell.lane, view.lanes.length);
  });
  inside('loop', view.loop, states);
  view.slice?.steps.forEach((value, i) => {
    inside(`slice.steps[${i}]`, value, view.steps.length);
  });
  view.slice?.cells.forEach((value, i) => {
    inside(`slice.cells[${i}]`, value, view.cells.length);
  });
  view.steps.forEach((step, i) => {
    inside(`steps[${i}].lane`, step.lane, view.lanes.length);
    inside(`steps[${i}].target`, step.target ?? null, view.lanes.length);
    inside(`steps[${i}].source.file`, step.source?.file ?? null, view.sources.length);
    step.changes.forEach((change, j) => {
      inside(`steps[${i}].changes[${j}].cell`, change.cell, view.cells.length);
      inside(`steps[${i}].changes[${j}].value`, change.value, view.strings.length);
    });
    step.arrows.forEach((arrow, j) => {
      inside(`steps[${i}].arrows[${j}].from`, arrow.from, view.lanes.length);
      inside(`steps[${i}].arrows[${j}].to`, arrow.to, view.lanes.length);
      inside(`steps[${i}].arrows[${j}].end`, arrow.end, view.steps.length);
    });
  });
}
