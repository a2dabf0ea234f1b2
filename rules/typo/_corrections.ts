import professionalTerms from '../../assets/lexicons/professional-terms.tsv';
import rightWords from '../../assets/lexicons/right-words.tsv';
import type { Document, Paragraph, Range, Role } from '../../lib/document/types.ts';
import { ONE_LOWER } from '../../lib/engine/issue.ts';
import { perParagraph } from '../../lib/engine/rule.ts';
import type { RuleContext, Severity } from '../../lib/engine/types.ts';
import { phraseSearch } from '../../lib/language/phrases.ts';
import { isSlip } from '../../lib/language/slips.ts';
import type { Correction, Language } from '../../lib/language/types.ts';
import { readTable } from '../../lib/vocabulary/table.ts';
import { isParticle } from './_similar-words.ts';

/**
 * Calibrated probabilities from which a correction is 97% right, is worth a warning and is worth a mention. From 0.88 on
 * one sentence in 150 of a newspaper that is held to be right has a warning; two in three of those are mistakes that were
 * overlooked.
 */
const ERROR = 0.975;
const WARNING = 0.88;
const HINT = 0.6;
/** Slips are so rare in clean text that a doubt is sooner worth a word. */
const SLIP_HINT = 0.5;
/** A name or term that the document writes so often is the writer's own. */
const OWN_USE = 3;

/** The model is asked once for each paragraph, whatever number of rules share its answer. */
const known = new WeakMap<Language, (paragraph: Paragraph) => readonly Correction[]>();
function correctionsOf(language: Language, paragraph: Paragraph): readonly Correction[] {
  let corrections = known.get(language);
  if (!corrections) {
    corrections = perParagraph(({ text }) => soundCorrections(language, text));
    known.set(language, corrections);
  }
  return corrections(paragraph);
}

/** Words that are right although the model knows a rival better. */
const findRightWords = phraseSearch(
  [
    ...readTable(rightWords).map(({ word }) => word!),
    ...readTable(professionalTerms).flatMap(({ words }) => words!.split(' ')),
  ].map((word) => ({ words: word, entry: word })),
);

/** Corrections of a paragraph that leave the right words alone. */
function soundCorrections(language: Language, text: string): readonly Correction[] {
  const corrections = language.corrections(text);
  const right = corrections.length > 0 ? findRightWords(text) : [];
  return corrections.filter(({ range }) => !right.some(({ start, end }) => start < range[1] && range[0] < end));
}

/**
 * Whether the string, with a neighbour, stands in the document again and again. A word of everyone's is no proof: a report
 * that writes 主题教育 three times may still write 主题责任 by mistake.
 */
function isOwnUse(text: string, start: number, end: number, everyones: readonly string[]): boolean {
  const withNeighbour = [text.slice(Math.max(0, start - 1), end), text.slice(start, end + 1)];
  if (end - start > 1) withNeighbour.push(text.slice(start, end));
  return withNeighbour.some((string) => {
    if (string.length < 2 || everyones.includes(string)) return false;
    let at = -1;
    let uses = 0;
    do {
      at = text.indexOf(string, at + 1);
      if (at >= 0) uses++;
    } while (at >= 0 && uses < OWN_USE);
    return uses >= OWN_USE;
  });
}

function severityOf(probability: number): Severity {
  if (probability >= ERROR) return 'error';
  return probability >= WARNING ? 'warning' : 'hint';
}

/** “新建（购）住房”, “市（县）”: one character in brackets is a choice, which its neighbours tell nothing about. */
const isChoice = (text: string, start: number, end: number) =>
  end - start === 1 && /[（(]/.test(text[start - 1] ?? '') && /[）)]/.test(text[end] ?? '');

/** “清住建〔2024〕37号”: authorities are abbreviated there. */
const NUMBERED = /^\p{Script=Han}{0,6}[〔﹝[［【（(]\d{4}[〕﹞\]］】）)]/u;

/** “益民小区”: whoever built it named it. */
const NAMED_HOUSES = /^\p{Script=Han}?(?:小区|社区|花园|家园|新村|校区)/u;
/** “云澜县”, “青石镇”: part of a name, which no model can be certain of; “fix all” leaves it alone. */
const PLACE = /^\p{Script=Han}?(?:县(?!委|直|级)|镇(?!长|委)|乡(?!村|镇|亲)|村(?!民|庄|委|级|落)|街道|水库)/u;
/** How sure a correction is where it stands: names and the writer's own words are less certain than the model thinks. */
function severityIn(
  text: string,
  [start, end]: Range,
  { probability, makesPlace, writtenWords }: Correction,
): Severity {
  const severity = severityOf(probability);
  const behind = text.slice(end, end + 4);
  if (NAMED_HOUSES.test(behind)) return 'hint';
  if (makesPlace || (end - start === 1 && PLACE.test(behind))) {
    // A place that is named twice in the same way is called so.
    const name = text.slice(start, end + 2);
    if (text.indexOf(name) !== text.lastIndexOf(name)) return 'hint';
    if (severity === 'error') return ONE_LOWER.error;
  }
  return isOwnUse(text, start, end, writtenWords) ? ONE_LOWER[severity] : severity;
}

/** “应统尽统”, “能办尽办”: formed anew for each task, of whatever verb. */
const ALL_THAT = /[应能愿可当](\p{Script=Han})尽\1/u;
const LENGTH_OF_ALL = 4;
const isAllThat = (text: string, start: number, end: number) =>
  end - start < LENGTH_OF_ALL - 1 && ALL_THAT.test(text.slice(Math.max(0, end - LENGTH_OF_ALL), start + LENGTH_OF_ALL));

/** “咕嘟咕嘟”: the two in the middle make another word turned round. */
const isReduplicated = (text: string, start: number, end: number) =>
  end - start === 2 && start > 0 && text.slice(start - 1, start + 1) === text.slice(end - 1, end + 1);

/** What countries are called in “中越关系” and “越方”. */
const COUNTRIES = new Set(
  '中日韩朝蒙俄美英法德意西葡荷比卢瑞奥匈捷斯波丹挪芬冰爱希塞克保罗阿马黑北乌白摩立拉格亚哈吉塔土印尼孟缅泰老柬越菲文新东沙科叙约黎以伊也卡利突苏毛几贝加多喀赤莫赞津纳博坦肯布厄索乍南澳斐萨瓦密库基所瑙图帕古牙海危洪哥委秘玻智圭特安欧非盟巴汤不',
);
const BETWEEN_COUNTRIES =
  /^(?:两国|双方|关系|建交|友好|友谊|传统|合作|务实|全面|战略|双边|经贸|贸易|人文|元首|领导人|人民|各领域|命运)/;

/** “中约关系”, “感谢加方”: which country is meant is a fact, and no model can know it. */
function isCountry(text: string, start: number, end: number, replacement: string): boolean {
  if (end - start !== 1 || !COUNTRIES.has(text[start]!)) return false;
  if (text[start - 1] === '中' && BETWEEN_COUNTRIES.test(text.slice(end, end + 3))) return true;
  return COUNTRIES.has(replacement) && (text[start - 1] === '中' || text[end] === '方');
}

/** “局长　祁向南” below the title: names of people are told by nothing but their place. */
const NAMING: ReadonlySet<Role> = new Set<Role>(['byline', 'signature']);

const PAIRED_MARK = /[“”‘’《》〈〉（）()【】〔〕]/;
const MARK = /[，、；：。！？]/;

/**
 * A stray mark in a word lets the model move it or write a character over it: “领；导。” → “领导；。”, “发：展” → “发展展”.
 * Neither is what the writer meant; and half a pair is never a character.
 */
function makesFault(text: string, [start, end]: Range, right: string): boolean {
  const wrong = text.slice(start, end);
  if (PAIRED_MARK.test(wrong) || (!/[\p{L}\p{N}]/u.test(wrong) && /\p{L}/u.test(right))) return true;
  if (!MARK.test(wrong) && !MARK.test(right)) return false;
  const [before, behind] = [text[start - 1] ?? '', text[end] ?? ''];
  const meet = (a: string, b: string) => a !== '' && (a === b || (MARK.test(a) && MARK.test(b)));
  return meet(before, right[0] ?? behind) || meet(right.at(-1) ?? before, behind);
}

/** What to say of a correction. Without `sure` it is never certain, whatever the model thinks. */
export interface Wording<Message> {
  readonly sure?: Message;
  readonly doubtful: Message;
}

/**
 * Reports the corrections for which `wordingFor` has words. The fix is certain only where the place is surely wrong and
 * one replacement stands out.
 */
export function reportCorrections<Message extends string>(
  { text, blocks }: Document,
  context: RuleContext<Message>,
  wordingFor: (wrong: string, right: string, correction: Correction) => Wording<Message> | undefined,
): void {
  const { language } = context;
  if (!language) return;
  for (const { paragraph, start, role } of blocks) {
    if (NAMING.has(role)) continue;
    for (const correction of correctionsOf(language, paragraph)) {
      if (correction.probability < (isSlip(correction.kind) ? SLIP_HINT : HINT)) continue;
      const range = [start + correction.range[0], start + correction.range[1]] as const;
      if (isChoice(text, ...range) || NUMBERED.test(text.slice(range[1], range[1] + 12))) continue;
      const wrong = text.slice(...range);
      const [best] = correction.replacements;
      if (isAllThat(text, ...range) || isReduplicated(text, ...range)) continue;
      if (isCountry(text, ...range, best!.text) || makesFault(text, range, best!.text)) continue;
      const wording = wordingFor(wrong, best!.text, correction);
      if (!wording) continue;
      const severity = severityIn(text, range, correction);
      const certain = severity === 'error' ? wording.sure : undefined;
      context.report({
        range,
        message: certain ?? wording.doubtful,
        // 的、地、得 are in no word.
        ...(!isParticle(wrong, best!.text) && {
          word: correction.word.wrong,
          group: `${correction.word.wrong} ${correction.word.right}`,
        }),
        data: { wrong, right: best!.text, wrongWord: correction.word.wrong, rightWord: correction.word.right },
        severity,
        ...(certain !== undefined
          ? { fix: best!.text }
          : { suggestions: correction.replacements.map((replacement) => replacement.text) }),
      });
    }
  }
}
