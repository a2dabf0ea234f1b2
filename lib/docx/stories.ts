/** All stories of a Word file in the order in which they are read. */
import { readNumbering } from './numbering.ts';
import type { Part, WordPackage } from './package.ts';
import type { Paragraph } from './paragraph.ts';
import { type Inventory, StoryReader } from './story.ts';
import { readStyles } from './styles.ts';
import { attribute, child, descendants, type XmlElement } from './xml.ts';

export interface Stories extends Inventory {
  readonly text: string;
  /** By their place in the text. */
  readonly paragraphs: readonly Paragraph[];
}

/** The parts that sections show as header or footer, each once. */
function marginalParts(pkg: WordPackage, kind: 'header' | 'footer'): Part[] {
  const settings = pkg.related('settings');
  const hasEvenPages = settings !== undefined && child(settings.root, 'w:evenAndOddHeaders') !== undefined;
  const targets = new Map(pkg.relationships(pkg.main.name).map(({ id, target }) => [id, target]));
  const names = new Set<string>();
  for (const section of descendants(pkg.main.root, 'w:sectPr')) {
    for (const reference of section.children) {
      if (reference.name !== `w:${kind}Reference`) continue;
      const type = attribute(pkg.main, reference, 'w:type');
      if ((type === 'even' && !hasEvenPages) || (type === 'first' && !child(section, 'w:titlePg'))) continue;
      const target = targets.get(attribute(pkg.main, reference, 'r:id') ?? '');
      if (target !== undefined) names.add(target);
    }
  }
  return [...names].flatMap((name) => pkg.part(name) ?? []);
}

/** So long and so many at most are the paragraphs of a table or text box that holds a document's head or foot. */
const LONGEST_MARGINAL = 60;
const MOST_MARGINAL = 8;
/** 发文机关标志, 发文字号. */
const HEAD = /文件$|〔\d{4}〕/;
/** 抄送, 印发机关, 成文日期. */
const FOOT = /^(?:抄送|主送|分送)|印发$|年\d{1,2}月\d{1,2}日$/;

/** Whether tables and text boxes before the body's first words, or after its last, hold a part of the document. */
function isMarginal(paragraphs: readonly Paragraph[], evidence: RegExp): boolean {
  const texts = paragraphs.map(({ text }) => text.replace(/[\s\u3000]/g, '')).filter((text) => text !== '');
  return (
    texts.length <= MOST_MARGINAL &&
    texts.every((text) => text.length <= LONGEST_MARGINAL) &&
    texts.some((text) => evidence.test(text))
  );
}

/** Lets rules about the whole document see the tables and text boxes that hold its head or foot. */
function markMarginals(main: readonly Paragraph[]): void {
  const hasWords = ({ kind, text }: Paragraph) => kind === 'body' && text.trim() !== '';
  const first = main.findIndex(hasWords);
  if (first === -1) return;
  const head = main.slice(0, first);
  const foot = main.slice(main.findLastIndex(hasWords) + 1);
  for (const paragraph of isMarginal(head, HEAD) ? head : []) paragraph.isBody = true;
  for (const paragraph of isMarginal(foot, FOOT) ? foot : []) paragraph.isBody = true;
}

/** The notes of a part by their numbers; separators are none. */
function notesOf(part: Part, type: 'footnote' | 'endnote'): Map<string, XmlElement> {
  const notes = new Map<string, XmlElement>();
  for (const element of part.root.children) {
    if (element.name !== `w:${type}`) continue;
    const kind = attribute(part, element, 'w:type') ?? 'normal';
    if (kind === 'normal') notes.set(attribute(part, element, 'w:id') ?? '', element);
  }
  return notes;
}

/** The notes to which the main story refers, in that order. */
function readNotes(reader: StoryReader, part: Part, type: 'footnote' | 'endnote', main: readonly Paragraph[]): void {
  const notes = notesOf(part, type);
  for (const paragraph of main) {
    for (const reference of paragraph.notes) {
      const note = reference.type === type ? notes.get(reference.id) : undefined;
      if (!note) continue;
      reader.read(note, type, { paragraph, at: reference.at });
      notes.delete(reference.id);
    }
  }
}

/** Reads the body, notes, headers and footers of a file, and places their paragraphs in one text. */
export function readStories(pkg: WordPackage): Stories {
  const inventory: Inventory = { unreadParts: 0, pictures: 0 };
  const styles = readStyles(pkg.related('styles'));
  const numbering = readNumbering(pkg.related('numbering'), styles);
  const readerOf = (part: Part) =>
    new StoryReader(part, styles, inventory, { story: numbering.counters(), textBoxes: numbering.counters() });

  const body = child(pkg.main.root, 'w:body');
  const main = body ? readerOf(pkg.main).read(body, 'body') : [];
  markMarginals(main);
  const paragraphs = [...main];
  for (const type of ['footnote', 'endnote'] as const) {
    const part = pkg.related(`${type}s`);
    if (!part) continue;
    const reader = readerOf(part);
    readNotes(reader, part, type, main);
    for (const paragraph of reader.paragraphs) paragraphs.push(paragraph);
  }
  for (const kind of ['header', 'footer'] as const) {
    for (const part of marginalParts(pkg, kind)) {
      for (const paragraph of readerOf(part).read(part.root, kind)) paragraphs.push(paragraph);
    }
  }

  let start = 0;
  for (const paragraph of paragraphs) {
    paragraph.start = start;
    start += paragraph.label.length + paragraph.text.length + 1;
  }
  return { ...inventory, text: paragraphs.map(({ label, text }) => label + text).join('\n'), paragraphs };
}
