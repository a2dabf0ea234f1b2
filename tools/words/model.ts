/** Makes the tagger's model of counts and dictionaries, and packs it. */
import { packContainer } from '../../lib/language/container.ts';
import { COST_STEP, FIRST_HAN, HAN_COUNT, MOST_COST, TAG_MODEL } from '../../lib/language/words/tag-model.ts';
import { TAG, TAGS } from '../../lib/language/words/tags.ts';
import type { Counts } from './counts.ts';
import type { Entry } from './dictionary.ts';

const COUNT = TAGS.length;
/** Tokens that a dictionary's opinion of a word's tags counts for. */
const PRIOR = 2;
/** Share of the tagged text in a word's frequency; the rest is jieba's. */
const TAGGED = 0.7;
/** A word that nobody counted, in tokens of the tagged text. */
const UNSEEN = 0.05;
/** A tag that fewer of a word's tokens have is an error of the tagging. */
const LEAST_SHARE = 0.015;
/** Words rarer than this, in tokens of the tagged text, are left out unless a dictionary made by hand has them. */
const LEAST = 0.03;
/** Added to each pair of tags, in proportion to the second's frequency. */
const SMOOTHING = 20;

const cost = (probability: number) =>
  probability > 0 ? Math.min(MOST_COST - 1, Math.max(0, Math.round(-Math.log(probability) / COST_STEP))) : MOST_COST;

export interface Names {
  /** Whole names of people with their frequencies. */
  readonly people: ReadonlyMap<string, number>;
  readonly foreign: readonly string[];
  readonly places: readonly string[];
  readonly surnames: ReadonlySet<string>;
}

interface Weighed {
  readonly text: string;
  readonly tags: readonly (readonly [tag: number, frequency: number])[];
}

export function makeModel(
  counts: Counts,
  dictionary: ReadonlyMap<string, Entry>,
  names: Names,
  sources: readonly string[],
): Uint8Array {
  const words = weighWords(counts, dictionary);
  const totals = tagTotals(counts.transitions);
  return packContainer(
    TAG_MODEL.kind,
    TAG_MODEL.version,
    { tags: TAGS.join(' '), words: words.length, sources },
    { ...packTrie(words, totals), transitions: transitionCosts(counts.transitions), ...nameTables(names) },
  );
}

const tagTotals = (transitions: Float64Array) =>
  Float64Array.from({ length: COUNT }, (_, tag) => {
    let sum = 0;
    for (let before = 0; before < COUNT; before++) sum += transitions[before * COUNT + tag]!;
    return Math.max(1, sum);
  });

function weighWords(counts: Counts, dictionary: ReadonlyMap<string, Entry>): Weighed[] {
  let tagged = 0;
  for (const tags of counts.words.values()) tagged += tags.reduce((a, b) => a + b);
  let general = 0;
  for (const { frequency } of dictionary.values()) general += frequency;
  const words: Weighed[] = [];
  for (const [text, entry] of dictionary) {
    const seen = counts.words.get(text);
    const seenCount = seen ? seen.reduce((a, b) => a + b) : 0;
    const frequency = TAGGED * seenCount + (1 - TAGGED) * (entry.frequency / general) * tagged;
    if (frequency < LEAST && seenCount === 0 && text.length > 1 && entry.frequency > 0) continue;
    const shares = new Float64Array(COUNT);
    entry.tags.forEach((tag, place) => {
      shares[tag]! += PRIOR * (place === 0 ? 0.7 : 0.3 / (entry.tags.length - 1));
    });
    if (entry.tags.length === 1) shares[entry.tags[0]!] = PRIOR;
    if (seen) for (let tag = 0; tag < COUNT; tag++) shares[tag]! += seen[tag]!;
    const sum = shares.reduce((a, b) => a + b);
    if (sum === 0) shares[TAG.n] = 1;
    const kept = [...shares]
      .map((share, tag) => [tag, share / (sum || 1)] as const)
      .filter(([, share]) => share >= LEAST_SHARE);
    words.push({ text, tags: kept.map(([tag, share]) => [tag, (frequency + UNSEEN) * share] as const) });
  }
  return words.sort((a, b) => (a.text < b.text ? -1 : 1));
}

function transitionCosts(transitions: Float64Array): Uint8Array {
  const totals = tagTotals(transitions);
  const all = totals.reduce((a, b) => a + b);
  const costs = new Uint8Array(COUNT * COUNT);
  for (let before = 0; before < COUNT; before++) {
    let sum = SMOOTHING;
    for (let tag = 0; tag < COUNT; tag++) sum += transitions[before * COUNT + tag]!;
    for (let tag = 0; tag < COUNT; tag++) {
      costs[before * COUNT + tag] = cost((transitions[before * COUNT + tag]! + (SMOOTHING * totals[tag]!) / all) / sum);
    }
  }
  return costs;
}

interface Node {
  readonly code: number;
  readonly children: Map<number, Node>;
  word?: Weighed;
}

function packTrie(words: readonly Weighed[], totals: Float64Array) {
  const root: Node = { code: 0, children: new Map() };
  for (const word of words) {
    let node = root;
    for (let i = 0; i < word.text.length; i++) {
      const code = word.text.charCodeAt(i);
      let child = node.children.get(code);
      if (!child) {
        child = { code, children: new Map() };
        node.children.set(code, child);
      }
      node = child;
    }
    node.word = word;
  }
  const nodes: Node[] = [root];
  // The list grows while it is read: that is what makes the order breadth-first.
  for (const node of nodes) nodes.push(...[...node.children.values()].sort((a, b) => a.code - b.code));
  const entries = nodes.flatMap(({ word }) => word?.tags ?? []);
  return {
    characters: Uint16Array.from(nodes, ({ code }) => code),
    'child-counts': Uint16Array.from(nodes, ({ children }) => children.size),
    'entry-counts': Uint8Array.from(nodes, ({ word }) => word?.tags.length ?? 0),
    'entry-tags': Uint8Array.from(entries, ([tag]) => tag),
    'entry-costs': Uint8Array.from(entries, ([tag, frequency]) => cost(Math.min(1, frequency / totals[tag]!))),
  };
}

/** Costs of characters in names. */
function nameTables({ people, foreign, places, surnames }: Names) {
  const surname = new Map<string, number>();
  const single = new Map<string, number>();
  const first = new Map<string, number>();
  const second = new Map<string, number>();
  const add = (map: Map<string, number>, key: string, by: number) => map.set(key, (map.get(key) ?? 0) + by);
  for (const [name, frequency] of people) {
    const [family = '', one = '', two] = name;
    if (!surnames.has(family) || name.length > 3) continue;
    // Each name once and a little by its frequency: a famous one says little of others.
    const weight = 1 + Math.log1p(frequency);
    add(surname, family, weight);
    if (two === undefined) add(single, one, weight);
    else {
      add(first, one, weight);
      add(second, two, weight);
    }
  }
  const ones = [...single.values()].reduce((a, b) => a + b, 0);
  const twos = [...first.values()].reduce((a, b) => a + b, 0);
  const characters = (texts: readonly string[]) => {
    const map = new Map<string, number>();
    for (const text of texts) for (const character of text) add(map, character, 1);
    return map;
  };
  return {
    surname: table(surname, 1, 0),
    // One or two characters: the choice is counted into the first.
    single: table(single, ones / (ones + twos), 0.5),
    first: table(first, twos / (ones + twos), 0.5),
    second: table(second, 1, 0.5),
    foreign: table(characters(foreign), 1, 0),
    place: withoutServing(table(characters(places), 1, 0.05)),
  };
}

/** Characters that stand beside the names of places oftener than in them. */
const SERVING = '和及与或的在是之由将以到从对为本该各每全我你他这那几多省市县区州盟旗镇乡村';

function withoutServing(costs: Uint8Array): Uint8Array {
  for (let i = 0; i < SERVING.length; i++) costs[SERVING.charCodeAt(i) - FIRST_HAN] = MOST_COST;
  return costs;
}

/** @param added to each Han character's count; with 0 what was not counted never happens */
function table(counts: ReadonlyMap<string, number>, share: number, added: number): Uint8Array {
  const total = [...counts.values()].reduce((a, b) => a + b, 0) + added * HAN_COUNT;
  return Uint8Array.from({ length: HAN_COUNT }, (_, i) =>
    cost((share * ((counts.get(String.fromCharCode(FIRST_HAN + i)) ?? 0) + added)) / total),
  );
}
