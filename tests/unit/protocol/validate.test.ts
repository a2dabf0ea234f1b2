import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_TEXT_LENGTH } from '../../../lib/protocol/limits.ts';
import { namedField, parseChecklistMessage, parseFrameMessage } from '../../../lib/protocol/validate.ts';

const CHOICES: Record<string, unknown>[] = [
  { kind: 'ignore', keys: ['k'] },
  { kind: 'silence', ruleId: 'typo/confusion', words: '布署' },
  { kind: 'word', word: '云岭村' },
  { kind: 'rule', ruleId: 'typo/confusion' },
];

const FRAME_MESSAGES: Record<string, unknown>[] = [
  { type: 'hello' },
  { type: 'open', field: 1, version: 0, text: '特此报告。' },
  { type: 'edit', field: 1, version: 1, start: 0, deleted: 2, inserted: '' },
  { type: 'too-long', field: 1 },
  { type: 'close', field: 1 },
  { type: 'focus', field: 1, at: 1_700_000_000_000 },
  { type: 'ignore', field: 1, keys: ['k'] },
  { type: 'own-word', field: 1, key: 'k' },
  { type: 'silence', field: 1, key: 'k' },
  { type: 'rule-off', field: 1, key: 'k' },
  ...CHOICES.map((choice) => ({ type: 'take-back', choice })),
  { type: 'explain', ruleId: 'typo/confusion' },
  { type: 'open-list', field: 1 },
  { type: 'open-rule', ruleId: 'typo/confusion' },
  { type: 'seal-off', where: 'site' },
  { type: 'seal-off', where: 'everywhere' },
  { type: 'site-off' },
  { type: 'unreadable', editor: 'WPS' },
  { type: 'fixed', field: 1, request: 3, applied: 2, refused: 0, covered: false },
];

const CHECKLIST_MESSAGES: Record<string, unknown>[] = [
  { type: 'watch', tab: 7 },
  { type: 'reveal', range: [3, 5] },
  { type: 'fix', key: 'k', start: 3 },
  { type: 'fix', key: 'k', start: 3, suggestion: 1 },
  { type: 'fix-all' },
  {
    type: 'fix-chosen',
    choices: [
      { key: 'k', start: 3 },
      { key: 'k', start: 9, suggestion: 0 },
    ],
  },
  { type: 'undo' },
  { type: 'ignore', keys: ['k', 'l'], ignored: true },
  { type: 'silence', ruleId: 'typo/confusion', words: '布署', silenced: true },
  { type: 'rule', ruleId: 'typo/confusion', on: false },
  { type: 'word', word: '云岭村', own: true },
  { type: 'site', enabled: false },
];

const WRONG_VALUES = [undefined, null, -1, 0.5, Number.NaN, 2 ** 53, '3', {}, [], [2, 1], [0, 1, 2], [0, '1'], true, 0];

/** Values of that field which are right for some message and may stand in another. */
const isRightFor = (good: unknown, wrong: unknown) => typeof good === typeof wrong && typeof good !== 'object';

describe.each([
  { name: 'frame', messages: FRAME_MESSAGES, parse: parseFrameMessage },
  { name: 'checklist', messages: CHECKLIST_MESSAGES, parse: parseChecklistMessage },
])('messages of a $name', ({ messages, parse }) => {
  it.each(messages)('lets through $type', (message) => {
    expect(parse(message)).toBe(message);
  });

  it.each(messages)('drops $type with a field of the wrong kind', (message) => {
    for (const [field, good] of Object.entries(message)) {
      for (const wrong of WRONG_VALUES.filter((value) => !isRightFor(good, value))) {
        if (field === 'suggestion' && wrong === undefined) continue;
        expect(parse({ ...message, [field]: wrong }), `${field}: ${JSON.stringify(wrong)}`).toBeUndefined();
      }
    }
  });

  it('drops whatever is not a message and never throws', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (value) => {
        expect(parse(value)).toBeUndefined();
      }),
    );
    for (const type of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      expect(parse({ type })).toBeUndefined();
    }
  });
});

it('drops numbers that are not counts', () => {
  for (const number of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    expect(parseFrameMessage({ type: 'close', field: number })).toBeUndefined();
    expect(parseFrameMessage({ ...FRAME_MESSAGES[2], start: number })).toBeUndefined();
  }
});

it('drops texts longer than are checked', () => {
  const text = '字'.repeat(MAX_TEXT_LENGTH);
  expect(parseFrameMessage({ type: 'open', field: 1, version: 0, text })).toBeDefined();
  expect(parseFrameMessage({ type: 'open', field: 1, version: 0, text: `${text}字` })).toBeUndefined();
});

it('drops keys that are none', () => {
  for (const keys of ['k', [1], ['k'.repeat(2000)], undefined]) {
    expect(parseChecklistMessage({ type: 'ignore', keys, ignored: true })).toBeUndefined();
  }
});

it.each(CHOICES)('drops a choice of kind $kind to take back with a field of the wrong kind', (choice) => {
  for (const [field, good] of Object.entries(choice)) {
    for (const wrong of WRONG_VALUES.filter((value) => field === 'kind' || !isRightFor(good, value))) {
      const message = { type: 'take-back', choice: { ...choice, [field]: wrong } };
      expect(parseFrameMessage(message), `${field}: ${JSON.stringify(wrong)}`).toBeUndefined();
    }
  }
});

it('drops what is no rule', () => {
  for (const ruleId of ['', 'typo', 'typo/', 'typo/a&x=1', '/typo/confusion', 'typo/错字', `typo/${'a'.repeat(300)}`]) {
    expect(parseFrameMessage({ type: 'explain', ruleId }), ruleId).toBeUndefined();
    expect(parseFrameMessage({ type: 'open-rule', ruleId }), ruleId).toBeUndefined();
    expect(parseFrameMessage({ type: 'take-back', choice: { kind: 'rule', ruleId } }), ruleId).toBeUndefined();
    expect(parseChecklistMessage({ type: 'rule', ruleId, on: true }), ruleId).toBeUndefined();
  }
});

it('drops a place for the seal to be off that there is not', () => {
  for (const where of ['', 'here', 'Site']) expect(parseFrameMessage({ type: 'seal-off', where })).toBeUndefined();
});

it('drops what is no word to be added', () => {
  for (const word of ['', '的', '云岭\n村', '云 岭', '，云岭村', '村'.repeat(21)]) {
    expect(parseChecklistMessage({ type: 'word', word, own: true }), word).toBeUndefined();
  }
});

it('names the field of a malformed message where it has one', () => {
  expect(namedField({ type: 'edit', field: 4, start: 'x' })).toBe(4);
  expect(namedField({ type: 'edit', field: '4' })).toBeUndefined();
  expect(namedField(null)).toBeUndefined();
});
