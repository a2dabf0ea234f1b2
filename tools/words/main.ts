/**
 * Makes the tagger's model, assets/models/tagger.bin:
 *
 *   npm run words -- --data DIR --tagged FILE [--out DIR]
 *
 * DIR is the data folder of assets/LICENSES.md; FILE is text tagged by LAC, see tag.ts. The same input gives the same
 * bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import surnameTable from '../../assets/lexicons/surnames.tsv';
import { readTable } from '../../lib/vocabulary/table.ts';
import { readText } from '../train/corpus.ts';
import { countTagged } from './counts.ts';
import { readDictionary } from './dictionary.ts';
import { makeModel } from './model.ts';

const { values } = parseArgs({
  options: { data: { type: 'string' }, tagged: { type: 'string' }, out: { type: 'string', default: 'assets/models' } },
});
const { data, tagged, out } = values;
if (!data || !tagged) throw new Error('Usage: npm run words -- --data DIR --tagged FILE [--out DIR]');

const dictionary = readDictionary(data);
const counts = countTagged(readFileSync(tagged, 'utf8').split('\n').filter(Boolean), dictionary);

const people = new Map(counts.people);
for (const line of readText(join(data, 'lexicon/pycorrector_person_name.txt')).split(/\r?\n/)) {
  const [name = '', frequency] = line.split(/\s+/);
  if (/^[\u4e00-\u9fff]{2,3}$/.test(name)) people.set(name, (people.get(name) ?? 0) + Number(frequency) / 100);
}
const foreign: string[] = [];
for (const line of readText(join(data, 'lexicon/jieba_dict.txt.xz')).split('\n')) {
  const [word = '', , tag] = line.split(' ');
  if ((tag === 'nrt' || tag === 'nrfg') && word.length >= 3) foreign.push(word);
}
const places = readText(join(data, 'lexicon/cn_streets.csv'))
  .split('\n')
  .map(
    (line) =>
      line
        .split(',')[1]
        ?.replaceAll('"', '')
        .replace(/(?:街道|地区)$/, '') ?? '',
  )
  .filter((name) => /^[\u4e00-\u9fff]{2,4}$/.test(name))
  // What it ends with says what it is.
  .map((name) => name.slice(0, -1));
const surnames = new Set<string>(readTable(surnameTable).map(({ surname = '' }) => surname));

const bytes = makeModel(
  counts,
  dictionary,
  { people, foreign, places: [...places, ...[...counts.places.keys()].map((name) => name.slice(0, -1))], surnames },
  [
    'words, tags and frequencies: jieba 0.42.1 (MIT); words and tags: segmentit 2.0.3 (MIT)',
    'which tag follows which, and the tags of words in their sentences: counted on text that LAC tagged (Apache-2.0)',
  ],
);
writeFileSync(join(out, 'tagger.bin'), bytes);
console.log(`tagger.bin: ${bytes.length} bytes`);
