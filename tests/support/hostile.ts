import { PIECES } from './arbitrary.ts';

/** What lines are made of to bring programs to a stop: runs, marks without partners, figures, names, formulas. */
const HOSTILE_PIECES: readonly string[] = [
  ...PIECES.filter((piece) => !/[\n\r\u2028\f]/.test(piece)),
  '甲',
  '1',
  '.',
  ' ',
  '\t',
  '，',
  '的',
  '年 月 日',
  '1，',
  '000 ',
  '一',
  '五千',
  '共5项，其中',
  '合格率5%，',
  '发现问题87个，整改85个，整改率98%，',
  '较上年增长5%，',
  '“甲”、',
  '‘',
  '’',
  '““甲””',
  '《《',
  '<',
  '<b>',
  '*',
  '|---',
  'a-',
  'http://a.b/',
  '通过',
  '以上',
  '坚持',
  '坚持党建引领，',
  '为了',
  '他她',
  '司法司法',
  '___',
  '……',
  '第3页共8页',
  '第 页',
  '清河区',
  '青石镇镇长喻文澜，',
  '书记林知远部署工作，',
  '略略一',
  '全年为小微企业提供检测服务860家次，满意度较高。',
  '坚定维护党中央权威和集中统一领导，',
  '一是抓学习，二是抓作风，',
];

const NUMERALS = '甲乙丙丁戊己庚辛壬癸';
/** A number in ten signs that stand for themselves: makes lines different that would else be one. */
const ordinal = (number: number) => [...String(number)].map((digit) => NUMERALS[Number(digit)]).join('');

const fill = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length));

/** One endless line in each part of a document. */
const ENDLESS: Readonly<Record<string, (line: string) => string>> = {
  letterhead: (line) => `${line}文件\n青石镇〔2024〕3号\n关于春耕的通知\n各村：\n做好春耕。\n青石镇\n2024年3月1日`,
  'document number': (line) =>
    `青石镇文件\n青石镇〔2024〕${line}号\n关于春耕的通知\n各村：\n做好春耕。\n青石镇\n2024年3月1日`,
  title: (line) => `${line}\n各位领导：\n一年来工作顺利。\n谢谢大家。\n喻文澜`,
  byline: (line) => `述职报告\n（${line}）\n各位领导：\n一年来工作顺利。\n谢谢大家。`,
  salutation: (line) => `述职报告\n${line}同志们：\n一年来工作顺利。\n谢谢大家。`,
  heading: (line) => `述职报告\n一、${line}\n一年来工作顺利。\n二、${line}\n谢谢大家。`,
  body: (line) => `述职报告\n各位领导：\n${line}\n以上报告，请指正。\n喻文澜`,
  closing: (line) => `述职报告\n一年来工作顺利。\n特此报告${line}`,
  signature: (line) => `述职报告\n一年来工作顺利。\n特此报告。\n${line}镇政府\n2024年3月1日`,
  date: (line) => `述职报告\n一年来工作顺利。\n镇政府\n2024${line}年${line}月${line}日`,
  attachment: (line) => `通知\n做好春耕。\n附件：1.${line}\n2.${line}\n青石镇\n2024年3月1日`,
};

/** Many lines of a kind, each another one. */
const MANY: Readonly<Record<string, (piece: string, number: number) => string>> = {
  headings: (piece, number) => `（一）${piece}${ordinal(number)}`,
  paragraphs: (piece, number) => `　　${piece.repeat(3)}${ordinal(number)}。`,
  list: (piece, number) => `${number}.${piece}${ordinal(number)}；`,
  contents: (piece, number) => `第${ordinal(number)}章　${piece}………………${number}`,
  table: (piece, number) => `${ordinal(number)}\t${piece}\t${number}\t${piece}`,
  names: (piece, number) =>
    `${ordinal(number % 97)}${piece}：镇长喻${ordinal(number)[0]}澜、书记林${ordinal(number).at(-1)}远`,
  salutations: (piece, number) => `${piece}${ordinal(number)}同志们：`,
  signatures: (piece, number) => `${piece}${ordinal(number)}镇人民政府　2024年3月1日`,
};

export interface Hostile {
  readonly name: string;
  /** The document at about that length in UTF-16 code units. */
  textOf(length: number): string;
}

function manyLines(line: (number: number) => string, length: number): string {
  let text = '2024年度工作报告\n';
  for (let number = 0; text.length < length; number++) text += `${line(number)}\n`;
  return text;
}

const documentsOf = (piece: string): Hostile[] => [
  ...Object.entries(ENDLESS).map(([part, documentOf]) => ({
    name: `${part} of ${JSON.stringify(piece)}`,
    textOf: (length: number) => documentOf(fill(piece, length)),
  })),
  ...Object.entries(MANY).map(([part, lineOf]) => ({
    name: `${part} of ${JSON.stringify(piece)}`,
    textOf: (length: number) => manyLines((number) => lineOf(piece, number), length),
  })),
];

const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡';
const GIVEN = '文澜一帆景和知远明华建国丽娟';
const MARKS = ['一、', '（一）', '1.', '（1）', '①', '第一条 ', '1、', '（二）', '三、', '9.', '⑨', '1.1 '];
const CAPITALS = '零壹贰叁肆伍陆柒捌玖';
const at = (list: string | readonly string[], number: number) => list[number % list.length]!;

/** Texts of one thing in great number, each time another one, so that nothing is known from before. */
const CROWDS: Readonly<Record<string, (number: number) => string>> = {
  quotations: (number) => `“${ordinal(number)}‘甲’”和《${ordinal(number)}〈乙〉》、`,
  'people and posts': (number) =>
    `${at(SURNAMES, number)}${at(GIVEN, number >> 4)}${at(GIVEN, number >> 7)}同志任青石镇镇长，`,
  'numbers with units': (number) =>
    `${number}.${number % 10}万元、${number}公里，占${number % 100}%，比上年增长${number}倍；`,
  'items in one line': (number) => `（${number}）${ordinal(number)}；${number}.落实；`,
  'leftovers of sites': (number) => `更多范文请访问www.qing${number}.cn下载，本文由会员${ordinal(number)}上传整理。`,
  'capital amounts': (number) =>
    `人民币${at(CAPITALS, number)}佰${at(CAPITALS, number + 3)}拾万${at(CAPITALS, number + 5)}仟元整（¥${number}）、`,
  'nested brackets': (number) =>
    `${'（【《“'.repeat((number % 5) + 1)}${ordinal(number)}${'”》】）'.repeat(number % 7)}，`,
  'lone surrogates': (number) => `${String.fromCharCode(0xd800 + (number % 0x800))}甲\udc00${ordinal(number)}\ud83d，`,
  dates: (number) =>
    `2024年${(number % 14) + 1}月${(number % 33) + 1}日（星期${at('一二三四五六日', number)}）至${number % 40}日，`,
};

/** Very many lines. */
const LINES: Readonly<Record<string, (number: number) => string>> = {
  'numbers of all styles': (number) => `${at(MARKS, number * 7 + (number >> 3))}${ordinal(number)}`,
  'short lines': (number) => ordinal(number).slice(-3),
  'headings with a line each': (number) =>
    number % 2 === 0 ? `${at(MARKS, number >> 1)}坚持${ordinal(number)}引领` : `抓好${ordinal(number)}，落实到位。`,
};

const crowdedDocuments = (): Hostile[] => [
  ...Object.entries(CROWDS).map(([name, piece]) => ({
    name: `a paragraph of ${name}`,
    textOf: (length: number) => {
      let line = '';
      for (let number = 1; line.length < length; number++) line += piece(number);
      return ENDLESS.body!(line);
    },
  })),
  ...Object.entries({ ...LINES, 'leftovers, a line each': CROWDS['leftovers of sites']! }).map(([name, line]) => ({
    name,
    textOf: (length: number) => manyLines(line, length),
  })),
];

/**
 * Documents of at least three lines, each hostile in one part: every other piece in the body, the pieces between in the other
 * parts in turn; and crowds of things of one kind.
 */
export function hostileDocuments(): Hostile[] {
  const parts = Object.keys(ENDLESS).length + Object.keys(MANY).length;
  const body = Object.keys(ENDLESS).indexOf('body');
  const ofPieces = HOSTILE_PIECES.map((piece, number) => {
    const all = documentsOf(piece);
    return all[number % 2 === 0 ? body : ((number - 1) / 2) % parts]!;
  });
  return [...ofPieces, ...crowdedDocuments()];
}
