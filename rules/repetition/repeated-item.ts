import { allMatches } from '../../lib/document/matches.ts';
import { insideAny } from '../../lib/document/search.ts';
import type { Range } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';

interface Item {
  readonly words: string;
  readonly start: number;
}

const SERIES = /[^，。；：！？,;:!?（）()\n]{2,}/g;
const HAN = /^[\p{Script=Han}“”《》\d]{2,20}$/u;
const LONGEST_ITEM = 9;
const JOINED = /或者?|和|及|与|到|在|对/;
/** What may follow the last item of a series without belonging to it. */
const TAIL = /^(?:等|和|及|以及|与|的|在内|[要应须]\p{Script=Han})/u;
/** Items that recur for rhythm or stand for something else each time. */
const RHYTHM = /[一二三四五六七八九十某\d]|^(?:加油|快快|你好|再见|谢谢|人民|学习|前进|不是|可以)$/;

function itemsOf(series: string, offset: number): Item[] {
  const items: Item[] = [];
  let start = 0;
  for (const words of series.split('、')) {
    const blank = words.length - words.trimStart().length;
    items.push({ words: words.trim(), start: offset + start + blank });
    start += words.length + 1;
  }
  return items;
}

/** An item that was listed before. Of the last item only its beginning belongs to the series for sure. */
function repeatedItem(items: readonly Item[]): { first: Range; second: Range } | undefined {
  const seen = new Map<string, Item>();
  for (const [place, { words, start }] of items.entries()) {
    if (place === items.length - 1) {
      for (const [known, item] of seen) {
        const isSame = words === known || (words.startsWith(known) && TAIL.test(words.slice(known.length)));
        if (isSame) {
          return { first: [item.start, item.start + known.length], second: [start, start + known.length] };
        }
      }
      return undefined;
    }
    // A longer piece ties two series together: “……谎报或者授意他人隐瞒、缓报……”.
    if (words.length > LONGEST_ITEM || JOINED.test(words)) seen.clear();
    if (!HAN.test(words) || RHYTHM.test(words)) continue;
    const earlier = seen.get(words);
    if (earlier) return { first: [earlier.start, earlier.start + words.length], second: [start, start + words.length] };
    seen.set(words, { words, start });
  }
  return undefined;
}

const CLAUSE = /[^，。；：！？,;:!?\n]+/g;
const MARK = /[，。；：！？,;:!?\n]/;
const SHORTEST_CLAUSE = 4;
/** Of two clauses that come again, each may be this short. */
const SHORTEST_TWICE = 3;

/** Whether a clause stands twice in the text as it is. */
function hasClauseTwice(text: string): boolean {
  const seen = new Set<string>();
  return text.split(MARK).some((clause) => {
    const words = clause.trim();
    if (words.length < SHORTEST_TWICE) return false;
    return seen.has(words) || !seen.add(words);
  });
}

/** The same clause twice in a row: “加强组织领导，加强组织领导”. */
function repeatedClause(text: string): { first: Range; second: Range }[] {
  const found: { first: Range; second: Range }[] = [];
  let last: Item | undefined;
  for (const { 0: clause, index } of allMatches(text, CLAUSE)) {
    const words = clause.trim();
    const start = index + clause.indexOf(words);
    if (
      words === last?.words &&
      words.length >= SHORTEST_CLAUSE &&
      /^[，；、,;]\s*$/.test(text.slice(last.start + last.words.length, start)) &&
      /\p{Script=Han}{4}/u.test(words)
    ) {
      found.push({ first: [last.start, last.start + words.length], second: [start, start + words.length] });
    }
    last = { words, start };
  }
  return found;
}

/** Two clauses and the same two again: “一经查实，严肃处理，一经查实，严肃处理”. */
const CLAUSES_AGAIN = /(\p{Script=Han}{3,16}[，；]\p{Script=Han}{3,16})[，；]\1(?=[，。；]|$)/gu;

/** Laws say the same of several cases in one sentence. */
const OF_LAWS = /罚|责令|依法|规定|的$|未|经.{0,40}(?:批准|同意)|处分|执行|擅自|应当/;
const ADVERB = /^(?:切实|认真|进一步|扎实|全面|深入|不断|持续|着力|大力|积极|坚决|还要|必须|要)+/;
/** A short clause with another adverb is a climax: “加强管理，切实加强管理” may be meant. */
const SHORTEST_AT_ONCE = 6;
const CLAUSES = /(?<=^|[，：])\p{Script=Han}{4,24}(?=，|$)/gu;
const SENTENCE = /[^。！？；\n]+/g;

/** The same clause again further on in its sentence, or at once with another adverb: “做好防汛工作，切实做好防汛工作”. */
function clauseAgain(text: string): { first: Range; second: Range }[] {
  const found: { first: Range; second: Range }[] = [];
  for (const { 0: sentence, index: offset } of allMatches(text, SENTENCE)) {
    if (!sentence.includes('，')) continue;
    const seen = new Map<string, { range: Range; place: number; written: string }>();
    let place = 0;
    for (const { 0: written, index } of allMatches(sentence, CLAUSES)) {
      const range: Range = [offset + index, offset + index + written.length];
      const words = written.replace(ADVERB, '');
      const earlier = seen.get(words);
      place++;
      if (words.length < SHORTEST_CLAUSE || (earlier && OF_LAWS.test(words))) continue;
      const isNext = earlier !== undefined && place - earlier.place === 1;
      // The same clause right behind itself is told above.
      const isTold = isNext && earlier.written === written;
      if (earlier && !isTold && (!isNext || words.length >= SHORTEST_AT_ONCE))
        found.push({ first: earlier.range, second: range });
      seen.set(words, { range, place, written });
    }
  }
  return found;
}

const ENHANCE = '加强|强化|提高|提升|完善|健全|推进|推动|优化|深化|增强';
/** “强化政治引领，加强政治引领”: the same aim under two verbs. */
const SAME_AIM = new RegExp(
  `(?<=^|[，。；）])(${ENHANCE})(\\p{Script=Han}{3,10})，(?!\\1)(?:${ENHANCE})\\2(?=[，。；]|$)`,
  'gu',
);

/** The same item twice in one series, or the same clause twice in a row. */
export default defineRule({
  id: 'repetition/repeated-item',
  messages: { repeated: 'warning' },
  notes: ['first', 'delete'],
  scope: 'paragraph',
  examples: [
    { wrong: '协调住建、水利、交通、⟦水利⟧、应急等部门。', right: '协调住建、水利、交通、应急等部门。' },
    { wrong: '完成排查、整改、验收、⟦整改⟧等环节。', right: '完成排查、整改、验收等环节。' },
    { wrong: '加强组织领导，⟦加强组织领导⟧，压实工作责任。', right: '加强组织领导，压实工作责任。' },
    { wrong: '做好防汛抗旱工作，⟦切实做好防汛抗旱工作⟧。', right: '做好防汛抗旱工作。' },
    {
      wrong: '要统一思想，提高认识，落实责任，⟦统一思想⟧，形成合力。',
      right: '要统一思想，提高认识，落实责任，形成合力。',
    },
    { right: '对个人处二百元罚款，情节严重的处五百元罚款，对单位同样处二百元罚款。' },
    { wrong: '强化政治引领，⟦加强政治引领⟧。', right: '强化政治引领。' },
    { wrong: '加强管理，⟦加强管理⟧，落实责任。', right: '加强管理，落实责任。' },
    { wrong: '对失职的人一经查实，严肃处理，⟦一经查实，严肃处理⟧。', right: '对失职的人一经查实，严肃处理。' },
    { wrong: '各乡镇、各部门、⟦各乡镇⟧要协同配合。', right: '各乡镇、各部门要协同配合。' },
    { right: '同谋划、同部署、同落实、同考核，边查边改、即知即改。' },
    { right: '省、市、县、乡四级联动，加强学习、加强管理。' },
    { right: '一分部署、九分落实，人民、人民，还是人民。' },
  ],
  check({ text }, context) {
    const report = ({ first, second }: { first: Range; second: Range }) => {
      const words = text.slice(second[0], second[1]);
      // The item goes with the mark that parts it from what stands before.
      const isParted = /[、，；]/.test(text[second[0] - 1] ?? '');
      context.report({
        range: second,
        message: 'repeated',
        data: { words },
        suggestions: [
          { message: 'delete', data: { words }, fix: { range: [second[0] - (isParted ? 1 : 0), second[1]], text: '' } },
        ],
        related: [{ range: first, message: 'first' }],
      });
    };
    if (text.includes('、')) {
      for (const { 0: series, index } of allMatches(text, SERIES)) {
        if (series.indexOf('、') === series.lastIndexOf('、')) continue; // fewer than three items
        const found = repeatedItem(itemsOf(series, index));
        if (found) report(found);
      }
    }
    if (!/[，；,;]/.test(text)) return;
    // Most paragraphs say each clause once, which is soon known.
    const isTwice = hasClauseTwice(text);
    const again = (isTwice ? allMatches(text, CLAUSES_AGAIN) : []).map(({ 1: clauses, index }) => {
      const start = index + clauses!.length + 1;
      return { first: [index, start - 1], second: [start, start + clauses!.length] } as const;
    });
    const isTold = insideAny(again.map(({ second }) => second));
    again.forEach(report);
    for (const found of [...(isTwice ? repeatedClause(text) : []), ...clauseAgain(text)])
      if (!isTold(found.second)) report(found);
    for (const { 0: found, index } of allMatches(text, SAME_AIM)) {
      const comma = index + found.indexOf('，');
      report({ first: [index, comma], second: [comma + 1, index + found.length] });
    }
  },
});
