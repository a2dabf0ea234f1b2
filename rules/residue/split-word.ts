import { allMatches } from '../../lib/document/matches.ts';
import type { Range } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { tagSet } from '../../lib/language/words/tags.ts';

/** One blank or two between Chinese characters: “化工企 业”, “意　识”. */
const BLANK =
  /[ \u00a0\u3000\u2002-\u200a]{1,2}(?<=\p{Script=Han}[ \u00a0\u3000\u2002-\u200a]{1,2})(?=\p{Script=Han})/gu;
const RUN_BEFORE = /\p{Script=Han}{1,12}$/u;
const RUN_BEHIND = /^\p{Script=Han}{1,12}/u;
/** Fewer characters on both sides together (UTF-16 units) are a label or a name that was spaced out: 姓　名, 翟　景. */
const FEWEST = 5;
/** Names may be spaced out, and numbers and measure words stand in columns. */
const SPLIT = tagSet('n', 'v', 'vn', 'a', 'an', 'ad', 'd', 'i', 'b', 'c', 'r', 'vd', 'vx', 'z', 't', 's');

/** A blank in the middle of a word, left by a PDF or by a slip of the key. */
export default defineRule({
  id: 'residue/split-word',
  messages: { blank: 'warning' },
  scope: 'paragraph',
  examples: [
    { wrong: '深入辖区化工企⟦ ⟧业开展检查。', right: '深入辖区化工企业开展检查。' },
    { wrong: '增强服务意⟦　⟧识，提升能力。', right: '增强服务意识，提升能力。' },
    { right: '姓　名：喻文澜\n联 系 人：祁向南\n参会人 员：翟　景、苏　望' },
    { right: '述 职 报 告\n青石镇 工作总结\n序号 单位 数量 备注\n一等奖 李向阳 张望舒' },
    { right: '坚持统筹推进 协调发展，实现新的突破。' },
  ],
  check(paragraph, { language, report }) {
    if (!language) return;
    const { text } = paragraph;
    for (const { 0: blank, index } of allMatches(text, BLANK)) {
      const before = RUN_BEFORE.exec(text.slice(Math.max(0, index - 12), index))![0];
      const behindAt = index + blank.length;
      const behind = RUN_BEHIND.exec(text.slice(behindAt, behindAt + 12))![0];
      if (before.length + behind.length < FEWEST || /[：:]/.test(text[behindAt + behind.length] ?? '')) continue;
      const words = language.words(before + behind);
      const across = words.indexAt(before.length);
      if (words.isBoundary(before.length) || !words.is(across, SPLIT)) continue;
      const range: Range = [index, behindAt];
      report({ range, message: 'blank', data: { word: words.text(across) }, fix: '', group: 'blank' });
    }
  },
});
