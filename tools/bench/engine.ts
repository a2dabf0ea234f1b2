/** Speed and memory of the engine and of its peers, each in a process of its own. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { createChecker } from '../../lib/engine/checker.ts';
import type { Rule, Texts } from '../../lib/engine/types.ts';
import { PEER_NAMES } from './peers.ts';
import { reportText } from './report-text.ts';
import type { SubjectFigures } from './subject.ts';

/** As deep in the project as this folder, so that the models are found. */
const BUNDLE = fileURLToPath(new URL('../../.output/bench/subject.mjs', import.meta.url));
const ENTRY = fileURLToPath(new URL('subject.ts', import.meta.url));
const REPORT = 5000;
const RULE_ROUNDS = 25;

/** ‘rules’ with the words that they ask for, ‘model’ all that there is, and the peers. */
export const SUBJECTS = ['rules', 'model', ...PEER_NAMES] as const;
export type Subject = (typeof SUBJECTS)[number];
export type EngineFigures = Partial<Record<Subject, SubjectFigures>>;

/**
 * @param lengths of the texts, in UTF-16 code units
 * @param folder of .txt files to be checked too
 */
export async function measureEngine(
  subjects: readonly Subject[],
  lengths: readonly number[],
  folder?: string,
): Promise<EngineFigures> {
  await build({
    entryPoints: [ENTRY],
    outfile: BUNDLE,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'esnext',
    packages: 'external',
    loader: { '.tsv': 'text' },
    logLevel: 'error',
  });
  const figures: EngineFigures = {};
  for (const subject of subjects) {
    process.stderr.write(`${subject}…\n`);
    const args = [BUNDLE, subject, lengths.join(','), ...(folder === undefined ? [] : [folder])];
    const printed = execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 24 });
    // A peer may print too: the figures are the last line.
    figures[subject] = JSON.parse(printed.slice(printed.lastIndexOf('\n') + 1)) as SubjectFigures;
  }
  return figures;
}

/** What each rule alone adds to a full check of a report, in milliseconds of processor time; the dearest first. */
export function costOfRules(rules: readonly Rule[], texts: Texts): [id: string, milliseconds: number][] {
  const report = reportText(REPORT);
  const timeOf = (some: readonly Rule[]) => {
    let least = Number.POSITIVE_INFINITY;
    for (let round = 0; round < RULE_ROUNDS; round++) {
      const before = process.cpuUsage();
      createChecker({ rules: some, texts }).check(report);
      const { user, system } = process.cpuUsage(before);
      least = Math.min(least, (user + system) / 1000);
    }
    return least;
  };
  const without = timeOf([]);
  return rules.map((rule) => [rule.id, timeOf([rule]) - without] as [string, number]).sort((a, b) => b[1] - a[1]);
}
