import { allMatches } from '../../lib/document/matches.ts';
import { parseNumeral } from '../../lib/document/numerals.ts';
import { defineRule } from '../../lib/engine/rule.ts';

/** Three and more counted things in one list: “3条步道、五座桥梁、4个公园”. */
const ITEM =
  '[\\p{Script=Han}]{0,12}?(?:\\d{1,12}|[三四五六七八九十][一二三四五六七八九]?)[个项条座家次场名人件户处所期篇台辆套批起][\\p{Script=Han}]{0,8}';
const SERIES = new RegExp(`${ITEM}(?:、${ITEM}){1,8}`, 'gu');
/** A Chinese numeral that counts, without which nothing can be mixed. */
const CHINESE = /[三四五六七八九十][一二三四五六七八九]?[个项条座家次场名人件户处所期篇台辆套批起]/;
const NUMBER = /(\d{1,12}|[三四五六七八九十][一二三四五六七八九]?)(?=[个项条座家次场名人件户处所期篇台辆套批起])/g;

/** Digits and Chinese numerals for like things in one list. */
export default defineRule({
  id: 'number/mixed-numerals',
  messages: { mixed: 'hint' },
  scope: 'paragraph',
  basis: 'GB/T 15835—2011 4.3',
  examples: [
    { wrong: '新建步道3条、桥梁⟦五⟧座、公园4个。', right: '新建步道3条、桥梁5座、公园4个。' },
    { right: '新建步道3条、桥梁5座、公园4个，三次获奖。' },
    { right: '新建步道三条、桥梁五座，共3000米。' },
  ],
  check({ text }, context) {
    if (!/\d/.test(text) || !CHINESE.test(text)) return;
    for (const series of allMatches(text, SERIES)) {
      const numbers = allMatches(series[0], NUMBER);
      const chinese = numbers.filter(({ 1: number }) => !/\d/.test(number!));
      if (chinese.length === 0 || chinese.length * 2 >= numbers.length) continue;
      for (const { index, 1: number } of chinese) {
        const at = series.index + index;
        const digits = String(parseNumeral(number!));
        context.report({
          range: [at, at + number!.length],
          message: 'mixed',
          data: { digits },
          suggestions: [digits],
        });
      }
    }
  },
});
