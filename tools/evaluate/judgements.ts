import { readFileSync } from 'node:fs';
import type { Judgement, Judgements } from './rule-alarms.ts';

/**
 * What a person found on looking at alarms in clean text; to be looked at again when the rule changes. Columns: rule,
 * severity, how many looked at, how many deserved, what they were.
 */
const FILE = new URL('judgements.tsv', import.meta.url);

export function parseJudgements(table: string): Judgements {
  const judgements = new Map<string, Judgement>();
  for (const [number, line] of table.trim().split(/\r?\n/).entries()) {
    if (number === 0) continue;
    const [rule = '', severity = '', looked = '', deserved = ''] = line.split('\t');
    judgements.set(`${rule} ${severity}`, { looked: Number(looked), deserved: Number(deserved) });
  }
  return judgements;
}

export const readJudgements = (): Judgements => parseJudgements(readFileSync(FILE, 'utf8'));
