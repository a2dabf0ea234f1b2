import { describe, expect, it } from 'vitest';
import type { Checker } from '../../../lib/engine/checker.ts';
import { type KeyedIssue, SEVERITIES, type Severity } from '../../../lib/engine/types.ts';
import { rules } from '../../../rules/index.ts';
import { areEqual, changedPlaces, editDistance } from '../../../tools/evaluate/differences.ts';
import { parseJudgements, readJudgements } from '../../../tools/evaluate/judgements.ts';
import { f1, replaceSection, rulesSection, scoresSection } from '../../../tools/evaluate/page.ts';
import { countAlarms, isExceeding, perTenThousand, rowsOf } from '../../../tools/evaluate/rule-alarms.ts';
import { scoreSentences } from '../../../tools/evaluate/sentences.ts';

/** Corrects the words of a table, with the severity each has. */
function tableChecker(table: Readonly<Record<string, readonly [right: string, severity: Severity]>>): Checker {
  const check = (text: string): KeyedIssue[] =>
    Object.entries(table).flatMap(([wrong, [right, severity]]) => {
      const start = text.indexOf(wrong);
      if (start < 0) return [];
      const range = [start, start + wrong.length] as const;
      const edit = { range, text: right };
      const offer = severity === 'error' ? { fix: edit } : { suggestions: [{ message: '', fix: edit }] };
      return [{ ruleId: 'typo/test', category: 'typo', severity, range, message: '', key: wrong, ...offer }];
    });
  return {
    check,
    open: () => {
      throw new Error('The evaluation checks each sentence once');
    },
  };
}

describe('differences', () => {
  it('count edits', () => {
    expect(editDistance('布署工作', '部署工作')).toBe(1);
    expect(editDistance('贯落实', '贯彻落实')).toBe(1);
    expect(editDistance('', '甲乙')).toBe(2);
  });

  it('are places', () => {
    expect([...changedPlaces('布署工做', '部署工作')]).toEqual([0, 3]);
    expect([...changedPlaces('贯落实', '贯彻落实')]).toEqual([1]);
    expect([...changedPlaces('工作作', '工作')]).toEqual([2]);
    expect(changedPlaces('工作', '工作').size).toBe(0);
    expect(areEqual(new Set([1, 2]), new Set([2, 1]))).toBe(true);
    expect(areEqual(new Set([1]), new Set([2]))).toBe(false);
  });
});

describe('scores of sentences', () => {
  const checker = tableChecker({
    布署: ['部署', 'error'],
    坐阵: ['坐镇', 'warning'],
    庄家: ['庄稼', 'warning'],
    末来: ['为来', 'error'],
    机器: ['机气', 'hint'],
  });
  const scores = scoreSentences(
    [
      { wrong: '青石镇布署春耕', right: '青石镇部署春耕' },
      { wrong: '镇长坐阵指挥布署', right: '镇长坐镇指挥部署' },
      { wrong: '面向末来', right: '面向未来' },
      { wrong: '按时完成任物', right: '按时完成任务' },
      { wrong: '庄家换人', right: '庄家换人' },
      { wrong: '机器运转正常', right: '机器运转正常' },
    ],
    () => checker,
    (wrong) => (wrong === '末'.charCodeAt(0) ? 'shape' : 'same-sound'),
  );

  it('count a sentence as corrected only when all of it is right', () => {
    expect(scores.correction).toEqual({ precision: { hits: 2, of: 4 }, recall: { hits: 2, of: 4 } });
    expect(f1(scores.correction)).toBe(0.5);
  });

  it('count a sentence as detected when the right places change', () => {
    expect(scores.detection).toEqual({ precision: { hits: 3, of: 4 }, recall: { hits: 3, of: 4 } });
  });

  it('count characters', () => {
    expect(scores.characterDetection).toEqual({ precision: { hits: 4, of: 5 }, recall: { hits: 4, of: 5 } });
    expect(scores.characterCorrection).toEqual({ precision: { hits: 3, of: 5 }, recall: { hits: 3, of: 5 } });
  });

  it('count error-free sentences that change, and leave hints out', () => {
    expect(scores.falsePositives).toEqual({ hits: 1, of: 2 });
    expect(scores.alarms).toEqual({ hits: 1, of: 10 });
  });

  it('tell precision by severity and errors by kind', () => {
    expect(scores.bySeverity).toEqual({
      error: { hits: 2, of: 3 },
      warning: { hits: 1, of: 2 },
      hint: { hits: 0, of: 1 },
    });
    expect(scores.byKind['same-sound']).toEqual({ errors: 4, corrected: 3, detected: 0 });
    expect(scores.byKind.shape).toEqual({ errors: 1, corrected: 0, detected: 1 });
  });

  it('score insertions', () => {
    const length = scoreSentences(
      [{ wrong: '贯落实', right: '贯彻落实' }],
      () => tableChecker({ 贯落实: ['贯彻落实', 'error'] }),
      () => 'other',
    );
    expect(length.correction.recall).toEqual({ hits: 1, of: 1 });
    expect(length.byKind.length).toEqual({ errors: 1, corrected: 1, detected: 0 });
    expect(length.bySeverity.error).toEqual({ hits: 1, of: 1 });
  });

  it('have no F1 where nothing was to be found', () => {
    const none = scoreSentences(
      [{ wrong: '一切正常', right: '一切正常' }],
      () => checker,
      () => 'other',
    );
    expect(f1(none.correction)).toBeUndefined();
  });
});

describe('alarms of rules', () => {
  const result = countAlarms(
    [
      { name: 'laws', texts: ['青石镇布署春耕。', 'abc'] },
      { name: 'news', texts: ['镇长坐阵指挥'] },
    ],
    tableChecker({ 布署: ['部署', 'error'], 坐阵: ['坐镇', 'warning'] }),
  );

  it('count by source over Chinese characters', () => {
    expect(result.sources).toEqual([
      { name: 'laws', characters: 7, count: { error: 1, warning: 0, hint: 0 } },
      { name: 'news', characters: 6, count: { error: 0, warning: 1, hint: 0 } },
    ]);
    expect(result.alarms[0]?.excerpt).toBe('青石镇⟦布署⟧春耕。');
    expect(perTenThousand(1, 20_000)).toBe(0.5);
  });

  it('are false where nobody looked, and in the share that was found false where somebody did', () => {
    const judgements = parseJudgements('rule\tseverity\tlooked\tdeserved\twhat\ntypo/test\terror\t4\t3\ttypos\n');
    const [error, warning] = rowsOf(result, judgements);
    expect(error).toMatchObject({ ruleId: 'typo/test', severity: 'error', count: 1, falseRate: 10_000 / 13 / 4 });
    expect(warning).toMatchObject({ severity: 'warning', judgement: undefined, falseRate: 10_000 / 13 });
  });

  it('exceed their limit, hints never', () => {
    expect(rowsOf(result, new Map()).every(isExceeding)).toBe(true);
    expect(rowsOf(result, new Map([['typo/test error', { looked: 2, deserved: 2 }]])).map(isExceeding)).toEqual([
      false,
      true,
    ]);
    const hints = countAlarms([{ name: '', texts: ['庄家'] }], tableChecker({ 庄家: ['庄稼', 'hint'] }));
    expect(rowsOf(hints, new Map()).some(isExceeding)).toBe(false);
  });

  it('have judgements of rules that exist', () => {
    const known = new Set(rules.flatMap(({ id }) => SEVERITIES.map((severity) => `${id} ${severity}`)));
    for (const [key, { looked, deserved }] of readJudgements()) {
      expect(known, key).toContain(key);
      expect(looked, key).toBeGreaterThan(0);
      expect(deserved, key).toBeLessThanOrEqual(looked);
    }
  });
});

describe('the page', () => {
  const from = { date: '2030-01-02', model: 'abc' };

  it('keeps what stands around a section and replaces the section', () => {
    const page = replaceSection('', 'scores', 'one');
    const both = replaceSection(page, 'rules', 'two');
    const again = replaceSection(`${both}手写的话\n`, 'scores', 'three');
    expect(again).not.toContain('one');
    expect(again).toContain('three');
    expect(again).toContain('two');
    expect(again).toContain('手写的话');
    expect(replaceSection(again, 'scores', 'three')).toBe(again);
  });

  it('shows scores with date and checksum beside published ones', () => {
    const scores = scoreSentences(
      [{ wrong: '青石镇布署春耕', right: '青石镇部署春耕' }],
      () => tableChecker({ 布署: ['部署', 'error'] }),
      () => 'same-sound',
    );
    const text = scoresSection([['invented.tsv', scores]], from);
    expect(text).toContain('2030-01-02');
    expect(text).toContain('`abc`');
    expect(text).toContain('| invented.tsv | 1 | 100.0% / 100.0% / 100.0% | 100.0% / 100.0% / 100.0% | – | 0.00 |');
    expect(text).toContain('MacBERT4CSC');
  });

  it('marks rules above their limit', () => {
    const alarms = countAlarms(
      [{ name: 'invented', texts: ['青石镇布署春耕'] }],
      tableChecker({ 布署: ['部署', 'error'] }),
    );
    const unseen = rulesSection(alarms, new Map(), 3, from);
    expect(unseen).toContain('| invented | 7 | 1428.57 | 0.00 |');
    expect(unseen).toContain('| `typo/test` | 错误 | 1 | 1428.571 | – | **1428.571** |');
    expect(unseen).toContain('其余 2 条规则');
    const seen = rulesSection(alarms, new Map([['typo/test error', { looked: 1, deserved: 1 }]]), 3, from);
    expect(seen).toContain('| `typo/test` | 错误 | 1 | 1428.571 | 1, 1 | 0.000 |');
  });
});
