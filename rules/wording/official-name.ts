import rows from '../../assets/lexicons/official-names.tsv';
import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import type { Severity } from '../../lib/engine/types.ts';
import { phraseSearch } from '../../lib/language/phrases.ts';
import { readTable } from '../../lib/vocabulary/table.ts';

interface Name {
  readonly right: readonly string[];
  /** The wrong form is none behind or before these. */
  readonly notBehind: RegExp | undefined;
  readonly notBefore: RegExp | undefined;
  readonly severity: Severity;
}

const NEIGHBOURS = 8;

const searchNames = phraseSearch(
  readTable(rows).map((row) => ({
    words: row.wrong!,
    entry: {
      right: row.right!.split('|'),
      notBehind: row.before ? new RegExp(`(?:${row.before})$`) : undefined,
      notBefore: row.after ? new RegExp(`^(?:${row.after})`) : undefined,
      severity: row.severity === 'hint' ? 'hint' : 'warning',
    } satisfies Name as Name,
  })),
);

/** “二十届三中精神”: the session is named without 全会. */
const PLENUM =
  /[一二三四五六七]中(?<=(?:十[八九]?|二十)届..)(?!全会|全体|[、和及与]|[一二三四五六七学])(?=精神|召开|会议|审议|通过|以来|提出|胜利|部署|要求|决定|公报|[，。；])/g;

/** Names of institutions, meetings and systems that have one official form. */
export default defineRule({
  id: 'wording/official-name',
  messages: { official: 'warning', plenum: 'warning' },
  scope: 'paragraph',
  examples: [
    { wrong: '获⟦国家市场监督管理局⟧转发推广。', right: '获国家市场监督管理总局转发推广。' },
    { wrong: '学习⟦习总书记⟧重要讲话。', right: '学习习近平总书记重要讲话。' },
    { wrong: '市⟦住房与城乡建设⟧局', right: '市住房和城乡建设局' },
    { wrong: '学习党的二十届⟦三中⟧精神。', right: '学习党的二十届三中全会精神。' },
    { wrong: '组织⟦理论中心学习组⟧学习。', right: '组织理论学习中心组学习。' },
    { right: '学习党的二十届二中、三中全会精神，市自然资源和规划局参加。' },
    { right: '规划和自然资源部门、军队生态环境保护部门按职责办理。' },
  ],
  check({ text }, context) {
    for (const { start: at, end, entry } of searchNames(text)) {
      if (entry.notBehind?.test(text.slice(Math.max(0, at - NEIGHBOURS), at))) continue;
      if (entry.notBefore?.test(text.slice(end, end + NEIGHBOURS))) continue;
      context.report({
        range: [at, end],
        message: 'official',
        data: { right: entry.right[0]! },
        group: text.slice(at, end),
        severity: entry.severity,
        suggestions: entry.right,
      });
    }
    for (const { 0: session, index } of allMatches(text, PLENUM)) {
      const end = index + session.length;
      const right = `${session}全会`;
      context.report({ range: [index, end], message: 'plenum', data: { right }, suggestions: [right] });
    }
  },
});
