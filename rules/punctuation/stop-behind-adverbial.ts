import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import type { Severity } from '../../lib/engine/types.ts';
import { tagSet } from '../../lib/language/words/tags.ts';
import type { Words } from '../../lib/language/words/words.ts';
import { clauseEnd, has, isNounPhrase } from './_clauses.ts';

const STOP = /[。；](?=[\p{Script=Han}“《])(?<=[\p{Script=Han}》”].)/gu;
/** Longest adverbial that is read (UTF-16 units). */
const LONGEST = 44;
/** What an adverbial of each kind is, from the beginning of its sentence to the stop. */
const ADVERBIALS: readonly RegExp[] = [
  /^近?[一两三四五六七八九十几多\d]{0,3}(?:年多?|个多?月)来$/,
  /^自?[^，]{2,20}以来$/,
  /^在[^，]{2,36}(?:领导|支持|关心|帮助|指导|带领|努力|配合|推动|影响|背景|形势|情况|条件|前提|引领|协助|关怀|部署|安排|鼓励|感召|模式|框架|要求|环境|压力|统筹|协调|监督)之?下$/,
  /^在[^，是有]{2,30}(?:基础上|过程中|的同时|期间|方面)$/,
  /^(?:根据|按照|依据|依照|遵照)[^，]{2,36}(?:要求|部署|安排|精神|规定|意见|通知|方案|计划|原则|思路|指示|实际|情况|特点|》)$/,
  /^针对[^，]{2,30}(?:的|等)[^，]{0,6}(?:问题|情况|现象|不足|短板)$/,
  /^为(?:了|进一步|更好地?|切实|全面|有效|深入|认真|确保)[^，而]{4,36}$/,
  /^在[^，是有]{2,20}(?:工作|学习|生活|实践|活动|训练|建设|服务)(?:过程)?中$/,
  /^作为一[名个位][^，是]{2,16}$/,
  /^面对[^，是]{1,26}的[^，是]{2,12}$/,
  /^截[至止](?:目前|[^，]{1,12}(?:[日底末]|月份?))$/,
  /^通过(?:这次|此次|本次|开展|举办|组织开展|深入学习|认真学习|系统学习)[^，]{2,30}$/,
  /^随着[^，]{4,36}$/,
];
/** What alone is no sentence: “同时。”, “目前。” */
const LONE =
  /^(?:同时|此外|另外|其中|总之|因此|但是|然而|首先|其次|下一步|近年来|例如|比如|为此|对此|与此同时|在此基础上|除此之外|总的来说|总体来看|另一方面)$/;
/** Prepositions behind which a noun phrase is no sentence yet, and how a phrase with 在 ends. */
const PREPOSITION = /^(?:根据|按照|依据|依照|遵照|通过|经过|围绕|针对|结合|对于|关于|鉴于|由于|为了|凭借|借助)$/;
const POSITION = /^(?:下|之下|中|之中|上|之上|时|期间|前|后|以前|以后|之前|之后|以来|方面|同时|内|里)$/;
const OPENS_WITH_PREPOSITION =
  /^(?:根据|按照|依据|依照|遵照|通过|经过|围绕|针对|结合|对于|关于|鉴于|由于|为了|凭借|借助|在)/;
const PREPOSITIONS = tagSet('p');
const PREDICATES = tagSet('v', 'vx', 'vshi', 'vyou', 'vu');
/** Nats that the sentence must gain with a comma where only the parts of speech speak for one. */
const GAIN = 3.3;

/** Whether the words from `start` to the stop are a preposition with its noun phrase and nothing else. */
function isPrepositional(words: Words, start: number, stop: number): boolean {
  const first = words.text(start);
  if (PREPOSITION.test(first)) return isNounPhrase(words, start + 1) && clauseEnd(words, start + 1) === stop;
  if (first !== '在' || !words.is(start, PREPOSITIONS) || !POSITION.test(words.text(stop - 1))) return false;
  return !has(words, start + 1, stop - 1, PREDICATES);
}

/** “为了改变，他……” ends in what may be its own predicate; a question or an answer is none. */
const OPENS_NO_CLAUSE = /^(?:根据|按照|依据|依照|遵照|针对|通过|随着|为了?|在|和|与|及|以及|的|而)/;

/** A full stop or semicolon behind what only says when, where or by what: “一年来。全局……”. */
export default defineRule({
  id: 'punctuation/stop-behind-adverbial',
  messages: { adverbial: 'warning' },
  basis: 'GB/T 15834—2011 4.4.3',
  scope: 'paragraph',
  examples: [
    {
      wrong: '一年来⟦。⟧全站干部职工团结一心，完成了各项任务。',
      right: '一年来，全站干部职工团结一心，完成了各项任务。',
    },
    { wrong: '自开展排查以来⟦。⟧共整改隐患37处。', right: '自开展排查以来，共整改隐患37处。' },
    {
      wrong: '成绩可喜。在镇党委的领导下⟦；⟧各村完成了换届。',
      right: '成绩可喜。在镇党委的领导下，各村完成了换届。',
    },
    { wrong: '根据市局的统一部署⟦。⟧我所检查了餐饮店。', right: '根据市局的统一部署，我所检查了餐饮店。' },
    {
      wrong: '为进一步提高服务质量⟦；⟧中心组织了两次培训。',
      right: '为进一步提高服务质量，中心组织了两次培训。',
    },
    { wrong: '通过这次学习⟦。⟧我明确了方向。', right: '通过这次学习，我明确了方向。' },
    { wrong: '随着业务量的增加⟦。⟧现有人员已不够用。', right: '随着业务量的增加，现有人员已不够用。' },
    { wrong: '同时⟦。⟧推行网上办理。', right: '同时，推行网上办理。' },
    {
      wrong: '在全体教师的共同努力中⟦。⟧学校面貌有了很大变化。',
      right: '在全体教师的共同努力中，学校面貌有了很大变化。',
    },
    { wrong: '作为一名护林员⟦。⟧我深知责任重大。', right: '作为一名护林员，我深知责任重大。' },
    { wrong: '在日常工作中⟦。⟧我始终严格要求自己。', right: '在日常工作中，我始终严格要求自己。' },
    { wrong: '截至12月底⟦。⟧全镇完成改厕320户。', right: '截至12月底，全镇完成改厕320户。' },
    { right: '通过验收。项目已移交。按照操作规程操作。一年之计在于春。全镇已开耕。' },
    { right: '为了孩子。为了未来。在平凡中坚守。在坚守中奉献。' },
    { right: '（一）根据上级部署安排。我所每月自查。' },
    { right: '十年来，他走遍了全县；为进一步改进作风，印发了制度。' },
  ],
  check(paragraph, context) {
    const { text, content, marker, heading } = paragraph;
    const opening = heading?.runIn ? heading.title[1] : -1;
    const surenessOf = (adverbial: string, stop: number): Severity | undefined => {
      // “在卫生方面。” may be a heading of its own; “为了……。” an answer.
      const isLoose = adverbial.endsWith('方面') || adverbial.startsWith('为了');
      if (LONE.test(adverbial) || ADVERBIALS.some((pattern) => pattern.test(adverbial)))
        return isLoose ? 'hint' : 'warning';
      if (!OPENS_WITH_PREPOSITION.test(adverbial) || !context.language) return undefined;
      const words = context.words(paragraph);
      const isPhrase = isPrepositional(words, words.indexAt(stop - adverbial.length), words.indexAt(stop));
      return isPhrase && context.language.gain(text, [stop, stop + 1], '，') > GAIN ? 'hint' : undefined;
    };
    for (const { index } of allMatches(text, STOP)) {
      if (index === opening) continue;
      const before = text.slice(Math.max(marker?.range[1] ?? content[0], index - LONGEST - 1), index);
      const adverbial = before.split(/[。；！？：\s]/).at(-1)!;
      if (adverbial.length > LONGEST || OPENS_NO_CLAUSE.test(text.slice(index + 1, index + 4))) continue;
      const severity = surenessOf(adverbial, index);
      if (!severity) continue;
      context.report({ range: [index, index + 1], message: 'adverbial', severity, suggestions: ['，'] });
    }
  },
});
