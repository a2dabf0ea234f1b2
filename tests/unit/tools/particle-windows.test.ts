import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REACH } from '../../../lib/language/choice-network.ts';
import { RECORD_BYTES, writeParticleWindows } from '../../../tools/train/particle-windows.ts';
import { lexiconOf } from '../../support/lexicon-of.ts';

const lexicon = lexiconOf(
  Object.fromEntries(['认真', '完成', '任务', '工地', '取得', '猎捕', '很好'].map((word) => [word, -6])),
);
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'windows-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The records of a corpus: the characters on both sides, nearest first, and the outcome. */
function recordsOf(lines: readonly string[]) {
  const path = join(folder, 'records');
  const written = writeParticleWindows([{ name: 'news.txt', read: () => lines.join('\n') }], lexicon, path);
  const bytes = readFileSync(path);
  expect(bytes.length).toBe(written * RECORD_BYTES);
  return Array.from({ length: written }, (_, i) => {
    const record = bytes.subarray(i * RECORD_BYTES, (i + 1) * RECORD_BYTES);
    const side = (from: number) =>
      String.fromCharCode(...Array.from({ length: 3 }, (_, k) => record.readUInt16LE(2 * (from + k))));
    return { left: side(0), right: side(REACH), outcome: record[4 * REACH]! };
  });
}

describe('records of the particles', () => {
  it('hold what is on both sides, nearest first', () =>
    expect(recordsOf(['他认真地完成任务。'])).toEqual([{ left: '真认他', right: '完成任', outcome: 1 }]));

  it('fold digits and letters, and mark the ends', () =>
    expect(recordsOf(['3B得'])).toEqual([{ left: 'a0\u0001', right: '\u0001\u0001\u0001', outcome: 2 }]));

  it('know 地 that is no particle', () => {
    const places = Array.from({ length: 4 }, () => '他们猎捕地、宿营处都看过。');
    expect(recordsOf([...places, '在猎捕地附近']).map(({ outcome }) => outcome)).toEqual([3, 3, 3, 3, 3]);
  });

  it('keep a share of the commonest', () => {
    const lines = Array.from({ length: 400 }, (_, i) => `${i}个认真的人取得了成绩`);
    const kept = recordsOf(lines).filter(({ outcome }) => outcome === 0).length;
    expect(kept).toBeGreaterThan(150);
    expect(kept).toBeLessThan(250);
  });

  it('are the same for the same corpus', () => {
    const lines = Array.from({ length: 50 }, (_, i) => `${i}个认真的人很好地取得了成绩`);
    expect(recordsOf(lines)).toEqual(recordsOf(lines));
  });
});
