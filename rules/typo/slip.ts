import { defineRule } from '../../lib/engine/rule.ts';
import { isSlip } from '../../lib/language/slips.ts';
import { reportCorrections } from './_corrections.ts';

const WORDINGS = {
  exchanged: { sure: 'exchanged', doubtful: 'maybe-exchanged' },
  missing: { doubtful: 'missing' },
  extra: { doubtful: 'extra' },
} as const;

/** Two characters exchanged, one left out, one too many, by the language model. */
export default defineRule({
  id: 'typo/slip',
  messages: { exchanged: 'error', 'maybe-exchanged': 'warning', missing: 'warning', extra: 'warning' },
  scope: 'document',
  examples: [
    { wrong: '对问题突出的单位及时⟦谈约⟧提醒。', right: '对问题突出的单位及时约谈提醒。' },
    { right: '对问题突出的单位及时约谈提醒，限期整改。' },
    { right: '镇里依法维护消费者合法权益，整改通知书已经发出。' },
    { right: '要是咕嘟咕嘟响，那是水往土里渗。' },
    { wrong: '镇党委始终坚持以⟦民人⟧为中心的发展思想。', right: '镇党委始终坚持以人民为中心的发展思想。' },
    { wrong: '党员干部要自觉践行社会主义核心⟦价⟧观。', right: '党员干部要自觉践行社会主义核心价值观。' },
    { wrong: '经调⟦经⟧查核实，情况属实。', right: '经调查核实，情况属实。' },
  ],
  check(document, context) {
    reportCorrections(document, context, (_wrong, _right, { kind }) => (isSlip(kind) ? WORDINGS[kind] : undefined));
  },
});
