import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import type { Severity } from '../../lib/engine/types.ts';
import type { MisplacedParticle } from '../../lib/language/particles.ts';
import { ADVERBIALS, VERBS } from './_adverbials.ts';

/** Before these an attribute stands, so that “的” is right: 提供更好的服务. */
const NOUN_EXPECTED =
  /(?:提供|享受|享有|给予|得到|获得|进行|作出|做出|形成|创造|营造|取得|打造|建立|建成|需要|成为|作为|是|以|有|为|予以|受到|更|最|和|与|及|、|这种|一种|种|个|项|次|场|对|从|了|的|寻求|追求|提出|构建|探索|实行|采取|开展|加强|保持|实现|期待|希望|没有|缺乏|缺少|要求)$/;
/** What makes the verb part of a noun: 完成情况, 服务水平. */
const NOUN_BEHIND =
  /^(?:情况|率|度|过程|方式|方法|方案|措施|手段|效果|成效|质量|水平|能力|力度|机制|体系|制度|模式|平台|环境|经验|问题|工作|任务|作用|需求|要求|态度|精神|意识|条件|标准|目标|结果|成果|格局|局面|渠道|路径|政策|理念|计划|部门|机构|人员|机会|者|人|型|性|是|和|与|及|或|、|的|在|对|也|都|将|能(?!力)|会(?!议|场)|才(?!能)|就|业|之|活动|建设|保障|管理|服务|体验|设施|功能|氛围|载体|抓手|举措|为|给|使|让|赢得|换来|法院|力|主体)/;
const ADVERBIAL = new RegExp(`(${ADVERBIALS})([的得])(${VERBS})(?=了?\\p{Script=Han}{2})`, 'gu');

/** How somebody says something: “高兴的说”. */
const SAID =
  /(高兴|激动|感慨|动情|开心|兴奋|自豪|感激|深情|骄傲|欣慰|风趣|诚恳|亲切|自信|无奈|焦急|愧疚|腼腆|惊喜|笑呵呵|乐呵呵|笑眯眯|意味深长|语重心长|斩钉截铁|异口同声|不好意思|信心满满|满怀信心|满怀深情|饱含深情|热泪盈眶)(的)(说道?|告诉|表示|讲道|回答|感叹|写道|喊道?|问道)(?![法服明话词辞教理客唱])/gu;

const COMPLEMENT_VERBS =
  '学|做|抓|管|干|想|谋|看得|查|走|落实|研究|钻研|学习|理解|掌握|了解|领会|把握|认识|执行|贯彻|推进|坚持|履行|发挥|考虑|思考|谋划|部署|监督|督促|整改|改|联系|结合|运用|准备|配合|完成|沟通|衔接|表现|处理|解决|把关|盯|压|扛|守|悟|钻|贴|跟|办|建|排查|检查|剖析|查摆|分析|挖|执纪|履职|工作开展|开展|抓落实|监管|融合|提醒|教育|管理';
const COMPLEMENT = new RegExp(
  `(?<=\\p{Script=Han}|^)(${COMPLEMENT_VERBS})([的地])((?:还|都|也|并|相对|仍然|仍)?(?:不|不够|不太|不很|不是很|远远不)(?:够|深不透|严不实|细不实|深|透彻|透|实|细|严|紧|牢|准|全|到位|彻底|扎实|深入|充分|及时|具体|经常|主动|全面|仔细|细致|认真|严格|好|强|精|优|快|硬|明显|理想|清楚|有力|规范|完善|周全|多)|(?:还|都)?(?:很|比较|较|更加|更|非常|十分|相当)(?:好|深|透|实|细|严|紧|牢|准|到位|彻底|扎实|深入|充分|及时|全面|仔细|细致|认真|严格|出色|理想|顺利|透彻|清楚)|有声有色|井井有条|有条不紊|有模有样|恰到好处|一丝不苟|扎扎实实)(?=[，。；、！？）”]|的|但|而|$)`,
  'gu',
);

/** Adjectives that are attributes of the nouns behind them. */
const ATTRIBUTE =
  /(显著|明显|优异|良好|浓厚|坚实|突出|可喜|丰硕|重大|重要|巨大|强大|坚强|宝贵|崇高|光荣|高度|较大|较好|更大|很大|一定|严峻|艰巨|繁重|优良|过硬|鲜明|饱满|昂扬|积极|扎实)([地得])(成绩|成效|成果|效果|进展|进步|氛围|态度|作风|基础|精神|环境|局面|问题|变化|提升|作用|贡献|影响|动力|支撑|保障|保证|任务|形势|使命|责任|差距|不足|经验|特色|状态|姿态|热情|干劲|素质|条件|秩序|关系|形象)(?=[，。；、！和与及])/gu;

/**
 * Log-odds from which a mistake is told at each level, by what is written and what belongs there; found by
 * judging alarms in clean prose.
 */
const LEAST: Readonly<Record<string, Readonly<Record<'warning' | 'hint', number>>>> = {
  的地: { warning: 2.5, hint: 0.5 },
  的得: { warning: 4, hint: 1.5 },
  地的: { warning: 4, hint: 3 },
  地得: { warning: 5, hint: 3 },
  得地: { warning: 9, hint: 7 },
  得的: { warning: 5, hint: 3 },
};
const LEVELS = ['warning', 'hint'] as const;

const MESSAGES = { 的: 'for-noun', 地: 'for-verb', 得: 'for-complement' } as const;

const HAN = /\p{Script=Han}/u;

/** Verbs that say little themselves, so that a noun must follow: “进行了深入_调研”. */
const LIGHT_VERB =
  /(?:进行|开展|作出|做出|作了|做了|给予|加以|予以|起到|提供|取得|产生|得到|受到|获得|具有|有着|有了|形成|造成|实现)了?\p{Script=Han}{0,8}$/u;
const BEFORE = 12;
/** Where the noun ends: “进行了深入_调研，”. */
const END = /^(?:\p{Script=Han}{2,4}(?:[，。；、！？）]|$)|\p{Script=Han}{4}的)/u;
const BEHIND = 6;

/** 地 and 得 for 的 are told where grammar bears the model out. */
function isAttribute(text: string, at: number): boolean {
  if (text[at] === '得') return text[at - 1] === '得';
  return LIGHT_VERB.test(text.slice(Math.max(0, at - BEFORE), at)) && END.test(text.slice(at + 1, at + 1 + BEHIND));
}

/** “以更好的服务促进发展”: what one does it with is a noun. */
const INSTRUMENT = /[以用凭靠]\p{Script=Han}?$/u;

/** What a complement begins with: how much. */
const DEGREE =
  /^(?:很|太|更|比|较|非常|十分|特别|如此|这么|那么|那样|越来越|相当|极|格外|有些|有点|还不|不够|不太|多[，。；])/u;

/**
 * “慢慢的，他习惯了”: an adverbial in a clause of its own is written so by careful writers too. “我懂的他们不要”: a verb
 * that makes a word with 得 may have its 的.
 */
const isDoubtful = (text: string, { at, right, isInWord }: MisplacedParticle) =>
  (right === '地' && !HAN.test(text.charAt(at + 1))) ||
  (right === '得' && (isInWord || !DEGREE.test(text.slice(at + 1, at + 1 + BEHIND))));

function severityOf(text: string, misplaced: MisplacedParticle): Severity | undefined {
  const { at, right, gain, phrase } = misplaced;
  if (right === '的' && !isAttribute(text, at)) return undefined;
  if (right === '地' && INSTRUMENT.test(text.slice(Math.max(0, phrase[0] - 2), phrase[0]))) return undefined;
  const least = LEAST[`${text[at]}${right}`]!;
  const severity = LEVELS.find((level) => gain >= least[level]);
  return severity && isDoubtful(text, misplaced) ? 'hint' : severity;
}

/** 的, 地 and 得 where the pattern leaves no doubt, or the language model is sure of another one. */
export default defineRule({
  id: 'wording/de',
  messages: {
    adverbial: 'warning',
    complement: 'warning',
    attribute: 'warning',
    'for-verb': 'warning',
    'for-complement': 'warning',
    'for-noun': 'warning',
  },
  scope: 'paragraph',
  examples: [
    { wrong: '我所较好⟦的⟧完成了全年目标任务。', right: '我所较好地完成了全年目标任务。' },
    { wrong: '更好⟦的⟧服务地方经济发展。', right: '更好地服务地方经济发展。' },
    { wrong: '对理论钻研⟦的⟧不深不透，工作抓⟦的⟧不够实。', right: '对理论钻研得不深不透，工作抓得不够实。' },
    { wrong: '联系实际学做⟦的⟧还不够。', right: '联系实际学做得还不够。' },
    { wrong: '各项工作取得显著⟦地⟧成效。', right: '各项工作取得显著的成效。' },
    { wrong: '认真⟦得⟧落实会议精神。', right: '认真地落实会议精神。' },
    { wrong: '居民喻文澜高兴⟦的⟧说：“路修好了。”', right: '居民喻文澜高兴地说：“路修好了。”' },
    { wrong: '夜班护士及时⟦的⟧发现了引流管脱出。', right: '夜班护士及时地发现了引流管脱出。' },
    { wrong: '实习期间我过⟦的⟧很充实。', right: '实习期间我过得很充实。' },
    { wrong: '科室对重点患者进行了全面⟦地⟧评估。', right: '科室对重点患者进行了全面的评估。' },
    { right: '我们深入地调研了六个村，存在的不足是抓的重点不突出。' },
    { right: '学到的还只是皮毛，不懂的及时请教。' },
    { right: '这是令人高兴的说法，老人激动得说不出话。' },
    { right: '为群众提供更好的服务保障，取得较好的完成效果。' },
    { right: '买得放心、吃得安心；有的放矢；工作做得很好。' },
    { right: '存在的不足是学习的深度不够，抓的重点不突出。' },
    { right: '以细致的服务为群众带来便利，告知系统的执行法院。' },
    { right: '以更好的服务促进发展，用更有效的解决办法化解矛盾。' },
  ],
  check({ text }, context) {
    const told = new Set<number>();
    for (const match of [...allMatches(text, ADVERBIAL), ...allMatches(text, SAID)]) {
      const [, adverbial, particle, verb] = match;
      const at = match.index + adverbial!.length;
      const before = text.slice(Math.max(0, match.index - 4), match.index);
      const behind = text.slice(at + 1 + verb!.length, at + 5 + verb!.length);
      if (NOUN_EXPECTED.test(before) || NOUN_BEHIND.test(behind.replace(/^了/, ''))) continue;
      told.add(at);
      context.report({
        range: [at, at + 1],
        message: 'adverbial',
        data: { particle: particle!, verb: verb!, adverbial: adverbial! },
        fix: '地',
      });
    }
    for (const match of allMatches(text, COMPLEMENT)) {
      const [, verb, particle] = match;
      const at = match.index + verb!.length;
      told.add(at);
      context.report({
        range: [at, at + 1],
        message: 'complement',
        data: { particle: particle!, verb: verb! },
        fix: '得',
      });
    }
    for (const match of allMatches(text, ATTRIBUTE)) {
      const at = match.index + match[1]!.length;
      told.add(at);
      context.report({
        range: [at, at + 1],
        message: 'attribute',
        data: { particle: match[2]!, noun: match[3]! },
        fix: '的',
      });
    }
    for (const misplaced of context.language?.misplacedParticles(text) ?? []) {
      const { at, right, phrase } = misplaced;
      const severity = told.has(at) ? undefined : severityOf(text, misplaced);
      if (!severity) continue;
      const [wrong, mended] = [
        text.slice(...phrase),
        text.slice(phrase[0], at) + right + text.slice(at + 1, phrase[1]),
      ];
      context.report({
        range: [at, at + 1],
        message: MESSAGES[right],
        data: { wrong, right: mended },
        severity,
        suggestions: [right],
      });
    }
  },
});
