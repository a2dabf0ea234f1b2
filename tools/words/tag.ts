/**
 * Tags the text that the word model is counted on:
 *
 *   npm run words:tag -- --data DIR --lac jieba/lac_small --out FILE
 *
 * A sample of each file of the corpus, sentence by sentence; the folder jieba/lac_small is part of jieba 0.42.1 (Debian:
 * python3-jieba). Takes an hour of one core. The same input gives the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readText } from '../train/corpus.ts';
import { progress } from '../train/progress.ts';
import { LexicalAnalysis } from './lac.ts';

/** Characters that are taken of each file, in thousands: most of official prose, something of everything. */
const SAMPLE: Readonly<Record<string, number>> = {
  gov_reports_policy: 400,
  peoples_daily_2019_2020: 400,
  univ_news: 300,
  wechat_magazine: 250,
  laws: 200,
  xwlb_2012_2026: 200,
  essays_daily: 150,
  news_misc: 150,
  hospital_news: 120,
  jiwei_legal_practice: 120,
  provincial_reports_2026: 120,
  reading_exam: 120,
  books_modern: 100,
  bedtimenews: 80,
  chinaxiv_papers: 80,
  finance_news: 80,
  tech_general: 80,
  csl_abstracts: 60,
  business_news_2010_2011: 50,
  literature_essays: 50,
  medical_books: 50,
};
const LENGTHS = { least: 4, most: 120 };
/** LAC has not learned marks: what stands between them is tagged by itself. */
const CLAUSES = /([^\u4e00-\u9fff〇A-Za-z0-9.%％０-９]+|(?<![0-9])\.|\.(?![0-9]))/;
const IS_MARKS = new RegExp(`^${CLAUSES.source}$`);
/** Clauses of one length that are tagged together. */
const BATCH = 128;

const { values } = parseArgs({
  options: { data: { type: 'string' }, lac: { type: 'string' }, out: { type: 'string' } },
});
const { data, lac, out } = values;
if (!data || !lac || !out) throw new Error('Usage: npm run words:tag -- --data DIR --lac DIR --out FILE');

function sampleOf(text: string, characters: number): string[] {
  const lines = text.split('\n');
  const step = Math.max(1, Math.floor(text.length / characters));
  return lines
    .filter((_, i) => i % step === 0)
    .flatMap((line) => line.split(/(?<=[。！？；])/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => {
      const han = sentence.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
      return sentence.length >= LENGTHS.least && sentence.length <= LENGTHS.most && han * 2 > sentence.length;
    });
}

const sentences = new Set<string>();
for (const [name, thousands] of Object.entries(SAMPLE)) {
  for (const sentence of sampleOf(readText(join(data, 'corpus', `${name}.txt.xz`)), 1000 * thousands))
    sentences.add(sentence);
}
const parts = [...sentences].map((sentence) => sentence.split(CLAUSES).filter((part) => part !== ''));
const byLength = new Map<number, string[]>();
for (const clause of new Set(parts.flat().filter((part) => !IS_MARKS.test(part)))) {
  const { length } = clause;
  if (!byLength.has(length)) byLength.set(length, []);
  byLength.get(length)!.push(clause);
}
progress(`${sentences.size} sentences`);

const analysis = new LexicalAnalysis(lac);
const tagged = new Map<string, string>();
for (const [length, clauses] of [...byLength].sort(([a], [b]) => a - b)) {
  for (let i = 0; i < clauses.length; i += BATCH) {
    const batch = clauses.slice(i, i + BATCH);
    analysis.tag(batch).forEach((words, k) => {
      tagged.set(batch[k]!, words.map(({ text, tag }) => `${text}/${tag}`).join(' '));
    });
  }
  progress(`clauses of ${length} characters: ${clauses.length}`);
}
const marks = (part: string) => [...part.replace(/\s+/g, '')].map((mark) => `${mark}/w`).join(' ');
const lines = parts.map((line) =>
  line
    .map((part) => tagged.get(part) ?? marks(part))
    .filter(Boolean)
    .join(' '),
);
writeFileSync(out, `${lines.join('\n')}\n`);
