/**
 * Structural checks of what arrives on a port. A frame lives in the process of its page, and a page that has broken
 * into it may post anything, so nothing is used before it has passed here. Whether an edit fits the text it claims to
 * apply to is the field session's question.
 */
import type { Range } from '../document/types.ts';
import { mayBeOwnWord } from '../engine/issue.ts';
import { MAX_TEXT_LENGTH } from './limits.ts';
import type { ChecklistMessage, FrameMessage } from './messages.ts';

const MAX_NAME_LENGTH = 300;
const MAX_KEY_LENGTH = 1000;
/** More issues of one cause than this are ignored in turns. */
const MAX_KEYS = 5000;
/** More places than this are never fixed at once. */
const MAX_CHOICES = 50_000;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isString = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest;
const areKeys = (value: unknown): value is string[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= MAX_KEYS &&
  value.every((key) => isString(key, MAX_KEY_LENGTH));
const isRuleId = (value: unknown) => isString(value, MAX_NAME_LENGTH) && /^[a-z]+\/[a-z-]+$/.test(value);
const isRange = (value: unknown): value is Range =>
  Array.isArray(value) && value.length === 2 && isCount(value[0]) && isCount(value[1]) && value[0] <= value[1];

function isChoice({ key, start, suggestion }: Fields): boolean {
  return isString(key, MAX_KEY_LENGTH) && isCount(start) && (suggestion === undefined || isCount(suggestion));
}

function isTakenBack({ kind, keys, ruleId, words, word }: Fields): boolean {
  if (kind === 'ignore') return areKeys(keys);
  if (kind === 'word') return typeof word === 'string' && mayBeOwnWord(word);
  return isRuleId(ruleId) && (kind === 'rule' || (kind === 'silence' && isString(words, MAX_NAME_LENGTH)));
}

const FRAME_CHECKS: Readonly<Record<FrameMessage['type'], (message: Fields) => boolean>> = {
  hello: () => true,
  open: ({ field, version, text }) => isCount(field) && isCount(version) && isString(text, MAX_TEXT_LENGTH),
  edit: ({ field, version, start, deleted, inserted }) =>
    isCount(field) && isCount(version) && isCount(start) && isCount(deleted) && isString(inserted, MAX_TEXT_LENGTH),
  'too-long': ({ field }) => isCount(field),
  close: ({ field }) => isCount(field),
  focus: ({ field, at }) => isCount(field) && isCount(at),
  ignore: ({ field, keys }) => isCount(field) && areKeys(keys),
  'own-word': ({ field, key }) => isCount(field) && isString(key, MAX_KEY_LENGTH),
  silence: ({ field, key }) => isCount(field) && isString(key, MAX_KEY_LENGTH),
  'rule-off': ({ field, key }) => isCount(field) && isString(key, MAX_KEY_LENGTH),
  'take-back': ({ choice }) => isFields(choice) && isTakenBack(choice),
  explain: ({ ruleId }) => isRuleId(ruleId),
  'open-list': ({ field }) => isCount(field),
  'open-rule': ({ ruleId }) => isRuleId(ruleId),
  'seal-off': ({ where }) => where === 'site' || where === 'everywhere',
  'site-off': () => true,
  unreadable: ({ editor }) => isString(editor, MAX_NAME_LENGTH),
  fixed: ({ field, request, applied, refused, covered }) =>
    isCount(field) && isCount(request) && isCount(applied) && isCount(refused) && typeof covered === 'boolean',
};

const CHECKLIST_CHECKS: Readonly<Record<ChecklistMessage['type'], (message: Fields) => boolean>> = {
  watch: ({ tab }) => isCount(tab),
  reveal: ({ range }) => isRange(range),
  fix: isChoice,
  'fix-all': () => true,
  'fix-chosen': ({ choices }) =>
    Array.isArray(choices) &&
    choices.length > 0 &&
    choices.length <= MAX_CHOICES &&
    choices.every((choice) => isFields(choice) && isChoice(choice)),
  undo: () => true,
  ignore: ({ keys, ignored }) => areKeys(keys) && typeof ignored === 'boolean',
  silence: ({ ruleId, words, silenced }) =>
    isRuleId(ruleId) && isString(words, MAX_NAME_LENGTH) && words !== '' && typeof silenced === 'boolean',
  rule: ({ ruleId, on }) => isRuleId(ruleId) && typeof on === 'boolean',
  word: ({ word, own }) => typeof word === 'string' && mayBeOwnWord(word) && typeof own === 'boolean',
  site: ({ enabled }) => typeof enabled === 'boolean',
};

function isMessage(value: unknown, checks: Readonly<Record<string, (message: Fields) => boolean>>): boolean {
  if (!isFields(value) || typeof value.type !== 'string' || !Object.hasOwn(checks, value.type)) return false;
  return checks[value.type]!(value);
}

/** The message of a frame, or undefined where it is not one. */
export function parseFrameMessage(value: unknown): FrameMessage | undefined {
  return isMessage(value, FRAME_CHECKS) ? (value as FrameMessage) : undefined;
}

/** The message of a checklist, or undefined where it is not one. */
export function parseChecklistMessage(value: unknown): ChecklistMessage | undefined {
  return isMessage(value, CHECKLIST_CHECKS) ? (value as ChecklistMessage) : undefined;
}

/** The field that a malformed message names, so that its text can be asked for anew. */
export function namedField(value: unknown): number | undefined {
  return isFields(value) && isCount(value.field) ? value.field : undefined;
}
