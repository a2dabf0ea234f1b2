import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applySplice, shiftOffset, shiftRange, spliceBetween } from '../../../lib/document/splice.ts';
import { applyFixes } from '../../../lib/engine/fix.ts';
import { shiftByFixes } from '../../../lib/fields/fixes.ts';

/** Texts that are alike in long stretches, with surrogate pairs and halves of them. */
const texts = fc
  .array(fc.constantFrom('驻', '村', '的', '\n', '😀', '😁', '\ud83d', '\ude00'), { maxLength: 12 })
  .map((parts) => parts.join(''));
const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
const partsPair = (text: string, at: number) => isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));

describe('spliceBetween', () => {
  test('gives nothing for equal texts', () => {
    expect(spliceBetween('驻村', '驻村')).toBeUndefined();
  });

  test('is as small as can be', () => {
    expect(spliceBetween('选派驻村驻村工作队', '选派驻村工作队')).toEqual({ start: 4, deleted: 2, inserted: '' });
    expect(spliceBetween('认真布署', '认真部署')).toEqual({ start: 2, deleted: 1, inserted: '部' });
  });

  test('keeps characters of two code units whole', () => {
    expect(spliceBetween('好😀', '好😁')).toEqual({ start: 1, deleted: 2, inserted: '😁' });
  });

  test('leads from one text to the other and parts no pair', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const splice = spliceBetween(before, after);
        if (!splice) return before === after;
        const { start, deleted, inserted } = splice;
        const cuts = [start, start + deleted].some((at) => partsPair(before, at));
        const seams = [start, start + inserted.length].some((at) => partsPair(after, at));
        return applySplice(before, splice) === after && !cuts && !seams;
      }),
    );
  });
});

describe('shiftRange', () => {
  test('keeps what is typed at the edges outside', () => {
    expect(shiftRange([2, 4], { start: 2, deleted: 0, inserted: '新' })).toEqual([3, 5]);
    expect(shiftRange([2, 4], { start: 4, deleted: 0, inserted: '新' })).toEqual([2, 4]);
  });

  test('drops what the edit touched', () => {
    expect(shiftRange([2, 4], { start: 3, deleted: 0, inserted: '新' })).toBeUndefined();
    expect(shiftRange([2, 4], { start: 0, deleted: 3, inserted: '' })).toBeUndefined();
  });

  test('a range that is left stands at the same text', () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(20), fc.nat(20), (before, after, a, b) => {
        const start = Math.min(a, b, before.length);
        const end = Math.min(Math.max(a, b), before.length);
        const splice = spliceBetween(before, after);
        const moved = splice && start < end ? shiftRange([start, end], splice) : undefined;
        return !moved || after.slice(...moved) === before.slice(start, end);
      }),
    );
  });
});

describe('fixes', () => {
  const fixes = [
    { range: [0, 1], text: '部' },
    { range: [3, 5], text: '' },
    { range: [6, 6], text: '新的' },
  ] as const;

  test('are applied from back to front, in whatever order they come', () => {
    expect(applyFixes('布署推进推进会', fixes)).toBe('部署推进新的会');
    expect(applyFixes('布署推进推进会', [...fixes].reverse())).toBe('部署推进新的会');
  });

  test('carry the caret along with its text', () => {
    expect(shiftByFixes(7, fixes)).toBe(7);
    expect(shiftByFixes(2, fixes)).toBe(2);
  });

  test('a caret never leaves the text', () => {
    fc.assert(
      fc.property(texts, fc.nat(20), fc.nat(20), texts, fc.nat(20), (text, a, b, inserted, caret) => {
        const range = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)] as const;
        const place = shiftByFixes(Math.min(caret, text.length), [{ range, text: inserted }]);
        return place >= 0 && place <= applyFixes(text, [{ range, text: inserted }]).length;
      }),
    );
  });

  test('a caret inside deleted text goes behind what replaces it', () => {
    expect(shiftOffset(3, { start: 2, deleted: 4, inserted: '新' })).toBe(3);
  });
});
