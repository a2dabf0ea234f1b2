import { describe, expect, it } from 'vitest';
import { openWordFile } from '../../../lib/docx/word-file.ts';
import { paragraph, run, textBox, wordFile } from '../../support/word-document.ts';

interface Level {
  readonly format?: string;
  readonly text: string;
  readonly start?: number;
  readonly more?: string;
}

const levels = (all: readonly Level[]): string =>
  all
    .map(
      ({ format = 'decimal', text, start = 1, more = '' }, index) =>
        `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join('');

const abstract = (id: number, all: readonly Level[], more = ''): string =>
  `<w:abstractNum w:abstractNumId="${id}">${more}${levels(all)}</w:abstractNum>`;

const num = (id: number, abstractId: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`;

const startAt = (level: number, value: number): string =>
  `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${value}"/></w:lvlOverride>`;

const numbered = (numId: number, level: number, text = '事'): string =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);

const styled = (style: string, text = '事'): string => paragraph(run(text), `<w:pStyle w:val="${style}"/>`);

const labels = (body: string, numbering: string, styles = ''): string[] =>
  openWordFile(wordFile(body, { numbering, styles })).text.split('\n');

/** 一、（一）1.（1）①, as official documents number. */
const OFFICIAL: readonly Level[] = [
  { format: 'chineseCountingThousand', text: '%1、', more: '<w:pStyle w:val="H1"/><w:suff w:val="nothing"/>' },
  { format: 'chineseCountingThousand', text: '（%2）', more: '<w:pStyle w:val="H2"/>' },
  { text: '%3.', more: '<w:pStyle w:val="H3"/>' },
  { text: '（%4）' },
  { format: 'decimalEnclosedCircle', text: '%5' },
];

const HEADINGS = ['H1', 'H2', 'H3']
  .map(
    (id) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`,
  )
  .join('');

describe('numbers', () => {
  it('of an official document, by its styles', () => {
    const body = ['H1', 'H2', 'H2', 'H3', 'H3', 'H1', 'H2', 'H3'].map((style) => styled(style)).join('');
    expect(labels(body, abstract(0, OFFICIAL) + num(1, 0), HEADINGS)).toEqual(
      ['一、', '（一）', '（二）', '1.', '2.', '二、', '（一）', '1.'].map((label) => `${label}事`),
    );
  });

  it('the same by its paragraphs, five levels deep', () => {
    const body = [0, 1, 2, 3, 4, 4, 3, 1].map((level) => numbered(1, level)).join('');
    expect(labels(body, abstract(0, OFFICIAL) + num(1, 0))).toEqual(
      ['一、', '（一）', '1.', '（1）', '①', '②', '（2）', '（二）'].map((label) => `${label}事`),
    );
  });

  it('a style based on another, and one that takes its number off', () => {
    const styles = `${HEADINGS}<w:style w:type="paragraph" w:styleId="my"><w:basedOn w:val="H2"/></w:style><w:style w:type="paragraph" w:styleId="no"><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>`;
    expect(labels(styled('H1') + styled('my') + styled('no'), abstract(0, OFFICIAL) + num(1, 0), styles)).toEqual([
      '一、事',
      '（一）事',
      '事',
    ]);
  });

  it('lists of one definition count on, a new start begins once', () => {
    const body = numbered(1, 0) + numbered(2, 0) + numbered(3, 0) + numbered(3, 0) + numbered(1, 0);
    const numbering = abstract(0, [{ text: '%1.' }]) + num(1, 0) + num(2, 0) + num(3, 0, startAt(0, 1));
    expect(labels(body, numbering)).toEqual(['1.事', '2.事', '1.事', '2.事', '3.事']);
  });

  it('levels of one list override those of its definition', () => {
    const override = `<w:lvlOverride w:ilvl="0">${levels([{ format: 'upperRoman', text: '%1)', start: 3 }])}</w:lvlOverride>`;
    expect(labels(numbered(1, 0), abstract(0, [{ text: '%1.' }]) + num(1, 0, override))).toEqual(['III)事']);
  });

  it('a level that never restarts, and one that restarts only at the first', () => {
    const never = [{ text: '%1.' }, { text: '%2)', more: '<w:lvlRestart w:val="0"/>' }];
    const body = [0, 1, 1, 0, 1].map((level) => numbered(1, level)).join('');
    expect(labels(body, abstract(0, never) + num(1, 0))).toEqual(['1.事', '1)事', '2)事', '2.事', '3)事']);
    const atFirst = [{ text: '%1.' }, { text: '%2.' }, { text: '%3)', more: '<w:lvlRestart w:val="1"/>' }];
    const deep = [0, 1, 2, 1, 2, 0, 1, 2].map((level) => numbered(1, level)).join('');
    expect(labels(deep, abstract(0, atFirst) + num(1, 0)).filter((line) => line.includes(')'))).toEqual([
      '1)事',
      '2)事',
      '1)事',
    ]);
  });

  it('legal numbers are decimal, whatever the levels above', () => {
    const all = [
      { format: 'chineseCountingThousand', text: '第%1章' },
      { text: '%1.%2', more: '<w:isLgl/>' },
    ];
    expect(labels(numbered(1, 0) + numbered(1, 1), abstract(0, all) + num(1, 0))).toEqual(['第一章 事', '1.1 事']);
  });

  it('a level above that has not been used counts as its first', () => {
    const all = [{ text: '%1.' }, { text: '%1.%2' }];
    expect(labels(numbered(1, 1) + numbered(1, 1), abstract(0, all) + num(1, 0))).toEqual(['1.1 事', '1.2 事']);
  });

  it('a definition in a style of its own', () => {
    const linked = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="list"/></w:abstractNum>';
    const styles =
      '<w:style w:type="numbering" w:styleId="list"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const numbering = abstract(0, [{ text: '%1）' }], '<w:styleLink w:val="list"/>') + linked + num(1, 0) + num(2, 1);
    expect(labels(numbered(2, 0), numbering, styles)).toEqual(['1）事']);
  });

  it('bullets and hidden numbers are none, and count', () => {
    const all = [{ format: 'bullet', text: '\uf0b7' }];
    const hidden = [{ text: '%1.', more: '<w:rPr><w:vanish/></w:rPr>' }];
    expect(
      labels(numbered(1, 0) + numbered(2, 0), abstract(0, all) + abstract(1, hidden) + num(1, 0) + num(2, 1)),
    ).toEqual(['事', '事']);
  });

  it('a format that pads', () => {
    const format =
      '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>';
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="7"/>${format}<w:lvlText w:val="〔%1〕"/></w:lvl></w:abstractNum>${num(1, 0)}`;
    expect(labels(numbered(1, 0), numbering)).toEqual(['〔007〕事']);
  });

  it('text boxes count by themselves, deleted paragraphs do not count', () => {
    const numbering = abstract(0, [{ text: '%1.' }]) + num(1, 0);
    const deleted =
      '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr>';
    const body =
      numbered(1, 0) +
      paragraph(textBox(numbered(1, 0, '框'))) +
      paragraph('<w:del w:id="2" w:author="a"><w:r><w:delText>删</w:delText></w:r></w:del>', deleted) +
      numbered(1, 0);
    expect(labels(body, numbering)).toEqual(['1.事', '', '1.框', '2.事']);
  });

  it('are not editable, and told apart from the text', () => {
    const file = openWordFile(
      wordFile(numbered(1, 0, '2026年计划'), { numbering: abstract(0, [{ text: '%1.' }]) + num(1, 0) }),
    );
    expect(file.text).toBe('1. 2026年计划');
    expect(file.paragraphs[0]!.label).toEqual([0, 3]);
    expect(file.locked).toEqual([{ range: [0, 3], reason: 'label' }]);
  });

  it('nonsense is passed over', () => {
    const numbering = `${abstract(0, [{ text: '%1.%9' }])}${num(1, 7)}${num(2, 0, '<w:lvlOverride/>')}<w:num/>`;
    expect(labels(numbered(1, 0) + numbered(2, 0) + numbered(2, 8) + numbered(99, 0), numbering)).toEqual([
      '事',
      '1.1 事',
      '事',
      '事',
    ]);
  });
});
