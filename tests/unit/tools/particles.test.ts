import { describe, expect, it } from 'vitest';
import { ParticleModel } from '../../../lib/language/particles.ts';
import { Segmenter } from '../../../lib/language/segmentation.ts';
import { type ParticleSettings, trainParticles } from '../../../tools/train/particles.ts';
import { lexiconOf } from '../../support/lexicon-of.ts';

const ADJECTIVES = ['认真', '积极', '全面', '深入', '及时'];
const VERBS = ['完成', '推进', '落实', '处理', '检查'];
const NOUNS = ['态度', '办法', '情况', '成绩', '作风'];
const frequencies = (words: readonly string[]) => Object.fromEntries(words.map((word) => [word, -6]));
const lexicon = lexiconOf(frequencies([...ADJECTIVES, ...VERBS, ...NOUNS, '任务', '工地', '很好']));

/** Every adjective with every verb and noun but one, which is kept apart. */
function linesOf(): string[] {
  const lines: string[] = [];
  for (const [i, adjective] of ADJECTIVES.entries()) {
    for (let k = 0; k < 5; k++) {
      if (i === k) continue;
      lines.push(`${i}班${adjective}地${VERBS[k]}了任务。`, `${k}班有${adjective}的${NOUNS[k]}。`);
      lines.push(`${i}班的任务${VERBS[k]}得很好。`, `${k}班在工地${VERBS[i]}任务。`);
    }
  }
  return Array.from({ length: 20 }, () => lines).flat();
}

const SETTINGS: ParticleSettings = {
  unitsPerFile: 1e6,
  epochs: 3,
  rate: 0.1,
  minimumCount: 2,
  slots: 5000,
  mistaken: 2.5,
};
const train = (lines: readonly string[]) =>
  trainParticles([{ name: 'news.txt', read: () => lines.join('\n') }], lexicon, SETTINGS);
const bytes = train(linesOf());
const load = (file: Uint8Array) => new ParticleModel(new Uint8Array(file).buffer, lexicon, new Segmenter(lexicon));
const found = (model: ParticleModel, text: string) =>
  model.misplaced(text).map(({ at, right }) => `${text.slice(at - 2, at + 1)}→${right}`);

describe('a model of the particles', () => {
  const model = load(bytes);

  it.each([
    ['2班认真的完成了任务。', ['认真的→地']],
    ['1班有积极地办法。', ['积极地→的']],
    ['3班的任务完成的很好。', ['完成的→得']],
    ['2班在工地完成任务，认真地完成了任务。', []],
  ])('knows what it has not seen: %s', (text, expected) => expect(found(model, text)).toEqual(expected));

  it('is the same for the same corpus', () => expect(train(linesOf())).toEqual(bytes));

  it('does not learn the mistakes of its corpus', () => {
    const wrong = linesOf().map((line, i) => (i % 9 === 0 ? line.replace('地', '的') : line));
    expect(found(load(train(wrong)), '2班认真的完成了任务。')).toEqual(['认真的→地']);
  });

  it('takes at most four bytes a slot', () => expect(bytes.length).toBeLessThan(4 * SETTINGS.slots + 1000));
});
