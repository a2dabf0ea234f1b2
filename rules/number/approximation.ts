import { allMatches } from '../../lib/document/matches.ts';
import { toNumeral } from '../../lib/document/numerals.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { ARABIC, CHINESE_NUMERALS } from '../../lib/vocabulary/numbers.ts';

const NUMBER = `(?:${ARABIC}[万亿千百]{0,3}|[${CHINESE_NUMERALS}]{1,12})`;
const REST = '[\\p{Script=Han}%％℃]{0,4}?';
/** About, and about again: “大约20天左右”, “约30余人”. */
const ABOUT = new RegExp(
  `(大约|大概|约|将近|接近)(${NUMBER})(?:(余|多)${REST}(?![\\p{Script=Han}]{0,2}年来)|${REST}(左右|上下))(?=[，。；、：）的]|$|\\p{Script=Han})`,
  'gu',
);
/** More than, and again: “超过50人以上”. 达到…以上 is usage. */
const ABOVE = new RegExp(`(超过|超出|多于|逾|高于|大于|不少于|不低于|至少|最少)(${NUMBER}${REST})(以上)`, 'gu');
const BELOW = new RegExp(`(低于|少于|小于|不超过|不高于|至多|最多)(${NUMBER}${REST})(以下|以内)`, 'gu');

const OF_TIME_AND_PEOPLE = '天|年(?!级|代)|个|人|名|次|米|公里|小时|岁|倍|里|周|户|家|分钟|遍';
const NEXT_TO_EACH_OTHER = (digits: string) =>
  [...digits.slice(0, -1)].map((digit, index) => `${digit}、${digits[index + 1]}`).join('|');
/** “3、4天”, “二、三十人”: neighbouring numbers that stand for any near them. */
const FEW = new RegExp(
  `(?<![\\d第、.．，。；：十零〇一二三四五六七八九百千和及至—-])(?<!^[\\s\\u3000]{0,4})(?:(${NEXT_TO_EACH_OTHER('123456789')})|(${NEXT_TO_EACH_OTHER('一二三四五六七八九')}))(?=(?:[十百千万]{0,2})(?:${OF_TIME_AND_PEOPLE})(?!决赛|子))`,
  'gm',
);

/** One sign of vagueness is enough. */
export default defineRule({
  id: 'number/approximation',
  messages: { twice: 'warning', few: 'warning' },
  scope: 'paragraph',
  basis: 'GB/T 15835—2011',
  examples: [
    { wrong: '工期⟦大约20天左右⟧。', right: '工期大约20天。' },
    { wrong: '参加活动⟦约300余⟧人。', right: '参加活动约300人。' },
    { wrong: '种植⟦超过50亩以上⟧。', right: '种植超过50亩。' },
    { wrong: '整改需要⟦3、4⟧天，有⟦二、三⟧十人参加。', right: '整改需要三四天，有二三十人参加。' },
    { right: '5、6月份连续降雨，第3、4天停水，3、4号楼和3、4年级放假，三、四年级返校。' },
    { right: '3、4个村联合建站，一、二名次已定。' },
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
    for (const match of text.includes('、') ? allMatches(text, FEW) : []) {
      const [written] = match;
      const right = [...written].map((sign) =>
        /[1-9]/.test(sign) ? toNumeral(Number(sign)) : sign === '、' ? '' : sign,
      );
      context.report({
        range: [match.index, match.index + written.length],
        message: 'few',
        data: { right: right.join('') },
        basis: 'GB/T 15835—2011 4.2.2',
        suggestions: [right.join('')],
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
