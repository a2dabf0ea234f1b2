/**
 * Cuts text into words and says what part of speech each is: the likeliest path through the lattice of all words that
 * the text may be made of, words given their tags and each tag given the one before (a hidden Markov model), found by
 * dynamic programming (Viterbi). Names, numbers and dates that no dictionary has enter the lattice as words made of
 * likely characters. Linear in the text.
 */
import { compoundSurnames, ROLE, roles } from '../names-tables.ts';
import { BEHIND_NUMBER, INSIDE_NUMBER, KIND, kindOf, NUMERAL, numeralOf } from './symbols.ts';
import { COST_STEP, FIRST_HAN, HAN_COUNT, MOST_COST, type TagModel } from './tag-model.ts';
import { TAG, TAGS } from './tags.ts';
import { Words } from './words.ts';

const COUNT = TAGS.length;
/** Symbols that are read together; longer stretches without punctuation are cut where this ends. */
const LONGEST = 400;
const NEVER = 0x3fffffff;
/** Tags that cost so much more than the best at their place are not followed further: 10 nats. */
const BEAM = 120;

/** Costs, in COST_STEP, of what is made and not listed. */
const COST = {
  /** A character that is no word. */
  unknown: 200,
  /** That a person's name is none that is listed; the same of a transliteration and a place. */
  person: 20,
  foreign: 24,
  place: 48,
  /** Arabic digits, and Chinese numerals by their first and each other character. */
  digits: 12,
  numeral: 22,
  nextNumeral: 20,
  ordinal: 12,
  date: 36,
  latin: 4,
} as const;

const code = (character: string) => character.charCodeAt(0);
const 第 = code('第');
const 分 = code('分');
const 之 = code('之');
/** What makes a date of a number, and up to which number. */
const DATE_UNITS = new Map([
  [code('年'), 9999],
  [code('月'), 12],
  [code('日'), 31],
  [code('号'), 31],
  [code('时'), 24],
  [code('点'), 24],
]);
const 年 = code('年');
const 月 = code('月');
/** What a place's name ends with. */
const PLACE_ENDINGS = new Set([...'省市县区州盟旗镇乡村街路寨屯庄坝坪湾沟河江湖山岛港桥'].map(code));
const SHORTEST_FOREIGN = 3;
const LONGEST_FOREIGN = 8;

export class Tagger {
  readonly #model: TagModel;
  // Symbols of the stretch: a Han character, a run of digits or of letters.
  readonly #ends = new Uint32Array(LONGEST + 1);
  readonly #codes = new Uint16Array(LONGEST + 1);
  readonly #kinds = new Uint8Array(LONGEST + 1);
  /** Value of a run of digits, as far as dates need it; else 0x7fff. */
  readonly #values = new Uint16Array(LONGEST + 1);
  #symbols = 0;
  // Cells of the dynamic programme: place × COUNT + tag of the word that ends there.
  readonly #score = new Int32Array((LONGEST + 1) * COUNT).fill(NEVER);
  readonly #length = new Uint16Array((LONGEST + 1) * COUNT);
  readonly #before = new Uint8Array((LONGEST + 1) * COUNT);
  /** The tags that words end with at each place, and how many. */
  readonly #live = new Uint8Array((LONGEST + 1) * COUNT);
  readonly #liveCount = new Uint8Array(LONGEST + 1);
  // What it costs at least to begin a word of each tag at the present place, and behind which tag.
  readonly #enter = new Int32Array(COUNT);
  readonly #enterFrom = new Uint8Array(COUNT);
  // The words found so far.
  #wordEnds = new Uint32Array(0);
  #wordTags = new Uint8Array(0);
  #words = 0;
  #cost = 0;

  constructor(model: TagModel) {
    this.#model = model;
  }

  /** Log-probability in nats of the words, with their tags, of the text that was tagged last; marks cost nothing. */
  get logProbability(): number {
    return -COST_STEP * this.#cost;
  }

  tag(text: string): Words {
    if (this.#wordEnds.length < text.length) {
      this.#wordEnds = new Uint32Array(2 * text.length);
      this.#wordTags = new Uint8Array(2 * text.length);
    }
    this.#words = 0;
    this.#cost = 0;
    let previous: number = TAG.w;
    for (let at = 0; at < text.length; ) {
      const kind = kindOf[text.charCodeAt(at)]!;
      if (kind >= KIND.blank) {
        at++;
        if (kind === KIND.blank) while (at < text.length && kindOf[text.charCodeAt(at)] === KIND.blank) at++;
        this.#add(at, TAG.w);
        previous = TAG.w;
        continue;
      }
      at = this.#readSymbols(text, at);
      previous = this.#tagStretch(previous);
    }
    return new Words(text, this.#wordEnds.slice(0, this.#words), this.#wordTags.slice(0, this.#words));
  }

  #add(end: number, tag: number): void {
    this.#wordEnds[this.#words] = end;
    this.#wordTags[this.#words++] = tag;
  }

  /** Reads symbols up to a mark, a blank or LONGEST of them; returns where they end. */
  #readSymbols(text: string, start: number): number {
    let at = start;
    let symbols = 0;
    for (; at < text.length && symbols < LONGEST; symbols++) {
      const unit = text.charCodeAt(at);
      const kind = kindOf[unit]!;
      if (kind >= KIND.blank) break;
      this.#kinds[symbols] = kind;
      this.#codes[symbols] = unit;
      this.#values[symbols] = 0;
      if (kind === KIND.digit) at = this.#readNumber(text, at, symbols);
      else if (kind === KIND.latin) {
        at++;
        // 5G, A4, COVID-19: letters take digits behind them along.
        while (
          at < text.length &&
          (kindOf[text.charCodeAt(at)] === KIND.latin || kindOf[text.charCodeAt(at)] === KIND.digit)
        )
          at++;
      } else at++;
      this.#ends[symbols] = at;
    }
    this.#symbols = symbols;
    return at;
  }

  #readNumber(text: string, start: number, symbol: number): number {
    let at = start;
    let value = 0;
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (kindOf[unit] === KIND.digit) value = Math.min(0x7fff, value * 10 + (unit & 15));
      else if (INSIDE_NUMBER.includes(text[at]!) && kindOf[text.charCodeAt(at + 1)] === KIND.digit) value = 0x7fff;
      else break;
    }
    if (at < text.length && BEHIND_NUMBER.includes(text[at]!)) {
      at++;
      value = 0x7fff;
    }
    this.#values[symbol] = value;
    return at;
  }

  /** Finds the words of the symbols that were read; returns the last one's tag. */
  #tagStretch(previous: number): number {
    const n = this.#symbols;
    const score = this.#score;
    for (let at = 1; at <= n; at++) {
      for (let i = 0; i < this.#liveCount[at]!; i++) score[at * COUNT + this.#live[at * COUNT + i]!] = NEVER;
      this.#liveCount[at] = 0;
    }
    this.#liveCount[0] = 1;
    this.#live[0] = previous;
    score[previous] = 0;
    for (let at = 0; at < n; at++) {
      if (this.#liveCount[at] === 0) continue;
      this.#enter.fill(NEVER);
      this.#prune(at);
      this.#reachFrom(at, n);
    }
    score[previous] = NEVER;
    return this.#trace(n);
  }

  /** Forgets tags that cost far more than the best at their place. */
  #prune(at: number): void {
    const base = at * COUNT;
    const count = this.#liveCount[at]!;
    let best = NEVER;
    for (let i = 0; i < count; i++) best = Math.min(best, this.#score[base + this.#live[base + i]!]!);
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const tag = this.#live[base + i]!;
      if (this.#score[base + tag]! <= best + BEAM) this.#live[base + kept++] = tag;
      else this.#score[base + tag] = NEVER;
    }
    this.#liveCount[at] = kept;
  }

  #reachFrom(at: number, n: number): void {
    const kind = this.#kinds[at]!;
    if (kind === KIND.latin) {
      this.#reach(at, 1, TAG.x, COST.latin);
      return;
    }
    if (kind === KIND.digit || numeralOf[this.#codes[at]!]) this.#reachNumbers(at, n);
    if (kind === KIND.digit) return;
    this.#reachListed(at, n);
    const unit = this.#codes[at]!;
    if (unit === 第) this.#reachOrdinal(at, n);
    this.#reachPeople(at, n);
    const index = unit - FIRST_HAN;
    if (index < 0 || index >= HAN_COUNT) return;
    if (this.#model.foreign[index]! < MOST_COST) this.#reachForeign(at, n);
    if (this.#model.place[index]! < MOST_COST) this.#reachPlaces(at, n);
  }

  #reachListed(at: number, n: number): void {
    const { roots, firstEntry, entryTags, entryCosts } = this.#model;
    let node = roots[this.#codes[at]!]!;
    if (node === 0 || firstEntry[node] === firstEntry[node + 1]) this.#reach(at, 1, TAG.n, COST.unknown);
    for (let length = 1; node !== 0; length++) {
      const end = firstEntry[node + 1]!;
      for (let entry = firstEntry[node]!; entry < end; entry++) {
        this.#reach(at, length, entryTags[entry]!, entryCosts[entry]!);
      }
      if (at + length >= n || this.#kinds[at + length] !== KIND.han) return;
      node = this.#model.child(node, this.#codes[at + length]!);
    }
  }

  /** Place behind the numerals at `at`, with 百分之 inside: 三分之二. */
  #numeralsEnd(at: number, n: number): number {
    let end = at;
    while (end < n && (this.#kinds[end] === KIND.digit || numeralOf[this.#codes[end]!])) end++;
    return end;
  }

  #reachNumbers(at: number, n: number): void {
    const continues = at > 0 && (this.#kinds[at - 1] === KIND.digit || numeralOf[this.#codes[at - 1]!]! > 0);
    if (continues && this.#kinds[at] !== KIND.digit) return;
    let end = this.#numeralsEnd(at, n);
    const cost = this.#numberCost(at, end);
    this.#reach(at, end - at, TAG.m, cost);
    this.#reachDate(at, end, n, cost);
    // 三分之二, 百分之五.
    if (this.#codes[end] === 分 && this.#codes[end + 1] === 之) {
      const last = this.#numeralsEnd(end + 2, n);
      if (last > end + 2 && last <= n) {
        end = last;
        this.#reach(at, end - at, TAG.m, cost + COST.numeral);
      }
    }
  }

  #numberCost(at: number, end: number): number {
    let cost = this.#kinds[at] === KIND.digit ? COST.digits : COST.numeral;
    for (let i = at + 1; i < end; i++) cost += this.#kinds[i] === KIND.digit ? COST.digits : COST.nextNumeral;
    return cost;
  }

  /** 2024年, 3月, 15日; 二〇二四年, 三月, 十五日. */
  #reachDate(at: number, end: number, n: number, cost: number): void {
    if (end >= n) return;
    const unit = this.#codes[end]!;
    const most = DATE_UNITS.get(unit);
    if (most === undefined) return;
    const isArabic = end === at + 1 && this.#kinds[at] === KIND.digit;
    if (isArabic) {
      const value = this.#values[at]!;
      const isYear = value >= 1000 || this.#ends[at]! - (at === 0 ? 0 : this.#ends[at - 1]!) === 2;
      if (value === 0 || value > most || (unit === 年 && !isYear)) return;
    } else if (unit === 年) {
      for (let i = at; i < end; i++) if (!(numeralOf[this.#codes[i]!]! & NUMERAL.digit)) return;
      if (end - at !== 4 && end - at !== 2) return;
    } else if (end - at > (unit === 月 ? 2 : 3)) return;
    this.#reach(at, end - at + 1, TAG.t, Math.min(cost, COST.date));
  }

  #reachOrdinal(at: number, n: number): void {
    const end = this.#numeralsEnd(at + 1, n);
    if (end > at + 1) this.#reach(at, end - at, TAG.mo, COST.ordinal);
  }

  /** A surname with one or two characters behind it. */
  #reachPeople(at: number, n: number): void {
    const { surname, single, first, second } = this.#model;
    const unit = this.#codes[at]!;
    let length = 1;
    let cost = surname[unit - FIRST_HAN] ?? MOST_COST;
    if (roles[unit]! & ROLE.compound && at + 1 < n) {
      const two = String.fromCharCode(unit, this.#codes[at + 1]!);
      if (compoundSurnames.has(two)) {
        length = 2;
        cost = 60;
      }
    }
    if (cost === MOST_COST || at + length >= n) return;
    const one = this.#codes[at + length]! - FIRST_HAN;
    if (!(one >= 0 && one < HAN_COUNT)) return;
    cost += COST.person;
    if (single[one]! < MOST_COST) this.#reach(at, length + 1, TAG.nr, cost + single[one]!);
    if (at + length + 1 >= n) return;
    const two = this.#codes[at + length + 1]! - FIRST_HAN;
    if (!(two >= 0 && two < HAN_COUNT) || first[one] === MOST_COST || second[two] === MOST_COST) return;
    this.#reach(at, length + 2, TAG.nr, cost + first[one]! + second[two]!);
  }

  /** A run of characters that transcribe foreign sounds, with points inside. */
  #reachForeign(at: number, n: number): void {
    const { foreign } = this.#model;
    let cost: number = COST.foreign;
    for (let end = at; end < n && end < at + LONGEST_FOREIGN; ) {
      const unit = this.#codes[end]!;
      const each = foreign[unit - FIRST_HAN] ?? MOST_COST;
      if (each === MOST_COST) return;
      cost += each;
      end++;
      if (end - at >= SHORTEST_FOREIGN) this.#reach(at, end - at, TAG.nr, cost);
    }
  }

  /** Two or three characters and what a place's name ends with: 青石镇. */
  #reachPlaces(at: number, n: number): void {
    const { place } = this.#model;
    let cost: number = COST.place;
    for (let end = at; end + 1 < n && end < at + 3; end++) {
      const each = place[this.#codes[end]! - FIRST_HAN] ?? MOST_COST;
      if (each === MOST_COST) return;
      cost += each;
      if (end > at && PLACE_ENDINGS.has(this.#codes[end + 1]!)) this.#reach(at, end + 2 - at, TAG.ns, cost);
    }
  }

  /** Puts a word behind the likeliest that ends at `at`. */
  #reach(at: number, length: number, tag: number, cost: number): void {
    let enter = this.#enter[tag]!;
    if (enter === NEVER) enter = this.#enterBy(at, tag);
    const sum = enter + cost;
    const end = at + length;
    const cell = end * COUNT + tag;
    const known = this.#score[cell]!;
    if (sum >= known) return;
    if (known === NEVER) this.#live[end * COUNT + this.#liveCount[end]!++] = tag;
    this.#score[cell] = sum;
    this.#length[cell] = length;
    this.#before[cell] = this.#enterFrom[tag]!;
  }

  #enterBy(at: number, tag: number): number {
    const { transitions } = this.#model;
    const base = at * COUNT;
    let best = NEVER;
    let from = 0;
    for (let i = 0; i < this.#liveCount[at]!; i++) {
      const before = this.#live[base + i]!;
      const sum = this.#score[base + before]! + transitions[before * COUNT + tag]!;
      if (sum < best) {
        best = sum;
        from = before;
      }
    }
    this.#enter[tag] = best;
    this.#enterFrom[tag] = from;
    return best;
  }

  #trace(n: number): number {
    const { transitions } = this.#model;
    let tag: number = TAG.n;
    let best = NEVER;
    for (let i = 0; i < this.#liveCount[n]!; i++) {
      const last = this.#live[n * COUNT + i]!;
      const sum = this.#score[n * COUNT + last]! + transitions[last * COUNT + TAG.w]!;
      if (sum < best) {
        best = sum;
        tag = last;
      }
    }
    const last = tag;
    if (best < NEVER) this.#cost += best;
    const first = this.#words;
    for (let at = n; at > 0; ) {
      const cell = at * COUNT + tag;
      this.#add(this.#ends[at - 1]!, tag);
      tag = this.#before[cell]!;
      at -= this.#length[cell]!;
    }
    this.#wordEnds.subarray(first, this.#words).reverse();
    this.#wordTags.subarray(first, this.#words).reverse();
    return last;
  }
}
