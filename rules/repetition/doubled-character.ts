import words from '../../assets/lexicons/doubled-words.tsv';
import { allMatches } from '../../lib/document/matches.ts';
import type { Range } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { phraseSearch } from '../../lib/language/phrases.ts';
import { HAN } from '../../lib/vocabulary/characters.ts';
import { readTable } from '../../lib/vocabulary/table.ts';
import { NEIGHBOURS, type Neighbours } from './_neighbours.ts';

const DOUBLED = /(\p{Script=Han})\1+/gu;
const WORDS = readTable(words).flatMap(({ words: list, unless }) =>
  list!.split(' ').map((word) => ({
    words: word,
    condition: unless ? `${word}(?![${unless}])` : undefined,
    entry: word,
  })),
);
/** “死气沉沉”, “绿油油”, “散散步”, “暗暗下定决心”; but “落落实” is 落实 with a character too many. */
const findWords = phraseSearch(WORDS);
/** As far as the longest word reaches, with the character that must not follow it. */
const REACH = 1 + Math.max(...WORDS.map(({ words: { length } }) => length));

function isInWord(text: string, start: number, end: number): boolean {
  const from = Math.max(0, start - REACH);
  const found = findWords(text.slice(from, end + REACH));
  return found.some((word) => from + word.start <= start && end <= from + word.end);
}

/** “张慧慧”, “李思思”, “欧阳阳阳”: a surname behind something that is no word, and a given name that doubles. */
const NAME =
  /(?:欧阳|上官|皇甫|司马|司徒|诸葛|慕容|令狐|尉迟|夏侯|东方|公孙|[赵钱孙李周吴郑王陈张刘杨黄]某)$|(?:^|[^\p{Script=Han}]|同志|书记|[员者师生]|[局部处科县镇乡村厂院校所站队班社室区市省]长|主任|主席|经理|教授|老师|代表|委员|[是由和与叫])[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严魏陶姜戚谢邹苏潘葛范彭鲁马苗方俞任袁柳唐罗薛雷贺汤康余顾孟黄萧姚邵汪毛戴宋庞熊纪舒项董梁杜蓝季贾江童郭梅林钟徐邱高夏蔡田樊胡霍卢丁邓洪包崔龚程陆段侯武刘叶黎白龙温庄翟阎易廖]$/u;

/** “基层所所长”, “室务会”: the head or the business of a unit. */
const UNITS = new Set('所省市县区镇乡村局院校厂队组部科处室站库馆社店场园会委班团');
/** Each of them: “一届届”, and at the head of a clause “个个会应急”. */
const EACH = new Set(
  '个条件项次届样面句家户人村天年月日周处层步代座栋块片张点款颗根排队组车船朵束株棵国校班街县镇乡声阵剂道门科场行事物时篇群套堆桩束粒滴串列幅拨批笔遍番轮圈团捆摞枚盏缕股丝级站户扇柄把枝只头匹峰幢所例起宗章节段字页册本封份盒桶叠路',
);

/** Each of them, also within a clause: “却个个争先”, but “每个个体”. */
const EACH_ANYWHERE = new Set('个件条项次届期句户月年篇场遍轮样事');
const COUNTING = new Set('每某各这那两几多余整半一二三四五六七八九十百千万');

/** What one does a little of: “做做样子”, “压压担子”; but the second of “抓抓好” belongs to 好. */
const DONE = new Set(
  '看听说读写走跑跳坐站躺睡吃喝尝玩逛转歇等试想算比查改拉谈聊交问学练照凑缓管松喘拍挠摇晃眨皱咬扯敲唱念喊摆装打填补压加混抓叙吹拖修缝画动摸洗擦晒挤碰闻招挥握帮见扫浇讲消降充伸弯串做搞弄翻找抄背记数量称搬抬推挖捡刷涂贴剪切磨揉捏按指认猜劝骂夸逗哄抱陪送接催赶躲泡煮炒烤求骗忍探涨赚卖买借租换赔捐救养喂踩踢扔刺砍绑穿戴脱搭盖拆挂停靠垫撑扶托举提捧端盛捞',
);

/** “突突突突”, “袋鼠跳跳跳”: three times or more is no slip of the hand, be it a sound or what one does. */
const SOUNDS = new Set('突哈呵嘿嘻哗呼砰啪咚叮当嘟嘀滴哒嗡嗖唰吱嘎喵汪咩哞叽喳啊哦嗯');

/** A measure word twice behind its number: “105人人”, but “105人人均”. */
const MEASURES = '人户个件名项次元亩吨座台辆场条篇期份家起';
const COUNTED = new RegExp(
  `(?<=\\d(?:[万亿余多]{0,2}|[万余]?人))([${MEASURES}])\\1(?![均数次员口大民才力人头类户个目务款文件例幅刊额长庭居源点])`,
  'g',
);

const COUNTED_CHARACTERS = new Set(MEASURES);

/** Characters that serve others and are never doubled to mean more. */
const SERVING = new Set(
  '的了着过在是和与及或但而且也都就还又很更最被把对向从由于以为因所其之将会能可应要须不没无未并则若如虽即便却仍已曾正再我你他她它们这那哪什吗呢吧有到',
);

/**
 * “推推进” leaves 推进, “工作作” leaves 工作: without the doubling a word of the language stands there. Else nobody knows:
 * “票票烫手”, “人情是根根”. Before a bracket it goes on behind it: “县县（市、区）”.
 */
const leavesWord = (character: string, { before, after }: Neighbours, left: string, right: string) =>
  SERVING.has(character) || before.has(left) || after.has(right) || right === '（' || right === '(';

/** “规规矩矩”: its neighbour is doubled too. */
const isPair = (text: string, start: number, end: number) =>
  (HAN.test(text[end] ?? '') && text[end] === text[end + 1]) ||
  (HAN.test(text[start - 1] ?? '') && text[start - 1] === text[start - 2]);

function isTurnOfSpeech(
  text: string,
  start: number,
  end: number,
  character: string,
  { before, after, phrases }: Neighbours,
): boolean {
  const left = text[start - 1] ?? '';
  const right = text[end] ?? '';
  if (isPair(text, start, end)) return true;
  if (UNITS.has(character) && (right === '长' || right === '务')) return true;
  // “下镇镇”: a town called 下镇.
  if (character === '镇' && HAN.test(left)) return true;
  if (EACH.has(character) && (left === '一' || !HAN.test(left))) return true;
  if (EACH_ANYWHERE.has(character) && !COUNTING.has(left) && !after.has(right)) return true;
  if (DONE.has(character) && !after.has(right)) return true;
  // “湿得透透的”, “突突地响”, but “积极极地”.
  if (right === '地' && !before.has(left)) return true;
  if (right === '的' && left === '得') return true;
  if (/[“‘《（]/.test(left) && /[”’》）]/.test(right)) return true;
  if (/[A-Za-z/]/.test(left)) return true;
  const around = text.slice(Math.max(0, start - 2), end + 4);
  return phrases.some((phrase) => around.includes(phrase));
}

function isLanguage({ when, before, after }: Neighbours, left: string, right: string): boolean {
  if (when === 'left') return before.has(left);
  if (when === 'right') return after.has(right);
  return when === 'both' ? before.has(left) && after.has(right) : before.has(left) || after.has(right);
}

/**
 * A character typed twice. What the language doubles (天天, 往往), what meets by chance (委员会会议) and names are
 * known from a table of neighbours; characters that are not in it are left alone.
 */
export default defineRule({
  id: 'repetition/doubled-character',
  messages: { doubled: 'error' },
  scope: 'paragraph',
  examples: [
    { wrong: '工作中⟦还还⟧存在差距。', right: '工作中还存在差距。' },
    { wrong: '进一步⟦提提⟧高了服务⟦的的⟧质量。', right: '进一步提高了服务的质量。' },
    { wrong: '群众满意度⟦不不⟧断提升，取得⟦了了⟧成效。', right: '群众满意度不断提升，取得了成效。' },
    { wrong: '我们⟦要要⟧认真⟦落落⟧实会议精神。', right: '我们要认真落实会议精神。' },
    { wrong: '监测对象35户105⟦人人⟧。', right: '监测对象35户105人。' },
    { wrong: '谈心谈话45人⟦次次⟧，收集意见360余⟦条条⟧。', right: '谈心谈话45人次，收集意见360余条。' },
    { wrong: '经办机构或者⟦县县⟧（市、区）民政部门受理。', right: '经办机构或者县（市、区）民政部门受理。' },
    { right: '这38票，票票烫手，人情是根根。' },
    { right: '105人人均增收2000元，3类18项项目开工。' },
    { right: '局党组组织学习，市市场监管局和清溪区区管企业参加委员会会议。' },
    { right: '为了了解情况，达到目的的同时，也存在在册人员不足的问题。' },
    { right: '的的确确、实实在在地天天走访，刚刚和妈妈、张丽丽一一核对。' },
    { right: '履行行政职责，做好工作作风建设，实行行业自律。' },
    { right: '学而时习之，不亦说乎；三三两两、比比皆是、步步为营。' },
    { right: '农户年年自留种，村里年年修路；他暗暗下定决心，稍稍改善，单单去年一年就走访区区小事三百件。' },
    { right: '会场死气沉沉，发言泛泛而谈；田野绿油油，大家散散步、读读书，打开一篇篇报道。' },
    {
      right:
        '不能只做做样子、装装样子，要压压担子、打打招呼；大家面面相觑，却个个争先，雨下得透透的，机器突突地响。\n拖拉机突突突突地开，游戏叫袋鼠跳跳跳，他挠挠头。',
    },
    { wrong: '⟦推推⟧进项目建设，⟦压压⟧实责任，⟦改改⟧进作风。', right: '推进项目建设，压实责任，改进作风。' },
    { right: '书记员陈程程、欧阳阳阳到下镇镇和昂昂溪区走访。' },
  ],
  check({ text }, context) {
    for (const { 0: run, 1: character, index } of allMatches(text, COUNTED)) {
      const range: Range = [index, index + run.length];
      context.report({ range, message: 'doubled', data: { run, character: character! }, fix: character! });
    }
    for (const { 0: run, 1: character, index } of allMatches(text, DOUBLED)) {
      if (/\d[万亿余多]?$/.test(text.slice(Math.max(0, index - 2), index)) && COUNTED_CHARACTERS.has(character!))
        continue;
      const neighbours = NEIGHBOURS.get(character!);
      const end = index + run.length;
      const left = text[index - 1] ?? '';
      if (!neighbours || (run.length === 2 && isLanguage(neighbours, left, text[end] ?? ''))) continue;
      if (!leavesWord(character!, neighbours, left, text[end] ?? '')) continue;
      if (run.length > 2 && (SOUNDS.has(character!) || DONE.has(character!))) continue;
      if (run.length === 2 && isInWord(text, index, end)) continue;
      if (run.length === 2 && isTurnOfSpeech(text, index, end, character!, neighbours)) continue;
      // Of “欧阳阳阳” the first belongs to the surname.
      const given = run.length === 2 ? index : index + 1;
      if (HAN.test(left) && NAME.test(text.slice(Math.max(0, given - 4), given))) continue;
      context.report({
        range: [index, end],
        message: 'doubled',
        data: { run, character: character! },
        fix: character!,
      });
    }
  },
});
