import { defineRule } from '../../lib/engine/rule.ts';
import { reportBlanks } from './_blanks.ts';

/** Places and units alike: what is missing is a name on the map or on the door. */
export default defineRule({
  id: 'placeholder/place',
  messages: { blank: 'warning' },
  scope: 'paragraph',
  quotedToo: true,
  examples: [
    { wrong: '在⟦XX⟧区委、⟦X⟧区政府的领导下，各项工作有序推进。' },
    { wrong: '集中曝光青溪副食店、⟦××⟧便利店等典型案例。' },
    { wrong: '⟦某某⟧局认真组织学习。' },
    { right: '某些单位和某县的做法值得借鉴。' },
    { right: '据介绍，SpaceX公司和Model X车型均已进入市场。' },
  ],
  check: (paragraph, context) => reportBlanks(paragraph, 'place', context, () => 'blank'),
});
