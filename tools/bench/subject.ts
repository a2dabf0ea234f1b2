/**
 * Measures one checker in a process of its own, so that none warms another up or shares its memory: `node subject.mjs SUBJECT
 * LENGTHS [FOLDER]`, bundled as the extension is. Prints what it measured as JSON. All times are processor time, which a busy
 * machine disturbs least.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Checker, createChecker } from '../../lib/engine/checker.ts';
import type { Language } from '../../lib/language/types.ts';
import { rules } from '../../rules/index.ts';
import { textsIn } from '../../rules/texts.ts';
import { loadNodeLanguage } from '../check/node-language.ts';
import { isPeer, loadPeer } from './peers.ts';
import { reportText } from './report-text.ts';

export interface SubjectFigures {
  /** Milliseconds for texts that were never seen before, by their lengths in UTF-16 code units. */
  readonly first: readonly Timed[];
  /** Milliseconds to check a text again after a character was typed in its middle. Empty for who checks whole texts only. */
  readonly edit: readonly Timed[];
  /** Characters a second in the texts of the folder, each seen for the first time; where there is a folder. */
  readonly folder?: { readonly texts: number; readonly characters: number; readonly charactersPerSecond: number };
  /** Megabytes of the process with the checker loaded and a text of 100,000 characters checked, over those of an empty one. */
  readonly megabytes: number;
}

export interface Timed {
  readonly length: number;
  readonly milliseconds: number;
}

const WARM_UP = 5000;
const MEMORY_TEXT = 100_000;
const EDITS = 61;
/** Milliseconds after which no further round is made. */
const ENOUGH = 4000;
const MOST_ROUNDS = 9;

const emptyProcess = process.memoryUsage().rss;

function processorTime(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[times.length >> 1]!;

/** Median of rounds, as many as are worth their time. */
function rounds(run: () => number): number {
  const times: number[] = [];
  for (let spent = 0; times.length < MOST_ROUNDS && spent < ENOUGH; spent += times.at(-1)!) times.push(run());
  return median(times);
}

/** The language model for its words alone: what rules cost that ask for them. */
const wordsOf = (language: Language): Language => ({
  words: (text) => language.words(text),
  corrections: () => [],
  particles: () => ({ readings: [], plain: 0 }),
  doublings: () => [],
  gain: () => 0,
});

/** Makes checkers that have seen no text yet. */
function checkersOf(subject: string): () => Checker {
  const make = (language?: Language) => createChecker({ rules, texts: textsIn('zh-CN'), language });
  if (subject === 'model') return () => make(loadNodeLanguage());
  const words = wordsOf(loadNodeLanguage());
  return () => make(words);
}

function timeEdits(checker: Checker, text: string): number {
  const session = checker.open();
  session.check(text);
  const middle = text.length >> 1;
  const times = Array.from({ length: EDITS }, (_, typed) => {
    // Another character each time, as in typing: nothing of the edited paragraph comes from a cache.
    const edited = text.slice(0, middle) + String.fromCharCode(0x4e00 + 37 * typed) + text.slice(middle);
    return processorTime(() => session.check(edited));
  });
  return median(times);
}

async function measure(
  subject: string,
  lengths: readonly number[],
  folder: string | undefined,
): Promise<SubjectFigures> {
  const fresh = isPeer(subject) ? undefined : checkersOf(subject);
  const peer = isPeer(subject) ? await loadPeer(subject) : undefined;
  const opened = (): ((text: string) => unknown) => peer ?? fresh!().check;
  const timeOf = (texts: readonly string[]) => {
    const check = opened();
    return processorTime(() => texts.forEach(check));
  };
  opened()(reportText(MEMORY_TEXT));
  const megabytes = (process.memoryUsage().rss - emptyProcess) / 2 ** 20;
  rounds(() => timeOf([reportText(WARM_UP)]));
  const texts = folder === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith('.txt'));
  const ofFolder = texts.map((name) => readFileSync(join(folder!, name), 'utf8'));
  const characters = ofFolder.reduce((sum, { length }) => sum + length, 0);
  const timed = (time: (text: string) => number) =>
    lengths.map(reportText).map((text) => ({ length: text.length, milliseconds: time(text) }));
  return {
    first: timed((text) => rounds(() => timeOf([text]))),
    edit: fresh ? timed((text) => timeEdits(fresh(), text)) : [],
    ...(ofFolder.length > 0 && {
      folder: {
        texts: ofFolder.length,
        characters,
        charactersPerSecond: (characters / rounds(() => timeOf(ofFolder))) * 1000,
      },
    }),
    megabytes,
  };
}

const [subject, lengths, folder] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await measure(subject!, lengths!.split(',').map(Number), folder)));
