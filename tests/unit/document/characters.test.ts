import { expect, it } from 'vitest';
import { perCharacter } from '../../../lib/document/characters.ts';

it('asks once of each character', () => {
  const asked: string[] = [];
  const isHan = perCharacter((character) => {
    asked.push(character);
    return character === '甲';
  });
  const answers = [...'甲a甲a\uffff'].map((character) => isHan(character.charCodeAt(0)));
  expect(answers).toEqual([true, false, true, false, false]);
  expect(asked).toEqual(['甲', 'a', '\uffff']);
});

it('knows no character beyond the end of a text', () => {
  expect(perCharacter(() => true)(''.charCodeAt(0))).toBe(false);
});
