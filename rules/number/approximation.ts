import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';

const NUMBER = '(?:\\d+(?:\\.\\d+)?[万亿千百]*|[一二两三四五六七八九十百千万]+)';
const REST = '[\\p{Script=Han}%％℃]{0,4}?';
/** About, and about again: “大约20天左右”, “约30余人”. */
const ABOUT = new RegExp(
  `(大约|大概|约|将近|接近)(${NUMBER})(?:(余|多)${REST}(?![\\p{Script=Han}]{0,2}年来)|${REST}(左右|上下))(?=[，。；、：）的]|$|\\p{Script=Han})`,
  'gu',
);
/** More than, and again: “超过50人以上”. 达到…以上 is usage. */
const ABOVE = new RegExp(`(超过|超出|多于|逾|高于|大于|不少于|不低于|至少|最少)(${NUMBER}${REST})(以上)`, 'gu');
const BELOW = new RegExp(`(低于|少于|小于|不超过|不高于|至多|最多)(${NUMBER}${REST})(以下|以内)`, 'gu');

/** One sign of vagueness is enough. */
export default defineRule({
  id: 'number/approximation',
  messages: { twice: 'warning' },
  scope: 'paragraph',
  basis: 'GB/T 15835—2011',
  examples: [
    { wrong: '工期⟦大约20天左右⟧。', right: '工期大约20天。' },
    { wrong: '参加活动⟦约300余⟧人。', right: '参加活动约300人。' },
    { wrong: '种植⟦超过50亩以上⟧。', right: '种植超过50亩。' },
    { right: '工期大约20天，参加300余人，达到50亩以上。' },
    { right: '近20多年来变化很大，约定三日左右见面。' },
  ],
  check({ text }, context) {
    for (const match of allMatches(text, ABOUT)) {
      const [whole, first, , more, about] = match;
      const second = (more ?? about)!;
      const length = more ? whole.indexOf(more, first!.length) + 1 : whole.length;
      const written = whole.slice(0, length);
      const at = written.lastIndexOf(second);
      const end = match.index + length;
      context.report({
        range: [match.index, end],
        message: 'twice',
        data: { first: first!, second },
        suggestions: [written.slice(0, at) + written.slice(at + second.length), written.slice(first!.length)],
      });
    }
    for (const pattern of [ABOVE, BELOW]) {
      for (const match of allMatches(text, pattern)) {
        const [whole, first, middle, second] = match;
        context.report({
          range: [match.index, match.index + whole.length],
          message: 'twice',
          data: { first: first!, second: second! },
          suggestions: [`${first}${middle}`, `${middle}${second}`],
        });
      }
    }
  },
});
