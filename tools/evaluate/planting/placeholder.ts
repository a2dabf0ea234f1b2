/** Blanks of a template that nobody filled in. */
import { atBlock, atMatch, isBody, type Mistake, type Planter, pick } from './mistake.ts';
import { ORGANISATION, PERSON } from './names.ts';

const FIGURE = /(?<![\d.年月号〔第—－-])\d+(?:\.\d+)?(?=万|亿|%|个|名|人|次|户|件|项|场|期|份|台|套|家|公里|亩|元)/g;
const DATE = /\d{4}年\d{1,2}月\d{1,2}日/g;

/** A figure becomes the same blank at each place. */
const figureAs = (...blanks: string[]): Planter => atMatch(FIGURE, (_, random) => pick(blanks, random));
const personAs = (change: (name: string) => string): Planter => atMatch(PERSON, ([name]) => change(name));
const organisationAs = (blank: string): Planter => atMatch(ORGANISATION, () => blank);
const remarkInText = (remark: string): Planter => atMatch(/(?<=[\u4E00-\u9FFF]{4})[。；]/g, ([mark]) => remark + mark);

/** 走访XX户. */
export const figureXx: Planter = figureAs('XX', 'X', 'xx', 'XXX');
/** 走访××户. */
export const figureCrosses: Planter = figureAs('××', '×', '×××');
/** 走访__户. */
export const figureUnderscores: Planter = figureAs('__', '____', '＿＿');
/** 走访    户: several blanks. */
export const figureBlanks: Planter = figureAs('   ', '      ', '　　');
/** 走访？？户. */
export const figureQuestionMarks: Planter = figureAs('？？', '??', '???');
/** 走访**户. */
export const figureStars: Planter = figureAs('**', '***');
/** 走访○○户. */
export const figureCircles: Planter = figureAs('○○', '〇〇');
/** 走访N户. */
export const figureLetter: Planter = figureAs('N', 'n');
/** 走访……户. */
export const figureDots: Planter = figureAs('……', '...');
/** 走访（）户. */
export const figureParentheses: Planter = figureAs('（）', '（  ）', '()');
/** 走访（数字）户. */
export const figureNamed: Planter = figureAs('（数字）', '【数字】', '[数量]');

/** 局长赵XX. */
export const surnameXx: Planter = personAs((name) => `${name[0]}${'X'.repeat(name.length - 1)}`);
/** 局长赵××. */
export const surnameCrosses: Planter = personAs((name) => `${name[0]}${'×'.repeat(name.length - 1)}`);
/** 局长赵某某. */
export const surnameSomeone: Planter = personAs((name) => `${name[0]}${'某'.repeat(name.length - 1)}`);
/** 局长XXX. */
export const personXx: Planter = personAs(() => 'XXX');
/** 局长（姓名）. */
export const personField: Planter = personAs(() => '（姓名）');
/** 局长{name}. */
export const personVariable: Planter = personAs(() => '{{姓名}}');

/** XX局. */
export const organisationXx: Planter = organisationAs('XX局');
/** ××单位. */
export const organisationCrosses: Planter = organisationAs('××单位');
/** 某某局. */
export const organisationSomeone: Planter = organisationAs('某某局');
/** 【单位名称】. */
export const organisationField: Planter = organisationAs('【单位名称】');

/** XXXX年XX月XX日. */
export const dateXx: Planter = atMatch(DATE, (_, random) => pick(['XXXX年XX月XX日', 'XX年X月X日'], random));
/** 2025年X月X日. */
export const dateDayXx: Planter = atMatch(DATE, ([date]) => `${date.slice(0, 5)}X月X日`);
/** A date of which only 年 月 日 stand there. */
export const dateBlanks: Planter = atMatch(DATE, (_, random) => pick(['    年  月  日', '　　年　月　日'], random));

/** （此处填写具体做法）. */
export const fillInHere: Planter = (clean, random) =>
  remarkInText(pick(['（此处填写具体做法）', '（此处插入数据）', '（请填写）'], random)!)(clean, random);
/** （待补充）. */
export const toBeAdded: Planter = (clean, random) =>
  remarkInText(pick(['（待补充）', '（待核实）', '（数据待更新）', 'TODO'], random)!)(clean, random);
/** （略）for what should have been said. */
export const leftOut: Planter = atBlock(isBody, ({ start, paragraph }): Mistake | undefined => {
  const last = paragraph.sentences.at(-1)!.range;
  return paragraph.sentences.length < 2
    ? undefined
    : { range: [start + last[0], start + paragraph.content[1]], text: '……（略）' };
});
/** “”: quotation marks with nothing between them. */
export const emptyQuotation: Planter = atMatch(/(?<=“)[^“”\n]{2,10}(?=”)/g, () => '');
