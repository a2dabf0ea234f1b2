import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, LONGEST_LIST, loadCandidates } from '../../../lib/language/candidates.ts';
import { soundClass, splitSyllable, syllableDistance } from '../../../lib/language/candidates-sound.ts';
import { loadWordCandidates } from '../../../lib/language/candidates-words.ts';
import { LexiconFile, packLexicon } from '../../../lib/language/lexicon-sections.ts';
import { bufferOf, candidates, lexicon } from './lexicon-data.ts';

const listOf = (character: string) => candidates.forCharacter(character.charCodeAt(0));
const find = (wrong: string, right: string) => listOf(wrong).find(({ text }) => text === right);

describe('candidates of a character', () => {
  it.each([
    ['布', '部', 'same-sound'],
    ['记', '计', 'same-sound'],
    ['坐', '座', 'same-sound'],
    ['身', '生', 'near-sound'],
    ['末', '未', 'shape'],
    ['柤', '租', 'shape'],
    ['枧', '规', 'shape'],
    ['申', '中', 'shape'],
    ['拆', '诉', 'shape'],
    ['人', '入', 'shape'],
    ['日', '目', 'shape'],
  ])('of %s has %s by %s', (wrong, right, kind) => {
    expect(find(wrong, right)?.kind).toBe(kind);
  });

  it.each([
    ['姊', '第'],
    ['予', '子'],
    ['筞', '策'],
    ['冢', '家'],
  ])('of %s has %s', (wrong, right) => {
    expect(find(wrong, right)).toBeDefined();
  });

  it('of a traditional or variant form has the standard one close by', () => {
    expect(find('臺', '台')!.distance).toBeLessThan(0.15);
    expect(find('況', '况')!.distance).toBeLessThan(0.15);
    expect(candidates.standardForm('況'.charCodeAt(0))).toBe('况');
    expect(candidates.standardForm('况'.charCodeAt(0))).toBeUndefined();
  });

  it('have the nearer ones of equal frequency first, and never the character itself', () => {
    expect(listOf('布').some(({ text }) => text === '布')).toBe(false);
    expect(
      listOf('布')
        .slice(0, 3)
        .map(({ text }) => text),
    ).toContain('不');
  });

  it('are few, different, and within 0…1 in every distance', () => {
    const isSound = ({ distance, sound, shape, text, code }: Candidate) =>
      text === String.fromCharCode(code) && [distance, sound, shape].every((value) => value >= 0 && value <= 1);
    for (let code = 0x4e00; code < 0xa000; code += 61) {
      const list = candidates.forCharacter(code);
      expect(list.length).toBeLessThanOrEqual(LONGEST_LIST);
      expect(new Set(list.map((candidate) => candidate.code)).size).toBe(list.length);
      expect(list.filter((candidate) => !isSound(candidate))).toEqual([]);
    }
  });

  it('are the same list each time, whatever was asked between', () => {
    const first = listOf('贯');
    listOf('彻');
    expect(listOf('贯')).toEqual(first);
    expect(candidates.listFor(0x8d2f)).toBe(candidates.listFor(0x8d2f));
  });

  it('are none of what is no Han character', () => {
    for (const code of [0, 0x41, 0x3001, 0xd800, 0xdfff, 0xffff]) expect(candidates.forCharacter(code)).toHaveLength(0);
  });
});

describe('distances of characters', () => {
  it('grow from same tone to other tone to near sound to none', () => {
    const sound = (a: string, b: string) => candidates.soundDistance(a.charCodeAt(0), b.charCodeAt(0));
    const order = [sound('布', '部'), sound('计', '机'), sound('今', '经'), sound('布', '日')];
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBe(0);
    expect(order[3]).toBe(1);
  });

  it('by shape are 0 for the same and 1 for the unlike', () => {
    expect(candidates.shapeDistance(0x4e00, 0x4e00)).toBe(0);
    expect(candidates.shapeDistance('未'.charCodeAt(0), '末'.charCodeAt(0))).toBeLessThan(0.2);
    expect(candidates.shapeDistance('未'.charCodeAt(0), '疆'.charCodeAt(0))).toBe(1);
  });

  it('of syllables are symmetric and 0 only for the same', () => {
    const syllable = fc.constantFrom(
      'zhi',
      'zi',
      'shen',
      'sheng',
      'lan',
      'nan',
      'fu',
      'hu',
      'ju',
      'zhu',
      'yi',
      'yu',
      'a',
    );
    fc.assert(
      fc.property(syllable, syllable, (a, b) => {
        expect(syllableDistance(a, b)).toBe(syllableDistance(b, a));
        expect(syllableDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });

  it('knows what dialects merge and what hands slip on', () => {
    expect(syllableDistance('zhi', 'zi')).toBeLessThan(0.4);
    expect(syllableDistance('jin', 'jing')).toBeLessThan(0.4);
    expect(syllableDistance('lan', 'nan')).toBeLessThan(0.4);
    expect(syllableDistance('guang', 'guan')).toBeLessThan(0.7);
    expect(syllableDistance('ba', 'xiong')).toBe(1);
    expect(splitSyllable('ju')).toEqual(['j', 'v']);
    expect(soundClass('zheng')).toBe(soundClass('zen'));
    expect(soundClass('qu')).not.toBe(soundClass('qi'));
  });
});

describe('whole words of the same or near sound', () => {
  const words = loadWordCandidates(candidates, lexicon);
  const textsOf = (text: string) => words.wordsSoundingLike(text, 0, text.length).map((word) => word.text);

  it.each([
    ['元泽', '原则'],
    ['须要', '需要'],
    ['布署', '部署'],
    ['坐阵', '坐镇'],
    ['截止', '截至'],
    ['贯彻洛实', '贯彻落实'],
  ])('for %s has %s', (wrong, right) => {
    expect(textsOf(wrong)).toContain(right);
  });

  it('never gives the text itself, nor anything for what is no word length or no Han text', () => {
    expect(textsOf('工作')).not.toContain('工作');
    expect(words.wordsSoundingLike('工', 0, 1)).toHaveLength(0);
    expect(words.wordsSoundingLike('工作', 1, 2)).toHaveLength(0);
    expect(words.wordsSoundingLike('ab，。', 0, 4)).toHaveLength(0);
  });

  it('has nearer and commoner words first', () => {
    expect(textsOf('布署')[0]).toBe('部署');
    expect(textsOf('须要')[0]).toBe('需要');
  });

  it('knows collected misspellings of another sound', () => {
    const [wrong, right] = new LexiconFile(bufferOf('candidates.bin'), 'QYCD').table('collected');
    expect(candidates.collectedCorrection(`不${wrong}，`, 1, 1 + wrong!.length)).toBe(right);
    expect(candidates.collectedCorrection('工作', 0, 2)).toBeUndefined();
  });
});

describe('the file', () => {
  it('gives back what was packed, and refuses what it is not', () => {
    const bytes = packLexicon(
      'TEST',
      ['by hand'],
      { names: ['甲', '乙'] },
      { a: Uint8Array.of(1, 2, 3), b: Uint16Array.of(9) },
    );
    const file = new LexiconFile(bytes.slice().buffer, 'TEST');
    expect([...file.u8('a'), ...file.u16('b'), ...file.table('names')]).toEqual([1, 2, 3, 9, '甲', '乙']);
    expect(file.provenance).toEqual(['by hand']);
    expect(() => file.u16('a')).toThrow('No u16 section a');
    expect(() => loadCandidates(bytes.buffer as ArrayBuffer)).toThrow('Not a QYCD lexicon');
    expect(() => loadCandidates(new ArrayBuffer(3))).toThrow('Not a QYCD lexicon');
  });
});
