/**
 * Compiles the candidate and word lexicons: `npm run lexicon -- --data DIR --out assets/models`. The data folder holds
 * corpus/, general/ and lexicon/ as described in assets/LICENSES.md. The same data give the same bytes. With
 * `--confusions` nothing but the confusions in the candidates that are there, from the misspelt sentences of dev/.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import confusions from '../../assets/lexicons/confusions.tsv';
import { CANDIDATES_MAGIC, loadCandidates } from '../../lib/language/candidates.ts';
import { loadLexicon } from '../../lib/language/lexicon.ts';
import { LexiconFile } from '../../lib/language/lexicon-sections.ts';
import { readTable } from '../../lib/vocabulary/table.ts';
import { CANDIDATES_OF_HALF, isCounted } from '../train/halves.ts';
import { readBuffer } from './buffers.ts';
import { compileCharacters, replaceConfusions } from './character-table.ts';
import { readSentencePairs } from './sources.ts';
import { collectWords, keptWords, weighWords } from './word-list.ts';
import { packWords } from './word-trie.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    out: { type: 'string', default: 'assets/models' },
    halves: { type: 'string' },
    confusions: { type: 'boolean', default: false },
  },
});
if (!values.data) throw new Error('Usage: npm run lexicon -- --data DIR [--out DIR] [--halves DIR] [--confusions]');
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

const pairs = readSentencePairs(data);

/** @param compile makes the candidates, given the misspelt sentences that they may know */
function writeCandidates(compile: (sentences: typeof pairs) => Uint8Array): Uint8Array {
  const candidates = compile(pairs);
  write('candidates.bin', candidates);
  // For training the judges: a table that knows one half of the misspelt sentences only.
  if (halves) {
    const counted = pairs.filter(([, right]) => isCounted(right));
    writeFileSync(join(halves, CANDIDATES_OF_HALF), compile(counted));
  }
  return candidates;
}

async function compileAll(): Promise<void> {
  const sources = collectWords(data!);
  console.log(`${sources.words.size} words collected`);
  const segmenter = loadLexicon(buffer(packWords(sources.words.values(), () => [])));
  const counts = await weighWords(sources, data!, segmenter);
  const words = keptWords(sources, ownMisspellings());
  console.log(`${words.length} words kept`);
  const texts = new Set(words.map(({ text }) => text));
  const readings = loadCandidates(
    buffer(writeCandidates((sentences) => compileCharacters(data!, counts, texts, sentences))),
  );
  const readingsOf = (code: number) =>
    Array.from(
      { length: readings.readingCount(code) },
      (_, reading) => readings.syllables[readings.syllableOf(code, reading)]!,
    );
  write('lexicon.bin', packWords(words, readingsOf));
}

if (values.confusions) {
  const file = new LexiconFile(readBuffer(join(out, 'candidates.bin')), CANDIDATES_MAGIC);
  writeCandidates((sentences) => replaceConfusions(data, file, sentences));
} else await compileAll();
