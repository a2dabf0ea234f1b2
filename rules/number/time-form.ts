import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';

const DAYTIME = '上午|下午|早上|晚上|晚间|凌晨|中午|早|晚|[日号]|星期[一-日]）?';
/** “14：30”: the colon of a sentence in a time of day. */
const FULL_COLON = new RegExp(
  `(?<=(?:${DAYTIME}|[~～—－-]|至|时间[为：])\\s?)([01]?\\d|2[0-4])：([0-5]\\d)(?![\\d：])|(?<![\\d：])([01]?\\d|2[0-4])：([0-5]\\d)(?=[~～—－-]|至\\d)`,
  'g',
);
/** “25:30”, “9:75”: no such time. */
const IMPOSSIBLE = new RegExp(
  `(?<=(?:${DAYTIME})\\s?)(?:(?:2[5-9]|[3-9]\\d)[:：]\\d{2}|\\d{1,2}[:：][6-9]\\d)(?![\\d:：])`,
  'g',
);

/** The form of a time of day. */
export default defineRule({
  id: 'number/time-form',
  messages: { colon: 'hint', impossible: 'warning' },
  scope: 'paragraph',
  basis: 'GB/T 15835—2011 5.1.4',
  examples: [
    { wrong: '定于6月30日上午⟦9：30⟧召开会议。', right: '定于6月30日上午9:30召开会议。' },
    { wrong: '每天⟦8：30⟧～⟦12：00⟧受理业务。', right: '每天8:30～12:00受理业务。' },
    { wrong: '定于下午⟦14:75⟧召开会议。' },
    { right: '定于上午9:30召开会议，比例为1：10，男女比3：20。' },
    { right: '会期1日：10名代表发言，下午：20人参观。' },
  ],
  check({ text }, context) {
    if (!/[:：]/.test(text)) return;
    for (const { 0: written, index } of allMatches(text, FULL_COLON)) {
      const right = written.replace('：', ':');
      context.report({
        range: [index, index + written.length],
        message: 'colon',
        data: { right },
        suggestions: [right],
      });
    }
    for (const { 0: written, index } of allMatches(text, IMPOSSIBLE)) {
      context.report({ range: [index, index + written.length], message: 'impossible', data: { written } });
    }
  },
});
