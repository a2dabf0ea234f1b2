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

/** “上午14时”, “凌晨15:00”: an hour that is not in the morning. */
const MORNING = /(?<=上午|早上|凌晨|清晨|早晨)[ ]?(?:1[3-9]|2[0-3])(?:[时点]|[:：][0-5]\d)/g;
/** “下午2:30” beside “14:00”: the clock of twelve hours and that of twenty-four. */
const TWELVE = /(?<=下午|晚上|傍晚)[ ]?([1-9]|1[01])[:：][0-5]\d(?![\d:：])/g;
const TWENTY_FOUR = /(?<![\d:：.])(?:1[3-9]|2[0-3])[:：][0-5]\d(?![\d:：])/;

/** The form of a time of day. */
export default defineRule({
  id: 'number/time-form',
  messages: { morning: 'error', clock: 'hint', colon: 'hint', impossible: 'warning' },
  notes: ['afternoon'],
  scope: 'paragraph',
  basis: 'GB/T 15835—2011 5.1.4',
  examples: [
    { wrong: '定于6月30日上午⟦9：30⟧召开会议。', right: '定于6月30日上午9:30召开会议。' },
    { wrong: '每天⟦8：30⟧～⟦12：00⟧受理业务。', right: '每天8:30～12:00受理业务。' },
    { wrong: '定于下午⟦14:75⟧召开会议。' },
    { wrong: '定于上午⟦14时⟧召开会议。', right: '定于下午14时召开会议。' },
    { wrong: '下午⟦2:30⟧报到，14:50开会。', right: '下午14:30报到，14:50开会。' },
    { right: '下午2:30报到，上午9:30开会；上午11时至14时。' },
    { right: '定于上午9:30召开会议，比例为1：10，男女比3：20。' },
    { right: '会期1日：10名代表发言，下午：20人参观。' },
  ],
  check({ text }, context) {
    for (const { 0: written, index } of allMatches(text, MORNING)) {
      const morning = /(?:上午|早上|凌晨|清晨|早晨)$/.exec(text.slice(0, index))![0];
      context.report({
        range: [index, index + written.length],
        message: 'morning',
        data: { morning },
        suggestions: [{ message: 'afternoon', fix: { range: [index - morning.length, index], text: '下午' } }],
      });
    }
    if (!/[:：]/.test(text)) return;
    for (const match of TWENTY_FOUR.test(text) ? allMatches(text, TWELVE) : []) {
      const [written, hour] = match;
      context.report({
        range: [match.index, match.index + written.length],
        message: 'clock',
        suggestions: [written.replace(hour!, String(Number(hour) + 12))],
      });
    }
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
