import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NameKind, nameFinder } from '../../../lib/language/names.ts';
import { candidates, lexicon } from './lexicon-data.ts';

const find = nameFinder(lexicon, candidates);
const namesIn = (text: string, kind: NameKind, least = 0.5) =>
  find(text)
    .filter((name) => name.kind === kind && name.confidence >= least)
    .map(({ start, end }) => text.slice(start, end));

describe('names of people', () => {
  it.each([
    ['记者樊小平报道', '樊小平'],
    ['青石镇镇长李晓峰同志主持会议', '李晓峰'],
    ['参加会议的有张丽华、王建国、赵雪梅。', '王建国'],
    ['欧阳志远说', '欧阳志远'],
    ['犯罪嫌疑人周某某归案', '周某某'],
    ['刘某甲与刘某乙系邻居', '刘某乙'],
  ])('in %s: %s', (text, name) => {
    expect(namesIn(text, 'person')).toContain(name);
  });

  it.each(['推动高质量发展', '全面安排部署', '时间紧任务重', '各项工作成效显著', '和平与发展'])(
    'none in %s',
    (text) => {
      expect(namesIn(text, 'person')).toEqual([]);
    },
  );
});

describe('other names', () => {
  it('finds places by what they end in', () => {
    expect(namesIn('到峁屹镇调研', 'place', 0.3)).toContain('峁屹镇');
    expect(namesIn('山东省有关部门', 'place')).toContain('山东省');
  });

  it('finds transliterations, with their dots', () => {
    expect(namesIn('会见了卡尔洛斯·费尔南德兹先生', 'transliteration')).toEqual(['卡尔洛斯·费尔南德兹']);
    expect(namesIn('切实加强安全生产', 'transliteration')).toEqual([]);
  });

  it('finds terms of medicine and chemistry', () => {
    expect(namesIn('服用盐酸氨溴嘧唑片', 'term').join()).toContain('氨溴');
    expect(namesIn('切实加强安全生产', 'term')).toEqual([]);
  });

  it('finds classical and traditional writing', () => {
    expect(namesIn('子曰：“汝知之乎？”', 'rare-writing')).toHaveLength(1);
    expect(namesIn('這個問題與會議無關', 'rare-writing')).toHaveLength(1);
    expect(namesIn('这个问题与会议无关', 'rare-writing')).toEqual([]);
  });
});

describe('any text', () => {
  it('gives ranges inside it, in order, with confidence in 0…1', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let last = 0;
        for (const { start, end, confidence } of find(text)) {
          expect(start >= last && start < end && end <= text.length).toBe(true);
          expect(confidence > 0 && confidence <= 1).toBe(true);
          last = start;
        }
      }),
    );
  });

  it('takes time in proportion to its length', () => {
    const line = '青石镇镇长李晓峰在斯德哥尔摩市与各乡镇干部研究盐酸氨溴索片的采购。';
    const time = (repeats: number) => {
      const text = line.repeat(repeats);
      const start = performance.now();
      find(text);
      return performance.now() - start;
    };
    time(2000);
    const once = Math.min(time(2000), time(2000), time(2000));
    const fourTimes = Math.min(time(8000), time(8000), time(8000));
    expect(fourTimes).toBeLessThan(once * 12);
  });
});
