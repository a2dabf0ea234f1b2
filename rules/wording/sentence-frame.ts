import frames from '../../assets/lexicons/frames.tsv';
import { defineRule } from '../../lib/engine/rule.ts';
import { phraseSearch } from '../../lib/language/phrases.ts';
import { compilePattern, PatternMatcher } from '../../lib/language/words/pattern.ts';
import { readTable } from '../../lib/vocabulary/table.ts';

/** What is said of a frame, and how sure it is. */
const MESSAGES = {
  'lost-subject': 'warning',
  'lost-cause': 'hint',
  'lost-yi': 'warning',
  'lost-position': 'warning',
  'lost-verb': 'warning',
  'lost-object': 'warning',
  'reason-twice': 'warning',
  'rise-twice': 'warning',
  passive: 'warning',
  'title-twice': 'warning',
  turn: 'warning',
  'only-if': 'warning',
  'even-if': 'hint',
  'lost-wei': 'warning',
  'cause-twice': 'warning',
  'purpose-twice': 'warning',
  'lost-below': 'warning',
  'lost-end': 'warning',
  'lost-occur': 'warning',
  'one-sided': 'warning',
  'not-only': 'warning',
  'and-yet': 'warning',
} as const;
type Message = keyof typeof MESSAGES;

function messageOf(name: string | undefined): Message {
  if (name === undefined || !(name in MESSAGES)) throw new Error(`frames.tsv: there is no message “${name}”`);
  return name as Message;
}

const FRAMES = readTable(frames).map(({ message, pattern }) => ({
  message: messageOf(message),
  pattern: compilePattern(pattern!),
}));
const findHeads = phraseSearch(
  [...new Set(FRAMES.flatMap(({ pattern }) => pattern.heads))].map((words) => ({
    words,
    entry: FRAMES.filter(({ pattern }) => pattern.heads.includes(words)),
  })),
);

/** Frames of a sentence that lost a part, have one too many, or were run into each other. */
export default defineRule({
  id: 'wording/sentence-frame',
  messages: MESSAGES,
  scope: 'paragraph',
  examples: [
    { wrong: '⟦通过开展集中整治，使街道⟧面貌焕然一新。', right: '通过开展集中整治，街道面貌焕然一新。' },
    { wrong: '⟦随着设备的更新，使生产⟧效率明显提高。', right: '随着设备的更新，生产效率明显提高。' },
    { wrong: '⟦在老护士的帮助下，让我⟧很快适应了岗位。', right: '在老护士的帮助下，我很快适应了岗位。' },
    { wrong: '⟦通过这次培训使我⟧受益匪浅。', right: '通过这次培训，我受益匪浅。' },
    { wrong: '⟦坚持问题为导向⟧，补齐短板。', right: '坚持以问题为导向，补齐短板。' },
    { wrong: '全校⟦开展了“书香”为主题的⟧读书活动。', right: '全校开展了以“书香”为主题的读书活动。' },
    { wrong: '⟦之所以进度缓慢的原因是⟧人手不足。', right: '进度缓慢的原因是人手不足。' },
    { wrong: '⟦增强了党员意识的提高⟧。', right: '增强了党员意识。' },
    { wrong: '他⟦被一致当选⟧为班长。', right: '他一致当选为班长。' },
    { wrong: '⟦虽然时间紧、任务重，因此⟧大家没有放松。', right: '虽然时间紧、任务重，但大家没有放松。' },
    {
      wrong: '⟦在各位领导和同事的关心和支持，⟧我较好地完成了任务。',
      right: '在各位领导和同事的关心和支持下，我较好地完成了任务。',
    },
    { wrong: '会后⟦对3个单位了约谈⟧。', right: '会后对3个单位进行了约谈。' },
    { wrong: '充分⟦发挥党员的先锋模范⟧，带动群众。', right: '充分发挥党员的先锋模范作用，带动群众。' },
    { wrong: '⟦由于疏于管理，导致台账⟧缺失。', right: '疏于管理，导致台账缺失。' },
    { wrong: '她⟦被评为校级“三好学生”称号⟧。', right: '她被评为校级“三好学生”。' },
    { wrong: '⟦只要坚持到底，才能⟧取得胜利。', right: '只要坚持到底，就能取得胜利。' },
    { wrong: '⟦即使困难再大，但⟧我们不退缩。', right: '即使困难再大，我们不退缩。' },
    { wrong: '下一步，我们将⟦以这次培训契机⟧，补齐短板。', right: '下一步，我们将以这次培训为契机，补齐短板。' },
    { wrong: '⟦由于雨水不足的原因⟧，成活率偏低。', right: '由于雨水不足，成活率偏低。' },
    { wrong: '这样做⟦是为了达到节约用水的目的⟧。', right: '这样做是为了节约用水。' },
    { wrong: '⟦现将一年来的护林情况汇报⟧，请予审议。', right: '现将一年来的护林情况汇报如下，请予审议。' },
    { wrong: '分析问题的能力⟦亟待⟧。', right: '分析问题的能力亟待提高。' },
    { wrong: '林区⟦还存在较大的消防⟧。', right: '林区还存在较大的消防隐患。' },
    { wrong: '自觉⟦接受舆论监督和社会各界⟧。', right: '自觉接受舆论监督和社会各界监督。' },
    { wrong: '⟦绝不允许违规用火的现象⟧。', right: '绝不允许出现违规用火的现象。' },
    { wrong: '⟦能否守住防火关口，是保护林区的关键⟧。' },
    { wrong: '⟦不但他按时完成了任务，而且⟧还帮助同事。', right: '他按时完成了任务，而且还帮助同事。' },
    { wrong: '⟦不但提高了效率，但是还⟧节约了成本。', right: '不但提高了效率，而且还节约了成本。' },
    { right: '以优异成绩完成年度目标，以更高的标准、更新的目标谋划工作；由于种种原因，由于历史的原因，进度偏慢。' },
    { right: '能否守住防火关口，是对大家的考验；工作能力亟待提高，绝不允许出现违规用火的现象。' },
    { right: '我们通过整治，使街道面貌焕然一新；通过学习，我使自己有了提高。' },
    { right: '坚持以问题为导向，开展以“书香”为主题的活动，坚持预防为主、质量为本。' },
    { right: '他之所以成功，是因为坚持；增强了服务意识和水平的提高。' },
    { right: '他被一致推选为班长；虽然时间紧，但大家没有放松，因此按时完成了。' },
    { right: '在领导的支持下，对3个单位进行了约谈，对政策有了了解，对他们了如指掌。' },
    { right: '充分发挥党员的先锋模范作用，充分发挥主动性，把潜力充分发挥出来。' },
  ],
  check(paragraph, context) {
    const { text } = paragraph;
    const found = findHeads(text);
    if (found.length === 0) return;
    const words = context.words(paragraph);
    if (words.length === 0) return;
    const matcher = new PatternMatcher(text, words);
    let end = 0;
    for (const { start, entry } of found) {
      if (start < end) continue;
      for (const { message, pattern } of entry) {
        const match = matcher.matchAt(pattern, start);
        if (!match) continue;
        end = match.range[1];
        context.report({
          range: match.range,
          message,
          data: { first: match.first, last: match.last },
          suggestions: match.mended,
        });
        break;
      }
    }
  },
});
