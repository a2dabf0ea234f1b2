import { perChunk } from '../../lib/document/chunks.ts';
import { HashIndex } from '../../lib/document/hash-index.ts';
import { allMatches } from '../../lib/document/matches.ts';
import type { Document, Paragraph } from '../../lib/document/types.ts';
import { defineRule, perParagraph } from '../../lib/engine/rule.ts';
import type { Words } from '../../lib/language/words/words.ts';
import { type Mention, reportRarer } from './_mentions.ts';

/** Characters in a term of this kind. */
const LENGTH = 4;
/** Stretches of Han, long enough, between marks and the particles that border on terms. */
const STRETCH = new RegExp(`(?:(?![的地了和])[\\u3400-\\u9fff]){${LENGTH},}`, 'g');
/** Words of grammar: what holds one is a stretch of a sentence, no term. */
const FUNCTION = /[的是对在与和了为因从有无其他人以各本该到将把被这那之者所们项你我不也就都要会可能等及或由于百千万第]/;
/** Numbers may stand in a phrase where they change places and nothing else does: 一岗双责, 双岗一责. */
const NUMERAL = /[一二三四五六七八九十双两]/;
/** Halves that may change places freely only as style, not as grammar: adjectives of one kind. */
const ADJECTIVE =
  /^(?:优质|高效|公平|公正|规范|有序|安全|稳定|和谐|透明|公开|平稳|便捷|快捷|廉洁|清正|务实|踏实|勤政|廉政|忠诚|干净|担当|团结|协作|文明|健康|科学|合理|全面|系统|深入|细致|扎实|严谨|严肃|活泼|诚信|友善|包容|绿色|低碳|环保|节能|智能|智慧|精准|精细|专业|统一|督促|检查|督查|指导|创新|进取|开拓|求实|奋进|拼搏|敬业|奉献|整洁|美观|舒适|温馨|热情|周到|主动|积极|及时|准确|快速|真实|完整|客观|简洁|民主|集中|自查|自纠|沟通|协调)$/;

interface Unit extends Mention {
  /** Borders on both sides: surely a term. */
  readonly alone: boolean;
  /** The same for every order of the characters; of other characters seldom the same. Never 0. */
  readonly hash: number;
}

function hashOf(unit: string): number {
  let sum = 0;
  let mixed = 0;
  for (let at = 0; at < LENGTH; at++) {
    const code = unit.charCodeAt(at);
    sum += code;
    mixed ^= Math.imul(code, 0x9e3779b1);
  }
  return sum ^ mixed || 1;
}

/** The first and the last four characters between two borders. */
const unitsIn = perParagraph(({ text }: Paragraph): readonly Unit[] => {
  const units: Unit[] = [];
  for (const { 0: stretch, index } of allMatches(text, STRETCH)) {
    const last = index + stretch.length - LENGTH;
    for (const at of last === index ? [index] : [index, last]) {
      const unit = text.slice(at, at + LENGTH);
      if (FUNCTION.test(unit)) continue;
      units.push({ text: unit, range: [at, at + LENGTH], alone: last === index, hash: hashOf(unit) });
    }
  }
  return units;
});

/** Pairs of characters that make a word in either order. */
const EITHER_WAY =
  /中|网上|上网|利税|税利|开展|展开|来往|往来|期限|限期|互相|相互|积累|累积|演讲|讲演|适合|合适|产生|生产|科学|学科|代替|替代|感情|情感|语言|言语|力气|气力|斗争|争斗|质朴|朴质|要紧|紧要|计算|算计|行进|进行|现实|实现|体现|现体|形成|成形|工人|人工|会议|议会|法国|国法|国家|家国|带领|领带|动力|力动|子女|女子|人情|事实|实事|年少|少年|上海|海上|山东|东山|中心|心中|中国|国中|年中|中年|年青|青年|前面|面前|牵引|引导|导引|报警|警报|和平|平和|变迁|喜欢|欢喜|寻找|找寻|覆灭|路线|线路|色彩|彩色|黄金|金黄|雪白|白雪|蜜蜂|蜂蜜|房门|门房/;

/** 选优配强 and 优选配强: two neighbours have changed places. */
function neighboursChanged(a: string, b: string): boolean {
  const places = [...a].flatMap((character, index) => (character === b[index] ? [] : [index]));
  const [first, second] = places;
  if (places.length !== 2 || second !== first! + 1) return false;
  return !(EITHER_WAY.test(a.slice(first, second + 1)) && EITHER_WAY.test(b.slice(first, second + 1)));
}

/** 一岗双责 and 双岗一责: two numbers have changed places. */
const numeralsChanged = (a: string, b: string) =>
  NUMERAL.test(a[0]!) &&
  NUMERAL.test(a[2]!) &&
  a[0] === b[2] &&
  a[2] === b[0] &&
  a[1] === b[1] &&
  !NUMERAL.test(a[1]! + a[3]!);

/** Whether one of two permutations is a slip: halves that only change places must both be adjectives. */
function isSlip(usual: readonly Unit[], rare: readonly Unit[]): boolean {
  const [a, b] = [usual[0]!.text, rare[0]!.text];
  if (NUMERAL.test(a)) return numeralsChanged(a, b);
  if (a.slice(2) + a.slice(0, 2) !== b) return usual.length > 1 && neighboursChanged(a, b);
  const areTerms = [...usual, ...rare].some(({ alone }) => alone);
  return areTerms && ADJECTIVE.test(a.slice(0, 2)) && ADJECTIVE.test(a.slice(2));
}

/** A unit and the number of its paragraph in the chunk. */
interface Placed {
  readonly unit: Unit;
  readonly host: number;
}

/** The units of each chunk by their hashes. */
const byHashIn = perChunk((paragraphs) => {
  const byHash = new Map<number, Placed[]>();
  paragraphs.forEach((paragraph, host) => {
    for (const unit of unitsIn(paragraph)) {
      const same = byHash.get(unit.hash);
      if (same) same.push({ unit, host });
      else byHash.set(unit.hash, [{ unit, host }]);
    }
  });
  return [...byHash].map(([hash, placed]) => ({
    hash,
    placed,
    text: placed[0]!.unit.text,
    isMixed: placed.some(({ unit }) => unit.text !== placed[0]!.unit.text),
  }));
});

/** Hashes that two or more different units have. */
function sharedHashes(document: Document): Set<number> {
  const chunks = byHashIn(document);
  const index = new HashIndex(
    chunks.reduce((sum, { length }) => sum + length, 0),
    1,
  );
  const texts: string[] = [];
  const shared = new Set<number>();
  for (const chunk of chunks) {
    for (const { hash, text, isMixed } of chunk) {
      const isNew = index.enter(hash, texts.push(text) - 1) === 0;
      if (isMixed || (!isNew && texts[index.earlier[0]!] !== text)) shared.add(hash);
    }
  }
  return shared;
}

const sorted = (unit: string) => [...unit].sort().join('');

/** Units that may have their characters in common with others, by these characters and then by their order. */
function unitsByCharacters(
  document: Document,
  wordsOf: (paragraph: Paragraph) => Words,
): Map<string, Map<string, Unit[]>> {
  const classes = new Map<string, Map<string, Unit[]>>();
  const shared = sharedHashes(document);
  if (shared.size === 0) return classes;
  let first = 0;
  byHashIn(document).forEach((chunk, number) => {
    for (const { hash, placed } of chunk) {
      if (!shared.has(hash)) continue;
      for (const { unit, host } of placed) {
        const { paragraph, start } = document.blocks[first + host]!;
        const words = wordsOf(paragraph);
        if (!words.isBoundary(unit.range[0]) || !words.isBoundary(unit.range[1])) continue;
        const key = sorted(unit.text);
        const members = classes.get(key) ?? new Map<string, Unit[]>();
        const places = members.get(unit.text) ?? [];
        places.push({ ...unit, range: [unit.range[0] + start, unit.range[1] + start] });
        members.set(unit.text, places);
        classes.set(key, members);
      }
    }
    first += document.chunks[number]!.paragraphs.length;
  });
  return classes;
}

/** One set phrase in two orders: 选优配强 here, 优选配强 there. */
export default defineRule({
  id: 'consistency/permuted-phrase',
  messages: { permuted: 'warning' },
  notes: ['usual'],
  scope: 'document',
  examples: [
    {
      wrong: '班子选优配强，梯队选优配强。\n坚持⟦优选配强⟧，压实责任。',
      right: '班子选优配强，梯队选优配强。\n坚持选优配强，压实责任。',
    },
    {
      wrong: '做到优质高效，实现了优质高效。\n做到⟦高效优质⟧。',
    },
    {
      wrong: '落实一岗双责，写进考核。\n一岗双责人人知晓。\n⟦双岗一责⟧得到落实。',
      right: '落实一岗双责，写进考核。\n一岗双责人人知晓。\n一岗双责得到落实。',
    },
    { right: '支持法律服务业发展，业务发展平稳。\n法律服务业发展快，业务发展好。' },
    { right: '促进经济发展，推动发展经济。' },
    { right: '成果丰硕，取得丰硕成果。' },
  ],
  check(document, context) {
    for (const members of unitsByCharacters(document, context.words).values()) {
      if (members.size < 2) continue;
      const [first, ...others] = [...members.values()].sort((a, b) => b.length - a.length);
      for (const other of others) {
        const [usual, rare] =
          first!.length > other.length || first![0]!.range[0] < other[0]!.range[0] ? [first!, other] : [other, first!];
        if (!isSlip(usual, rare)) continue;
        const severity = usual.length === rare.length ? ({ severity: 'hint' } as const) : {};
        reportRarer(context, usual, rare, { message: 'permuted', ...severity });
      }
    }
  },
});
