import type { Document, Paragraph, Range } from '../../lib/document/types.ts';
import { tagSet } from '../../lib/language/words/tags.ts';
import type { Words } from '../../lib/language/words/words.ts';
import type { Mention } from './_mentions.ts';
import { soundAlike } from './_sound.ts';

/** Words that are a name, and those that may stand beside one in a longer name: 石磨湾|林场. */
const PROPER = tagSet('ns', 'nt', 'nz');
const VERB = tagSet('v');
const PART = tagSet('n', 'nr', 'ns', 'nt', 'nz', 'b', 'vn');
/** What units, places and works are: a row of nouns that ends so is a name, 惠康医养中心. */
const ENDING =
  /(?:局|委员会|办公室|办事处|中心|公司|集团|学校|大学|学院|小学|中学|幼儿园|医院|支队|大队|合作社|林场|农场|水库|泵站|公园|园区|社区|小区|大桥|大道|广场|工程|项目|行动|计划|基地|协会|学会|基金会)$/;
const SHORTEST = 3;
/** Shortest row of nouns without a proper one, and longest name (UTF-16 units). */
const SHORTEST_ROW = 5;
const LONGEST = 20;
const QUOTED = /^\p{Script=Han}{4,16}$/u;

/** A character of a name that is a verb elsewhere: 养 in 医养中心. */
const isInner = (words: Words, index: number) =>
  words.end(index) - words.start(index) === 1 && words.is(index, VERB) && words.is(index + 1, PART);

const remembered = new WeakMap<Words, readonly Mention[]>();

/** Names of places, units and the like in a paragraph: by the parts of speech of its words, and what stands in “”. */
function readNames({ text, quotations }: Paragraph, words: Words): Mention[] {
  const names: Mention[] = [];
  const add = (start: number, end: number) => {
    if (end - start >= SHORTEST && end - start <= LONGEST)
      names.push({ text: text.slice(start, end), range: [start, end] });
  };
  for (let first = 0; first < words.length; first++) {
    if (!words.is(first, PART)) continue;
    const start = words.start(first);
    let last = first;
    let isProper = false;
    for (; words.is(last, PART) || (last > first && isInner(words, last)); last++) {
      const end = words.end(last);
      if (words.is(last, PROPER)) {
        isProper = true;
        add(words.start(last), end);
      }
      const isLong = isProper || end - start >= SHORTEST_ROW;
      if (last > first && isLong && ENDING.test(words.text(last))) add(start, end);
    }
    first = last - 1;
  }
  for (const { kind, inner } of quotations) {
    if (kind === 'quote' && QUOTED.test(text.slice(...inner))) add(...inner);
  }
  return names;
}

function namesIn(paragraph: Paragraph, words: Words): readonly Mention[] {
  if (words.length === 0) return [];
  const known = remembered.get(words) ?? readNames(paragraph, words);
  remembered.set(words, known);
  return known;
}

/** Characters whose change makes another thing, and such as end or open words about a name as often as they stand in one. */
const TELLING =
  /[一二三四五六七八九十百千东西南北中上下前后左右内外大小新老男女省市县区镇乡村州盟旗甲乙丙丁的地得了着过是在和与及等为对有不到以其之这那也就都同将把被向由从于而则已又还年月日时人主副任说称讲]/;

/** Words of grammar: 往 in “深圳往香港方向” is no slip of 湾. */
const GRAMMAR = tagSet('p', 'c', 'd', 'uj', 'uv', 'ud', 'ul', 'uz', 'ug', 'u', 'r', 'f', 'vu', 'y');

/** Whether a word of grammar stands where a name differs. */
function differsByGrammar(written: string, name: string, start: number, words: Words): boolean {
  for (let at = 0; at < name.length; at++) {
    if (written[at] !== name[at] && words.is(words.indexAt(start + at), GRAMMAR)) return true;
  }
  return false;
}

/** Whether two names of one length differ by one character of the same sound, or by two neighbours that have changed places. */
function isVariant(written: string, name: string): boolean {
  let first = 0;
  while (first < name.length && written[first] === name[first]) first++;
  let last = name.length - 1;
  while (last > first && written[last] === name[last]) last--;
  const [a, b] = [written.slice(first, last + 1), name.slice(first, last + 1)];
  if (TELLING.test(a + b)) return false;
  return a.length === 1 ? soundAlike(a, b) : name.length > SHORTEST && a.length === 2 && a[0] === b[1] && a[1] === b[0];
}

/** At most so many names are looked for; a bound keeps the search linear in any text. */
const MOST_NAMES = 100;
const EDGE = 2;

/** Names that come again in a document, found by their first and last two characters. */
interface KnownNames {
  readonly names: ReadonlyMap<string, readonly Mention[]>;
  readonly byStart: ReadonlyMap<string, readonly string[]>;
  readonly byEnd: ReadonlyMap<string, readonly string[]>;
  readonly variants: WeakMap<Words, readonly Variant[]>;
}

interface Variant extends Mention {
  readonly name: string;
}

function indexBy(names: Iterable<string>, keyOf: (name: string) => string): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const name of names) {
    const same = index.get(keyOf(name));
    if (same) same.push(name);
    else index.set(keyOf(name), [name]);
  }
  return index;
}

function findVariants({ text }: Paragraph, words: Words, { names, byStart, byEnd }: KnownNames): Variant[] {
  const found = new Map<string, Variant>();
  const look = (start: number, name: string) => {
    const written = text.slice(start, start + name.length);
    const end = start + name.length;
    if (start < 0 || written.length < name.length || names.has(written) || !isVariant(written, name)) return;
    if (!words.isBoundary(start) || !words.isBoundary(end) || differsByGrammar(written, name, start, words)) return;
    found.set(`${start} ${end}`, { text: written, range: [start, end], name });
  };
  for (let at = 0; at + EDGE <= text.length; at++) {
    const edge = text.slice(at, at + EDGE);
    for (const name of byStart.get(edge) ?? []) look(at, name);
    for (const name of byEnd.get(edge) ?? []) look(at + EDGE - name.length, name);
  }
  return [...found.values()].filter(({ range }) => !isWithin(range, found));
}

/** Whether a longer name is written there: “石磨弯” in “石磨弯林场”. */
function isWithin([start, end]: Range, found: ReadonlyMap<string, Variant>): boolean {
  for (const { range } of found.values()) {
    if (range[0] <= start && end <= range[1] && range[1] - range[0] > end - start) return true;
  }
  return false;
}

/** The names of the last document, kept as long as they are the same: then only changed paragraphs are searched again. */
let latest: { key: string; known: KnownNames } | undefined;

function knownNames({ blocks }: Document, wordsOf: (paragraph: Paragraph) => Words): KnownNames {
  const places = new Map<string, Mention[]>();
  for (const { paragraph, start } of blocks) {
    for (const { text, range } of namesIn(paragraph, wordsOf(paragraph))) {
      const mention = { text, range: [range[0] + start, range[1] + start] as const };
      const same = places.get(text);
      if (same) same.push(mention);
      else places.set(text, [mention]);
    }
  }
  const again = [...places].filter(([, mentions]) => mentions.length > 1);
  const names = new Map(again.sort(([, a], [, b]) => b.length - a.length).slice(0, MOST_NAMES));
  const key = [...names.keys()].join('\n');
  const same = latest?.key === key ? latest.known : undefined;
  const known: KnownNames = {
    names,
    byStart: same?.byStart ?? indexBy(names.keys(), (name) => name.slice(0, EDGE)),
    byEnd: same?.byEnd ?? indexBy(names.keys(), (name) => name.slice(-EDGE)),
    variants: same?.variants ?? new WeakMap(),
  };
  latest = { key, known };
  return known;
}

/**
 * Places where a name that comes again in the document seems to be written otherwise, by what is written and by the name.
 * Linear in the text; an edit costs the paragraphs it changes while the names stay the same.
 */
export function variantsOf(
  document: Document,
  wordsOf: (paragraph: Paragraph) => Words,
): { usual: readonly Mention[]; rare: readonly Mention[] }[] {
  const known = knownNames(document, wordsOf);
  const groups = new Map<string, { usual: readonly Mention[]; rare: Mention[] }>();
  if (known.names.size === 0) return [];
  for (const { paragraph, start } of document.blocks) {
    const words = wordsOf(paragraph);
    if (words.length === 0) continue;
    const variants = known.variants.get(words) ?? findVariants(paragraph, words, known);
    known.variants.set(words, variants);
    for (const { text, range, name } of variants) {
      const key = `${text} ${name}`;
      const group = groups.get(key) ?? { usual: known.names.get(name)!, rare: [] };
      group.rare.push({ text, range: [range[0] + start, range[1] + start] });
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}
