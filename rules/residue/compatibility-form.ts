import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';

/** Radicals of the supplement that Unicode does not itself trace back to a character. */
const RADICALS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⺍小⺒巳⺊卜⺈刀',
  ]
    .join('')
    .match(/../gu)!
    .map((pair) => [...pair] as [string, string]),
);
const FORMS = /[\u2e80-\u2fd5\uf900-\ufaff\ufb00-\ufb06\u{2f800}-\u{2fa1f}]+/gu;

/** “⼯作” written with a radical instead of the character 工: looks the same, and no search finds it. */
export default defineRule({
  id: 'residue/compatibility-form',
  messages: { form: 'error' },
  basis: '《通用规范汉字表》',
  scope: 'paragraph',
  quotedToo: true,
  examples: [
    { wrong: '推进⟦⼯⟧作⟦⽅⟧案落实', right: '推进工作方案落实' },
    { wrong: '保障⟦⺠⟧⽣'.replace('⽣', '生'), right: '保障民生' },
    { right: '推进工作方案落实，面积120㎡，第①组。' },
  ],
  check({ text }, context) {
    for (const { 0: run, index } of allMatches(text, FORMS)) {
      const plain = [...run].map((character) => RADICALS[character] ?? character.normalize('NFKC')).join('');
      if (plain === run) continue;
      context.report({
        range: [index, index + run.length],
        message: 'form',
        data: { run, plain },
        group: 'form',
        fix: plain,
      });
    }
  },
});
