import { contentOf, contentRange } from '../../lib/document/content.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { describeDocument } from '../../lib/kinds/kind.ts';

/** Several addressees: “区政府、区财政局：”. “人民政府办公厅（室）、” within one name does not occur with a colon at the end. */
const SEVERAL = /[、，；]|及|并报/;
const MATTER = /(?:申请|请求|恳请|拟请|拟)[^，。；]{2,}/;

/** A 请示 asks one superior for one thing. */
export default defineRule({
  id: 'structure/single-request',
  messages: { addressees: 'warning', matters: 'hint' },
  scope: 'document',
  basis: '《党政机关公文处理工作条例》第十五条',
  examples: [
    { wrong: '关于购置洒水车的请示\n⟦区政府、区财政局：⟧\n拟购置洒水车一辆。\n妥否，请批示。' },
    {
      wrong:
        '关于有关事项的请示\n区政府：\n一、申请购置洒水车\n现有车辆老旧。\n⟦二、请求增加编制⟧\n人手偏紧。\n妥否，请批示。',
    },
    { wrong: '关于购置洒水车的请示报告\n⟦区财政局、区编办：⟧\n拟购置洒水车一辆。\n妥否，请批示。' },
    { right: '关于购置洒水车的请示\n区政府：\n拟购置洒水车一辆。\n妥否，请批示。' },
    { right: '关于做好造林的通知\n各镇人民政府、各街道办事处：\n一、申请造林\n按程序办。\n二、申请补助\n按程序办。' },
  ],
  check(document, context) {
    if (describeDocument(document)?.id !== 'request') return;
    const { salutation, outline } = document;
    if (salutation && SEVERAL.test(contentOf(salutation))) {
      context.report({ range: contentRange(salutation), message: 'addressees' });
    }
    const matters = outline.filter(
      ({ block, heading }) => heading.level > 0 && MATTER.test(block.paragraph.text.slice(...heading.title)),
    );
    for (const { block } of matters.slice(1)) {
      context.report({ range: contentRange(block), message: 'matters' });
    }
  },
});
