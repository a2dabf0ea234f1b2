import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';

const ADDRESSED =
  '(?:同志|朋友|同学|同事|老师|乡亲|战友|队员|姐妹|兄弟|家人|伙伴|员工|家长|孩子)们|各位(?:领导|代表|委员|来宾|嘉宾|评委|老师|同事|同志|同学|同仁|朋友|家长|专家)';
/** “同事们大家好”: who is addressed, and the greeting. */
const GREETED = new RegExp(`(?:${ADDRESSED})(?=大家(?:早上|上午|中午|下午|晚上|早|新年)?好)`, 'g');
/** “同志们今天我们……”: at the beginning of a line. */
const CALLED = new RegExp(
  `^[\\s\\u3000]*(?:尊敬的|亲爱的)?(?:${ADDRESSED})(?=(?:今天|现在|今年|刚才|首先|下面|这次|本次|我们|我(?!的)|让我们|请大家))`,
  'g',
);
/** “谢谢大家祝各位……” */
const THANKED = /谢谢(?:大家|各位(?:领导|评委)?)(?=祝)/g;

/** Who is addressed, with no mark before what is said. */
export default defineRule({
  id: 'punctuation/vocative-mark',
  messages: { comma: 'warning', exclamation: 'warning' },
  notes: ['insert'],
  basis: 'GB/T 15834—2011 4.4.3',
  scope: 'paragraph',
  examples: [
    { wrong: '各位领导、同事⟦们⟧大家好！', right: '各位领导、同事们，大家好！' },
    { wrong: '同志⟦们⟧今天我们召开造林动员会。', right: '同志们，今天我们召开造林动员会。' },
    { wrong: '谢谢大⟦家⟧祝各位身体健康。', right: '谢谢大家！祝各位身体健康。' },
    { right: '各位领导、同事们，大家好！同志们今年很辛苦，同学们我都认识，谢谢大家的祝福。' },
    { right: '在校老师们现在都在备课。' },
  ],
  check({ text }, context) {
    const insert = (end: number, message: 'comma' | 'exclamation', mark: string) =>
      context.report({
        range: [end - 1, end],
        message,
        suggestions: [{ message: 'insert', data: { mark }, fix: { range: [end, end], text: mark } }],
      });
    if (/们|各位/.test(text)) {
      for (const { 0: whole, index } of [...allMatches(text, GREETED), ...allMatches(text, CALLED)])
        insert(index + whole.length, 'comma', '，');
    }
    for (const { 0: whole, index } of text.includes('谢谢') ? allMatches(text, THANKED) : [])
      insert(index + whole.length, 'exclamation', '！');
  },
});
