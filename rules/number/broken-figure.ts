import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { MEASURE } from '../../lib/vocabulary/measure-words.ts';
import { MAGNITUDE } from '../../lib/vocabulary/numbers.ts';

const BEHIND = `(?=(?:${MAGNITUDE})?${MEASURE}(?![A-Za-z]))`;
/** “12。5%”: a sentence that begins with a figure begins with one that could stand alone, 5% mostly cannot. */
const FULL_STOP = new RegExp(`(?<![\\d.:：])\\d{1,6}。\\d{1,3}${BEHIND}`, 'g');
/** “3..2万”, “3.，2万” */
const POINTS = /(?<![\d.])\d{1,6}(?:\.{2}|\.[,，。]|[,，。]\.)\d{1,6}(?![\d.])/g;
/** “124,00人次”: a group that is no thousand. “10,12个” may be two numbers. */
const GROUP = new RegExp(`(?<![\\d.,])\\d{1,3}(?:,\\d{3}){0,3},(?:\\d0|\\d{4})${BEHIND}`, 'g');

/** A figure broken by a mark that does not belong into it. */
export default defineRule({
  id: 'number/broken-figure',
  messages: { stop: 'warning', points: 'error', group: 'warning' },
  scope: 'paragraph',
  examples: [
    { wrong: '苗木成活率提高⟦12。5⟧%。', right: '苗木成活率提高12.5%。' },
    { wrong: '接待游客⟦3..2⟧万人次。', right: '接待游客3.2万人次。' },
    { wrong: '服务群众⟦124,00⟧人次，投入⟦1,2345⟧元。' },
    { right: '服务群众12,400人次，成活率提高12.5%。' },
    { right: '今年植树12株。5月再植30株。编号为12。3名职工参加。' },
    { right: '第3,4号楼，1,2年级，比分为3..' },
  ],
  check({ text }, context) {
    for (const { 0: written, index } of text.includes('。') ? allMatches(text, FULL_STOP) : []) {
      // “编号为12。3名职工参加”: only a rate or a decimal before 万 and 亿 is sure to be one number.
      const end = index + written.length;
      if (!/^(?:[%％‰万亿]|个百分点)/.test(text.slice(end, end + 4))) continue;
      context.report({ range: [index, end], message: 'stop', suggestions: [written.replace('。', '.')] });
    }
    for (const { 0: written, index } of allMatches(text, POINTS)) {
      context.report({
        range: [index, index + written.length],
        message: 'points',
        suggestions: [written.replace(/[.,，。]+/, '.')],
      });
    }
    for (const { 0: written, index } of text.includes(',') ? allMatches(text, GROUP) : []) {
      context.report({ range: [index, index + written.length], message: 'group' });
    }
  },
});
