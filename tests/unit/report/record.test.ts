import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../lib/engine/types.ts';
import { recordToHtml } from '../../../lib/report/html.ts';
import { layOutRecord, RECORD_WORDS } from '../../../lib/report/layout.ts';
import { recordToMarkdown } from '../../../lib/report/markdown.ts';
import { inContext, makeRecord, type RecordSubject, type Reviewed } from '../../../lib/report/record.ts';
import { recordToWord } from '../../../lib/report/word.ts';
import { LOCALES } from '../../../lib/settings/locale.ts';

const TEXT = '工作小结\n\n我局认真布署,层层落实,\n茶园、果园，菜园三个基地。';
const subject: RecordSubject = {
  name: '小结.txt',
  date: new Date(2026, 10, 30, 9, 5).toISOString(),
  length: TEXT.length,
  documentType: {
    name: '工作总结',
    parts: [
      { name: '标题', present: true, required: true },
      { name: '落款', present: false, required: true },
      { name: '附件', present: false, required: false },
    ],
  },
};

function issueAt(words: string, from = 0, more: Partial<Issue> = {}): Issue {
  const start = TEXT.indexOf(words, from);
  return {
    ruleId: 'typo/confusion',
    category: 'typo',
    severity: 'error',
    range: [start, start + words.length],
    message: `“${words}”有误。`,
    ...more,
  };
}

const fixTo = (issue: Issue, text: string): Issue => ({ ...issue, fix: { range: issue.range, text } });
const comma = (from: number) =>
  fixTo(
    issueAt(',', from, {
      ruleId: 'punctuation/half-width',
      category: 'punctuation',
      message: '应为全角。',
      group: 'g',
    }),
    '，',
  );
const first = TEXT.indexOf(',');
const reviewedOf = (...all: [Issue, Reviewed['outcome']][]): Reviewed[] =>
  inContext(
    all.map(([issue]) => issue),
    TEXT,
  ).map((issue, index) => {
    const outcome = all[index]![1];
    return { issue, outcome, ...(outcome === 'fixed' && issue.fix && { fix: issue.fix }) };
  });

const record = makeRecord(
  subject,
  reviewedOf(
    [fixTo(issueAt('布署'), '部署'), 'fixed'],
    [comma(first), 'fixed'],
    [comma(first + 1), 'fixed'],
    [
      issueAt('，菜', 0, {
        category: 'punctuation',
        severity: 'warning',
        basis: 'GB/T 15834—2011 4.5',
        suggestions: [{ message: '改为“、”', fix: { range: [0, 0], text: '、' } }],
      }),
      'left',
    ],
    [issueAt('三个'), 'ignored'],
  ),
);

describe('a record', () => {
  it('counts places by what became of them, in all and by category', () => {
    expect(record.counts).toEqual({ left: 1, fixed: 3, ignored: 1 });
    expect(record.families).toEqual([
      { category: 'typo', left: 0, fixed: 1, ignored: 1 },
      { category: 'punctuation', left: 1, fixed: 2, ignored: 0 },
    ]);
  });

  it('tells of issues of one cause that went the same way together', () => {
    const commas = record.entries.find(({ message }) => message === '应为全角。')!;
    expect(commas.places).toEqual([
      { paragraph: 2, before: '我局认真布署', matched: ',', after: '层层落实,', becomes: '，' },
      { paragraph: 2, before: '我局认真布署,层层落实', matched: ',', after: '', becomes: '，' },
    ]);
  });

  it('says what words would become only where the issue holds all of the fix', () => {
    expect(record.entries.map(({ places }) => places[0]!.becomes)).toEqual(['部署', '，', undefined, undefined]);
  });

  it('is plain data', () => expect(JSON.parse(JSON.stringify(record))).toEqual(record));

  it('of a clean text says that nothing was found', () => {
    const clean = layOutRecord(makeRecord(subject, []), 'zh-CN');
    expect([clean.summary.sentence, clean.sections]).toEqual(['没有发现问题。', []]);
  });

  it('counts places beyond the first twenty of a cause', () => {
    const [issue] = inContext([comma(first)], TEXT);
    const many = Array.from({ length: 25 }, (): Reviewed => ({ issue: issue!, outcome: 'left' }));
    const [entry] = layOutRecord(makeRecord(subject, many), 'zh-CN').sections[0]!.entries;
    expect([entry!.places.length, entry!.more]).toEqual([20, '同样的还有 5 处']);
  });
});

it('is written in Markdown', () => {
  expect(recordToMarkdown(record, 'zh-CN')).toMatchInlineSnapshot(`
    "# 校对记录

    - 文件：小结.txt
    - 文种：工作总结
    - 字数：32 字
    - 校对时间：2026年11月30日 09:05
    - 工具：清样，在本机检查，文字没有离开这台电脑

    ## 概况

    共发现 5 处：1 处没有处理，3 处已改正，1 处已忽略。

    | 类别 | 发现 | 未处理 | 已改正 | 已忽略 |
    | --- | ---: | ---: | ---: | ---: |
    | 错别字 | 2 | 0 | 1 | 1 |
    | 标点 | 3 | 1 | 2 | 0 |
    | 合计 | 5 | 1 | 3 | 1 |

    ## 应有的部分

    - [x] 标题（已有）
    - [ ] 落款（缺）
    - [ ] 附件（没有（可有））

    ## 没有处理的（1 处）

    1. **疑问**　标点　“，菜”有误。
       - 第 3 段　茶园、果园**，菜**园三个基地。
       - 建议：改为“、”
       - 依据：GB/T 15834—2011 4.5

    ## 已改正的（3 处）

    1. **错误**　错别字　“布署”有误。
       - 第 2 段　我局认真~~布署~~**部署**,层层落实,
    2. **错误**　标点　应为全角。
       - 第 2 段　我局认真布署~~,~~**，**层层落实,
       - 第 2 段　我局认真布署,层层落实~~,~~**，**

    ## 已忽略的（1 处）

    1. **错误**　错别字　“三个”有误。
       - 第 3 段　茶园、果园，菜园**三个**基地。

    机器看不出的，交稿前请再通读一遍。

    校对人：\\_\\_\\_\\_\\_\\_\\_\\_　　
    日期：\\_\\_\\_\\_\\_\\_\\_\\_　　
    "
  `);
});

it('is written as one HTML file without a script', () => {
  const html = recordToHtml(record, 'zh-CN');
  expect(html).toContain('<title>校对记录：小结.txt</title>');
  expect(html).toContain('我局认真<del>布署</del><ins>部署</ins>,层层落实,</p>');
  expect(html).toContain('茶园、果园<mark>，菜</mark>园三个基地。</p>');
  expect(html).toMatch(/@page \{\s*size: A4/);
  expect(html).not.toMatch(/<script|\bsrc=|url\(/);
});

const documentXml = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['word/document.xml']!);

it('is written as a Word file, the same each time', () => {
  const bytes = recordToWord(record, 'zh-CN');
  const xml = documentXml(bytes);
  expect(Object.keys(unzipSync(bytes))).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'word/document.xml',
    'word/_rels/document.xml.rels',
    'word/styles.xml',
  ]);
  expect(xml.replace(/<w:tc>|<\/w:p>/g, '\n').replace(/<[^>]*>/g, '')).toContain('第 2 段　我局认真布署部署,层层落实,');
  expect(xml).toMatch(/<w:strike\/>.{0,60}布署.*?<w:u w:val="single"\/>.{0,60}部署/);
  expect(recordToWord(record, 'zh-CN')).toEqual(bytes);
});

it('is written in English too', () => {
  expect(recordToMarkdown(record, 'en')).toContain('Found 5: 1 left, 3 corrected, 1 ignored.');
});

it('never takes the words of a text for markup', () => {
  const hostile = fc
    .array(fc.constantFrom(...'<>&"\'`*_[]()#|~-+1.\n\\ 字=!'), { maxLength: 30 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(hostile, hostile, (name, words) => {
      const issue = { ...inContext([issueAt('布署')], TEXT)[0]!, matched: words, before: words, message: words };
      const made = makeRecord({ ...subject, name }, [{ issue, outcome: 'left' }]);
      const html = recordToHtml(made, 'zh-CN');
      const tags = html.slice(html.indexOf('<body>')).match(/<[^>]*>/g)!;
      for (const tag of tags) expect(tag).toMatch(/^<\/?[a-z][a-z0-9]*( (class|lang|scope)="[\w -]*")*>$/);
      const xml = documentXml(recordToWord(made, 'zh-CN'));
      for (const tag of xml.slice(xml.indexOf('<w:body>')).match(/<[^>]*>/g)!) {
        expect(tag).toMatch(/^<\/?w:[a-zA-Z]+( (w|xml):[a-zA-Z]+="[\w-]*")*\/?>$/);
      }
      expect(xml).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f]|&(?!amp;|lt;|gt;|quot;)/);
      const lines = recordToMarkdown(made, 'zh-CN').split('\n');
      expect(lines.filter((line) => /^#/.test(line)).length).toBe(4);
      for (const line of lines) expect(line).not.toMatch(/(?<!\\)</);
    }),
  );
});

it.each(LOCALES)('calls categories and levels what the interface calls them in %s', (locale) => {
  const path = `../../../public/_locales/${locale.replace('-', '_')}/messages.json`;
  const messages = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
  const { categories, severities } = RECORD_WORDS[locale];
  for (const [id, name] of Object.entries(categories)) expect(name).toBe(messages[`category_${id}`].message);
  for (const [id, name] of Object.entries(severities)) expect(name).toBe(messages[`severity_${id}`].message);
});
