import { describe, expect, it } from 'vitest';
import { nodeLanguage } from '../../../tools/check/node-language.ts';

const language = nodeLanguage()!;
/** Log-odds from which the rule gives a hint of any kind. */
const LEAST = 2;

const found = (text: string) =>
  language
    .misplacedParticles(text)
    .filter(({ gain }) => gain >= LEAST)
    .map(({ phrase, at, right }) => `${text.slice(phrase[0], at)}${right}${text.slice(at + 1, phrase[1])}`);

describe('misplaced particles', () => {
  it.each([
    ['夜班护士及时的发现了引流管脱出，避免了一次不良事件。', ['及时地发现']],
    ['我顺利的通过了护师资格考试。', ['顺利地通过']],
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

  it('shows the words before and behind', () =>
    expect(language.misplacedParticles('我顺利的通过了护师资格考试。')[0]).toMatchObject({
      at: 3,
      right: '地',
      phrase: [1, 6],
    }));
});
