import { describe, expect, it } from 'vitest';
import { particleHabit, rightParticle } from '../../../lib/language/particle-habit.ts';
import { nodeLanguage } from '../../../tools/check/node-language.ts';

const language = nodeLanguage()!;
const habit = particleHabit([]);

const found = (text: string) =>
  language.particles(text).readings.flatMap((reading) => {
    const { right, probability } = rightParticle(reading, habit);
    const { at, phrase, written } = reading;
    if (right === written || probability < 0.5) return [];
    return [`${text.slice(phrase[0], at)}${right}${text.slice(at + 1, phrase[1])}`];
  });

describe('particles that are misplaced', () => {
  it.each([
    ['夜班护士及时的发现了引流管脱出，避免了一次不良事件。', ['及时地发现']],
    ['我顺利的通过了护师资格考试。', ['顺利地通过']],
    ['一年来，我很好的完成了各项任务。', ['很好地完成']],
    ['刚到ICU时，我忙的连水都顾不上喝。', ['忙得连']],
    ['对重点患者进行了全面地评估。', ['全面的评估']],
    ['导管护理小组开展了深入地质量分析。', ['深入的质量']],
    ['我取得得成绩离不开同事们的帮助。', ['取得的成绩']],
    ['村里的路修的又宽又平。', ['修得又']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));

  it.each([
    '为企业创造更好的发展环境，提供更好的服务保障。',
    '存在的不足主要有三点，下一步抓的重点是项目落地。',
    '我们深入地调研了六个村，因地制宜发展特色产业。',
    '病人的及时转运得益于多部门配合。',
    '学到的还只是皮毛，不懂的及时请教。',
    '',
  ])('says nothing of “%s”', (text) => expect(found(text)).toEqual([]));

  it('are shown with the words before and behind', () =>
    expect(language.particles('我顺利的通过了护师资格考试。').readings[0]).toMatchObject({
      at: 3,
      written: '的',
      phrase: [1, 6],
    }));

  it('are no parts of words', () =>
    expect(language.particles('他们取得成绩，在工地上得到表扬，目的达到。')).toEqual({ readings: [], plain: 0 }));
});
