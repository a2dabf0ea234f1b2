/**
 * Compiles the candidate and word lexicons: `npm run lexicon -- --data DIR --out assets/models`. The data folder holds
 * corpus/, general/ and lexicon/ as described in assets/LICENSES.md. The same data give the same bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import confusions from '../../assets/lexicons/confusions.tsv';
import { loadCandidates } from '../../lib/language/candidates.ts';
import { loadLexicon } from '../../lib/language/lexicon.ts';
import { readTable } from '../../lib/vocabulary/table.ts';
import { HALVES, halfOf, modelWithout } from '../train/halves.ts';
import { compileCharacters } from './character-table.ts';
import { readSentencePairs } from './sources.ts';
import { collectWords, keptWords, weighWords } from './word-list.ts';
import { packWords } from './word-trie.ts';

const { values } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string', default: 'assets/models' }, halves: { type: 'string' } },
});
if (!values.data) throw new Error('Usage: npm run lexicon -- --data DIR [--out DIR] [--halves DIR]');
const { data, out, halves } = values;
mkdirSync(out, { recursive: true });

function write(name: string, bytes: Uint8Array): void {
  writeFileSync(join(out, name), bytes);
  console.log(`${name}: ${bytes.length} bytes`);
}

const buffer = (bytes: Uint8Array): ArrayBuffer => bytes.buffer as ArrayBuffer;

/** What the project's own table calls wrong in any context. */
function ownMisspellings(): Set<string> {
  const rows = readTable(confusions).filter(({ condition, severity }) => severity === 'error' && !condition);
  return new Set(rows.map(({ wrong = '' }) => wrong));
}

const sources = collectWords(data);
console.log(`${sources.words.size} words collected`);
const segmenter = loadLexicon(buffer(packWords(sources.words.values(), () => [])));
const characterCounts = await weighWords(sources, data, segmenter);
const words = keptWords(sources, ownMisspellings());
console.log(`${words.length} words kept`);

const wordTexts = new Set(words.map((word) => word.text));
const candidates = compileCharacters(data, characterCounts, wordTexts, readSentencePairs(data));
write('candidates.bin', candidates);
// For training the judge: tables that do not know one half of the misspelt sentences.
if (halves) {
  for (const half of HALVES) {
    const others = readSentencePairs(data).filter(([, right]) => halfOf(right) !== half);
    writeFileSync(
      join(halves, modelWithout('candidates', half)),
      compileCharacters(data, characterCounts, wordTexts, others),
    );
  }
}
const readings = loadCandidates(buffer(candidates));
write(
  'lexicon.bin',
  packWords(words, (code) =>
    Array.from(
      { length: readings.readingCount(code) },
      (_, reading) => readings.syllables[readings.syllableOf(code, reading)]!,
    ),
  ),
);
