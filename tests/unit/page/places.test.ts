import { expect, it } from 'vitest';
import { Places } from '../../../lib/page/places.ts';

it('gives the place of the one longest unused to the one that is used', () => {
  const places = new Places<string>(2);
  expect(places.use('甲')).toBeUndefined();
  expect(places.use('乙')).toBeUndefined();
  expect(places.isFull).toBe(true);
  expect(places.use('甲')).toBeUndefined();
  expect(places.use('丙')).toBe('乙');
  expect([...places]).toEqual(['甲', '丙']);
});

it('has a place again when one leaves', () => {
  const places = new Places<string>(1);
  places.use('甲');
  places.leave('甲');
  expect(places.isFull).toBe(false);
  expect(places.use('乙')).toBeUndefined();
  expect(places.has('甲')).toBe(false);
});
