import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { isChinese, isHan } from './_text.ts';

const WRONG_FORM = /。{3,}|\.{3,}|、{3,}|·{3,}|⋯+|…+/g;
const WITH_ETC = /(?=[…等])(?<=[\p{Script=Han}”》）])(?:…{1,2}等等?|等等?…{1,2})(?![级待候于])/gu;

/** Six dots, “……”, and not beside 等. */
export default defineRule({
  id: 'punctuation/ellipsis',
  messages: { form: 'warning', etc: 'warning' },
  basis: 'GB/T 15834—2011 4.11',
  scope: 'paragraph',
  examples: [
    { wrong: '学习、调研、走访⟦。。。⟧收获很大。', right: '学习、调研、走访……收获很大。' },
    { wrong: '学习、调研⟦...⟧收获很大。', right: '学习、调研……收获很大。' },
    { wrong: '检查药店、诊所⟦……等⟧场所。', right: '检查药店、诊所等场所。' },
    { right: '此外还有许多工作……都需要抓紧。' },
    { right: '调用f(a, ...b)即可，稍等……' },
  ],
  check({ text }, context) {
    const etc: number[] = [];
    for (const { 0: found, index } of allMatches(text, WITH_ETC)) {
      if (found.startsWith('等') && !/、/.test(text.slice(Math.max(0, index - 20), index))) continue;
      etc.push(index + found.indexOf('…'));
      const word = found.replace(/…/g, '');
      context.report({
        range: [index, index + found.length],
        message: 'etc',
        data: { word },
        suggestions: [word, '……'],
      });
    }
    for (const { 0: found, index } of allMatches(text, WRONG_FORM)) {
      if (etc.includes(index) || /^(?:……)+$/.test(found)) continue;
      const before = text[index - 1];
      const after = text[index + found.length];
      if (found[0] === '.' && !(isChinese(before) && (after === undefined || isChinese(after)))) continue;
      if (found[0] === '…' && !isHan(before)) continue;
      if (found[0] === '·' && found.length > 12) continue;
      context.report({
        range: [index, index + found.length],
        message: 'form',
        group: found,
        fix: '……',
        ...(/[…⋯]/.test(found) && { severity: 'hint' as const }),
      });
    }
  },
});
