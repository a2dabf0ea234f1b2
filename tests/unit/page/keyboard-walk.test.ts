import { describe, expect, it } from 'vitest';
import type { KeyedIssue } from '../../../lib/engine/types.ts';
import { nextStop, type Stop, type Walk, type Walkable } from '../../../lib/page/keyboard-walk.ts';

/** A field with an issue at each “错”. */
class Field implements Walkable {
  caret: number | undefined;
  text: string;

  constructor(text: string, caret?: number) {
    this.text = text;
    this.caret = caret;
  }

  get length(): number {
    return this.text.length;
  }

  get issues(): readonly KeyedIssue[] {
    return [...this.text.matchAll(/错/g)].map(({ index }) => ({
      ruleId: 'typo/a',
      category: 'typo',
      severity: 'error',
      range: [index, index + 1],
      message: '错',
      key: '错',
    }));
  }
}

/** A writer who presses the key: with the card open, or after leaving it. */
class Writer {
  walk: Walk<Field> | undefined;
  shown: Stop<Field> | undefined;

  constructor(readonly fields: readonly Field[]) {}

  /** @returns offset of the issue that is shown */
  press(): number | undefined {
    const step = nextStop(this.fields, this.walk, this.shown);
    this.walk = step?.walk;
    this.shown = step?.stop;
    return step?.stop.issue.range[0];
  }

  /** Closes the card and leaves the caret where it is. */
  close(): void {
    this.shown = undefined;
  }
}

//                0123456789
const THREE = '一错二三错四五错。';
const walks = (text: string, caret: number) => new Writer([new Field(text, caret)]);

describe('the walk begins', () => {
  it.each([
    ['at the issue that the caret is in', 1, 1],
    ['at the issue that the caret stands behind', 2, 1],
    ['at the next issue behind the caret', 3, 4],
    ['at the first issue when none is behind the caret', 9, 1],
  ])('%s', (_, caret, expected) => {
    expect(walks(THREE, caret).press()).toBe(expected);
  });

  it('in the field that has the caret', () => {
    const writer = new Writer([new Field('错'), new Field(THREE, 3)]);
    expect(writer.press()).toBe(4);
  });

  it.each([
    ['no field has the focus', [new Field(THREE)]],
    ['nothing is wrong', [new Field('好', 0)]],
    ['there is no field', []],
  ])('nowhere when %s', (_, fields) => {
    expect(new Writer(fields).press()).toBeUndefined();
  });
});

describe('the walk goes on', () => {
  it('from issue to issue while the card is open, and from the last to the first', () => {
    const writer = walks(THREE, 3);
    expect([writer.press(), writer.press(), writer.press(), writer.press()]).toEqual([4, 7, 1, 4]);
  });

  it('with the issue that was shown when the card was closed and the caret stayed', () => {
    const writer = walks(THREE, 3);
    expect([writer.press(), writer.press()]).toEqual([4, 7]);
    writer.close();
    expect([writer.press(), writer.press()]).toEqual([7, 1]);
  });

  it('to the next issue when the one that was shown has been fixed', () => {
    const writer = walks(THREE, 0);
    expect(writer.press()).toBe(1);
    writer.fields[0]!.text = '一对二三错四五错。';
    writer.close();
    expect(writer.press()).toBe(4);
  });

  it('when a fix before the caret has taken it along', () => {
    const writer = walks(THREE, 6);
    expect([writer.press(), writer.press()]).toEqual([7, 1]);
    writer.fields[0]!.text = '一对对二三错四五错。';
    writer.fields[0]!.caret = 7;
    writer.close();
    // Behind the place that was fixed, not behind the caret.
    expect(writer.press()).toBe(5);
  });

  it('anew when the caret was put elsewhere', () => {
    const writer = walks(THREE, 0);
    expect(writer.press()).toBe(1);
    writer.close();
    writer.fields[0]!.caret = 6;
    expect(writer.press()).toBe(7);
  });

  it('to an issue that has appeared at the caret, before the others', () => {
    const writer = walks('一二三错', 1);
    expect(writer.press()).toBe(3);
    writer.close();
    writer.fields[0]!.text = '错二三错';
    expect(writer.press()).toBe(0);
  });

  it('stays where the shown issue is the only one', () => {
    const writer = walks('错', 0);
    expect([writer.press(), writer.press()]).toEqual([0, 0]);
  });
});
