import { describe, expect, it } from 'vitest';
import { keepSelection } from '../../../lib/ui/checklist/selection.ts';

describe('keepSelection', () => {
  it('keeps what is still there', () => {
    expect(keepSelection('b', ['a', 'b', 'c'], ['c', 'b'])).toBe('b');
  });

  it('goes on to the next when the selected one has gone', () => {
    expect(keepSelection('b', ['a', 'b', 'c'], ['a', 'c'])).toBe('c');
    expect(keepSelection('a', ['a', 'b', 'c'], ['c'])).toBe('c');
  });

  it('goes back when there is none behind it', () => {
    expect(keepSelection('c', ['a', 'b', 'c'], ['a', 'b'])).toBe('b');
  });

  it('goes on to an issue beside the one that has gone, which a fix has given another id', () => {
    expect(keepSelection('a', ['a', 'b', 'c'], ['b2', 'c'])).toBe('b2');
    expect(keepSelection('b', ['a', 'b', 'c'], ['a2', 'c2'])).toBe('c2');
    expect(keepSelection('b', ['a', 'b', 'c', 'd'], ['a', 'c2', 'd'])).toBe('c2');
  });

  it('starts with the first', () => {
    expect(keepSelection(undefined, [], ['a', 'b'])).toBe('a');
    expect(keepSelection('x', ['a'], ['b'])).toBe('b');
    expect(keepSelection('a', ['a'], [])).toBeUndefined();
  });
});
