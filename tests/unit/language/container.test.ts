import { expect, it } from 'vitest';
import { Container, packContainer } from '../../../lib/language/container.ts';

const arrays = { bytes: Uint8Array.of(1, 2, 3), words: Uint16Array.of(4, 5), scores: Float32Array.of(0.5) };
const pack = () => packContainer('sample', 2, { sources: ['甲'] }, arrays).buffer as ArrayBuffer;

it('gives back what was packed, without copying', () => {
  const buffer = pack();
  const file = new Container(buffer, 'sample', 2);
  expect([...file.u8('bytes')]).toEqual([1, 2, 3]);
  expect([...file.u16('words')]).toEqual([4, 5]);
  expect(file.f32('scores')[0]).toBe(0.5);
  expect(file.u16('words').buffer).toBe(buffer);
  expect(file.provenance).toEqual({ sources: ['甲'] });
});

it('refuses another kind, another version, and a file cut short', () => {
  expect(() => new Container(pack(), 'other', 2)).toThrow('expected other 2');
  expect(() => new Container(pack(), 'sample', 3)).toThrow('expected sample 3');
  expect(() => new Container(pack().slice(0, -1), 'sample', 2)).toThrow('cut short');
  expect(() => new Container(new ArrayBuffer(4), 'sample', 2)).toThrow('not a model file');
});

it('refuses an array that is not there or of another type', () => {
  const file = new Container(pack(), 'sample', 2);
  expect(() => file.u8('none')).toThrow('no array none');
  expect(() => file.u8('words')).toThrow('no array words');
});
