import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { shareOf } from '../../../lib/engine/budget.ts';
import { type CheckScope, type CheckSession, createChecker } from '../../../lib/engine/checker.ts';
import { applyFixes, certainFixes, fixAll } from '../../../lib/engine/fix.ts';
import { ignoring } from '../../../lib/engine/issue.ts';
import { defineRule } from '../../../lib/engine/rule.ts';
import type { Rule, Severity, Texts } from '../../../lib/engine/types.ts';
import { rules } from '../../../rules/index.ts';
import { textsIn } from '../../../rules/texts.ts';
import { arbitraryText } from '../../support/arbitrary.ts';

/** A rule that marks each occurrence of a word. */
function wordRule(
  id: Rule['id'],
  word: string,
  more: { replacement?: string; severity?: Severity; quotedToo?: boolean; recommended?: boolean; basis?: string } = {},
): Rule {
  const { replacement, severity = 'error', ...meta } = more;
  return defineRule({
    id,
    messages: { found: severity },
    scope: 'paragraph',
    examples: [],
    ...meta,
    check({ text }, { report }) {
      for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
        const fix = replacement === undefined ? {} : { fix: replacement };
        report({ range: [at, at + word.length], message: 'found', data: { word }, ...fix });
      }
    },
  });
}

const texts = (list: readonly Rule[]): Texts => ({
  rules: Object.fromEntries(
    list.map(({ id }) => [id, { title: id, description: id, messages: { found: '发现“{word}”' } }]),
  ),
  suggestions: textsIn('zh-CN').suggestions,
  terms: textsIn('zh-CN').terms,
});
const checkerOf = (list: readonly Rule[], options = {}) =>
  createChecker({ rules: list, texts: texts(list), ...options });

describe('checking', () => {
  it('places paragraph issues in the document and fills in messages', () => {
    const [issue] = checkerOf([wordRule('typo/word', '布署')]).check('甲乙\r\n　布署工作');
    expect(issue).toMatchObject({ range: [5, 7], message: '发现“布署”', category: 'typo', severity: 'error' });
  });

  it('runs only what is wanted', () => {
    const list = [wordRule('typo/a', '甲'), wordRule('typo/b', '乙', { recommended: false })];
    const idsWith = (options: object) =>
      checkerOf(list, options)
        .check('甲乙')
        .map(({ ruleId }) => ruleId);
    expect(idsWith({})).toEqual(['typo/a']);
    expect(idsWith({ enabledRules: new Set(['typo/b']), disabledRules: new Set(['typo/a']) })).toEqual(['typo/b']);
  });

  it('never doubts the writer’s own words', () => {
    const rule = wordRule('typo/word', '布署');
    expect(checkerOf([rule], { ownWords: new Set(['老布署']) }).check('老布署，布署')).toHaveLength(1);
  });

  it('asks of mere paragraphs nothing that is about documents', () => {
    const whole = defineRule({
      id: 'structure/whole',
      messages: { found: 'error' },
      scope: 'document',
      examples: [],
      check: (_, { report }) => report({ range: [0, 1], message: 'found' }),
    });
    const checker = checkerOf([whole, wordRule('typo/word', '布署')]);
    const idsIn = (scope: CheckScope) =>
      checker
        .open(scope)
        .check('单元格\n布署')
        .map(({ ruleId }) => ruleId);
    expect(idsIn('document')).toEqual(['structure/whole', 'typo/word']);
    expect(idsIn('paragraph')).toEqual(['typo/word']);
  });

  it('reads a text paragraph by paragraph and leaves little to do', () => {
    const read: string[] = [];
    const reader = defineRule({
      id: 'typo/reader',
      messages: {},
      scope: 'paragraph',
      examples: [],
      check: ({ text }) => void read.push(text),
    });
    const session = checkerOf([reader, wordRule('typo/word', '布署')]).open();
    const steps = [];
    for (const done of session.prepare('甲\n乙布署')) steps.push([done, read.length]);
    expect(steps).toEqual([
      [0.5, 1],
      [1, 2],
    ]);
    expect(session.check('甲\n乙布署').map(({ range }) => range)).toEqual([[3, 5]]);
    expect(read).toEqual(['甲', '乙布署']);
  });

  it('goes on when a rule fails, and tells', () => {
    const broken = defineRule({
      id: 'typo/broken',
      messages: {},
      scope: 'paragraph',
      examples: [],
      check() {
        throw new Error('broken');
      },
    });
    const list = [broken, wordRule('typo/word', '布署')];
    expect(() => checkerOf(list).check('布署')).toThrow('broken');
    const onRuleError = vi.fn();
    expect(checkerOf(list, { onRuleError }).check('布署')).toHaveLength(1);
    expect(onRuleError).toHaveBeenCalledWith('typo/broken', expect.any(Error));
  });
});

describe('a rule that takes too long', () => {
  let now = 0;
  /** Takes so many milliseconds for each paragraph that holds the word. */
  const slowRule = (milliseconds: number): Rule =>
    defineRule({
      id: 'typo/slow',
      messages: { found: 'error' },
      scope: 'paragraph',
      examples: [],
      check({ text }, { report }) {
        if (!text.includes('慢')) return;
        now += milliseconds;
        report({ range: [0, 1], message: 'found', data: { word: '慢' } });
      },
    });
  const sessionWith = (milliseconds: number, onRuleStopped = vi.fn()) =>
    checkerOf([slowRule(milliseconds), wordRule('typo/word', '布署')], { clock: () => now, onRuleStopped }).open();
  const idsIn = (session: CheckSession, text: string) => session.check(text).map(({ ruleId }) => ruleId);

  it('is left out from the third time on, and told of; the others go on', () => {
    const onRuleStopped = vi.fn();
    const session = sessionWith(shareOf(3) + 1, onRuleStopped);
    expect(idsIn(session, '慢一\n慢二')).toEqual(['typo/slow', 'typo/slow']);
    expect([...session.stopped]).toEqual([]);
    session.check('慢一\n慢二\n慢三');
    expect([...session.stopped]).toEqual(['typo/slow']);
    expect(idsIn(session, '慢四，布署')).toEqual(['typo/word']);
    expect(onRuleStopped.mock.calls).toEqual([['typo/slow']]);
  });
  it('is left out at once where it takes three times as long', () => {
    const session = sessionWith(3 * shareOf(2) + 1);
    session.check('慢');
    expect(idsIn(session, '慢慢')).toEqual([]);
  });
  it('goes on in other texts', () => {
    const checker = checkerOf([slowRule(1e6)], { clock: () => now });
    const session = checker.open();
    session.check('慢');
    expect(session.stopped.size).toBe(1);
    expect(checker.open().check('慢')).toHaveLength(1);
  });
  it('may take longer for a longer text', () => {
    const session = sessionWith(shareOf(100_000) - 1);
    for (const end of ['甲', '乙', '丙', '丁']) session.check(`慢${'长'.repeat(100_000)}${end}`);
    expect(session.stopped.size).toBe(0);
  });
});

describe('the word that an issue doubts', () => {
  const wordOf = (word?: string) => {
    const rule = defineRule({
      id: 'typo/word',
      messages: { found: 'error' },
      scope: 'paragraph',
      examples: [],
      check: (_, { report }) =>
        report({ range: [1, 2], message: 'found', data: { word: '' }, ...(word !== undefined && { word }) }),
    });
    return checkerOf([rule]).check('张晓朋')[0]!.word;
  };
  it.each(['张晓朋', 'A4', '古丽·扎克'])('is told: %s', (word) => expect(wordOf(word)).toBe(word));
  it.each([undefined, '朋', '作，布', '长'.repeat(21), '张 三'])(
    'is never a character, a sentence, or no word: %s',
    (word) => expect(wordOf(word)).toBeUndefined(),
  );
});

describe('what stands in quotation', () => {
  const severityOf = (rule: Rule, text: string) => checkerOf([rule]).check(text)[0]!.severity;
  it('is a level less certain', () => {
    const rule = wordRule('typo/word', '布署');
    expect(severityOf(rule, '会议布署')).toBe('error');
    expect(severityOf(rule, '《布署》')).toBe('warning');
    expect(severityOf(rule, '称“布署”')).toBe('warning');
    expect(severityOf(rule, '第三条　布署工作')).toBe('warning');
    expect(severityOf(rule, '“学习《条例》，布署工作”')).toBe('warning');
    expect(severityOf(rule, '“学习”，布署“工作”')).toBe('error');
  });
  it('is not changed unasked: its fix is only suggested', () => {
    const rule = wordRule('typo/word', '布署', { replacement: '部署' });
    const [quoted, own] = checkerOf([rule]).check('称“布署”。会议布署');
    expect(quoted!.fix).toBeUndefined();
    expect(quoted!.suggestions).toEqual([{ message: '改为“部署”', fix: { range: [2, 4], text: '部署' } }]);
    expect(own!.fix).toEqual({ range: [8, 10], text: '部署' });
  });
  it('is as certain for rules that say so', () => {
    expect(severityOf(wordRule('placeholder/word', 'XX', { quotedToo: true }), '《XX》')).toBe('error');
  });
});

describe('issues that compete', () => {
  const idsOf = (list: Rule[], text: string) =>
    checkerOf(list)
      .check(text)
      .map(({ ruleId }) => ruleId);
  it('leave the more severe', () => {
    const list = [wordRule('typo/hint', '布署', { severity: 'hint' }), wordRule('typo/error', '布署')];
    expect(idsOf(list, '布署')).toEqual(['typo/error']);
  });
  it('leave the one with a certain fix, even of another category', () => {
    const list = [wordRule('typo/none', '布署'), wordRule('typo/fix', '布署', { replacement: '部署' })];
    expect(idsOf(list, '布署')).toEqual(['typo/fix']);
    const other = [
      wordRule('wording/fix', '布署', { replacement: '部署' }),
      wordRule('typo/fix', '布署', { replacement: '部署', severity: 'warning' }),
    ];
    expect(idsOf(other, '布署')).toEqual(['wording/fix']);
  });
  it('leave one of two that would change the same character, however much each marks', () => {
    const suggesting = defineRule({
      id: 'typo/character',
      messages: { found: 'warning' },
      scope: 'paragraph',
      examples: [],
      check: ({ text }, { report }) => {
        report({ range: [text.indexOf('步'), text.indexOf('步') + 1], message: 'found', suggestions: ['部'] });
      },
    });
    const list = [suggesting, wordRule('wording/idiom', '按步就班', { replacement: '按部就班' })];
    expect(idsOf(list, '按步就班推进')).toEqual(['wording/idiom']);
    const other = [suggesting, wordRule('wording/idiom', '按步就班', { replacement: '按步就搬' })];
    expect(idsOf(other, '按步就班推进')).toHaveLength(2);
  });
  it('stay where they speak of different places', () => {
    const list = [wordRule('repetition/sentence', '今天今天开会研究春耕'), wordRule('repetition/word', '今天今天')];
    expect(idsOf(list, '今天今天开会研究春耕')).toHaveLength(2);
  });
  it('leave only fixes that can all be applied', () => {
    const list = [
      wordRule('typo/a', '甲乙', { replacement: '甲' }),
      wordRule('count/b', '乙丙丁', { replacement: '丁' }),
    ];
    expect(idsOf(list, '甲乙丙丁')).toEqual(['typo/a']);
  });
});

describe('a session', () => {
  const list = [...rules];
  const checker = createChecker({ rules: list, texts: textsIn('zh-CN') });

  it('says after any edits what a check from scratch says', () => {
    fc.assert(
      fc.property(fc.array(arbitraryText(30), { minLength: 1, maxLength: 6 }), fc.nat(), (pieces, seed) => {
        const session = checker.open();
        let text = '';
        pieces.forEach((piece, index) => {
          const start = text.length === 0 ? 0 : (seed * (index + 7)) % text.length;
          text = text.slice(0, start) + piece + text.slice(start + (seed % 5));
          expect(session.check(text)).toEqual(checker.check(text));
        });
      }),
      { numRuns: 60 },
    );
  });

  it('says the same in a document so long that most of it is shared between its versions', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '一、抓学习',
        '（二）抓产业。',
        '附件：1.自查表',
        '我局新建步道三条。',
        '我委改造公园两座。',
        '3月12日（星期五）',
      ),
      arbitraryText(4).map((text) => text.replace(/[\n\r\v\f\u2028\u2029]/g, '')),
      fc
        .nat(40)
        .map((number) => `组织植树${number % 4}次，栽植乔木${number}株，群众反响良好，社会各界满意度稳步提升。`),
    );
    const edit = fc.tuple(fc.nat(), fc.nat(60), fc.array(line, { maxLength: 60 }));
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 150, maxLength: 300 }),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        (lines, edits) => {
          const session = checker.open();
          session.check(lines.join('\n'));
          for (const [place, deleted, inserted] of edits) {
            lines.splice(place % (lines.length + 1), deleted, ...inserted);
            expect(session.check(lines.join('\n'))).toEqual(checker.check(lines.join('\n')));
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it('reads only the paragraph that changed', () => {
    const seen: string[] = [];
    const spy = defineRule({
      id: 'typo/spy',
      messages: {},
      scope: 'paragraph',
      examples: [],
      check: ({ text }) => void seen.push(text),
    });
    const session = checkerOf([spy]).open();
    session.check('甲\n乙\n丙');
    seen.length = 0;
    session.check('甲\n乙乙\n丙');
    expect(seen).toEqual(['乙乙']);
  });

  it('gives an issue the same key wherever an edit moves it', () => {
    const session = checkerOf([wordRule('typo/word', '布署')]).open();
    const [before] = session.check('一年来，全面布署各项重点工作任务。');
    const [after] = session.check('新的一段。\n一年来，全面布署各项重点工作任务。');
    expect(after!.key).toBe(before!.key);
    expect(after!.range).not.toEqual(before!.range);
  });

  it('knows an ignored issue again when one side of it is edited, but not the same word elsewhere', () => {
    const session = checkerOf([wordRule('typo/word', '布署')]).open();
    const keyIn = (text: string) => session.check(text)[0]!.key;
    const isIgnored = ignoring([keyIn('年初认真做好工作布署和落实督促检查。')]);
    expect(isIgnored(keyIn('年初认真做好工作布署和落实督促检查。'))).toBe(true);
    expect(isIgnored(keyIn('年初认真做好工作布署，安排人员和落实督促检查。'))).toBe(true);
    expect(isIgnored(keyIn('新的工作布署和落实督促检查。'))).toBe(true);
    expect(isIgnored(keyIn('全县的工作布署要求很明确。'))).toBe(false);
  });

  it('does not take the end of a line for a neighbour by which an ignored issue is known', () => {
    const session = checkerOf([wordRule('typo/word', '布署')]).open();
    const keyIn = (text: string) => session.check(text)[0]!.key;
    const isIgnored = ignoring([keyIn('年初认真做好工作布署')]);
    expect(isIgnored(keyIn('全县各镇都有了布署'))).toBe(false);
    expect(isIgnored(keyIn('年初认真做好工作布署，'))).toBe(true);
  });

  it('gives an issue the same key in every language', () => {
    const keysIn = (locale: 'zh-CN' | 'en') =>
      createChecker({ rules, texts: textsIn(locale) })
        .check('选派帮扶帮扶工作队。')
        .map(({ key }) => key);
    expect(keysIn('en')).toEqual(keysIn('zh-CN'));
  });
});

describe('fixing', () => {
  it('applies edits of different lengths at once', () => {
    const fixes = [
      { range: [4, 6] as const, text: '' },
      { range: [0, 1] as const, text: '子丑' },
      { range: [2, 2] as const, text: '寅' },
    ];
    expect(applyFixes('甲乙丙丁戊己庚', fixes)).toBe('子丑乙寅丙丁庚');
  });
  it('goes on until nothing certain is left', () => {
    const rule = wordRule('typo/word', '甲乙', { replacement: '乙' });
    expect(fixAll('甲甲乙', checkerOf([rule]))).toEqual({ text: '乙', issues: [] });
  });
  it('leaves no insertion inside a stretch that another fix replaces', () => {
    const insertion = defineRule({
      id: 'count/insertion',
      messages: { found: 'error' },
      scope: 'paragraph',
      examples: [],
      check(_, { report }) {
        report({ range: [2, 3], message: 'found', fix: { range: [2, 2], text: '寅' } });
      },
    });
    const checker = checkerOf([wordRule('typo/word', '甲乙丙丁', { replacement: '子丑' }), insertion]);
    expect(checker.check('甲乙丙丁').map(({ ruleId }) => ruleId)).toEqual(['typo/word']);
    expect(applyFixes('甲乙丙丁', certainFixes(checker.check('甲乙丙丁')))).toBe('子丑');
  });
  it('never leaves fixes that overlap', () => {
    const checker = createChecker({ rules, texts: textsIn('zh-CN') });
    fc.assert(
      fc.property(arbitraryText(), (text) => {
        const ranges = checker
          .check(text)
          .flatMap(({ fix }) => (fix ? [fix.range] : []))
          .sort((a, b) => a[0] - b[0]);
        for (let index = 1; index < ranges.length; index++) {
          expect(ranges[index]![0]).toBeGreaterThanOrEqual(ranges[index - 1]![1]);
        }
      }),
    );
  });
});
