import { describe, expect, it } from 'vitest';
import { ShapePool } from '../../../tools/lexicon/shape-pool.ts';
import { ShapeTable } from '../../../tools/lexicon/shapes.ts';

const table = new ShapeTable(
  new Map([
    ['租', '⿰⿱丿木且'],
    ['柤', '⿰木且'],
    ['讼', '⿰讠公'],
    ['坏', '⿰土⿱'],
  ]),
  {
    木: 'jfsl',
    且: 'fcjjj',
    公: 'slnk',
    讠: 'kp',
    丿: 's',
    未: 'jjfsl',
    末: 'jjfsl',
    人: 'sl',
    疆: 'zjzfjfcjfjjfcjfjj',
  },
);
const likeness = (a: string, b: string) => table.likeness(table.shapeOf(a), table.shapeOf(b));

describe('likeness of shapes', () => {
  it('sees a part changed, added or dropped', () => {
    expect(likeness('租', '柤')).toBeGreaterThan(0.8);
    expect(likeness('讼', '公')).toBeGreaterThan(0.7);
  });

  it('sees the same strokes, and that few are not many', () => {
    expect(likeness('未', '末')).toBeGreaterThan(0.9);
    expect(likeness('人', '疆')).toBe(0);
  });

  it('is symmetric, and 1 for the same', () => {
    expect(likeness('租', '公')).toBe(likeness('公', '租'));
    expect(likeness('租', '租')).toBe(1);
  });

  it('takes a broken description as the character itself', () => {
    expect(table.shapeOf('坏').operator).toBe('');
  });
});

describe('the pool', () => {
  const characters = ['租', '柤', '讼', '公', '未', '末', '疆'];
  const pool = new ShapePool(
    characters.map((character) => table.shapeOf(character)),
    characters.map(() => true),
  );
  const named = (indices: ReadonlySet<number>) => [...indices].map((index) => characters[index]);

  it('finds what shares a part, or is one', () => {
    expect(named(pool.sharingParts(0))).toContain('柤');
    expect(named(pool.sharingParts(3))).toContain('讼');
  });

  it('finds what shares most strokes', () => {
    expect(named(pool.sharingStrokes(4))).toContain('末');
    expect(named(pool.sharingStrokes(4))).not.toContain('疆');
  });
});
