/**
 * Patterns over words and their parts of speech, written in a line each, so that a frame of grammar is a row of a table:
 *
 *   坚持 +以 ..-以|把|<p> 为 导向|中心        “坚持……为导向”, with no 以 in between; 以 is put in behind 坚持
 *
 *   以|把        one of these strings; begins and ends where words do, and may be cut into several of them
 *   <v,vn>       a word with one of these tags
 *   ~为|<p>      not one of these, and takes up nothing
 *   ..           one word or more of the same clause, as few as will do; ... of the same sentence
 *   ..-以|<p>    and none of these among them; ..*- may be none at all
 *   了?          may be missing
 *   ^ ^^ $       here a clause, a sentence begins; here a clause ends
 *   +以          put in here;  -(使)  left out;  =(因此>但)  replaced. A digit before it tells several mendings apart: 1-(使)
 *
 * Matching is backtracking with bounded gaps, so that the cost of one start is bounded and the whole is linear.
 */
import type { Range } from '../../document/types.ts';
import { TAG, type TagName, type TagSet, tagSet } from './tags.ts';
import type { Words } from './words.ts';

/** Most words in a gap, within a clause and within a sentence. */
const LONGEST_GAP = { clause: 24, sentence: 48 } as const;
/** Steps of one attempt; a hostile text costs no more than this at each start. */
const MOST_STEPS = 2000;

interface Choice {
  readonly texts: readonly string[];
  readonly tags: TagSet | undefined;
}

type Edit = { readonly mending: number } & (
  | { readonly kind: 'insert'; readonly text: string }
  | { readonly kind: 'delete' }
  | { readonly kind: 'replace'; readonly text: string }
);

type Element =
  | { readonly kind: 'choice'; readonly choice: Choice; readonly optional: boolean; readonly edit: Edit | undefined }
  | { readonly kind: 'not'; readonly choice: Choice }
  | { readonly kind: 'gap'; readonly within: 'clause' | 'sentence'; readonly least: 0 | 1; readonly without: Choice }
  | { readonly kind: 'anchor'; readonly at: 'clause' | 'sentence' | 'end' }
  | { readonly kind: 'insert'; readonly edit: Edit };

export interface Pattern {
  readonly source: string;
  /** Strings one of which every match begins with. */
  readonly heads: readonly string[];
  readonly elements: readonly Element[];
}

/** What a pattern found in a text: UTF-16 offsets. */
export interface PatternMatch {
  readonly range: Range;
  /** The first and the last of the strings that the pattern names, as they stand in the text. */
  readonly first: string;
  readonly last: string;
  /** The text of `range` after each mending, in the order of their digits. */
  readonly mended: readonly string[];
}

/** @throws Error that names what cannot be read */
export function compilePattern(source: string): Pattern {
  const elements = source.trim().split(/\s+/).map(readElement);
  const head = elements.find(({ kind }) => kind !== 'anchor' && kind !== 'insert');
  if (head?.kind !== 'choice' || head.optional || head.choice.texts.length === 0 || head.choice.tags) {
    throw new Error(`“${source}” must begin with words`);
  }
  return { source, heads: head.choice.texts, elements };
}

function readElement(source: string): Element {
  if (source === '^') return { kind: 'anchor', at: 'clause' };
  if (source === '^^') return { kind: 'anchor', at: 'sentence' };
  if (source === '$') return { kind: 'anchor', at: 'end' };
  const gap = /^(\.{2,3})(\*?)(?:-(.+))?$/.exec(source);
  if (gap) {
    const within = gap[1] === '..' ? 'clause' : 'sentence';
    return { kind: 'gap', within, least: gap[2] ? 0 : 1, without: readChoice(gap[3] ?? '') };
  }
  const insertion = /^(\d?)\+(.+)$/.exec(source);
  if (insertion) {
    return { kind: 'insert', edit: { mending: Number(insertion[1]), kind: 'insert', text: insertion[2]! } };
  }
  const changed = /^(\d?)([-=])\(([^()>]+)(?:>([^()]+))?\)(\??)$/.exec(source);
  if (changed) {
    const [, digit, sign, words, text, optional] = changed;
    const mending = Number(digit);
    const edit: Edit = sign === '-' ? { mending, kind: 'delete' } : { mending, kind: 'replace', text: text! };
    return { kind: 'choice', choice: readChoice(words!), optional: optional === '?', edit };
  }
  if (source.startsWith('~')) return { kind: 'not', choice: readChoice(source.slice(1)) };
  const optional = source.endsWith('?');
  return { kind: 'choice', choice: readChoice(optional ? source.slice(0, -1) : source), optional, edit: undefined };
}

function readChoice(source: string): Choice {
  const texts: string[] = [];
  const names: TagName[] = [];
  for (const part of source === '' ? [] : source.split('|')) {
    const tags = /^<([a-z,]+)>$/.exec(part);
    if (!tags) texts.push(part);
    else for (const name of tags[1]!.split(',')) names.push(tagNamed(name));
  }
  texts.sort((a, b) => b.length - a.length);
  return { texts, tags: names.length > 0 ? tagSet(...names) : undefined };
}

function tagNamed(name: string): TagName {
  if (!(name in TAG)) throw new Error(`There is no part of speech “${name}”`);
  return name as TagName;
}

const CLAUSE_MARK = /[，。；：！？,;:!?\n]/;
const SENTENCE_MARK = /[。；！？;!?\n]/;
/** What may stand before a sentence's first word: its number, or a run-in heading. */
const OPENING =
  /(?:^|[。；！？!?”]|[一二三四五六七八九十][是要]|第[一二三四五六七八九十][，、]|[首其再]次，|^[\s\u3000]*[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])[\s\u3000]*$/;
/** “一年来，”, “同时，”: a clause in front that names time or link, and neither who nor what. */
const CIRCUMSTANCE = tagSet('t', 'm', 'mo', 'q', 'f', 's', 'd', 'c', 'w', 'p');
const LONGEST_CIRCUMSTANCE = 6;

/** Matches patterns at places of one text and its words. */
export class PatternMatcher {
  readonly #text: string;
  readonly #words: Words;
  #steps = 0;
  /** Start and end of each element in the present attempt, -1 where it took up nothing. */
  #starts: number[] = [];
  #ends: number[] = [];

  constructor(text: string, words: Words) {
    this.#text = text;
    this.#words = words;
  }

  /** @param offset where one of the pattern's heads stands */
  matchAt(pattern: Pattern, offset: number): PatternMatch | undefined {
    if (!this.#words.isBoundary(offset)) return undefined;
    this.#steps = 0;
    this.#starts = new Array(pattern.elements.length).fill(-1);
    this.#ends = new Array(pattern.elements.length).fill(-1);
    const end = this.#match(pattern.elements, 0, offset);
    return end === -1 ? undefined : this.#told(pattern, offset, end);
  }

  /** @returns the offset behind the elements from `place` on, matched at `at`; -1 where they do not */
  #match(elements: readonly Element[], place: number, at: number): number {
    const element = elements[place];
    if (!element) return at;
    if (++this.#steps > MOST_STEPS) return -1;
    const go = (start: number, end: number): number => {
      this.#starts[place] = start;
      this.#ends[place] = end;
      const behind = this.#match(elements, place + 1, end);
      if (behind === -1) {
        this.#starts[place] = -1;
        this.#ends[place] = -1;
      }
      return behind;
    };
    switch (element.kind) {
      case 'insert':
        return go(at, at);
      case 'anchor':
        return this.#isAt(element.at, at) ? go(at, at) : -1;
      case 'not':
        return this.#lengthAt(element.choice, at) === 0 ? go(at, at) : -1;
      case 'choice': {
        const length = this.#lengthAt(element.choice, at);
        const end = length > 0 ? go(at, at + length) : -1;
        return end === -1 && element.optional ? this.#match(elements, place + 1, at) : end;
      }
      case 'gap':
        return this.#matchGap(element, at, go);
    }
  }

  #matchGap(
    { within, least, without }: Extract<Element, { kind: 'gap' }>,
    at: number,
    go: (start: number, end: number) => number,
  ): number {
    const stops = within === 'clause' ? CLAUSE_MARK : SENTENCE_MARK;
    let end = at;
    for (let taken = 0; taken <= LONGEST_GAP[within]; taken++) {
      if (taken >= least) {
        const behind = go(at, end);
        if (behind !== -1) return behind;
      }
      const index = this.#words.indexAt(end);
      if (index === -1 || stops.test(this.#text[end]!) || this.#lengthAt(without, end) > 0) return -1;
      const word = this.#words.text(index);
      // “模范作用” may be one word; “自由” has nothing to do with 由.
      if (without.texts.some((text) => text.length > 1 && word.endsWith(text))) return -1;
      end = this.#words.end(index);
    }
    return -1;
  }

  /** Length of what stands at `at` of the choice; 0 where nothing does. */
  #lengthAt({ texts, tags }: Choice, at: number): number {
    for (const text of texts) {
      if (this.#text.startsWith(text, at) && this.#words.isBoundary(at + text.length)) return text.length;
    }
    if (!tags) return 0;
    const index = this.#words.indexAt(at);
    return index !== -1 && this.#words.start(index) === at && this.#words.is(index, tags)
      ? this.#words.end(index) - at
      : 0;
  }

  #isAt(place: 'clause' | 'sentence' | 'end', at: number): boolean {
    if (place === 'end') return at === this.#text.length || CLAUSE_MARK.test(this.#text[at]!);
    const before = this.#text.slice(Math.max(0, at - 12), at);
    if (place === 'clause') return OPENING.test(before) || /[，：,:][\s\u3000]*$/.test(before);
    return OPENING.test(before) || (before.endsWith('，') && this.#isBehindCircumstance(at - 1));
  }

  /** Whether the clause that the comma at `comma` ends is short, opens its sentence and only says when or how linked. */
  #isBehindCircumstance(comma: number): boolean {
    const last = this.#words.indexAt(comma) - 1;
    for (let index = last; index > last - LONGEST_CIRCUMSTANCE; index--) {
      if (index < 0) return true;
      const start = this.#words.start(index);
      if (SENTENCE_MARK.test(this.#text[start]!)) return true;
      if (CLAUSE_MARK.test(this.#text[start]!) || !this.#words.is(index, CIRCUMSTANCE)) return false;
    }
    return false;
  }

  #told(pattern: Pattern, start: number, end: number): PatternMatch {
    const named = pattern.elements.flatMap((element, place) =>
      element.kind === 'choice' && element.choice.texts.length > 0 && this.#starts[place]! >= 0
        ? [this.#text.slice(this.#starts[place]!, this.#ends[place]!)]
        : [],
    );
    return { range: [start, end], first: named[0]!, last: named.at(-1)!, mended: this.#mended(pattern, start, end) };
  }

  #mended({ elements }: Pattern, start: number, end: number): string[] {
    const digits = [...new Set(elements.flatMap((element) => editOf(element)?.mending ?? []))].sort();
    return digits.map((digit) => {
      let text = '';
      let from = start;
      for (const [place, element] of elements.entries()) {
        const edit = editOf(element);
        if (edit?.mending !== digit || this.#starts[place]! < 0) continue;
        text += this.#text.slice(from, this.#starts[place]!) + (edit.kind === 'delete' ? '' : edit.text);
        from = this.#ends[place]!;
      }
      return text + this.#text.slice(from, end);
    });
  }
}

const editOf = (element: Element): Edit | undefined =>
  element.kind === 'choice' || element.kind === 'insert' ? element.edit : undefined;
