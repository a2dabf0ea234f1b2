import rows from '../../assets/lexicons/fixed-phrases.tsv';
import { defineRule } from '../../lib/engine/rule.ts';
import { readRows } from './_lexicon.ts';
import { difference, isOneEditApart } from './_near.ts';

interface Phrase {
  readonly text: string;
  readonly head: string;
  readonly tail: string;
  readonly variants: ReadonlySet<string>;
}

const PHRASES: readonly Phrase[] = readRows<'phrase' | 'variants'>(rows).map(({ phrase, variants }) => {
  const middle = phrase.length >> 1;
  const allowed = new Set(variants.split('|').filter(Boolean));
  return { text: phrase, head: phrase.slice(0, middle), tail: phrase.slice(middle), variants: allowed };
});

/** What may stand inside a fixed phrase without harm, or links its parts in another way. */
const HARMLESS = /^[的了和与及、，。；：“”‘’《》（）等好到把在对以将已要等也都是\s_]?$/;

/** Candidates at a place where one half stands: the other half with a character more, less or changed. */
function* candidates(text: string, { text: phrase, head, tail }: Phrase): Generator<{ at: number; found: string }> {
  for (let at = text.indexOf(head); at !== -1; at = text.indexOf(head, at + 1)) {
    for (const length of [phrase.length, phrase.length - 1, phrase.length + 1]) {
      yield { at, found: text.slice(at, at + length) };
    }
  }
  for (let at = text.indexOf(tail); at !== -1; at = text.indexOf(tail, at + 1)) {
    const end = at + tail.length;
    for (const length of [phrase.length, phrase.length - 1, phrase.length + 1]) {
      if (end >= length) yield { at: end - length, found: text.slice(end - length, end) };
    }
  }
}

function isMistake(found: string, { text: phrase, variants }: Phrase): boolean {
  if (found[0] !== phrase[0] || found.at(-1) !== phrase.at(-1) || variants.has(found)) return false;
  if (!isOneEditApart(found, phrase)) return false;
  const { inA: written, inB: meant } = difference(found, phrase);
  if (written.length > 1) return true;
  return !(HARMLESS.test(written) && (meant === '' || (written === '' ? HARMLESS.test(meant) : false)));
}

/** Set expressions of official prose that are one character off. */
export default defineRule({
  id: 'wording/fixed-phrase',
  severity: 'warning',
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
    for (const phrase of PHRASES) {
      for (const { at, found } of candidates(text, phrase)) {
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
    }
  },
});
