import { HashIndex } from '../../lib/document/hash-index.ts';
import { partitionPoint } from '../../lib/document/search.ts';
import type { Block, Document, Paragraph, Range } from '../../lib/document/types.ts';
import { defineRule, perParagraph } from '../../lib/engine/rule.ts';
import type { Severity } from '../../lib/engine/types.ts';
import { isLaw, type Skeleton, skeletonOf } from './_passages.ts';

/** Shortest repetition worth a word, in bearing characters: with a figure in it, and without. */
const SHORTEST_WITH_FIGURE = 12;
const SHORTEST = 16;
/** From this length on nobody writes the same words twice by chance. */
const SURE = 30;
/** A shorter sentence is said twice on purpose: “谢谢大家！谢谢大家！” (UTF-16 units) */
const SHORTEST_TWIN = 8;
/** Earlier places that are compared with one clause; more of the same seed is a formula. */
const MOST_CANDIDATES = 4;
/** Two places are compared so far (bearing characters): what is longer is told in pieces. */
const LONGEST = 400;
/** A text with more repetitions is made of them, and nobody goes through a longer list. */
const MOST_TOLD = 200;

/** Set phrases of official writing and of law, which recur on purpose. */
const FORMULA =
  /习近平|中国特色|社会主义|党中央|国务院|全会|二十大|十九大|十八大|两个确立|四个意识|四个自信|两个维护|中华民族|复兴|初心|使命|以人民为中心|八项规定|坚强领导|政治建设|从严治党|万元以[上下]|以[上下]罚款|有期徒刑|依照|有下列|情形之一|规定的?程序|按照.{0,12}规定|人民法院|申请人|被告|原告|当事人|责任单位|牵头单位|责任部门|完成时限/;

/** A figure with its unit; dates and numbers of clauses recur with what they belong to. */
const FIGURE =
  /\d(?:\.\d+)?(?:[多余万亿]*)(?=[%％个名人件起家户场次期篇项批份台套辆公里千米平方亩吨斤元倍座栋间所支张本册例组])/;
const REFERENCE = /第[\d一二三四五六七八九十百]+[条款项号]|指出|强调|规定|要求|法院|纪委|监委/;

interface Place {
  readonly block: Block;
  readonly skeleton: Skeleton;
  readonly at: number;
}

interface Match {
  readonly first: Range;
  readonly second: Range;
  readonly words: string;
  readonly severity: Severity;
}

/** Bearing characters that two places have in common from their start on. */
function commonLength(a: Place, b: Place): number {
  const [one, other] = [a.skeleton.text, b.skeleton.text];
  const apart = a.block === b.block ? Math.abs(b.at - a.at) : LONGEST;
  const limit = Math.min(LONGEST, apart, one.length - a.at, other.length - b.at);
  let length = 0;
  while (length < limit && one.charCodeAt(a.at + length) === other.charCodeAt(b.at + length)) length++;
  return length;
}

/** Cuts a common stretch back to the end of a clause, lest half a word be marked. */
function wholeClauses({ skeleton, at }: Place, length: number): number {
  const end = at + length;
  if (end === skeleton.text.length) return length;
  const { clauses } = skeleton;
  const last = clauses[partitionPoint(clauses.length, (index) => clauses[index]! > end) - 1]!;
  return last - at;
}

function rangeOf({ block, skeleton, at }: Place, length: number): Range {
  return [block.start + skeleton.places[at]!, block.start + skeleton.places[at + length - 1]! + 1];
}

function judge(words: string): Severity | undefined {
  const hasFigure = FIGURE.test(words);
  if (words.length < (hasFigure ? SHORTEST_WITH_FIGURE : SHORTEST) || FORMULA.test(words)) return undefined;
  if (REFERENCE.test(words)) return 'hint';
  return hasFigure || words.length >= SURE ? 'warning' : 'hint';
}

const isPlain = ({ role, paragraph }: Block) =>
  role === 'body' || role === 'attachment' || (role === 'heading' && paragraph.heading?.runIn === true);

function* findMatches(document: Document): Generator<Match> {
  const blocks = document.blocks.filter(isPlain);
  const skeletons = blocks.map(({ paragraph }) => skeletonOf(paragraph));
  const clauses = skeletons.reduce((sum, { seeds }) => sum + seeds.length, 0);
  const index = new HashIndex(clauses, MOST_CANDIDATES);
  // Of each clause entered, its block and its number among the clauses of this.
  const blockOf = new Int32Array(clauses);
  const clauseOf = new Int32Array(clauses);
  const placeOf = (block: number, clause: number): Place => {
    const skeleton = skeletons[block]!;
    return { block: blocks[block]!, skeleton, at: skeleton.clauses[clause]! };
  };
  let entered = 0;
  for (let block = 0; block < blocks.length; block++) {
    const { seeds, clauses } = skeletons[block]!;
    let covered = 0;
    for (let clause = 0; clause < seeds.length; clause++) {
      if (seeds[clause] === 0) continue;
      blockOf[entered] = block;
      clauseOf[entered] = clause;
      const earlier = index.enter(seeds[clause]!, entered++);
      if (earlier === 0 || clauses[clause]! < covered) continue;
      const place = placeOf(block, clause);
      for (let one = 0; one < earlier; one++) {
        const number = index.earlier[one]!;
        const match = compare(placeOf(blockOf[number]!, clauseOf[number]!), place);
        if (!match) continue;
        covered = place.at + match.words.length;
        yield match;
        break;
      }
    }
  }
}

function compare(first: Place, second: Place): Match | undefined {
  const common = commonLength(first, second);
  if (common < SHORTEST_WITH_FIGURE) return undefined;
  const length = Math.min(wholeClauses(first, common), wholeClauses(second, common));
  const words = second.skeleton.text.slice(second.at, second.at + length);
  const severity = judge(words);
  return severity && { first: rangeOf(first, length), second: rangeOf(second, length), words, severity };
}

/** What somebody said or wrote is given in short and again in full. */
const SAID = /(?:指出|强调|说|表示|提出|要求|认为|写道|称|得)[，：“]{0,2}$/;

/** A sentence that stands twice in a row, whatever it says. */
const twins = perParagraph(
  ({ text, sentences }: Paragraph): readonly { first: Range; second: Range; words: string }[] => {
    const bare = sentences.map(({ range }) => text.slice(...range).trim());
    return bare.flatMap((words, index) => {
      const previous = sentences[index - 1];
      if (!previous || bare[index - 1] !== words || words.length < SHORTEST_TWIN) return [];
      const { range } = sentences[index]!;
      return [{ first: previous.range, second: [range[0], range[0] + words.length] as const, words }];
    });
  },
);

/** The same sentence or clause again elsewhere. The later place is the issue, the earlier one is shown with it. */
export default defineRule({
  id: 'repetition/repeated-sentence',
  messages: { repeated: 'warning' },
  notes: ['first'],
  scope: 'document',
  examples: [
    {
      wrong:
        '一、服务企业。全年为小微企业提供检测服务860家次，满意度较高。\n二、开放平台。建成实验室2个，⟦全年为小微企业提供检测服务860家次⟧，解决难题73个。',
    },
    {
      wrong:
        '青溪县组织干部走村入户，把政策讲到田间地头，把问题解决在群众家门口。\n白石镇修通了环湖步道。\n⟦青溪县组织干部走村入户，把政策讲到田间地头，把问题解决在群众家门口⟧。',
    },
    {
      right:
        '第一条 未按规定报送材料的，处五千元以上一万元以下的罚款。\n第二条 未按规定公示结果的，处五千元以上一万元以下的罚款。\n第三条 本办法自公布之日起施行。',
    },
    { right: '各位领导、各位同志：\n大家好！\n一、工作开展情况\n二、存在的问题\n谢谢各位领导、各位同志！' },
    {
      wrong:
        '一、廉洁自律\n严格遵守中央八项规定精神，管好身边人。⟦严格遵守中央八项规定精神，管好身边人。⟧无违纪行为。\n二、打算',
    },
    { right: '坚持守正创新，深化改革。\n坚持守正创新，扩大开放。' },
  ],
  check(document, context) {
    if (isLaw(document)) return;
    const told = new Set<number>();
    let count = 0;
    const tell = ({ first, second, words, severity }: Match) => {
      if (told.has(second[0])) return;
      for (let at = second[0]; at < second[1]; at++) told.add(at);
      count++;
      const shown = words.length > 16 ? `${words.slice(0, 15)}…` : words;
      context.report({
        range: second,
        message: 'repeated',
        data: { words: shown },
        severity,
        related: [{ range: first, message: 'first' }],
      });
    };
    for (const { paragraph, start } of document.blocks) {
      const shift = ([from, to]: Range): Range => [from + start, to + start];
      for (const { first, second, words } of twins(paragraph)) {
        if (count >= MOST_TOLD) break;
        tell({ first: shift(first), second: shift(second), words, severity: 'warning' });
      }
    }
    for (const match of findMatches(document)) {
      if (count >= MOST_TOLD) break;
      const isSaid = [match.first, match.second].some(([start]) =>
        SAID.test(document.text.slice(Math.max(0, start - 6), start)),
      );
      tell(isSaid ? { ...match, severity: 'hint' } : match);
    }
  },
});
