import rows from '../../assets/lexicons/fixed-phrases.tsv';
import { defineRule } from '../../lib/engine/rule.ts';
import { phraseSearch } from '../../lib/language/phrases.ts';
import { readTable } from '../../lib/vocabulary/table.ts';
import { difference, isOneEditApart } from './_near.ts';

interface Phrase {
  readonly text: string;
  readonly head: string;
  readonly tail: string;
  readonly variants: ReadonlySet<string>;
}

const PHRASES: readonly Phrase[] = readTable(rows).map((row) => {
  const phrase = row.phrase!;
  const middle = phrase.length >> 1;
  const allowed = new Set(row.variants!.split('|').filter(Boolean));
  return { text: phrase, head: phrase.slice(0, middle), tail: phrase.slice(middle), variants: allowed };
});

/** What may stand inside a fixed phrase without harm, or links its parts in another way. */
const HARMLESS = /^[的了和与及、，。；：“”‘’《》（）等好到把在对以将已要等也都是\s_]?$/;

/** Phrases by the halves that they begin and end with; halves may be shared. */
const BY_HALF = new Map<string, { heads: Phrase[]; tails: Phrase[] }>();
for (const phrase of PHRASES) {
  for (const [half, side] of [
    [phrase.head, 'heads'],
    [phrase.tail, 'tails'],
  ] as const) {
    const entry = BY_HALF.get(half) ?? { heads: [], tails: [] };
    entry[side].push(phrase);
    BY_HALF.set(half, entry);
  }
}
const searchHalves = phraseSearch([...BY_HALF].map(([words, entry]) => ({ words, entry })));

interface Candidate {
  readonly at: number;
  readonly found: string;
  readonly phrase: Phrase;
}

/** By how many characters a mistaken phrase may be longer; the likeliest first. */
const CHANGES = [0, -1, 1];

/**
 * Where one half stands, the stretch with the other half as long, a character shorter or longer. It begins and ends as
 * the phrase does: most halves stand by themselves, and that shows at once.
 */
function candidatesIn(text: string): Candidate[] {
  const candidates: Candidate[] = [];
  const add = (at: number, end: number, phrase: Phrase) => {
    if (text[at] !== phrase.text[0] || text[end - 1] !== phrase.text.at(-1)) return;
    candidates.push({ at, found: text.slice(at, end), phrase });
  };
  for (const { start, end, entry } of searchHalves(text)) {
    for (const phrase of entry.heads) {
      for (const change of CHANGES) add(start, start + phrase.text.length + change, phrase);
    }
    for (const phrase of entry.tails) {
      for (const change of CHANGES) add(end - phrase.text.length - change, end, phrase);
    }
  }
  return candidates;
}

function isMistake(found: string, { text: phrase, variants }: Phrase): boolean {
  if (variants.has(found)) return false;
  if (!isOneEditApart(found, phrase)) return false;
  const { inA: written, inB: meant } = difference(found, phrase);
  if (written.length > 1) return true;
  return !(HARMLESS.test(written) && (meant === '' || (written === '' ? HARMLESS.test(meant) : false)));
}

/** Set expressions of official prose that are one character off. */
export default defineRule({
  id: 'wording/fixed-phrase',
  messages: { off: 'warning' },
  scope: 'paragraph',
  examples: [
    { wrong: '深入学习⟦习近平新时代中国特色社会主思想⟧。', right: '深入学习习近平新时代中国特色社会主义思想。' },
    { wrong: '落实⟦意识形态工作责认制⟧。', right: '落实意识形态工作责任制。' },
    { wrong: '组织⟦理论学习中心小组⟧学习。', right: '组织理论学习中心组学习。' },
    { right: '落实意识形态工作责任制，开展批评与自我批评，巩固拓展好脱贫攻坚成果。' },
    { right: '实现中华民族的伟大复兴。' },
  ],
  check({ text }, context) {
    const seen = new Set<number>();
    for (const { at, found, phrase } of candidatesIn(text)) {
      if (seen.has(at) || text.startsWith(phrase.text, at) || !isMistake(found, phrase)) continue;
      if (text.slice(Math.max(0, at - 2), at + found.length + 2).includes(phrase.text)) continue;
      seen.add(at);
      context.report({
        range: [at, at + found.length],
        message: 'off',
        data: { right: phrase.text },
        suggestions: [phrase.text],
      });
    }
  },
});
