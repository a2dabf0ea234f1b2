import rows from '../../assets/lexicons/collocations.tsv';
import { allMatches } from '../../lib/document/matches.ts';
import type { Range } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import type { Severity } from '../../lib/engine/types.ts';
import { readTable } from '../../lib/vocabulary/table.ts';

interface Mismatch {
  readonly right: readonly string[];
  readonly severity: Severity;
}

/** A pair seen more often than this in some thirty million characters of edited official prose is only a hint. */
const RARE = 2;

const ROWS = readTable(rows);

function pairsOf(pattern: 'vo' | 'sv'): Map<string, Mismatch> {
  return new Map(
    ROWS.filter((row) => row.pattern === pattern).map(({ first, second, right, seen }) => [
      `${first} ${second}`,
      { right: right!.split('|'), severity: Number(seen) > RARE ? 'hint' : 'warning' },
    ]),
  );
}

const VERB_OBJECT = pairsOf('vo');
const SUBJECT_VERB = pairsOf('sv');
const oneOf = (pairs: ReadonlyMap<string, Mismatch>, part: 0 | 1) =>
  [...new Set([...pairs.keys()].map((pair) => pair.split(' ')[part]!))].sort((a, b) => b.length - a.length).join('|');

/** Verbs and particles after which another phrase begins. */
const OTHER_PHRASE =
  '[了和及与在对是不将把等或以有为的]|加强|加大|加快|提高|提升|增强|改善|改进|完善|健全|优化|强化|深化|扩大|缩小|缩短|降低|减少|增加|巩固|拓宽|拓展|弥补|补齐|营造|创造|打造|树立|建立|形成|构建|激发|调动|发挥|履行|承担|落实|执行|实行|采取|制定|开展|召开|举行|举办|取得|达到|实现|完成|解决|克服|改正|消除|化解|杜绝|推进|推动|促进|遵守|起到|保障|保护|组织|监督|管理';
const OBJECT = new RegExp(
  `(${oneOf(VERB_OBJECT, 0)})(了?(?:“[^“”\\n]{1,24}”|(?!${OTHER_PHRASE})[\\p{Script=Han}“”]){0,8}?)(${oneOf(VERB_OBJECT, 1)})(?=[，。；、！）]|$)`,
  'gu',
);
const DEGREE =
  '(?:还|仍|也|都|尚|有待|亟待|亟需|需要|需|须|必须|急需|不断|进一步|明显|显著|持续|逐步|得到|有所|切实|得以|大幅|更加|要|应|日益|全面|有效){1,4}';
const SUBJECT = new RegExp(
  `(${oneOf(SUBJECT_VERB, 0)})${DEGREE}(${oneOf(SUBJECT_VERB, 1)})(?=[，。；、！了）]|$)`,
  'gu',
);
/** How far back (UTF-16 units) the fitting verb may govern the same noun: 加大保障和改善民生力度. */
const GOVERNED = 14;

/** Verbs and nouns that do not go together. */
export default defineRule({
  id: 'wording/collocation',
  messages: { mismatch: 'warning' },
  scope: 'paragraph',
  examples: [
    { wrong: '窗口服务效率还需进一步⟦加强⟧。', right: '窗口服务效率还需进一步提高。' },
    { wrong: '⟦提高⟧宣传工作氛围，⟦开展⟧动员部署会。', right: '营造宣传工作氛围，召开动员部署会。' },
    { wrong: '⟦开展⟧“护林、防火”专题动员部署会。', right: '召开“护林、防火”专题动员部署会。' },
    { wrong: '⟦缩短⟧城乡差距。', right: '缩小城乡差距。' },
    { right: '加大保障和改善民生力度，加强能力建设，提高服务水平。' },
    { right: '水平高、效率高，队伍建设还需加强。' },
  ],
  check({ text }, context) {
    const report = (range: Range, verb: string, noun: string, { right, severity }: Mismatch) =>
      context.report({
        range,
        message: 'mismatch',
        data: { verb, noun, right: right.join('”“') },
        severity,
        suggestions: right,
      });
    for (const match of allMatches(text, OBJECT)) {
      const [, verb, , noun] = match;
      const mismatch = VERB_OBJECT.get(`${verb} ${noun}`);
      if (!mismatch) continue;
      const clause = text
        .slice(Math.max(0, match.index - GOVERNED), match.index)
        .split(/[，。；]/)
        .at(-1)!;
      if (mismatch.right.some((right) => clause.includes(right)) || /[的和与及]$/.test(clause)) continue;
      report([match.index, match.index + verb!.length], verb!, noun!, mismatch);
    }
    for (const match of allMatches(text, SUBJECT)) {
      const [found, noun, verb] = match;
      const mismatch = SUBJECT_VERB.get(`${noun} ${verb}`);
      const end = match.index + found.length;
      if (mismatch) report([end - verb!.length, end], verb!, noun!, mismatch);
    }
  },
});
