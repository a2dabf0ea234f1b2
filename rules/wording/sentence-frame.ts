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
