/** The files of assets/models, by what they hold. */
export interface ModelBuffers {
  readonly characters: ArrayBuffer;
  readonly words: ArrayBuffer;
  readonly candidates: ArrayBuffer;
  readonly lexicon: ArrayBuffer;
  readonly topics: ArrayBuffer;
  readonly gate: ArrayBuffer;
  readonly screen: ArrayBuffer;
  readonly judge: ArrayBuffer;
  readonly slips: ArrayBuffer;
  readonly tagger: ArrayBuffer;
  readonly particles: ArrayBuffer;
  readonly doublings: ArrayBuffer;
}

/** Their names in assets/models. */
export const MODEL_FILES: Readonly<Record<keyof ModelBuffers, string>> = {
  characters: 'characters.bin',
  words: 'words.bin',
  candidates: 'candidates.bin',
  lexicon: 'lexicon.bin',
  topics: 'topics.bin',
  gate: 'gate.bin',
  screen: 'screen.bin',
  judge: 'judge.bin',
  slips: 'slips.bin',
  tagger: 'tagger.bin',
  particles: 'particles.bin',
  doublings: 'doublings.bin',
};
