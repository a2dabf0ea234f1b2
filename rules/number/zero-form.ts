import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';

/** A year in Chinese numerals, with whatever was taken for its zero. */
const YEAR = /(?<![\d一二三四五六七八九〇零○Ｏ０OoОо])([12一二][\d一二三四五六七八九〇零○Ｏ０OoОо]{3})(?=年)/g;
const CHINESE = /[一二三四五六七八九]/;
/** What only looks like 〇: circle, Latin and Cyrillic O, full-width and ASCII zero. */
const LOOKALIKE = /[○ＯOoОо０0]/g;

/** “2l8处”, “l000元”: a letter typed for the digit that looks like it. */
const LETTER =
  /(?<![A-Za-z\d.])(?:\d+[lIOo][\dlIOo]*|[lI][\dO]{2,})(?=(?:[个件户家人名处项次场元亩吨米年月日台期份起%％]|万|亿|余)(?![A-Za-z]))/g;
const DIGIT: Readonly<Record<string, string>> = { l: '1', I: '1', O: '0', o: '0' };

/** 〇 is the zero among Chinese numerals, 0 the one among Arabic digits. */
export default defineRule({
  id: 'number/zero-form',
  messages: { chinese: 'error', arabic: 'error', letter: 'error' },
  scope: 'paragraph',
  basis: 'GB/T 15835—2011 4.2.3',
  examples: [
    { wrong: '⟦二0二四⟧年九月十二日', right: '二〇二四年九月十二日' },
    { wrong: '⟦二OO六⟧年修订。', right: '二〇〇六年修订。' },
    { wrong: '⟦2〇24⟧年开工。', right: '2024年开工。' },
    { wrong: '⟦二零二四⟧年开工。', right: '二〇二四年开工。' },
    { wrong: '排查隐患⟦2l8⟧处，收缴⟦l000⟧元，增长⟦1O⟧%。', right: '排查隐患218处，收缴1000元，增长10%。' },
    { right: '购置A4I型号2台，完成5G基站3个。' },
    { right: '二〇二四年九月，2024年9月，一九九八年。' },
    { right: '编号A2OO6，共20年。' },
  ],
  check({ text }, context) {
    for (const { 0: written, index } of allMatches(text, LETTER)) {
      if (/年/.test(text[index + written.length]!) && written.length === 4) continue; // a year, below
      context.report({
        range: [index, index + written.length],
        message: 'letter',
        fix: written.replace(/[lIOo]/g, (letter) => DIGIT[letter]!),
      });
    }
    for (const match of allMatches(text, YEAR)) {
      const written = match[1]!;
      const range = [match.index, match.index + 4] as const;
      if (!CHINESE.test(written)) {
        if (/[〇零○ＯOoОо]/.test(written)) {
          context.report({ range, message: 'arabic', fix: written.replace(/[〇零○ＯOoОо]/g, '0') });
        }
        continue;
      }
      if (/[1-9]/.test(written)) continue;
      const right = written.replace(LOOKALIKE, '〇').replace(/零/g, '〇');
      if (right === written) continue;
      // ○ and 零 are what older texts and many typists have for 〇.
      const isOld = /^[^Ｏ０OoОо0]+$/.test(written);
      context.report({
        range,
        message: 'chinese',
        data: { right },
        group: isOld ? 'old' : 'wrong',
        ...(isOld ? { severity: 'hint', suggestions: [right] } : { fix: right }),
      });
    }
  },
});
