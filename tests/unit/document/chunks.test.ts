import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allFound, perChunk } from '../../../lib/document/chunks.ts';
import { parseDocument } from '../../../lib/document/document.ts';
import type { Document } from '../../../lib/document/types.ts';

const lines = (count: number, line = (index: number) => `第${index}行`) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');
const sizesOf = ({ chunks }: Document) => chunks.map(({ paragraphs }) => paragraphs.length);
const figuresIn = allFound(({ text }) => text.match(/\d/g) ?? []);
const asTold = (document: Document) => figuresIn(document).map(({ block, found }) => [block.index, found]);

/** One edit by lines: at a place, so many are deleted and so many put in. */
const edits = fc.array(fc.tuple(fc.nat(400), fc.nat(120), fc.nat(120)), { maxLength: 12 });

it('hold all paragraphs, in stretches neither long nor very short, whatever has been edited', () => {
  fc.assert(
    fc.property(fc.nat(300), edits, (count, all) => {
      let document = parseDocument(lines(count));
      all.forEach(([place, deleted, inserted], round) => {
        const now = document.text.split('\n');
        now.splice(
          place % now.length,
          deleted,
          ...Array.from({ length: inserted }, (_, index) => `新${round}${index}`),
        );
        document = parseDocument(now.join('\n'), new Map(), document);
        expect(document.chunks.flatMap(({ paragraphs }) => paragraphs)).toEqual(
          document.blocks.map(({ paragraph }) => paragraph),
        );
        expect(Math.max(...sizesOf(document))).toBeLessThanOrEqual(96);
        expect(asTold(document)).toEqual(asTold(parseDocument(document.text)));
      });
    }),
  );
});

it('do not become many and short by deleting', () => {
  let document = parseDocument(lines(2000));
  for (let round = 0; round < 195; round++) {
    const now = document.text.split('\n');
    now.splice((round * 37) % (now.length - 10), 10);
    document = parseDocument(now.join('\n'), new Map(), document);
  }
  expect(document.blocks).toHaveLength(50);
  expect(document.chunks.length).toBeLessThanOrEqual(6);
});

it('are the same objects after an edit elsewhere, and what was computed of them is not computed again', () => {
  let computed = 0;
  const lengths = perChunk((paragraphs) => {
    computed++;
    return paragraphs.length;
  });
  const before = parseDocument(lines(1000));
  lengths(before);
  const count = computed;
  expect(count).toBe(before.chunks.length);
  const after = parseDocument(before.text.replace('第500行', '第五百行'), new Map(), before);
  expect(lengths(after).reduce((sum, length) => sum + length)).toBe(1000);
  expect(computed).toBe(count + 1);
  expect(after.chunks.filter((chunk) => !before.chunks.includes(chunk))).toHaveLength(1);
});

it('give what is found with the block in which it stands', () => {
  const { blocks } = parseDocument('甲\n乙1丙2\n\n丁3');
  expect(figuresIn(parseDocument('甲\n乙1丙2\n\n丁3')).map(({ block, found }) => [block.start, found])).toEqual([
    [blocks[1]!.start, '1'],
    [blocks[1]!.start, '2'],
    [blocks[3]!.start, '3'],
  ]);
});
