import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';

/** Before these words a clause begins, so that a comma must stand there. */
const BEFORE_CLAUSE = /、(?=从而|进而|但是|因此|因而|所以|以便|然而|不过|于是|使得)/g;
/** “以…为抓手、推进…”: an adverbial before the predicate. */
const AFTER_ADVERBIAL =
  /(?<=[，。；、]|^)(?:以[^，。；、]{2,30}为(?:抓手|契机|目标|主线|中心|重点|导向|突破口|切入点|着力点|落脚点|引领|统领|核心|载体|依托|牵引|指导|根本|支撑|基础|主题)|通过[^，。；、]{4,30}(?:活动|方式|形式|等|措施|渠道|平台|机制))、(?=[推加强深扎开全提促优聚打建完抓确实做着大努积不持切统坚进])/g;
const BEFORE_ETC = /、(?=等(?:[^级待候于价值额同效次高宽压距离量边差一着得来到了车我你他]|$))/g;
const BEFORE_AND =
  /、(?=(?:和|及|以及)(?![平谐气解睦蔼田县林硕龙会时早格衷人众生同])\p{Script=Han}{2,12}[，。；、等\d])/gu;
const APPROXIMATE =
  /(?<![、第零〇十百\d一二三四五六七八九之])(?:一、二|二、三|两、三|三、四|三、五|四、五|五、六|六、七|七、八|八、九)(?=(?:天|年[^级]|个(?!方面|阶段|层|环节|问题|部分|专)|次|名|遍|回|小时|分钟|公里|里地|岁|万元|百|千|万))/g;

/** 顿号 where it does not belong. */
export default defineRule({
  id: 'punctuation/pause-mark',
  messages: { clause: 'warning', adverbial: 'warning', etc: 'warning', and: 'hint', approximate: 'warning' },
  basis: 'GB/T 15834—2011 4.5',
  scope: 'paragraph',
  examples: [
    { wrong: '以数字化改革为抓手⟦、⟧推进流程再造。', right: '以数字化改革为抓手，推进流程再造。' },
    { wrong: '优化流程⟦、⟧从而提高办事效率。', right: '优化流程，从而提高办事效率。' },
    { wrong: '检查药店、诊所⟦、⟧等场所。', right: '检查药店、诊所等场所。' },
    { wrong: '排查了⟦三、四⟧天。', right: '排查了三四天。' },
    { wrong: '走访农户、企业⟦、⟧和学校，共53家。', right: '走访农户、企业和学校，共53家。' },
    { right: '第一、二、三产业增加值；一、二级响应；三、四两个季度；六、七十年代；分一、二两组。' },
    { right: '坚持以人民为中心、以问题为导向、以实干为要务。' },
    { right: '不能有缓一缓、等一等的思想，坚持与发展相协调、与建设相结合。' },
    { right: '药品、等级医院、与会人员名单；课堂上说得多、等得少。' },
  ],
  check({ text }, context) {
    if (!text.includes('、')) return;
    const say = (index: number, problem: Omit<Parameters<typeof context.report>[0], 'range'>, length = 1) =>
      context.report({ range: [index, index + length], ...problem });
    for (const { index } of allMatches(text, BEFORE_CLAUSE)) {
      // “陈兵国门、进而将其扼杀的图谋”: inside an attribute no comma can stand.
      const isInner =
        text.startsWith('进而', index + 1) && /^[^，。；]{2,40}(?:的|打下|奠定)/.test(text.slice(index + 3));
      say(index, { message: 'clause', suggestions: ['，'], ...(isInner && { severity: 'hint' as const }) });
    }
    for (const { 0: found, index } of allMatches(text, AFTER_ADVERBIAL)) {
      say(index + found.length - 1, { message: 'adverbial', suggestions: ['，'] });
    }
    for (const { index } of allMatches(text, BEFORE_ETC)) say(index, { message: 'etc', suggestions: [''] });
    for (const { index } of allMatches(text, BEFORE_AND)) say(index, { message: 'and', suggestions: [''] });
    for (const { 0: found, index } of allMatches(text, APPROXIMATE)) {
      const fix = found.replace('、', '');
      say(
        index,
        { message: 'approximate', data: { right: fix }, basis: 'GB/T 15834—2011 4.5.3.3', suggestions: [fix] },
        found.length,
      );
    }
  },
});
