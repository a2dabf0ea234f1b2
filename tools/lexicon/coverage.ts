/**
 * How many of the wrong characters in collected misspellings have the right one among their candidates:
 * `node --import ./tools/node-loader.mjs tools/lexicon/coverage.ts --data DIR [--missed]`; every .tsv in the folder is
 * lines of wrong TAB right.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCandidates } from '../../lib/language/candidates.ts';
import { readBuffer } from './buffers.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    candidates: { type: 'string', default: 'assets/models/candidates.bin' },
    missed: { type: 'boolean', default: false },
  },
});
if (!values.data) throw new Error('Usage: coverage.ts --data DIR [--candidates FILE] [--missed]');
const source = loadCandidates(readBuffer(values.candidates));

interface Tally {
  errors: number;
  found: number;
  listed: number;
  readonly ranks: number[];
  readonly kinds: Map<string, number>;
  readonly missed: string[];
}

function tally(lines: readonly string[]): Tally {
  const result: Tally = { errors: 0, found: 0, listed: 0, ranks: [], kinds: new Map(), missed: [] };
  for (const line of lines) {
    const [wrong, right] = line.split('\t');
    if (!wrong || !right || wrong.length !== right.length) continue;
    for (let i = 0; i < wrong.length; i++) {
      if (wrong[i] === right[i] || !/[\u3400-\u9FFF]/.test(right[i]!)) continue;
      const list = source.forCharacter(wrong.charCodeAt(i));
      const rank = list.findIndex((candidate) => candidate.text === right[i]);
      const kind = rank < 0 ? 'missed' : list[rank]!.kind;
      result.errors++;
      result.listed += list.length;
      result.kinds.set(kind, (result.kinds.get(kind) ?? 0) + 1);
      if (rank < 0) result.missed.push(wrong[i]! + right[i]!);
      else {
        result.found++;
        result.ranks.push(rank);
      }
    }
  }
  return result;
}

for (const name of readdirSync(values.data).sort()) {
  if (!name.endsWith('.tsv')) continue;
  const result = tally(readFileSync(join(values.data, name), 'utf8').split(/\r?\n/));
  const share = (longest: number): string =>
    ((100 * result.ranks.filter((rank) => rank < longest).length) / result.errors).toFixed(2);
  const kinds = [...result.kinds].map(([kind, count]) => `${kind} ${count}`).join(', ');
  const shorter = [20, 40, 60, 80].map((longest) => `${share(longest)} in the first ${longest}`).join(', ');
  console.log(`${name}: ${share(Number.POSITIVE_INFINITY)}% of ${result.errors} errors; ${shorter}`);
  console.log(`  mean list ${(result.listed / result.errors).toFixed(1)}; ${kinds}`);
  if (values.missed) console.log(result.missed.join(' '));
}
