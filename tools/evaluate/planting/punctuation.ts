/** Marks lost, doubled, exchanged, turned and in the wrong width. */
import type { Range } from '../../../lib/document/types.ts';
import { atBlock, atMatch, atWord, isAspect, isBody, type Mistake, type Planter, pick, rangeOf } from './mistake.ts';

const HAN = '[\\u4E00-\\u9FFF]';
const between = (mark: string, left = HAN, right = HAN) => new RegExp(`(?<=${left})${mark}(?=${right})`, 'g');
const instead = (pattern: RegExp, ...marks: string[]): Planter => atMatch(pattern, (_, random) => pick(marks, random));

/** A mark at the end of a paragraph of running text. */
const atParagraphEnd = (...marks: string[]): Planter =>
  atBlock(isBody, (block, random): Mistake | undefined => {
    const end = block.start + block.paragraph.content[1];
    if (!/。$/.test(block.paragraph.text.trimEnd())) return undefined;
    return { range: [end - 1, end], text: pick(marks, random)!, alsoAt: [[end - 3, end]] };
  });

/** One of a pair of marks, with the whole pair as its place. */
const ofPair = (pattern: RegExp, change: (pair: string) => string | undefined): Planter =>
  atMatch(pattern, (match): Mistake | undefined => {
    const text = change(match[0]);
    return text === undefined ? undefined : { range: rangeOf(match), text, alsoAt: [rangeOf(match)] };
  });

const QUOTED = /“[^“”‘’\n]{2,16}”/g;
const TITLED = /《[^《》〈〉\n]{3,24}》/g;
const BRACKETED = /（[^（）\n]{2,16}）/g;

/** The full stop at the end of a paragraph is lost. */
export const finalStopLost: Planter = atParagraphEnd('');
/** A paragraph ends in a comma. */
export const finalComma: Planter = atParagraphEnd('，');
/** A paragraph ends in a semicolon. */
export const finalSemicolon: Planter = atParagraphEnd('；');
/** A paragraph ends in a colon. */
export const finalColon: Planter = atParagraphEnd('：');
/** A paragraph ends in a pause mark. */
export const finalPause: Planter = atParagraphEnd('、');
/** A paragraph ends in a half-width full stop. */
export const finalDot: Planter = atParagraphEnd('.');
/** Two sentences without a mark between them. */
export const innerStopLost: Planter = atMatch(between('。'), () => '');
/** Two long clauses without a mark between them. */
export const commaLost: Planter = atMatch(/(?<=[\u4E00-\u9FFF]{8})，(?=[\u4E00-\u9FFF]{8})/g, () => '');
/** 道路供水、燃气: a mark of a series is lost. */
export const pauseLost: Planter = atMatch(/(?<=、[\u4E00-\u9FFF]{2,6})、(?=[\u4E00-\u9FFF]{2,6}[、和])/g, () => '');
/** 。。, ，，. */
export const doubledMark: Planter = atMatch(between('[，。；：、]'), ([mark]) => mark.repeat(2));
/** ，。 and 。，. */
export const mixedMarks: Planter = atMatch(between('[，。；]'), ([mark], random) =>
  mark === '，' ? pick(['，。', '，、', '。，'], random) : `${mark}，`,
);
/** One half-width comma. */
export const halfWidthComma: Planter = instead(between('，'), ',');
/** One half-width full stop between sentences. */
export const halfWidthStop: Planter = instead(between('。'), '.');
/** One half-width semicolon. */
export const halfWidthSemicolon: Planter = instead(between('；'), ';');
/** One half-width colon. */
export const halfWidthColon: Planter = instead(between('：', HAN, '[\\u4E00-\\u9FFF\\n]'), ':');
/** Half-width parentheses. */
export const halfWidthBrackets: Planter = ofPair(BRACKETED, (pair) => `(${pair.slice(1, -1)})`);
/** （…): a pair of two widths. */
export const mixedBrackets: Planter = ofPair(BRACKETED, (pair) => `${pair.slice(0, -1)})`);
/** The closing parenthesis is lost. */
export const closingBracketLost: Planter = ofPair(BRACKETED, (pair) => pair.slice(0, -1));
/** The opening parenthesis is lost. */
export const openingBracketLost: Planter = ofPair(BRACKETED, (pair) => pair.slice(1));
/** ））. */
export const doubledBracket: Planter = ofPair(BRACKETED, (pair) => `${pair}）`);
/** ”…“: both turned. */
export const turnedQuotes: Planter = ofPair(QUOTED, (pair) => `”${pair.slice(1, -1)}“`);
/** “…“. */
export const openingTwice: Planter = ofPair(QUOTED, (pair) => `${pair.slice(0, -1)}“`);
/** ”…”. */
export const closingTwice: Planter = ofPair(QUOTED, (pair) => `”${pair.slice(1)}`);
/** The closing quotation mark is lost. */
export const closingQuoteLost: Planter = ofPair(QUOTED, (pair) => pair.slice(0, -1));
/** The opening quotation mark is lost. */
export const openingQuoteLost: Planter = ofPair(QUOTED, (pair) => pair.slice(1));
/** "…": typewriter's quotation marks. */
export const straightQuotes: Planter = ofPair(QUOTED, (pair) => `"${pair.slice(1, -1)}"`);
/** ““…””. */
export const doubledQuotes: Planter = ofPair(QUOTED, (pair) => `“${pair}”`);
/** ‘…’ for “…”. */
export const singleQuotes: Planter = ofPair(QUOTED, (pair) => `‘${pair.slice(1, -1)}’`);
/** 《 without 》. */
export const closingTitleMarkLost: Planter = ofPair(TITLED, (pair) => pair.slice(0, -1));
/** 》 without 《. */
export const openingTitleMarkLost: Planter = ofPair(TITLED, (pair) => pair.slice(1));
/** 《…》 for a mere quotation. */
export const titleMarksForQuotes: Planter = ofPair(QUOTED, (pair) => `《${pair.slice(1, -1)}》`);
/** <…> and 〈…〉 for 《…》. */
export const wrongTitleMarks: Planter = ofPair(TITLED, (pair) => `<${pair.slice(1, -1)}>`);
/** 、 between clauses. */
export const pauseBetweenClauses: Planter = instead(/(?<=[\u4E00-\u9FFF]{7})，(?=[\u4E00-\u9FFF]{7})/g, '、');
/** ， inside a series of 、. */
export const commaInSeries: Planter = atMatch(/(?<=、[\u4E00-\u9FFF]{2,6})、(?=[\u4E00-\u9FFF]{2,6}、)/g, () => '，');
/** 。 behind an adverbial: 一年来。 */
export const stopBehindAdverbial: Planter = atMatch(
  /(?<=(?:在[^，。\n]{4,16}下|为[^，。\n]{4,16}|通过[^，。\n]{3,16}|[一年月日]来|[今去]年|期间|方面|根据[^，。\n]{4,16}|按照[^，。\n]{4,16}))，/g,
  () => '。',
);
/** ； between the parts of one clause: behind an adverbial. */
export const semicolonBehindAdverbial: Planter = atMatch(
  /(?<=(?:在[^，。\n]{4,16}下|[一年月日]来|方面|根据[^，。\n]{4,16}))，/g,
  () => '；',
);
/** ， between sentences that each stand alone, before 同时 or 此外. */
export const commaForStop: Planter = atMatch(
  /。(?=(?:同时|此外|另外|下一步|全年|今年|目前|其中)[，\u4E00-\u9FFF])/g,
  () => '，',
);
/** 等……。: an ellipsis beside 等. */
export const ellipsisBesideEtc: Planter = atMatch(/等(?=。)/g, (_, random) =>
  pick(['等。。', '等......', '等……'], random),
);
/** 道路、供水、等: a pause mark before 等. */
export const pauseBeforeEtc: Planter = atMatch(/(?<=、[\u4E00-\u9FFF]{2,6})等/g, () => '、等');
/** 、和: a pause mark before 和. */
export const pauseBeforeAnd: Planter = atMatch(/(?<=、[\u4E00-\u9FFF]{2,6})和(?=[\u4E00-\u9FFF]{2})/g, () => '、和');
/** -- and 一一 for ——. */
export const wrongDash: Planter = atMatch(/——/g, (_, random) => pick(['--', '—', '一一'], random));
/** A blank before a mark. */
export const blankBeforeMark: Planter = atMatch(between('[，。；：]'), ([mark]) => ` ${mark}`);
/** A blank behind a mark. */
export const blankBehindMark: Planter = atMatch(between('[，。；]'), ([mark]) => `${mark} `);
/** A mark at the beginning of a paragraph. */
export const markAtStart: Planter = atBlock(
  isBody,
  ({ start, paragraph }, random): Mistake => ({
    range: [start + paragraph.content[0], start + paragraph.content[0]],
    text: pick(['，', '。', '、'], random)!,
  }),
);
/** ？ behind what is no question. */
export const questionMark: Planter = atMatch(/(?<=(?:如何|怎样|什么|是否)[^。？！\n]{2,20}|工作|措施)。/g, () => '？');
/** ：behind 是 or 为 in mid-sentence. */
export const strayColon: Planter = atMatch(/(?<=[\u4E00-\u9FFF]{3}(?:是|为|到|对))(?=[\u4E00-\u9FFF]{4})/g, () => '：');
/** 完成了，任务: a comma between verb and object. */
export const strayComma: Planter = atWord(isAspect, () => '了，');
/** “…。”。: a stop on both sides of a quotation mark. */
export const stopOnBothSides: Planter = atMatch(/(?<=[\u4E00-\u9FFF])”。/g, () => '。”。');
/** 如下；: the colon of an announcement exchanged or doubled. */
export const colonOfAnnouncement: Planter = atMatch(/(?<=如下|以下[\u4E00-\u9FFF]{2,5})：/g, (_, random) =>
  pick(['；', '，', '：：'], random),
);
/** 《办法》、要求: a pause mark between a title and its verb. */
export const pauseBehindTitle: Planter = atMatch(
  /(?<=[\u4E00-\u9FFF]》)(?=[\u4E00-\u9FFF]{2})(?![的等和与及])/g,
  () => '、',
);
/** 9一12月: a character or a double dash for the sign of a range. */
export const rangeSign: Planter = atMatch(/(?<=\d(?:月|日|年|时)?)(?:至|—)(?=\d)/g, (match, random): Mistake => {
  const range: Range = rangeOf(match);
  return { range, text: pick(['——', '一', '-—'], random)!, alsoAt: [[range[0] - 1, range[1] + 1]] };
});
