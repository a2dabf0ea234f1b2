import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import type { Problem } from '../../lib/engine/types.ts';

const RUN = /[，、；：。！？,][\s\u3000]*(?:[，、；：。！？][\s\u3000]*)+|[，、；：。！？][,;:?!]/g;
const FULL_WIDTH: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };
const FULL_STOP_OUTSIDE = /[。！？](?=[”’]。)/g;

/** A 、 and a short item of its series behind it. */
const IN_SERIES = /、[^，、。；：]{1,12}$/;

/** What one of two conflicting marks was meant, best first; in a series it is the series' mark. */
function meant(marks: string, atEnd: boolean, isInSeries: boolean): string[] {
  const kinds = [...new Set(marks)];
  if (atEnd) return [[/[。！？]/, /[：；]/, /./].flatMap((end) => kinds.find((mark) => end.test(mark)) ?? [])[0]!];
  const stop = kinds.filter((mark) => /[。！？]/.test(mark));
  // The comma is by far the most frequent, and seldom wrong.
  const inside = kinds.filter((mark) => !stop.includes(mark));
  const usual = inside.includes('、') && isInSeries ? ['、'] : inside.includes('，') ? ['，'] : inside.slice(-1);
  return [...new Set([...usual, ...stop, ...kinds])];
}

function readRun(
  text: string,
  index: number,
  run: string,
): Problem<'doubled' | 'conflicting' | 'exclaimed'> | undefined {
  const written = run.trimEnd();
  const marks = written.replace(/[\s\u3000]/g, '').replace(/[,;:?!]/g, (mark) => FULL_WIDTH[mark]!);
  const range = [index, index + written.length] as const;
  if (/^。{3,}$|^、{3,}$|^？！$|^！？$/.test(marks)) return undefined;
  if (/^[！？]+$/.test(marks)) {
    const fix = marks.includes('？') && marks.includes('！') ? '？！' : marks[0]!;
    return marks === fix ? undefined : { range, message: 'exclaimed', data: { right: fix }, suggestions: [fix] };
  }
  if (new Set(marks).size === 1) return { range, message: 'doubled', data: { mark: marks[0]! }, fix: marks[0]! };
  // Before a closing mark nothing but an end can stand, as at the end of the line.
  const behind = text.slice(index + run.length);
  const isInSeries =
    /[，、。；]/.exec(behind)?.[0] === '、' || IN_SERIES.test(text.slice(Math.max(0, index - 14), index));
  const readings = meant(marks, /^(?:[”’》）】]|$)/.test(behind), isInSeries);
  return {
    range,
    message: 'conflicting',
    data: { marks },
    ...(readings.length === 1 ? { fix: readings[0]! } : { suggestions: readings }),
  };
}

/** Two marks where one is enough: “，，”, “，。”, “。”。”. */
export default defineRule({
  id: 'punctuation/repeated-mark',
  messages: { doubled: 'error', conflicting: 'error', exclaimed: 'hint', 'inside-and-outside': 'warning' },
  scope: 'paragraph',
  quotedToo: true,
  examples: [
    { wrong: '统筹抓好食品⟦，，⟧药品监管。', right: '统筹抓好食品，药品监管。' },
    { wrong: '全年办结案件53件⟦，。⟧', right: '全年办结案件53件。' },
    { wrong: '查思想⟦，、⟧查作风、查纪律。', right: '查思想、查作风、查纪律。' },
    { wrong: '建立巡查、通报⟦，、⟧考核机制。', right: '建立巡查、通报、考核机制。' },
    { wrong: '完成整改⟦。，⟧建立台账。', right: '完成整改，建立台账。' },
    { wrong: '他说：“坚决落实⟦。⟧”。', right: '他说：“坚决落实”。' },
    { wrong: '形势喜人⟦！！！⟧', right: '形势喜人！' },
    { right: '这是为什么？！请看……' },
    { right: '他问：“来了没有？”她答：“来了。”' },
  ],
  check({ text }, context) {
    for (const { 0: run, index } of allMatches(text, RUN)) {
      const problem = readRun(text, index, run);
      if (problem) context.report(problem);
    }
    for (const { 0: mark, index } of allMatches(text, FULL_STOP_OUTSIDE)) {
      const range = [index, index + 1] as const;
      if (mark === '。') context.report({ range, message: 'inside-and-outside', suggestions: [''] });
      else {
        const outer = [index + 2, index + 3] as const;
        context.report({ range: outer, message: 'inside-and-outside', severity: 'hint', suggestions: [''] });
      }
    }
  },
});
