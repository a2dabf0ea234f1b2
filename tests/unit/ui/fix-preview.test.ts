import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { previewFix } from '../../../lib/ui/fix-preview.ts';

const alone = (matched: string) => ({ before: '', matched, after: '' });

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

describe('previewFix', () => {
  it('shows only what changes, with what stays beside it', () => {
    expect(previewFix(alone('工作布署'), [10, 14], { range: [12, 13], text: '部' })).toEqual({
      before: '工作',
      removed: '布',
      added: '部',
      after: '署',
    });
  });

  it('trims what a whole replacement has in common with the text', () => {
    expect(previewFix(alone('驻村驻村'), [0, 4], { range: [0, 4], text: '驻村' })).toEqual({
      before: '驻村',
      removed: '驻村',
      added: '',
      after: '',
    });
  });

  it('makes blanks and line breaks visible where they are what changes', () => {
    expect(previewFix(alone('一 \n二'), [0, 4], { range: [1, 3], text: '\u3000' })).toMatchObject({
      removed: '␣↵',
      added: '␣',
    });
  });

  it('shows only the new text of a fix beyond its range', () => {
    expect(previewFix(alone('“'), [5, 6], { range: [9, 9], text: '”' })).toEqual({
      before: '',
      removed: '',
      added: '”',
      after: '',
    });
  });

  it('shows the neighbours of a single character and of a mark', () => {
    const character = { before: '坚持监', matched: '察', after: '到位。' };
    expect(previewFix(character, [3, 4], { range: [3, 4], text: '查' })).toEqual({
      before: '坚持监',
      removed: '察',
      added: '查',
      after: '到位。',
    });
    const mark = { before: '…全年未发生安全事故', matched: ',', after: '全区形势平稳。' };
    expect(previewFix(mark, [20, 21], { range: [20, 21], text: '，' })).toMatchObject({
      before: '…发生安全事故',
      after: '全区形势平稳…',
    });
  });

  it('keeps the two ends of a long stretch', () => {
    const { removed } = previewFix(alone('甲'.repeat(500)), [0, 500], { range: [0, 500], text: '' });
    expect(removed).toBe(`${'甲'.repeat(20)}……${'甲'.repeat(20)}`);
  });

  it('never cuts a surrogate pair', () => {
    const pair = fc.constantFrom('😀', '😁', '𠀀', '𠀁', '甲');
    const words = fc.array(pair, { maxLength: 30 }).map((list) => list.join(''));
    fc.assert(
      fc.property(words, words, words, words, (head, from, to, tail) => {
        const original = head + from + tail;
        const fix = { range: [head.length, head.length + from.length] as const, text: to };
        const shown = Object.values(previewFix(alone(original), [0, original.length], fix)).join('');
        expect(shown).not.toMatch(LONE_SURROGATE);
      }),
    );
  });
});
