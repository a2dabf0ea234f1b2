import { contentOf } from '../../lib/document/content.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { describeDocument } from '../../lib/kinds/kind.ts';

const MESSAGES = {
  'doubled-kind': 'warning',
  'doubled-about': 'warning',
  'two-kinds': 'warning',
  mark: 'warning',
  'nested-about': 'warning',
  'asked-twice': 'hint',
  'lost-de': 'warning',
} as const;

interface Fault {
  readonly pattern: RegExp;
  readonly message: keyof typeof MESSAGES;
  /** “$&” stands for what was found. */
  readonly fix?: string;
}

const FAULTS: readonly Fault[] = [
  { pattern: /(的(?:通知|通报|意见|报告|请示|函|批复|决定|公告))\1(?=$|[（(])/, message: 'doubled-kind' },
  {
    pattern:
      /(?:请示|通知|通报|批复|函)(?=$|[（(])(?<=关于[^，。；《》]{4,40})(?<!(?:的|紧急|补充|会议|表彰|处分|任免|预备|商洽|邀请|公|复|来|去|信)..?)/,
    message: 'lost-de',
    fix: '的$&',
  },
  { pattern: /关于(?=关于)/, message: 'doubled-about', fix: '' },
  { pattern: /请示报告(?=$|[（(])/, message: 'two-kinds' },
  {
    pattern: /(?<=关于)(?:请求|申请|恳请|要求)(?=[^，。；《》]{2,40}的(?:请示|批复)(?:$|[（(]))/,
    message: 'asked-twice',
    fix: '',
  },
  { pattern: /[，。；](?=的?[^，。；《》]{0,30}$)|[。，；：]$/, message: 'mark', fix: '' },
  { pattern: /关于(?:召开|举办|开展|做好|报送|组织|申请)(?=关于)/, message: 'nested-about' },
  {
    pattern: /^(?:[^《》“”]{0,20})?关于(?:(?!关于|[《》“”〈〉]|转发|印发|批转).){2,40}的关于/,
    message: 'nested-about',
  },
];

/** What goes wrong in titles: the kind named twice, 关于 twice, two kinds in one, marks. */
export default defineRule({
  id: 'structure/title-wording',
  messages: MESSAGES,
  scope: 'document',
  basis: 'GB/T 9704—2012 7.3.1',
  examples: [
    { wrong: '关于转发《造林办法》⟦的通知的通知⟧\n各科室：\n现转发给你们。' },
    {
      wrong: '关于做好造林工作⟦，⟧的通知\n各科室：\n定于3月12日植树。',
      right: '关于做好造林工作的通知\n各科室：\n定于3月12日植树。',
    },
    {
      wrong: '⟦关于⟧关于做好造林工作的通知\n各科室：\n定于3月12日植树。',
      right: '关于做好造林工作的通知\n各科室：\n定于3月12日植树。',
    },
    { wrong: '关于购置洒水车的⟦请示报告⟧\n区政府：\n拟购置洒水车一辆。\n妥否，请批示。' },
    {
      wrong: '关于⟦请求⟧购置洒水车的请示\n区政府：\n拟购置洒水车一辆。\n妥否，请批示。',
      right: '关于购置洒水车的请示\n区政府：\n拟购置洒水车一辆。\n妥否，请批示。',
    },
    {
      wrong: '青溪区园林所2024年工作总结⟦：⟧\n一、成效\n新建步道三条。',
      right: '青溪区园林所2024年工作总结\n一、成效\n新建步道三条。',
    },
    { wrong: '⟦关于召开⟧关于造林工作会议的通知\n各科室：\n定于3月12日开会。' },
    {
      wrong: '青溪区古树保护条例⟦。⟧\n第一条 为了保护古树，制定本条例。\n第二条 本条例自公布之日起施行。',
      right: '青溪区古树保护条例\n第一条 为了保护古树，制定本条例。\n第二条 本条例自公布之日起施行。',
    },
    {
      wrong: '关于做好今冬防火工作⟦通知⟧\n各科室：\n定于3月12日起值班。',
      right: '关于做好今冬防火工作的通知\n各科室：\n定于3月12日起值班。',
    },
    { right: '关于印发《关于做好造林工作的意见》的通知\n各科室：\n现印发给你们。' },
    { right: '转发关于做好造林工作的通知\n各科室：\n现转发给你们。' },
    { right: '凝心聚力，奋力谱写造林新篇章——2024年工作总结\n一、成效\n新建步道。' },
  ],
  check(document, context) {
    const description = describeDocument(document);
    const title = description?.title ?? document.title;
    if (!title) return;
    const words = contentOf(title);
    // A sentence that was taken for a title, its comma perhaps of half width.
    if (/[,，]/.test(words) && /[。.．]$/.test(words)) return;
    if (!description) {
      const end = title.start + title.paragraph.content[1];
      const mark = /[。：]$/.exec(words)?.[0];
      if (mark) context.report({ range: [end - 1, end], message: 'mark', data: { written: mark }, suggestions: [''] });
      return;
    }
    if (/——|—{1}/.test(words)) return;
    const start = title.start + title.paragraph.content[0];
    for (const { pattern, message, fix } of FAULTS) {
      const match = pattern.exec(words);
      if (!match) continue;
      context.report({
        range: [start + match.index, start + match.index + match[0].length],
        message,
        data: { written: match[0] },
        ...(fix !== undefined && { suggestions: [fix.replace('$&', match[0])] }),
      });
      return;
    }
  },
});
