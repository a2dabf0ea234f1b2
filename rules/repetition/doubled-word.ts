import { isInQuotation } from '../../lib/document/quotations.ts';
import type { Paragraph } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { isWord } from './_neighbours.ts';

/** Longest stretch that is looked for (UTF-16 units); whole sentences are the business of repeated-sentence. */
const LONGEST = 16;
const HAN = /^[\p{Script=Han}]+$/u;
/** Words that double on purpose (研究研究), that count (一个一个), sounds, and words that meet their like: 高高兴兴. */
const REDUPLICATED =
  /^(?:[很越太最真好老再].|更(?!加).|.着|.+吧|大[口把块步片]|小[口步]|组织|[一二两三四五六七八九十百千万〇零].*|.*[一]|研究|讨论|商量|考虑|了解|学习|休息|打扫|收拾|整理|活动|锻炼|调查|关心|检查|交流|体验|帮助|教育|宣传|放松|照顾|比较|介绍|分析|总结|反思|庆祝|热闹|暖和|凉快|高兴|尝试|锻造|琢磨|合计|商议|协商|鼓励|改善|清理|溜达|走动|表示|意思|考验|感受|吓唬|打听|唠叨|念叨|折腾|掂量|嘀咕|摆弄|打扮|凑合|请教|见识|切磋|张罗|比划|比试|反省|开导|说道|显摆|倒腾|拾掇|鼓捣|寻思|盘算|估摸|磨蹭|归置|糊弄|领教|拉扯|敲打|雪白|煞白|碧绿|翠绿|嫩绿|黝黑|漆黑|乌黑|通红|火红|金黄|焦黄|蜡黄|湛蓝|瓦蓝|冰凉|滚烫|笔直|笔挺|崭新|溜圆|滚圆|喷香|透亮|锃亮|稀烂|十分|非常|哈哈|呵呵|嘻嘻|嘿嘿|早日|快快|慢慢|天天|年年|人人|常常|往往|多多|好好|大大|连连|重重|某某|妈妈|爸爸|爷爷|奶奶|宝贝|加油|谢谢|再见|你好|不是|是的)$/u;

/** “帮衬帮衬我”: what is done a little to somebody is a verb twice on purpose. */
const TO_SOMEBODY = /[我你他她它咱吧嘛呀啊]/;

/** Sounds: “咕嘟咕嘟”, “扑腾扑腾”. */
const SOUND =
  /^[扑通腾哧呼哗啦轰隆滴答嘀嗒哒叮当咚铛啷咣哐吱呀嘎咯噔咕嘟噜噼啪砰乒乓吧嗖嗡咔嚓嚯哧溜刺突喵汪咩哞叽喳唧唰啾嘶吭哼簌窸窣淅沥潺哈嘻嘿呵哎哟喔吼]+$/;

/** “纪委监委监督”: of two characters that stand twice, the ones that make a word are the inner pair. */
const isTurned = (word: string) => word.length === 2 && !isWord(word) && isWord(`${word[1]}${word[0]}`);

interface Doubling {
  start: number;
  size: number;
}

/** Stretches of 2…LONGEST units that stand twice in a row, from left to right; linear in the text. */
function findDoublings(text: string): Doubling[] {
  const found: Doubling[] = [];
  const codes = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) codes[at] = text.charCodeAt(at);
  for (let size = 2; size <= LONGEST; size++) {
    let same = 0;
    for (let at = 0; at + size < text.length; at++) {
      same = codes[at] === codes[at + size] ? same + 1 : 0;
      if (same === size) found.push({ start: at - size + 1, size });
    }
  }
  return found.sort((a, b) => a.start - b.start || a.size - b.size);
}

/** “公司法司法解释”, “城管大队大队长”: two words that meet. */
const MEETING = /^(?:司法司法解|(.{0,8}[队组会部])\1长)/u;

/** “企业对企业对个人”, “企业对企业、企业对个人”: both sides of a relation. */
const RELATION = /(\p{Script=Han}{2,4})对\1(?:对|、\1对)/u;
/** “国有土地有土地使用权人”: the end of a word and its like behind it. */
const isEcho = (word: string, before: string, behind: string) =>
  (word.startsWith('有') && /[国所没公私]$/.test(before)) ||
  (word.includes('对') && RELATION.test(before + word + word + behind));

/** “不贷不贷！”, “后来呢后来呢？”: said twice by somebody who is quoted, with nothing else in the clause. */
function isExclaimed(paragraph: Paragraph, start: number, end: number): boolean {
  const { text } = paragraph;
  const isClause = /[“，。！？：…—]/.test(text.charAt(start - 1)) && /[”，。！？…—]/.test(text.charAt(end));
  return isClause && isInQuotation(paragraph, [start, end]);
}

const isOneCharacter = (word: string) => [...word].every((character) => character === word[0]);

/** “市市场监管局”, “局党组组织”: the end of one word and the start of the next are no doubling of two characters or more. */
export default defineRule({
  id: 'repetition/doubled-word',
  messages: { doubled: 'error' },
  scope: 'paragraph',
  examples: [
    { wrong: '选派⟦驻村驻村⟧工作队。', right: '选派驻村工作队。' },
    { wrong: '党建根基⟦更加更加⟧牢固。', right: '党建根基更加牢固。' },
    { wrong: '对检出的问题⟦依法依法⟧处理。', right: '对检出的问题依法处理。' },
    { wrong: '持续⟦优化营商环境优化营商环境⟧，服务企业。', right: '持续优化营商环境，服务企业。' },
    {
      right:
        '这件事要研究研究再定，只想吓唬吓唬他，脸晒得黝黑黝黑。\n茶水咕嘟咕嘟滚着，一群扑腾扑腾的鸡鸭，请大家帮衬帮衬我。',
    },
    { right: '他手一摆：“贷款？不贷不贷！”孩子们追着问：“后来呢后来呢？”' },
    { right: '党组组织学习，市市场监管局参加。' },
    { right: '一个一个问题解决，一户一户走访，一遍一遍核对。' },
    { right: '国有土地有土地使用权人的，按约定办理；规范企业对企业对个人的交易，个人对个人的除外。' },
    { right: '2020年，全县3030户脱贫。' },
  ],
  check(paragraph, context) {
    const { text } = paragraph;
    let end = 0;
    for (const { start, size } of findDoublings(text)) {
      const word = text.slice(start, start + size);
      if (start < end || !HAN.test(word) || isOneCharacter(word) || REDUPLICATED.test(word) || SOUND.test(word))
        continue;
      if (size === 2 && TO_SOMEBODY.test(text.charAt(start + 2 * size))) continue;
      if (isExclaimed(paragraph, start, start + 2 * size)) continue;
      if (MEETING.test(text.slice(start, start + 2 * size + 1)) || isTurned(word)) continue;
      const behind = text.slice(start + 2 * size, start + 2 * size + 6);
      if (isEcho(word, text.slice(Math.max(0, start - 4), start), behind)) continue;
      end = start + 2 * size;
      context.report({ range: [start, end], message: 'doubled', data: { word }, fix: word });
    }
  },
});
