import type { Paragraph } from '../../lib/document/types.ts';
import { defineRule, perParagraph } from '../../lib/engine/rule.ts';
import type { Severity } from '../../lib/engine/types.ts';
import { particleHabit, rightParticle } from '../../lib/language/particle-habit.ts';
import type { Particle, ParticleReading, Particles } from '../../lib/language/particles.ts';
import type { Language } from '../../lib/language/types.ts';
import { tagSet } from '../../lib/language/words/tags.ts';
import type { Words } from '../../lib/language/words/words.ts';

/** Probabilities, by the context and by how the document's writer uses the particles, from which a mistake is told. */
const WARNING = 0.88;
const HINT = 0.5;
/** 得 is a verb of its own as well, “母亲得守着”, and hardly ever written for the other two. */
const RARE = 0.92;

const MESSAGES = { 的: 'for-noun', 地: 'for-verb', 得: 'for-complement' } as const;

const HAN = /\p{Script=Han}/u;

/** “慢慢的，他习惯了”: an adverbial in a clause of its own is written so by careful writers too. */
const endsClause = (text: string, at: number) => !HAN.test(text.charAt(at + 1));

const known = new WeakMap<Language, (paragraph: Paragraph) => Particles>();
function particlesOf(language: Language, paragraph: Paragraph): Particles {
  let particles = known.get(language);
  if (!particles) {
    particles = perParagraph(({ text }) => language.particles(text));
    known.set(language, particles);
  }
  return particles(paragraph);
}

/** What 地 stands behind where it is a particle: 高效地服务; in 措施地海事法院 it is a place. */
const DESCRIPTIVE = tagSet('a', 'ad', 'an', 'b', 'd', 'i', 'vd', 'z');

function isDescribed(words: Words, at: number): boolean {
  const before = words.indexAt(at - 1);
  return words.is(before, DESCRIPTIVE) && words.end(before) === at;
}

const VERB = tagSet('v', 'vn', 'vd');
const NOUN = tagSet('n', 'nr', 'ns', 'nt', 'nz');
/** What something is done with is a noun: “以更好的服务促进发展”; but “以更好地服务群众”. */
function isInstrument(text: string, words: Words, { at, phrase }: ParticleReading): boolean {
  if (!/[以用凭靠]\p{Script=Han}?$/u.test(text.slice(Math.max(0, phrase[0] - 2), phrase[0]))) return false;
  const verb = words.indexAt(at + 1);
  return words.is(verb + 1, VERB) || (words.is(verb + 1, NOUN) && words.is(verb + 2, VERB));
}

const BEFORE_COMPLEMENT = tagSet('v', 'vn', 'a', 'an', 'ad');
const COMPLEMENT = tagSet('d', 'a', 'ad', 'z', 'i', 'r');
/** 得 stands behind a verb or adjective, and how much or how well behind it: “走得很近”; not “他的很多朋友”. */
function mayHaveComplement(words: Words, at: number): boolean {
  return words.is(words.indexAt(at - 1), BEFORE_COMPLEMENT) && words.is(words.indexAt(at + 1), COMPLEMENT);
}

function severityOf(
  text: string,
  words: () => Words,
  reading: ParticleReading,
  { right, probability }: { right: Particle; probability: number },
) {
  const { at, written } = reading;
  const isRare = written === '得' || (written === '地' && right === '得');
  if (right === written || probability < (isRare ? RARE : HINT) || text[at + 1] === '的') return undefined;
  if (written === '地' && !isDescribed(words(), at)) return undefined;
  if (right === '地' && isInstrument(text, words(), reading)) return undefined;
  if (right === '得' && !mayHaveComplement(words(), at)) return undefined;
  const severity: Severity = probability >= WARNING && !isRare ? 'warning' : 'hint';
  return right === '地' && endsClause(text, at) ? 'hint' : severity;
}

/** 的, 地 and 得 where the sentence, and how the writer uses them elsewhere, speak for another one. */
export default defineRule({
  id: 'wording/de',
  messages: { 'for-verb': 'warning', 'for-complement': 'warning', 'for-noun': 'warning' },
  scope: 'document',
  examples: [
    { wrong: '我所较好⟦的⟧完成了全年目标任务。', right: '我所较好地完成了全年目标任务。' },
    { wrong: '一年来，我很好⟦的⟧完成了各项任务。', right: '一年来，我很好地完成了各项任务。' },
    { wrong: '更好⟦的⟧服务地方经济发展。', right: '更好地服务地方经济发展。' },
    { wrong: '一些工作抓⟦的⟧不够实。', right: '一些工作抓得不够实。' },
    { wrong: '通过接口可以很方便⟦的⟧连接各种设备。', right: '通过接口可以很方便地连接各种设备。' },
    { wrong: '各项工作取得显著⟦地⟧成效。', right: '各项工作取得显著的成效。' },
    { wrong: '认真⟦得⟧落实会议精神。', right: '认真地落实会议精神。' },
    { wrong: '居民喻文澜高兴⟦的⟧说：“路修好了。”', right: '居民喻文澜高兴地说：“路修好了。”' },
    { wrong: '夜班护士及时⟦的⟧发现了引流管脱出。', right: '夜班护士及时地发现了引流管脱出。' },
    { wrong: '实习期间我过⟦的⟧很充实。', right: '实习期间我过得很充实。' },
    { wrong: '科室对重点患者进行了全面⟦地⟧评估。', right: '科室对重点患者进行了全面的评估。' },
    { right: '我们深入地调研了六个村，存在的不足是抓的重点不突出。' },
    { right: '学到的还只是皮毛，不懂的及时请教。' },
    { right: '这是令人高兴的说法，老人激动得说不出话。' },
    { right: '为群众提供更好的服务保障，取得较好的完成效果。' },
    { right: '买得放心、吃得安心；有的放矢；工作做得很好。' },
    { right: '存在的不足是学习的深度不够，抓的重点不突出。' },
    { right: '以细致的服务为群众带来便利，告知系统的执行法院。' },
    { right: '以更好的服务促进发展，用更有效的解决办法化解矛盾。' },
  ],
  check({ blocks }, context) {
    const { language } = context;
    if (!language) return;
    const particles = blocks.map(({ paragraph }) => particlesOf(language, paragraph));
    const habit = particleHabit(particles);
    particles.forEach(({ readings }, block) => {
      const { paragraph, start } = blocks[block]!;
      const { text } = paragraph;
      for (const reading of readings) {
        const likeliest = rightParticle(reading, habit);
        const severity = severityOf(text, () => context.words(paragraph), reading, likeliest);
        if (!severity) continue;
        const { at, phrase } = reading;
        const { right } = likeliest;
        context.report({
          range: [start + at, start + at + 1],
          message: MESSAGES[right],
          data: {
            wrong: text.slice(...phrase),
            right: text.slice(phrase[0], at) + right + text.slice(at + 1, phrase[1]),
          },
          severity,
          suggestions: [right],
        });
      }
    });
  },
});
