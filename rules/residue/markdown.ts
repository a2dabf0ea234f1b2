import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import type { Severity } from '../../lib/engine/types.ts';

interface Mark {
  readonly pattern: RegExp;
  readonly severity?: Severity;
  /** What the mark stands around or before. */
  readonly keep: (match: RegExpMatchArray) => string;
}

const MARKS: readonly Mark[] = [
  { pattern: /\*\*\*?([^*\n]{1,200})\*\*\*?/g, keep: ([, words]) => words! },
  {
    // “____年__月__日”, “__户__人”: lines to be filled in, with their units behind them.
    pattern:
      /(?<![\w_])__(?![年月日时分号周届个件户人家名项次条份元万亿])(\p{Script=Han}[^_\n]{0,60})__(?![\w_年月日时分号周届个件户人家名项次条份元万亿])/gu,
    severity: 'hint',
    keep: ([, words]) => words!,
  },
  { pattern: /~~([^~\n]{1,80})~~/g, keep: ([, words]) => words! },
  { pattern: /!?\[([^\][\n]{0,80})\]\((?:https?:|\/|#|mailto:)[^()\s]{0,300}\)/g, keep: ([, words]) => words! },
  { pattern: /(?<!`)`([^`\n]{1,60})`(?!`)/g, severity: 'hint', keep: ([, words]) => words! },
  { pattern: /^[ \u3000]{0,8}#{1,6}[ \u3000]+(?=\S)/g, keep: () => '' },
  { pattern: /^[ \u3000]{0,8}#{2,6}(?=\p{Script=Han})/gu, keep: () => '' },
  { pattern: /^\s*```\w*\s*$/g, keep: () => '' },
  { pattern: /^\s*(?:-{3,}|\*{3,})\s*$/g, keep: () => '' },
  { pattern: /^\s*[-*+][ ]+\[[ xX]\][ ]*/g, keep: () => '' },
  { pattern: /^\s*(?:\|\s*)?:?-{3,}:?\s*\|(?:\s*:?-{3,}:?\s*\|)*(?:\s*:?-{3,}:?\s*)?$/g, keep: () => '' },
  { pattern: /^[ ]{0,8}[-*+•][ ]+(?=\p{Script=Han}|\*\*)/gu, severity: 'hint', keep: () => '' },
  { pattern: /^[ ]{0,8}>[ ]+(?=\S)/g, severity: 'hint', keep: () => '' },
];
const HAS_MARK = /[*_~[`#|>+•-]/;

/** Marks of Markdown, which shows as bold type and headings elsewhere and as bare signs here. */
export default defineRule({
  id: 'residue/markdown',
  messages: { mark: 'warning' },
  scope: 'paragraph',
  quotedToo: true,
  examples: [
    { wrong: '⟦**一是强化学习。**⟧全年组织学习12次。', right: '一是强化学习。全年组织学习12次。' },
    { wrong: '⟦## ⟧二、存在的问题', right: '二、存在的问题' },
    { wrong: '详见⟦[实施方案](https://example.com/a)⟧。', right: '详见实施方案。' },
    { wrong: '⟦---⟧', right: '' },
    { right: '手机号138****2046，评级为五星*，3*5=15。' },
    { wrong: '⟦__重点工作__⟧', right: '重点工作' },
    { right: '定于____年__月__日召开会议，共__户__人参加。' },
    { right: '1#楼、2#楼已封顶；#平安建设#话题阅读量上升。' },
    { right: 'file_name_list和__init__是程序里的名字。' },
  ],
  check({ text }, context) {
    if (!HAS_MARK.test(text)) return;
    let end = -1;
    for (const { pattern, severity, keep } of MARKS) {
      for (const match of allMatches(text, pattern)) {
        if (match[0] === '' || (match.index < end && severity)) continue;
        const kept = keep(match);
        if (kept !== '' && !/[\p{Script=Han}\w]/u.test(kept)) continue;
        end = Math.max(end, match.index + match[0].length);
        context.report({
          range: [match.index, match.index + match[0].length],
          message: 'mark',
          data: { mark: match[0].trim().slice(0, 20) },
          group: pattern.source,
          ...(severity ? { severity, suggestions: [kept] } : { fix: kept }),
        });
      }
    }
  },
});
