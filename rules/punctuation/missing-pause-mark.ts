import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';

const QUALITY = '[高强深实严优硬好稳准]';
/** Words that only look like a noun and its quality: 提高, 大幅, 该落实. */
const NOT_A_PAIR = /[提增加更最较很不该的大多中]./;
/** “站位高定力强”: two nouns, each with its quality. */
const QUALITIES = new RegExp(
  `(?<=[，。；：、]|做到|确保|实现|努力)(\\p{Script=Han}{2}(${QUALITY}))(\\p{Script=Han}{2}(?!\\2)${QUALITY})(?=[，。；])`,
  'gu',
);
const VERB =
  '加强|提高|统一|落实|强化|完善|明确|压实|健全|优化|改进|深化|推进|严格|规范|狠抓|改善|增强|提升|夯实|筑牢|严明|转变';
/** “提高认识加强领导压实责任”: three phrases of verb and object and no pause between them. */
const PHRASES = new RegExp(`(?<=^|[，。；：、])(?:(?:${VERB})\\p{Script=Han}{2}){3,6}(?=[，。；])`, 'gu');

/** “根据有关法律法规我镇……”: the adverbial runs into the subject. */
const BASIS =
  /(?<=^|[，。；\n])(?:根据|按照|依据|依照|遵照)[^，。；\n]{4,40}?(?:有关规定|法律法规|文件要求|会议精神|文件精神|统一部署|工作安排|总体要求)(?=我[们镇局县区市省院校所]|现将|特制定|结合实际)/g;

/** Words or phrases side by side without a mark between them. */
export default defineRule({
  id: 'punctuation/missing-pause-mark',
  messages: { missing: 'hint', comma: 'hint' },
  basis: 'GB/T 15834—2011 4.5.3.1',
  scope: 'paragraph',
  examples: [
    { wrong: '坚定信念，做到⟦站位高定力强⟧，走在前列。', right: '坚定信念，做到站位高、定力强，走在前列。' },
    { wrong: '⟦提高认识加强领导压实责任⟧，确保完成任务。', right: '提高认识、加强领导、压实责任，确保完成任务。' },
    { wrong: '根据防洪法等有关法律⟦法规我⟧镇拟购置物资。', right: '根据防洪法等有关法律法规，我镇拟购置物资。' },
    { right: '做到站位高、定力强，水质大幅提高，该落实的落实，该加强的加强。' },
    { right: '农业稳中调优，实现稳中向好；文化强民族强，不论多么强大，加工深度提高。' },
    { right: '提高认识，加强领导，压实责任；完善制度规范流程。' },
  ],
  check({ text }, context) {
    for (const { 1: first, 3: second, index } of allMatches(text, QUALITIES)) {
      if (NOT_A_PAIR.test(first!) || NOT_A_PAIR.test(second!)) continue;
      const at = index + first!.length;
      context.report({
        range: [index, at + second!.length],
        message: 'missing',
        suggestions: [`${first}、${second}`],
      });
    }
    for (const { 0: basis, index } of allMatches(text, BASIS)) {
      const end = index + basis.length;
      context.report({
        range: [end - 2, end + 1],
        message: 'comma',
        suggestions: [`${text.slice(end - 2, end)}，${text[end]}`],
      });
    }
    for (const { 0: run, index } of allMatches(text, PHRASES)) {
      const right = run.match(/.{4}/gu)!.join('、');
      context.report({ range: [index, index + run.length], message: 'missing', suggestions: [right] });
    }
  },
});
