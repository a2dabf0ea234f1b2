import type { Block, Section } from './types.ts';

type OpenSection = { -readonly [key in keyof Section]: Section[key] } & { children: Section[] };

/**
 * Headings as a tree. A heading without number belongs to the section it stands in and has no sections of its own, since its
 * rank cannot be known.
 */
export function buildOutline(blocks: readonly Block[]): { outline: Section[]; headings: Section[] } {
  const outline: Section[] = [];
  const headings: Section[] = [];
  const open: OpenSection[] = [];
  const closeFrom = (depth: number, endBlock: number) => {
    for (const section of open.splice(depth)) section.endBlock = endBlock;
  };
  for (const block of blocks) {
    const { heading } = block.paragraph;
    if (block.role !== 'heading' || !heading) continue;
    const isPeerOrBelow = ({ heading: above }: Section) =>
      above.level === 0 || (heading.level > 0 && above.level >= heading.level);
    const depth = open.findIndex(isPeerOrBelow);
    if (depth !== -1) closeFrom(depth, block.index);
    const section: OpenSection = { block, heading, children: [], endBlock: blocks.length };
    (open.at(-1)?.children ?? outline).push(section);
    headings.push(section);
    open.push(section);
  }
  return { outline, headings };
}
