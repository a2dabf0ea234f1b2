import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureWords } from '../../../lib/vocabulary/measure-words.ts';
import { factorOf, readArabic } from '../../../lib/vocabulary/numbers.ts';
import { readQuantities } from '../../../lib/vocabulary/quantities.ts';
import { rates } from '../../../lib/vocabulary/rates.ts';
import { arbitraryText } from '../../support/arbitrary.ts';

describe('quantities', () => {
  it.each([
    ['抽检3 120批次', 3120, '批次'],
    ['抽检3,120批次', 3120, '批次'],
    ['近3.2万人', 32_000, '人'],
    ['投资5亿3400万元', 534_000_000, '元'],
    ['投资3千万元', 30_000_000, '元'],
    ['装机3千瓦', 3, '千瓦'],
    ['二十八名教师', 28, '名'],
    ['廿四节', undefined, ''],
    ['卅六户', 36, '户'],
    ['叁万伍仟陆佰伍拾元整', 35_650, '元'],
    ['叁佰万元', 3_000_000, '元'],
    ['１２０人', 120, '人'],
    ['提高3个百分点', 3, '个百分点'],
    ['历时5个月', 5, '个月'],
    ['整改85，', 85, ''],
    ['A4纸', undefined, ''],
    ['第3名', undefined, ''],
    ['第三名', undefined, ''],
  ])('%s', (text, value, unit) => {
    const [first] = readQuantities(text);
    expect(first?.value).toBe(value);
    if (first) expect(first.unit).toBe(unit);
  });

  it('tell number and unit apart', () => {
    const text = '约有3.2万余人，';
    const [quantity] = readQuantities(text);
    expect(text.slice(...quantity!.range)).toBe('3.2万余人');
    expect(text.slice(...quantity!.number)).toBe('3.2万');
    expect(quantity).toMatchObject({ isVague: true, rounding: 500, script: 'arabic', kind: 'count' });
  });

  it('follow one another, whatever the text', () => {
    fc.assert(
      fc.property(arbitraryText(), (text) => {
        let end = 0;
        for (const { range, number } of readQuantities(text)) {
          expect(range[0]).toBeGreaterThanOrEqual(end);
          expect(number[1]).toBeLessThanOrEqual(range[1]);
          end = range[1];
        }
      }),
    );
  });
});

it('reads digits in groups, and magnitudes', () => {
  expect(readArabic('12 000.5')).toBe(12_000.5);
  expect([factorOf(undefined), factorOf('千万'), factorOf('万亿')]).toEqual([1, 1e7, 1e12]);
});

it('knows measure words and rates by their kind', () => {
  expect(measureWords.get('批次')).toBe('count');
  expect(measureWords.get('个百分点')).toBe('percent');
  expect(rates.get('到会')).toMatchObject({ most: 100, parts: expect.arrayContaining(['到会', '实到']) });
});
