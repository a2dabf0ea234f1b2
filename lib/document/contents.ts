import { perParagraph } from './per-paragraph.ts';
import type { Paragraph } from './types.ts';

const HEAD = /^目[\s\u3000]*[录次][\s\u3000]*$/;
const PAGE = /(?:(\d{1,3})|[ivxIVX]{1,5})[）)]?$/;
const LEADER = /[.．·•…⋯_\s\u3000（(-]/;
const LONGEST = 80;
/** Lines that make a contents page of themselves, without its head above them. */
const FEWEST = 3;

interface Entry {
  /** What the line is called in the text, without leader, page and blanks. */
  readonly title: string;
  /** Undefined for a Roman page number, or where no page stands. */
  readonly page?: number;
  /** Dots, a tab or several blanks lead to the page. */
  readonly led: boolean;
  readonly hasPage: boolean;
  readonly isNumbered: boolean;
}

const readEntry = perParagraph(({ text, content, marker }: Paragraph): Entry | undefined => {
  const [start, end] = content;
  if (end - start > LONGEST) return undefined;
  const words = text.slice(start, end);
  const match = PAGE.exec(words);
  let at = match ? match.index : words.length;
  const leaderEnd = at;
  while (at > 0 && match && LEADER.test(words[at - 1]!)) at--;
  const leader = words.slice(at, leaderEnd);
  const title = words.slice(0, at).replace(/[\s\u3000]/g, '');
  if (!/\p{Script=Han}/u.test(title) || /[。；，：！？]$/.test(title)) return undefined;
  return {
    title,
    led: leader.includes('\t') || leader.length > 1 || /[…⋯]/.test(leader),
    hasPage: match !== null,
    isNumbered: marker !== undefined || /[.…⋯·]/.test(leader),
    ...(match?.[1] !== undefined && { page: Number(match[1]) }),
  };
});

/** How often each short line stands in the text, by its words without blanks: headings come again below their contents page. */
function countTitles(paragraphs: readonly Paragraph[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const paragraph of paragraphs) {
    const title = readEntry(paragraph)?.title;
    if (title !== undefined) counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  return counts;
}

/** A run of entries from `first` on: pages that do not go back, no title twice. */
function readRun(
  paragraphs: readonly Paragraph[],
  first: number,
  isEntry: (entry: Entry) => boolean,
): { lines: number[]; numbered: number } {
  const lines: number[] = [];
  const titles = new Set<string>();
  let [numbered, page] = [0, 0];
  for (let index = first; index < paragraphs.length; index++) {
    const paragraph = paragraphs[index]!;
    if (paragraph.content[0] === paragraph.content[1]) continue;
    const entry = readEntry(paragraph);
    if (!entry || !isEntry(entry) || titles.has(entry.title) || (entry.page ?? page) < page) break;
    titles.add(entry.title);
    page = entry.page ?? page;
    if (entry.isNumbered) numbered++;
    lines.push(index);
  }
  return { lines, numbered };
}

/**
 * Paragraphs that are a contents page: a line each with its page number, below “目录” also without leaders or pages where
 * the line comes again as a heading. Linear.
 * @returns indices of the paragraphs, head included
 */
export function findContents(paragraphs: readonly Paragraph[]): number[] {
  const found: number[] = [];
  let titles: Map<string, number> | undefined;
  for (let index = 0; index < paragraphs.length; index++) {
    const { text, content } = paragraphs[index]!;
    if (content[0] === content[1]) continue;
    const isHead = content[1] - content[0] <= 8 && HEAD.test(text.slice(content[0], content[1]));
    if (isHead) titles ??= countTitles(paragraphs);
    const { lines, numbered } = readRun(paragraphs, isHead ? index + 1 : index, ({ led, hasPage, title }) =>
      isHead ? hasPage || (titles?.get(title) ?? 0) > 1 : led && hasPage,
    );
    const isContents = isHead ? lines.length > 0 : lines.length >= FEWEST && 2 * numbered >= lines.length;
    if (isContents && isHead) found.push(index);
    if (isContents) for (const line of lines) found.push(line);
    if (lines.length > 0) index = lines.at(-1)!;
  }
  return found;
}
