import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import type { Severity } from '../../lib/engine/types.ts';
import { tagSet } from '../../lib/language/words/tags.ts';
import type { Words } from '../../lib/language/words/words.ts';
import { clauseEnd, clauseStart, has, isNounPhrase } from './_clauses.ts';

const TRANSITIVE = tagSet('v', 'vx');
const COMMA = /，(?=\p{Script=Han})(?<=\p{Script=Han}，)/gu;
/** “……是共同的，”, “违反规定的，”: a predicate, or a case that a law provides for. */
const NOT_AN_ATTRIBUTE = /是|[对凡经]|违反|应当|不得|的/;
/** Behind a verb or an attribute: what shows that a clause of its own, or a further attribute, follows. */
const FOLLOWS_CLAUSE = /[是有的]/;
/** What a clause may not have before its verb if the object is still to come: “我们要进一步加强，”. */
const NOUN = tagSet('n', 'nr', 'ns', 'nt', 'nz', 'an', 'vn', 'a', 'i', 'p', 'c');
/** “要”, “进一步”, “不断”: what leads to the verb then. */
const LEADING = tagSet('vu', 'd', 'ad', 'vd');

type Message = 'object' | 'attribute';
/**
 * Nats by which the sentence must gain without its comma, for a warning and for a hint: so that clean text of all kinds has
 * one warning in some hundred thousand characters.
 */
const GAINS = { aspect: [2.5, 1.5], verb: [3, 2], attribute: [4, 2.5] } as const;

function kindOf(words: Words, comma: number, text: string): keyof typeof GAINS | undefined {
  if (!isNounPhrase(words, comma + 1)) return undefined;
  const start = clauseStart(words, comma);
  const before = words.text(comma - 1);
  if (before === '了') return isTransitive(words, comma - 2) ? 'aspect' : undefined;
  const follows = text.slice(words.end(comma), words.start(clauseEnd(words, comma + 1)));
  if (FOLLOWS_CLAUSE.test(follows)) return undefined;
  if (before === '的') {
    const clause = text.slice(words.start(start), words.start(comma - 1));
    return clause.length > 2 && !NOT_AN_ATTRIBUTE.test(clause) ? 'attribute' : undefined;
  }
  const verb = comma - 1;
  if (!isTransitive(words, verb) || words.text(start - 1) === '、') return undefined;
  return has(words, start, verb, LEADING) && !has(words, start, verb, NOUN) ? 'verb' : undefined;
}

const isTransitive = (words: Words, index: number) => words.is(index, TRANSITIVE) && words.text(index).length > 1;

const MESSAGE_OF: Readonly<Record<keyof typeof GAINS, Message>> = {
  aspect: 'object',
  verb: 'object',
  attribute: 'attribute',
};

/** “取得了，明显成效”, “切实可行的，措施”: a comma between a verb and its object, an attribute and its noun. */
export default defineRule({
  id: 'punctuation/stray-comma',
  messages: { object: 'warning', attribute: 'warning' },
  basis: 'GB/T 15834—2011 4.4',
  scope: 'paragraph',
  examples: [
    { wrong: '一年来，窗口服务取得了⟦，⟧明显成效。', right: '一年来，窗口服务取得了明显成效。' },
    { wrong: '我们要进一步加强⟦，⟧队伍建设。', right: '我们要进一步加强队伍建设。' },
    { wrong: '采取切实可行的⟦，⟧措施，确保安全度汛。', right: '采取切实可行的措施，确保安全度汛。' },
    { right: '雪停了，孩子们跑出去堆雪人。灯亮了，一片掌声。' },
    { right: '孩子的，老人的，全村人的心愿，都写在那张纸上。' },
    { right: '违反本办法规定的，主管部门可以责令改正；各国的责任是共同的，命运是共同的。' },
    { right: '会议在县城召开，各镇负责人参加。' },
  ],
  check(paragraph, context) {
    const { text } = paragraph;
    const { language } = context;
    if (!language) return;
    for (const { index } of allMatches(text, COMMA)) {
      const words = context.words(paragraph);
      const kind = kindOf(words, words.indexAt(index), text);
      if (!kind) continue;
      const gain = language.gain(text, [index, index + 1], '');
      const [sure, likely] = GAINS[kind];
      if (gain < likely) continue;
      const severity: Severity = gain < sure ? 'hint' : 'warning';
      context.report({ range: [index, index + 1], message: MESSAGE_OF[kind], severity, suggestions: [''] });
    }
  },
});
