import { defineRule } from '../../lib/engine/rule.ts';
import { isSlip } from '../../lib/language/slips.ts';
import { reportCorrections } from './_corrections.ts';

/** Two characters exchanged, one left out, one too many, by the language model. */
export default defineRule({
  id: 'typo/slip',
  severity: 'error',
  scope: 'document',
  examples: [
    { wrong: '对问题突出的单位及时⟦谈约⟧提醒。', right: '对问题突出的单位及时约谈提醒。' },
    { right: '对问题突出的单位及时约谈提醒，限期整改。' },
    { right: '镇里依法维护消费者合法权益，整改通知书已经发出。' },
    { right: '要是咕嘟咕嘟响，那是水往土里渗。' },
  ],
  check(document, context) {
    reportCorrections(document, context, (_wrong, _right, { kind }) => (isSlip(kind) ? kind : undefined));
  },
});
