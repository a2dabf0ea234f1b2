import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import type { Problem, RuleContext } from '../../lib/engine/types.ts';

const MESSAGES = {
  reason: 'warning',
  because: 'hint',
  purpose: 'warning',
  'purpose-twice': 'hint',
  negation: 'warning',
  forbid: 'warning',
  never: 'warning',
  around: 'warning',
  suo: 'warning',
  echo: 'warning',
} as const;

type Found = Problem<keyof typeof MESSAGES>;

/** A stretch inside one sentence, commas included. */
const WITHIN = '[^。；！？\\n]';
const CLAUSE = '[^，。；：！？\\n]';

interface Blend {
  readonly pattern: RegExp;
  /** Cheap test: the pattern cannot match without this string. */
  readonly cue: string;
  check(match: RegExpExecArray, text: string): Found | undefined;
}

const whole = (match: RegExpExecArray, message: Found['message'], suggestions: string[], data = {}): Found => ({
  range: [match.index, match.index + match[0].length],
  message,
  data,
  suggestions,
});

const REASON: Blend = {
  cue: '',
  pattern: new RegExp(
    `(?:原因|根源|症结)((?:(?!是)${CLAUSE}){0,12})(，)?(主要是|主要在于|是|就是|在于)(由于|因为)?(${WITHIN}{2,60}?)((?:所)?(?:造成|导致|引起|引发|产生)的|所致)(?=[，。；])`,
    'g',
  ),
  check(match) {
    const [found, before, comma = '', is, because = '', cause] = match;
    if (because === '' && /[，,]/.test(cause!)) return undefined;
    const noun = found.slice(0, 2);
    const right = noun + before + comma + is + cause!.trim();
    return whole(match, 'reason', [right], { end: match[6]!, because });
  },
};

const REASON_BECAUSE: Blend = {
  cue: '原因',
  pattern: new RegExp(`(?<=原因${CLAUSE}{0,8}(?:，)?(?:主要)?(?:还|就)?是)(?:由于|因为)(?=${CLAUSE}{2})`, 'g'),
  check: (match) => whole(match, 'because', ['']),
};

const PURPOSE: Blend = {
  cue: '目的',
  pattern: new RegExp(`(是)?(为了)(${CLAUSE}{2,30})为(?:根本|主要)?目的|(旨在|目的是)(为了)`, 'g'),
  check(match) {
    const [, is = '', , aim, head] = match;
    if (head) return whole(match, 'purpose-twice', [head], { head });
    return whole(match, 'purpose', [`${is}为了${aim}`, `以${aim}为目的`]);
  },
};

/** “防止…不再发生”: two negations make the opposite. */
const NEGATION: Blend = {
  cue: '不',
  pattern:
    /(防止|避免|杜绝|严防|谨防|预防|防范|以防|以免|禁止|制止)((?:[^，。；：！？\n不]){0,30}?)(不再(?:次|度)?|不)(发生|出现|重演|反弹|产生|复发|回潮|反复|抬头|蔓延|扩散|流失|返贫|返潮|掉队)(?:(?=[，。；！？、）”]|$)|(?<=不再(?:次|度)?(?:发生|出现|产生)|(?:防止|避免|杜绝|严防|谨防)不(?:发生|出现|产生))(?=\p{Script=Han}{2,10}(?:[，。；！？]|$)))/gu,
  check(match) {
    const [, verb, middle, , event] = match;
    const again = match[3]!.startsWith('不再') ? '再次' : '';
    const right = `${verb}${middle}${again}${event}`;
    const sure = /^(?:以防|以免)$/.test(verb!) ? [] : [`确保${middle}不${again ? '再' : ''}${event}`];
    return whole(match, 'negation', [right, ...sure], { verb: verb! });
  },
};

const FORBID: Blend = {
  cue: '不',
  pattern: /(严禁|禁止|切忌|严防|杜绝|请勿|切勿)(?:不得|不准|不许|不要|不能)(?=\p{Script=Han})/gu,
  check: (match) => whole(match, 'forbid', [match[1]!, match[0].slice(match[1]!.length)]),
};

const NEVER: Blend = {
  cue: '无时无刻',
  pattern: new RegExp(`无时无刻(?!${CLAUSE}{0,6}不)`, 'g'),
  check: (match) => whole(match, 'never', ['时时刻刻', '无时无刻不']),
};

const AROUND: Blend = {
  cue: '为',
  pattern: new RegExp(
    `(围绕|围绕着|根据|按照|本着|针对|依据|坚持把|始终把)((?:(?!以|作|视|当|称|认|设|列|摆|定|变|转|化|成)${CLAUSE}){2,20}?)为(中心|核心|主线|重点|抓手|原则|依据|基础|目标|导向)(?=[，。；])`,
    'g',
  ),
  check(match) {
    const [, head, middle, noun] = match;
    if (/把$/.test(head!)) return whole(match, 'around', [`${head}${middle}作为${noun}`], { head: head!, noun: noun! });
    return whole(match, 'around', [`以${middle}为${noun}`], { head: head!, noun: noun! });
  },
};

const WELCOME: Blend = {
  cue: '所',
  pattern: /(深受|受到|备受|广受)([^，。；：！？\n]{1,16})(?:的)?所(欢迎|好评|喜爱|赞誉|关注|称赞|拥护|爱戴)/g,
  check: (match) =>
    whole(match, 'suo', [
      `${match[1]}${match[2]!.replace(/的$/, '')}${match[1] === '深受' || match[1] === '备受' || match[1] === '广受' ? '' : '的'}${match[3]}`,
    ]),
};

/** “加快项目建设步伐加快”: the clause ends with the verb that it began with. */
const ECHO: Blend = {
  cue: '',
  pattern:
    /(?<=(?:^|[，。；）])(?:进一步|不断|持续|切实|着力|全力|大力|努力)?)(加快|推进|提高|提升|加强|增强|完善|优化|深化|强化|推动|促进|落实|扩大|降低|减少|加大|巩固|完成|超额|提前|拓宽|健全|规范|改善)((?:完成|实现)?了?)((?:(?!\1)[^，。；：、！？\n“”的]){2,14})\1(?=[，。；]|任务[，。；]|$)/g,
  check(match) {
    const [, verb, done, middle] = match;
    return whole(match, 'echo', [`${verb}${done}${middle}`, `${middle}${verb}`], { verb: verb! });
  },
};

/** “增强了群众安全感提升”: two verbs for one object. */
const TWO_VERBS: Blend = {
  cue: '了',
  pattern: /(增强|提升|提高|改善|扩大)(了)([^，。；：、！？\n“”的]{2,12})(提升|增强|提高|改善|扩大)(?=[，。；]|$)/g,
  check: (match) =>
    whole(match, 'echo', [`${match[1]}了${match[3]}`, `${match[3]}${match[4]}`], { verb: `${match[1]}”“${match[4]}` }),
};

const BLENDS: readonly Blend[] = [
  ECHO,
  TWO_VERBS,
  REASON,
  REASON_BECAUSE,
  PURPOSE,
  NEGATION,
  FORBID,
  NEVER,
  AROUND,
  WELCOME,
];

function report(problem: Found | undefined, seen: Set<number>, context: RuleContext<Found['message']>): void {
  if (!problem || seen.has(problem.range[0])) return;
  for (let at = problem.range[0]; at < problem.range[1]; at++) seen.add(at);
  context.report(problem);
}

/** Two sentence patterns run into one, or one that lost a part. */
export default defineRule({
  id: 'wording/blended-pattern',
  messages: MESSAGES,
  scope: 'paragraph',
  examples: [
    {
      wrong: '出现问题的主要⟦原因，是由于我抓得不严造成的⟧。',
      right: '出现问题的主要原因，是我抓得不严。',
    },
    { wrong: '这次培训⟦是为了提高能力为目的⟧。', right: '这次培训是为了提高能力。' },
    { wrong: '⟦增强了群众安全感提升⟧。', right: '增强了群众安全感。' },
    { wrong: '⟦加快项目建设步伐加快⟧。', right: '加快项目建设步伐。' },
    { wrong: '坚决⟦避免不发生⟧安全事故。', right: '坚决避免发生安全事故。' },
    { wrong: '⟦防止不再发生⟧安全事故。', right: '防止再次发生安全事故。' },
    { wrong: '⟦防止此类问题不再发生⟧。', right: '防止此类问题再次发生。' },
    { wrong: '⟦严禁不得⟧收受礼品。', right: '严禁收受礼品。' },
    { wrong: '他⟦无时无刻⟧都想着群众。', right: '他时时刻刻都想着群众。' },
    { wrong: '⟦围绕高质量发展为中心⟧，抓好落实。', right: '以高质量发展为中心，抓好落实。' },
    { right: '我们通过开展行动，使秩序明显好转。' },
    { right: '以改革促发展、以落实促提升，加强管理，持续加强。' },
    { right: '在保证质量的前提下，使产量保持适当增长。经过三年探索，要制定一套办法，使企业受益。' },
    { right: '防止不作为、乱作为问题发生，避免因不了解政策造成损失。使用说明已印发。' },
    { right: '原因是管理不严，是由多方面因素造成的。' },
    { right: '他无时无刻不想着群众；围绕中心，服务大局。' },
    { right: '旨在提高能力，以提高能力为目的。' },
    { wrong: '问题的主要原因是⟦因为⟧我抓得不严。', right: '问题的主要原因是我抓得不严。' },
    { wrong: '这样做的⟦目的是为了⟧提高效率。', right: '这样做的目的是提高效率。' },
    { wrong: '这一做法⟦深受群众所欢迎⟧。', right: '这一做法深受群众欢迎。' },
  ],
  check({ text }, context) {
    const seen = new Set<number>();
    for (const { pattern, cue, check } of BLENDS) {
      if (!text.includes(cue)) continue;
      for (const match of allMatches(text, pattern)) report(check(match, text), seen, context);
    }
  },
});
