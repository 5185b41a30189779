// Writes the example documents beside it: `npm run examples`. What they tell is made by hand, near to what
// `baton check` tells of the same protocols, so that every shape of the diagram is in one of them.
import { readFileSync, writeFileSync } from 'node:fs';

const here = (path) => new URL(path, import.meta.url);
const spec = (path) => ({
  name: `specs/${path}`,
  text: readFileSync(here(`../../../specs/${path}`), 'utf8'),
});

/** Collects a document step by step. */
export class Document {
  constructor(fields) {
    this.strings = [];
    this.index = new Map();
    this.view = {
      format: 'baton-view',
      version: 1,
      baton: '0.1.0',
      check: null,
      property: null,
      sources: [],
      lanes: [],
      cells: [],
      strings: this.strings,
      first: [],
      initial: 0,
      steps: [],
      loop: null,
      properties: [],
      lights: [],
      why: null,
      slice: null,
      story: [],
      ...fields,
    };
    this.names = new Map();
  }
  text(value) {
    const known = this.index.get(value);
    if (known !== undefined) return known;
    this.index.set(value, this.strings.length);
    this.strings.push(value);
    return this.strings.length - 1;
  }
  lanes(...lanes) {
    this.view.lanes = lanes.map(([label, kind = 'kernel', group = null]) => ({ label, kind, group }));
    return this;
  }
  cell(name, role, lane, first, variable = name) {
    this.names.set(name, this.view.cells.length);
    this.view.cells.push({ name, variable, role, lane });
    this.view.first.push(this.text(first));
    return this;
  }
  step(lane, who, what, more = {}) {
    const { changes = {}, line = null, ...rest } = more;
    const source = line === null ? null : this.statement(line);
    this.view.steps.push({
      id: `${who.replace(/\W+/g, '_')}_${this.view.steps.length}`,
      lane,
      who,
      what,
      kind: 'task',
      source,
      changes: Object.entries(changes).map(([name, value]) => {
        const cell = this.names.get(name);
        if (cell === undefined) throw new Error(`no cell ${name}`);
        return { cell, value: this.text(value), telling: this.view.cells[cell].role !== 'control' };
      }),
      arrows: [],
      interrupt: null,
      fault: false,
      target: null,
      error: null,
      ...rest,
    });
    return this;
  }
  statement(line) {
    const text = this.view.sources[0].text.split('\n')[line - 1];
    const column = text.length - text.trimStart().length + 1;
    return { file: 0, line, column, endLine: line, endColumn: text.length + 1 };
  }
  lights(...lines) {
    this.view.lights = lines;
    return this;
  }
}

const arrow = (kind, via, from, to, more = {}) => ({
  kind,
  via,
  from,
  to,
  payload: null,
  outcome: 'delivered',
  end: null,
  ...more,
});
const reason = (text, value, because = [], line = null) => ({
  text,
  value,
  because,
  source: line === null ? null : { file: 0, line },
});

export function ipi() {
  const file = 'specs/ipi/single_slot.baton';
  const one = 'some(Message { from: Sender(0), number: 1 })';
  const two = 'some(Message { from: Sender(0), number: 2 })';
  const d = new Document({
    title: 'NoneLost is violated',
    protocol: 'SingleSlot',
    file,
    check: {
      name: 'overwritten',
      parameters: [
        { name: 'SENDERS', value: '1' },
        { name: 'MESSAGES', value: '2' },
      ],
      engine: 'explicit',
      guarantee: 'counterexample, replayed',
    },
    property: {
      name: 'NoneLost',
      kind: 'invariant',
      file,
      line: 70,
      text: 'quiescent implies forall s in Sender, n in 1..MESSAGES: n <= s.sent implies exists d in Receiver.delivered: d.payload == Message { from: s, number: n }',
    },
    sources: [spec('ipi/single_slot.baton')],
    properties: [
      ['WellDefined', 'error', 17],
      ['DeadlockFree', 'deadlock', 17],
      ['NoneLost', 'invariant', 70],
      ['NoneTorn', 'invariant', 76],
      ['AllArrive', 'liveness', 78],
    ].map(([name, kind, line]) => ({ name, kind, file, line })),
    slice: { steps: [0, 1, 2, 4, 5, 6, 8, 10, 11, 12], cells: [0, 1, 6] },
    story: [
      'Step 6 lost it: from here on NoneLost can no longer be kept.',
      'Step 6 (Sender(0).send: payload = …) overwrites what step 2 wrote, before Receiver read it.',
      'The second `raise doorbell` found the first still pending and changed nothing.',
    ],
  });
  d.lanes(['Sender(0)', 'kernel', 'Sender'], ['Receiver']);
  d.cell('header', 'memory', null, 'none')
    .cell('payload', 'memory', null, 'none')
    .cell('doorbell pending', 'pending', 1, 'no', 'doorbell')
    .cell('irq_work pending', 'pending', 1, 'no', 'irq_work')
    .cell('Sender(0).sent', 'private', 0, '0', 'Sender.sent')
    .cell('Sender(0).send at', 'control', 0, 'set_header', 'Sender.send.at')
    .cell('Receiver.delivered', 'private', 1, '{}')
    .cell('Receiver.irq_work.h', 'local', 1, 'none');
  const s = (what, line, more) => d.step(0, 'Sender(0).send', what, { line, ...more });
  const r = (unit, what, line, more) => d.step(1, `Receiver.${unit}`, what, { line, ...more });
  s('header = Message { from: self, number: n }', 46, {
    changes: { header: one, 'Sender(0).send at': 'set_payload' },
  });
  s('payload = Message { from: self, number: n }', 47, {
    changes: { payload: one, 'Sender(0).send at': 'raise_doorbell' },
  });
  s('raise doorbell', 48, {
    arrows: [arrow('raise', 'doorbell', 0, 1, { end: 8 })],
    changes: { 'doorbell pending': 'yes', 'Sender(0).send at': 'set_sent' },
  });
  s('sent = n', 49, { changes: { 'Sender(0).sent': '1', 'Sender(0).send at': 'set_header_2' } });
  s('header = Message { from: self, number: n }', 46, {
    changes: { header: two, 'Sender(0).send at': 'set_payload_2' },
  });
  s('payload = Message { from: self, number: n }', 47, {
    changes: { payload: two, 'Sender(0).send at': 'raise_doorbell_2' },
  });
  s('raise doorbell', 48, {
    arrows: [arrow('coalesced', 'doorbell', 0, 1, { outcome: 'coalesced' })],
    changes: { 'Sender(0).send at': 'set_sent_2' },
  });
  s('sent = n', 49, { changes: { 'Sender(0).sent': '2', 'Sender(0).send at': 'done' } });
  r('doorbell', 'interrupt doorbell starts', 58, {
    kind: 'delivery',
    interrupt: 'enter',
    changes: { 'doorbell pending': 'no' },
  });
  r('doorbell', 'raise irq_work', 59, {
    kind: 'interrupt',
    interrupt: 'leave',
    arrows: [arrow('raise', 'irq_work', 1, 1, { end: 10 })],
    changes: { 'irq_work pending': 'yes' },
  });
  r('irq_work', 'interrupt irq_work starts', 63, {
    kind: 'delivery',
    interrupt: 'enter',
    changes: { 'irq_work pending': 'no' },
  });
  r('irq_work', 'let h = header', 64, { kind: 'interrupt', changes: { 'Receiver.irq_work.h': two } });
  r('irq_work', 'delivered = delivered union {Delivery { header: h!, payload: payload! }}', 65, {
    kind: 'interrupt',
    interrupt: 'leave',
    changes: {
      'Receiver.delivered':
        '{Delivery { header: Message { from: Sender(0), number: 2 }, payload: Message { from: Sender(0), number: 2 } }}',
      'Receiver.irq_work.h': 'none',
    },
  });
  d.lights(...Array.from({ length: 14 }, (_, i) => (i === 13 ? '1101-' : '1111-')));
  d.view.why = reason(
    'quiescent implies forall s in Sender, n in 1..MESSAGES: …',
    'false',
    [
      reason('quiescent', 'true', [], 71),
      reason(
        'forall s in Sender, n in 1..MESSAGES: n <= s.sent implies exists d in Receiver.delivered: …',
        'false',
        [
          reason(
            'for s = Sender(0), n = 1',
            'false',
            [
              reason('n <= s.sent', 'true', [reason('n', '1', [], 73), reason('s.sent', '2', [], 73)], 73),
              reason(
                'exists d in Receiver.delivered: d.payload == Message { from: s, number: n }',
                'false',
                [
                  reason(
                    'for d = Delivery { header: Message { from: Sender(0), number: 2 }, … }',
                    'false',
                    [
                      reason('d.payload', 'Message { from: Sender(0), number: 2 }', [], 73),
                      reason(
                        'Message { from: s, number: n }',
                        'Message { from: Sender(0), number: 1 }',
                        [],
                        73,
                      ),
                    ],
                    73,
                  ),
                ],
                73,
              ),
            ],
            72,
          ),
        ],
        72,
      ),
    ],
    71,
  );
  return d.view;
}

/** The same protocol with its slot guarded, beside {@link ipi}: alike up to the second message. */
export function repaired() {
  const bad = ipi();
  const steps = [...bad.steps.slice(0, 4), ...bad.steps.slice(8, 13)];
  steps[2] = { ...steps[2], arrows: [{ ...steps[2].arrows[0], end: 4 }] };
  steps[5] = { ...steps[5], arrows: [{ ...steps[5].arrows[0], end: 6 }] };
  return {
    ...bad,
    title: 'NoneLost holds here',
    protocol: 'SingleSlotFullFlag',
    steps,
    slice: null,
    story: [],
    why: null,
    lights: steps.map(() => '1111-').concat('1111-'),
  };
}

export function buffers() {
  const file = 'specs/classic/peterson_tso.baton';
  const d = new Document({
    title: 'MutualExclusion is violated',
    protocol: 'PetersonTso',
    file,
    check: {
      name: 'without_fence',
      parameters: [{ name: 'FENCED', value: '0' }],
      engine: 'explicit',
      guarantee: 'counterexample, replayed',
    },
    property: {
      name: 'MutualExclusion',
      kind: 'invariant',
      text: '(count p in Process: at(p.run, Critical)) <= 1',
      file,
      line: 42,
    },
    sources: [spec('classic/peterson_tso.baton')],
    properties: [
      ['MutualExclusion', 'invariant'],
      ['NoneStarves', 'liveness'],
    ].map(([name, kind]) => ({ name, kind, file, line: 42 })),
    story: ['Both stores of `wants` still wait in store buffers when both processes read.'],
  });
  d.lanes(['Process(0)', 'core', 'Process'], ['Process(1)', 'core', 'Process'], ['memory', 'memory']);
  d.cell('wants[Process(0)]', 'memory', 2, 'false', 'wants')
    .cell('wants[Process(1)]', 'memory', 2, 'false', 'wants')
    .cell('turn', 'memory', 2, 'Process(0)')
    .cell('store buffer of Process(0)', 'buffer', 0, '[]', 'buffer')
    .cell('store buffer of Process(1)', 'buffer', 1, '[]', 'buffer');
  const b = (p, value) => ({ [`store buffer of Process(${p})`]: value });
  const run = (p, what, line, changes = {}) => d.step(p, `Process(${p}).run`, what, { line, changes });
  run(1, 'wants[self] = true', 23, b(1, '[wants[Process(1)] = true]'));
  run(1, 'turn = other(self)', 24, b(1, '[wants[Process(1)] = true, turn = Process(0)]'));
  run(0, 'wants[self] = true', 23, b(0, '[wants[Process(0)] = true]'));
  run(0, 'turn = other(self)', 24, b(0, '[wants[Process(0)] = true, turn = Process(1)]'));
  run(1, 'if not wants[other(self)] → true', 29);
  d.step(2, 'Process(1) store buffer', 'store to `wants[Process(1)]` reaches memory', {
    kind: 'drain',
    line: 18,
    arrows: [arrow('drain', 'wants[Process(1)]', 1, 2)],
    changes: { ...b(1, '[turn = Process(0)]'), 'wants[Process(1)]': 'true' },
  });
  run(0, 'if not wants[other(self)] → true', 29);
  d.step(2, 'Process(1) store buffer', 'store to `turn` reaches memory', {
    kind: 'drain',
    line: 20,
    arrows: [arrow('drain', 'turn', 1, 2)],
    changes: { ...b(1, '[]'), turn: 'Process(0)' },
  });
  d.lights('1-', '1-', '1-', '1-', '1-', '1-', '1-', '0-', '0-');
  d.view.why = reason(
    '(count p in Process: at(p.run, Critical)) <= 1',
    'false',
    [reason('count p in Process: at(p.run, Critical)', '2', [reason('counted', '{Process(0), Process(1)}')])],
    42,
  );
  return d.view;
}

export function lasso() {
  const file = 'specs/handover/two_phase.baton';
  const d = new Document({
    title: 'Resolves is violated',
    protocol: 'TwoPhase',
    file,
    check: { name: 'refused', parameters: [], engine: 'explicit', guarantee: 'counterexample, replayed' },
    property: {
      name: 'Resolves',
      kind: 'liveness',
      text: '(Old.phase == Frozen) leads to (New.serving or Old.phase == Serving)',
      file,
      line: 12,
    },
    sources: [spec('handover/two_phase.baton'), spec('handover/one_phase.baton')],
    properties: [
      ['NoDouble', 'invariant'],
      ['Resolves', 'liveness'],
    ].map(([name, kind]) => ({ name, kind, file, line: 12 })),
    loop: 2,
  });
  d.lanes(['Old'], ['New']);
  d.cell('Old.phase', 'private', 0, 'Serving')
    .cell('ctl', 'channel', null, '[]')
    .cell('New.asked', 'private', 1, '0');
  d.step(0, 'Old.prepare', 'prepare', { kind: 'action', line: 30, changes: { 'Old.phase': 'Prepared' } });
  d.step(0, 'Old.freeze', 'freeze', { kind: 'action', line: 33, changes: { 'Old.phase': 'Frozen' } });
  d.step(0, 'Old.ask', 'send ctl(Ask)', {
    line: 36,
    kind: 'action',
    arrows: [arrow('send', 'ctl', 0, 1, { payload: 'Ask', end: 3 })],
    changes: { ctl: '[Ask]' },
  });
  d.step(1, 'New.on_ctl_Ask', 'on ctl(Ask)', {
    line: 40,
    kind: 'handler',
    changes: { ctl: '[]', 'New.asked': '1' },
  });
  d.step(1, 'New.answer', 'send ctl(Wait)', {
    line: 42,
    kind: 'action',
    arrows: [arrow('send', 'ctl', 1, 0, { payload: 'Wait { reason: Busy }', end: 5 })],
    changes: { ctl: '[Wait { reason: Busy }]' },
  });
  d.step(0, 'Old.on_ctl_Wait', 'on ctl(Wait { reason })', {
    line: 44,
    kind: 'handler',
    changes: { ctl: '[]', 'New.asked': '0' },
  });
  d.lights(...Array.from({ length: 7 }, () => '1-'));
  d.view.why = reason(
    'New.serving or Old.phase == Serving',
    'false',
    [
      reason('New.serving', 'false'),
      reason('Old.phase == Serving', 'false', [reason('Old.phase', 'Frozen')]),
    ],
    12,
  );
  return d.view;
}

export function faults() {
  const file = 'specs/handover/one_phase.baton';
  const d = new Document({
    title: 'OneOwner is violated',
    protocol: 'PageHandOver',
    file,
    check: {
      name: 'with_crash',
      parameters: [{ name: 'PAGES', value: '3' }],
      engine: 'explicit',
      guarantee: 'counterexample, replayed',
    },
    property: { name: 'OneOwner', kind: 'invariant', text: 'forall p in Page: …', file, line: 72 },
    sources: [spec('handover/one_phase.baton')],
    properties: [
      ['WellDefined', 'error'],
      ['Owned', 'ownership'],
      ['OneOwner', 'invariant'],
      ['NoneLost', 'invariant'],
    ].map(([name, kind]) => ({ name, kind, file, line: 72 })),
    story: [
      'Step 7 lost it: New crashes while Page(1) is its own.',
      'The crash is needed: without it there is no such trace of this length.',
    ],
    slice: { steps: [0, 1, 2, 3, 6, 8], cells: [0, 1, 4] },
  });
  d.lanes(
    ['Old'],
    ['New'],
    ['Helper core 0', 'core', 'Helper'],
    ['Helper core 1', 'core', 'Helper'],
    ['faults', 'fault'],
  );
  d.cell('owner of Page(0)', 'owner', null, 'Old', 'Page.owner')
    .cell('owner of Page(1)', 'owner', null, 'Old', 'Page.owner')
    .cell('owner of Page(2)', 'owner', null, 'nobody', 'Page.owner')
    .cell('owner of Core(0)', 'owner', null, 'Old', 'Core.owner')
    .cell('New', 'life', 1, 'live', 'New.life')
    .cell('ctl to New', 'channel', null, '[]', 'ctl')
    .cell('data to Helper', 'channel', null, '[]', 'data')
    .cell('crashes left', 'budget', null, '1', 'budget');
  d.step(0, 'Old.freeze', 'freeze', { kind: 'action', line: 33 });
  d.step(0, 'Old.transfer', 'give p to New', {
    kind: 'action',
    line: 40,
    arrows: [arrow('give', 'Page(0)', 0, 1)],
    changes: { 'owner of Page(0)': 'New' },
  });
  d.step(0, 'Old.transfer', 'give p to New; send ctl(State { unit })', {
    kind: 'action',
    line: 40,
    arrows: [arrow('send', 'ctl', 0, 1, { payload: 'State { unit: Page(1) }', outcome: 'lost', end: 6 })],
    changes: { 'owner of Page(1)': 'New', 'ctl to New': '[State { unit: Page(1) }]' },
  });
  d.step(0, 'Old.kick', 'raise kick', {
    line: 41,
    arrows: [arrow('raise', 'kick', 0, 1, { end: 4 }), arrow('raise', 'kick', 0, 2, { outcome: 'pending' })],
  });
  d.step(1, 'New.kick', 'interrupt kick starts', { kind: 'delivery', line: 60, interrupt: 'enter' });
  d.step(1, 'New.nmi', 'interrupt nmi starts', { kind: 'delivery', line: 61, interrupt: 'enter' });
  d.step(4, 'fault', 'crash New', {
    kind: 'fault',
    fault: true,
    target: 1,
    line: 50,
    arrows: [arrow('lose', 'ctl', null, 1, { outcome: 'lost', end: 6, payload: 'State { unit: Page(1) }' })],
    changes: { New: 'crashed', 'crashes left': '0', 'ctl to New': '[]' },
  });
  d.step(0, 'Old.kick', 'raise kick', {
    line: 41,
    arrows: [
      arrow('dropped', 'kick', 0, 1, { outcome: 'lost' }),
      arrow('coalesced', 'kick', 0, 2, { outcome: 'coalesced' }),
      arrow('send', 'data', 0, 3, { payload: 'Word(7)', outcome: 'pending' }),
    ],
    changes: { 'data to Helper': '[Word(7)]' },
  });
  d.step(0, 'Old.time_out', 'take p', {
    kind: 'action',
    line: 50,
    changes: { 'owner of Page(1)': 'Old', 'owner of Page(2)': 'Helper', 'owner of Core(0)': 'Helper core 1' },
    error: 'Page(1) is taken from New, which still owns it',
  });
  d.lights('1111', '1111', '1111', '1111', '1111', '1111', '1111', '1110', '1110', '?000');
  d.view.why = reason('forall p in Page: …', 'false', [reason('for p = Page(1)', 'false', [], 72)], 72);
  return d.view;
}

export const HOSTILE = [
  '<script>window.hacked = 1</script>',
  '"><img src=x onerror="window.hacked=2">',
  "'; alert(1); //",
  '\u202egnirts desrever',
  'שלום עולם',
  'null\u0000and\u001bescape\u009f',
  '</script><script>window.hacked=3</script>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what it looks like
  '{{7*7}} ${7*7} <b>bold</b> &lt;tag&gt;',
  'javascript:window.hacked=4',
  'zero\u200bwidth\u2066isolate\ufefflone\ud800surrogate',
  '<!-- comment --> ]]> <![CDATA[',
];

export function hostile() {
  const long = 'VeryLongName'.repeat(400);
  const [script, img, quote, rtl, hebrew, control, close, braces, url, , comment] = HOSTILE;
  const d = new Document({
    title: `${script} ${rtl} is violated`,
    protocol: `${img}`,
    file: `${close}/../../etc/passwd`,
    check: {
      name: quote,
      parameters: [
        { name: rtl, value: script },
        { name: '__proto__', value: 'constructor' },
      ],
      engine: braces,
      guarantee: url,
    },
    property: { name: script, kind: hebrew, text: `${rtl} ${comment} ${long}`, file: close, line: 1 },
    sources: [
      {
        name: close,
        text: `protocol ${script}\n// ${rtl}\n/* ${img}\n */ "${control}" ${hebrew} 42\n${long}\n`,
      },
      { name: script, text: '' },
    ],
    properties: [
      { name: script, kind: img, file: close, line: 2 },
      { name: long, kind: rtl, file: 'nowhere', line: 99999 },
    ],
    story: [script, rtl, img, long],
  });
  d.lanes([script, 'kernel', img], [long], [rtl, 'core', hebrew], ['toString', 'other']);
  d.cell(script, 'memory', null, img)
    .cell('__proto__', 'owner', null, rtl)
    .cell(long, 'private', 1, long)
    .cell(rtl, 'buffer', 0, '[a, (], }', 'constructor')
    .cell(control, 'channel', 1, `[${script}, ${rtl}]`);
  HOSTILE.forEach((text, i) => {
    d.step(i % 4, text, HOSTILE[(i + 3) % HOSTILE.length], {
      kind: script,
      changes: {
        [script]: text,
        ...(i % 3 === 0 ? { [control]: `[${text}]` } : {}),
        ...(i === 4 ? { [long]: `{${long}, ${long}}` } : {}),
      },
      arrows: [
        arrow(img, text, i % 4, (i + 1) % 4, {
          payload: script,
          outcome: ['delivered', 'pending', 'coalesced', 'lost'][i % 4],
        }),
      ],
      error: i === 9 ? script : null,
    });
  });
  d.step(1, long, long, { kind: long });
  d.view.steps[0].source = { file: 0, line: 90000, column: 0, endLine: 0, endColumn: 99 };
  d.view.steps[1].source = { file: 0, line: 1, column: 4, endLine: 9, endColumn: 2 };
  d.lights(...Array.from({ length: HOSTILE.length + 2 }, (_, i) => (i > 8 ? '0?' : '1-')));
  d.view.why = reason(
    script,
    rtl,
    [reason(long, img, [], 1), { ...reason(comment, control), source: { file: 77, line: -0 } }],
    2,
  );
  return d.view;
}

/** A trace of any length, the same each time. */
export function long(steps = 10_000, kernels = 6) {
  let seed = 12345;
  const random = (n) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return Math.floor((seed / 2 ** 32) * n);
  };
  const file = 'generated.baton';
  const d = new Document({
    title: `A trace of ${steps} steps`,
    protocol: 'Generated',
    file,
    property: { name: 'Never', kind: 'invariant', text: 'not done', file, line: 3 },
    sources: [
      {
        name: file,
        text: Array.from(
          { length: 3000 },
          (_, i) => `  action step_${i} when x == ${i} { x = ${i + 1} } // line ${i}`,
        ).join('\n'),
      },
    ],
    properties: ['A', 'B', 'C', 'Never'].map((name) => ({ name, kind: 'invariant', file, line: 3 })),
  });
  d.lanes(
    ...Array.from({ length: kernels }, (_, i) => [`Kernel(${i})`, 'kernel', 'Kernel']),
    ['memory', 'memory'],
    ['faults', 'fault'],
  );
  for (let i = 0; i < kernels; i++) {
    d.cell(`Kernel(${i}).count`, 'private', i, '0', 'Kernel.count').cell(
      `store buffer of Kernel(${i})`,
      'buffer',
      i,
      '[]',
      'buffer',
    );
    d.cell(`owner of Page(${i})`, 'owner', null, 'Kernel(0)', 'Page.owner');
  }
  for (let i = 0; i < 300; i++) d.cell(`slot[${i}]`, 'memory', null, '0', 'slot');
  const open = Array.from({ length: kernels }, () => 0);
  const stores = Array.from({ length: kernels }, () => []);
  for (let i = 0; i < steps; i++) {
    const k = random(kernels);
    const line = 1 + random(3000);
    const kind = random(10);
    if (kind < 2) {
      const to = random(kernels);
      const outcome = ['delivered', 'delivered', 'delivered', 'coalesced', 'lost', 'delivered'][random(6)];
      const end = outcome === 'delivered' ? Math.min(steps - 1, i + 1 + random(30)) : null;
      d.step(k, `Kernel(${k}).send`, `raise bell to Kernel(${to})`, {
        line,
        arrows: [arrow('raise', 'bell', k, to, { outcome, end })],
        changes: { [`Kernel(${k}).count`]: `${i}` },
      });
    } else if (kind < 4 && open[k] < 3) {
      open[k]++;
      d.step(k, `Kernel(${k}).bell`, 'interrupt bell starts', { line, kind: 'delivery', interrupt: 'enter' });
    } else if (kind < 6 && open[k] > 0) {
      open[k]--;
      d.step(k, `Kernel(${k}).bell`, 'count = count + 1', {
        line,
        kind: 'interrupt',
        interrupt: 'leave',
        changes: { [`Kernel(${k}).count`]: `${i}` },
      });
    } else if (kind === 6 && random(20) === 0) {
      d.step(kernels + 1, 'fault', `delay Kernel(${k})`, { line, kind: 'fault', fault: true, target: k });
    } else if (kind === 7) {
      d.step(k, `Kernel(${k}).give`, `give Page(${k})`, {
        line,
        changes: { [`owner of Page(${k})`]: `Kernel(${random(kernels)})` },
      });
    } else if (kind === 8 && stores[k].length > 0) {
      const gone = stores[k].shift();
      d.step(kernels, `Kernel(${k}) store buffer`, `store to \`${gone}\` reaches memory`, {
        line,
        kind: 'drain',
        arrows: [arrow('drain', gone, k, kernels)],
        changes: {
          [`store buffer of Kernel(${k})`]: `[${stores[k].map((s) => `${s} = ${i}`).join(', ')}]`,
          [gone]: `${i}`,
        },
      });
    } else if (stores[k].length < 4) {
      stores[k].push(`slot[${random(300)}]`);
      d.step(k, `Kernel(${k}).work`, `${stores[k].at(-1)} = ${i}`, {
        line,
        changes: { [`store buffer of Kernel(${k})`]: `[${stores[k].map((s) => `${s} = ${i}`).join(', ')}]` },
      });
    } else {
      d.step(k, `Kernel(${k}).work`, 'skip', { line });
    }
  }
  d.lights(
    ...Array.from(
      { length: steps + 1 },
      (_, i) => `${i % 7 ? 1 : 0}1${i % 11 ? 1 : '?'}${i === steps ? 0 : 1}`,
    ),
  );
  return d.view;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  for (const [name, view] of Object.entries({
    ipi: ipi(),
    buffers: buffers(),
    lasso: lasso(),
    faults: faults(),
    hostile: hostile(),
    repaired: repaired(),
  })) {
    writeFileSync(here(`${name}.json`), `${JSON.stringify(view, null, 1)}\n`);
  }
}
