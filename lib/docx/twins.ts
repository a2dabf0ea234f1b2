import type { Paragraph } from './paragraph.ts';

const locksOf = ({ items, gaps }: Paragraph): string =>
  JSON.stringify([items.filter(({ lock }) => lock).map(({ start, text, lock }) => [start, text.length, lock]), gaps]);

/** Ties paragraphs to those that other programs read in their place; what differs from them is locked. */
export function pair(paragraphs: readonly Paragraph[], twins: readonly Paragraph[]): void {
  const isSame =
    paragraphs.length === twins.length &&
    paragraphs.every((paragraph, index) => {
      const twin = twins[index]!;
      return paragraph.text === twin.text && locksOf(paragraph) === locksOf(twin);
    });
  paragraphs.forEach((paragraph, index) => {
    if (isSame) paragraph.twins.push(twins[index]!);
    else paragraph.lock ??= 'alternative';
  });
}
