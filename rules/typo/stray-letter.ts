import syllables from '../../assets/lexicons/syllables.tsv';
import { allMatches } from '../../lib/document/matches.ts';
import type { Range } from '../../lib/document/types.ts';
import { defineRule, perParagraph } from '../../lib/engine/rule.ts';
import { readTable } from '../../lib/vocabulary/table.ts';

/** Small letters between Chinese characters, as an input method leaves them: “平台s建设”, “情况de报告”. */
const LETTERS = /[a-z]{1,12}(?<=\p{Script=Han}[a-z]{1,12})(?=[\p{Script=Han}，。；、])/gu;
const CHARACTERS = new Map(readTable(syllables).map(({ syllable, characters }) => [syllable!, characters!]));
const LONGEST_SYLLABLE = 6;
/** Nats that the sentence must gain without the letters. On clean text words such as “电e贷” gain as much once in a million characters. */
const LEAST_GAIN = 3.5;

const lettersIn = perParagraph(({ text }) => allMatches(text, LETTERS));

/** Whether letters can be read as syllables of pinyin from end to end; one letter is the beginning of one. */
function isPinyin(letters: string): boolean {
  if (letters.length === 1) return true;
  const reaches = [true];
  for (let end = 1; end <= letters.length; end++) {
    reaches[end] = false;
    for (let start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start++) {
      if (reaches[start] && CHARACTERS.has(letters.slice(start, end))) reaches[end] = true;
    }
  }
  return reaches[letters.length]!;
}

/** Letters that the input method left among the characters. Letters that recur in the document are meant. */
export default defineRule({
  id: 'typo/stray-letter',
  messages: { stray: 'warning' },
  scope: 'document',
  examples: [
    { wrong: '全县电子政务平台⟦s⟧建设成效明显。', right: '全县电子政务平台建设成效明显。' },
    { wrong: '各单位要认真做好情况⟦de⟧报告。', right: '各单位要认真做好情况的报告。' },
    { right: '参加x射线培训，x值取平均，打开app填报。' },
    { right: '希望ta们能来，ta们的家人也能来。' },
  ],
  check({ blocks }, { language, report }) {
    if (!language) return;
    const counts = new Map<string, number>();
    for (const { paragraph } of blocks) {
      for (const [letters] of lettersIn(paragraph)) counts.set(letters, (counts.get(letters) ?? 0) + 1);
    }
    for (const { paragraph, start } of blocks) {
      for (const { 0: letters, index } of lettersIn(paragraph)) {
        if (counts.get(letters)! > 1 || !isPinyin(letters)) continue;
        const place: Range = [index, index + letters.length];
        const gainOf = (text: string) => language.gain(paragraph.text, place, text);
        const without = gainOf('');
        if (without < LEAST_GAIN) continue;
        const meant = [...(CHARACTERS.get(letters) ?? '')]
          .map((character) => ({ character, gain: gainOf(character) }))
          .filter(({ gain }) => gain > without)
          .sort((a, b) => b.gain - a.gain)[0];
        report({
          range: [place[0] + start, place[1] + start],
          message: 'stray',
          data: { letters },
          suggestions: meant ? [meant.character, ''] : [''],
        });
      }
    }
  },
});
