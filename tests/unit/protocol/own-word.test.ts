import { describe, expect, it } from 'vitest';
import { excerpt } from '../../../lib/protocol/excerpt.ts';
import { wordInQuestion } from '../../../lib/protocol/own-word.ts';

/** `text` with the marked range in ⟦⟧. */
function doubt(text: string, message: string, category: 'typo' | 'wording' = 'typo') {
  const start = text.indexOf('⟦');
  const end = text.indexOf('⟧') - 1;
  return wordInQuestion({ category, message, ...excerpt(text.replace(/[⟦⟧]/g, ''), [start, end]) });
}

describe('wordInQuestion', () => {
  it('is the word that the message calls wrong, where it stands around the mark', () => {
    expect(doubt('村民张晓⟦朋⟧反映', '“张晓朋”疑为“张晓鹏”：读音相同或相近，容易打错。')).toBe('张晓朋');
    expect(doubt('村民张晓⟦朋⟧反映', 'In this context “张晓朋” is probably “张晓鹏”.')).toBe('张晓朋');
    expect(doubt('到云⟦⟧村', '“云村”疑为“云岭村”：这里可能漏了一个字。')).toBe('云村');
  });

  it('is else what is marked', () => {
    expect(doubt('工作⟦布署⟧', '“布署”应为“部署”。')).toBe('布署');
    expect(doubt('工作⟦布署⟧', '这里应该用“部署”。')).toBe('布署');
    expect(doubt('云⟦岭村⟧', '“岭村”疑为“领村”，“山岭村”不同。')).toBe('岭村');
  });

  it('is never a single character, a sentence, or anything but a word', () => {
    expect(doubt('认真⟦的⟧完成', '这里应该用“地”：修饰动词用“地”。')).toBeUndefined();
    expect(doubt('到⟦⟧村', '这里可能漏了一个字。')).toBeUndefined();
    expect(doubt('工⟦作，布⟧署', '“作，布”有误。')).toBeUndefined();
    expect(doubt(`⟦${'长'.repeat(21)}⟧`, '太长。')).toBeUndefined();
  });

  it('is asked for typos alone', () => {
    expect(doubt('工作⟦布署⟧', '“布署”应为“部署”。', 'wording')).toBeUndefined();
  });
});
