import { allMatches } from '../../lib/document/matches.ts';
import type { Document, Range } from '../../lib/document/types.ts';
import { defineRule, perParagraph } from '../../lib/engine/rule.ts';
import type { RuleContext } from '../../lib/engine/types.ts';
import { SURNAMES, TITLE } from './_blanks.ts';

const HIDDEN = `[${SURNAMES}](?:某{1,2}(?!某)[\\p{Script=Han}]?|[XxＸ×]{1,2}|[＊*]{1,2})`;
/** A name at the end of a piece of a series, alone or with the business it is the name of: 周某荣粮油店. */
const HIDDEN_ITEM = new RegExp(
  `(?:^|(?<=[有为是的由对和了镇乡村县市区局道司处科])|(?<=同志)|(?<=社区))(?:${HIDDEN}|[XxＸ×]{1,3})(?<kind>(?:\\p{Script=Han}{0,7}[店司厂场馆社站行市所院])?)$`,
  'u',
);
/** “彭甲” is another way of keeping a name back. */
const FULL_NAME = new RegExp(`^[${SURNAMES}](?![甲乙丙丁戊])[\\p{Script=Han}]{1,2}$`, 'u');
/** “青溪镇王建军” */
const PLACED_NAME = new RegExp(`[镇乡村县局道司处科](?:社区)?[${SURNAMES}](?![甲乙丙丁戊])[\\p{Script=Han}]{2}$`, 'u');
const BUSINESS = /[店司厂场馆社站行]$|超市$/;
const TITLED = new RegExp(
  `(?<before>${TITLE})(?<name>[${SURNAMES}](?:某{1,2}|[XxＸ×]{1,2}|[\\p{Script=Han}]{2}))(?=[同，、。；主参出作致带到讲强要率宣的）)]|$)`,
  'gu',
);
const isHiddenName = (name: string) => /[某XxＸ×＊*]/.test(name);
const SERIES = /[^，。；：！？,;:!?（）()\n]{4,}/g;

interface Mention {
  readonly title: string;
  readonly name: string;
  readonly range: Range;
}

interface Found {
  /** Hidden items of a series that also names somebody in full, with the one that is named. */
  readonly mixed: readonly { hidden: Range; named: Range }[];
  /** Names with the title before them. */
  readonly mentions: readonly Mention[];
}

/** Whether a piece of a series names somebody, or a business of the same kind, in full. */
const sameKind = (words: string, kind: string, isFirst: boolean) => {
  if (kind === '')
    return (
      FULL_NAME.test(words) ||
      PLACED_NAME.test(words) ||
      (isFirst && (FULL_NAME.test(words.slice(-3)) || FULL_NAME.test(words.slice(-2))))
    );
  return words.length >= 4 && BUSINESS.test(words);
};

/** The pieces of a series; the last one only up to the words that close the series. */
function itemsOf(series: string, offset: number): { words: string; start: number }[] {
  const pieces = series.split('、');
  let start = offset;
  return pieces.map((piece, place) => {
    const isLast = place === pieces.length - 1;
    const words = (isLast ? piece.replace(/(?:等|的|和|及|违|涉|受|案|被|问题).*/, '') : piece).trim();
    const item = { words, start: start + piece.indexOf(words) };
    start += piece.length + 1;
    return item;
  });
}

function mixedSeries(text: string): { hidden: Range; named: Range }[] {
  const mixed: { hidden: Range; named: Range }[] = [];
  for (const { 0: series, index } of allMatches(text, SERIES)) {
    if (!/[某XxＸ×＊*]/.test(series) || !series.includes('、')) continue;
    const items = itemsOf(series, index);
    for (const { words, start } of items) {
      const match = HIDDEN_ITEM.exec(words);
      const kind = match?.groups?.kind;
      if (!match || kind === undefined) continue;
      const named = items.find((item) => !isHiddenName(item.words) && sameKind(item.words, kind, item === items[0]));
      if (!named) continue;
      mixed.push({
        hidden: [start + match.index, start + words.length],
        named: [named.start, named.start + named.words.length],
      });
    }
  }
  return mixed;
}

const read = perParagraph(({ text }): Found => {
  if (!/[某XxＸ×]/.test(text) && !new RegExp(TITLE).test(text)) return { mixed: [], mentions: [] };
  const mentions = allMatches(text, TITLED).map(({ 0: whole, index, groups }): Mention => {
    const start = index + whole.length - groups!.name!.length;
    return { title: groups!.before!, name: groups!.name!, range: [start, start + groups!.name!.length] };
  });
  return { mixed: mixedSeries(text), mentions };
});

const shift = ([start, end]: Range, by: number): Range => [start + by, end + by];

/** One person hidden here and named there: the same title and surname. */
function reportPersons(document: Document, context: RuleContext<'person', 'named'>): void {
  const named = new Map<string, Range>();
  const hidden: (Mention & { place: Range })[] = [];
  for (const { paragraph, start } of document.blocks) {
    for (const mention of read(paragraph).mentions) {
      const place = shift(mention.range, start);
      if (isHiddenName(mention.name)) hidden.push({ ...mention, place });
      else if (!named.has(mention.title + mention.name[0])) named.set(mention.title + mention.name[0], place);
    }
  }
  for (const { title, name, place } of hidden) {
    const other = named.get(title + name[0]);
    if (!other) continue;
    context.report({
      range: place,
      message: 'person',
      data: { hidden: name, named: document.text.slice(other[0], other[1]) },
      related: [{ range: other, message: 'named' }],
    });
  }
}

/** Names kept back beside names in full: either all are hidden or none. */
export default defineRule({
  id: 'placeholder/half-anonymised',
  messages: { series: 'warning', person: 'warning' },
  notes: ['named'],
  scope: 'document',
  quotedToo: true,
  examples: [
    { wrong: '曝光了何田顺副食店、⟦周某荣粮油店⟧等典型案例。' },
    { wrong: '参加座谈的有⟦何某某⟧、黄晓岚、许刚、汪龙泉。' },
    { wrong: '会议由副局长翟景和主持。\n会上，副局长⟦翟某⟧作了发言。' },
    { right: '被告人张某、李某某、王某共同实施。' },
    { right: '查处了周某荣粮油店、孙某便利店、李某水果店等3起案件。' },
    { right: '局长赵文主持会议，副局长李某某作了发言。' },
  ],
  check(document, context) {
    for (const { paragraph, start } of document.blocks) {
      for (const { hidden, named } of read(paragraph).mixed) {
        const range = shift(hidden, start);
        const other = shift(named, start);
        context.report({
          range,
          message: 'series',
          data: { hidden: document.text.slice(...range), named: document.text.slice(...other) },
          related: [{ range: other, message: 'named' }],
        });
      }
    }
    reportPersons(document, context);
  },
});
