/**
 * How well Word files of every kind are read and written: `npm run evaluate:word -- DIR…`. Each .docx and .docm in the
 * folders is opened, corrected at many places, as typed and as tracked changes with remarks, opened again and compared,
 * its text with what the edits make of it and every part with its original. Nothing is written to disk.
 * Exit status 1 where a file was harmed, 2 where it could not run.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Container } from '../../lib/docx/container.ts';
import { saveWordFile } from '../../lib/docx/save.ts';
import { type TextEdit, UnreadableFile, type WordFile } from '../../lib/docx/types.ts';
import { openWordFile } from '../../lib/docx/word-file.ts';
import { parseXml } from '../../lib/docx/xml.ts';
import { applyFixes } from '../../lib/engine/fix.ts';
import { fillIn } from '../../lib/engine/issue.ts';
import zh from './zh-CN.json' with { type: 'json' };

/** So many places of a file are corrected. */
const PLACES = 200;

/** Parts that corrections and remarks may change. */
const MAY_CHANGE =
  /^\[Content_Types\]\.xml$|(?:^|\/)_rels\/[^/]*document[^/]*\.rels$|\/(?:document|header|footer|footnotes|endnotes|comments)\d*\.xml$/;

/** Replacements, insertions and deletions in turn, all over the text. */
function editsOf({ text }: WordFile): TextEdit[] {
  const step = Math.max(7, Math.floor(text.length / PLACES));
  return Array.from({ length: Math.floor(text.length / step) }, (_, index): TextEdit => {
    const start = index * step;
    const size = [2, 0, 3][index % 3]!;
    return { range: [start, Math.min(start + size, text.length)], replacement: ['改<', '加', ''][index % 3]! };
  });
}

interface Outcome {
  readonly faults: string[];
  readonly edits: number;
  readonly unmade: ReadonlyMap<string, number>;
}

/** Parts that must not change and did, and changed parts that are not well-formed. */
function partFaults(before: Container, after: Container, mainPart: string): string[] {
  return before.names.flatMap((name) => {
    let original: Uint8Array | undefined;
    try {
      original = before.read(name);
    } catch (error) {
      if (error instanceof UnreadableFile) return []; // a part that is damaged in the original, and that nobody reads
      throw error;
    }
    const written = after.read(name);
    if (original && written && Buffer.compare(original, written) === 0) return [];
    if (!MAY_CHANGE.test(name) && name !== mainPart) return [`changed ${name}`];
    parseXml(new TextDecoder().decode(written));
    return [];
  });
}

function tryFile(bytes: Uint8Array, file: WordFile): Outcome {
  const faults: string[] = [];
  const unmade = new Map<string, number>();
  const edits = editsOf(file);
  const before = new Container(bytes);
  const mainPart = before.names.find((name) => /document\d*\.xml$/.test(name)) ?? '';
  for (const as of ['applied', 'tracked'] as const) {
    const remarks = as === 'tracked' ? edits.map(({ range }) => ({ range, text: '注' })) : [];
    const saved = saveWordFile(bytes, { edits, remarks, as, author: '清样', date: new Date() });
    for (const { reason } of saved.unmadeEdits) unmade.set(reason, (unmade.get(reason) ?? 0) + 1);
    const refused = new Set(saved.unmadeEdits.map(({ change }) => change));
    const made = edits.filter((edit) => !refused.has(edit));
    const expected = applyFixes(
      file.text,
      made.map(({ range, replacement }) => ({ range, text: replacement })),
    );
    if (openWordFile(saved.bytes).text !== expected) faults.push(`text differs (${as})`);
    faults.push(...partFaults(before, new Container(saved.bytes), mainPart));
  }
  return { faults, edits: edits.length * 2, unmade };
}

function main(folders: readonly string[]): number {
  if (folders.length === 0) {
    process.stderr.write(`${zh.usage}\n`);
    return 2;
  }
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.doc[xm]$/i.test(name))
      .map((name) => join(folder, name)),
  );
  const unreadable = new Map<string, number>();
  const unmade = new Map<string, number>();
  let readable = 0;
  let harmed = 0;
  let edits = 0;
  let slowest = 0;
  for (const path of files) {
    const bytes = new Uint8Array(readFileSync(path));
    const start = performance.now();
    try {
      const file = openWordFile(bytes);
      slowest = Math.max(slowest, performance.now() - start);
      readable++;
      const outcome = tryFile(bytes, file);
      edits += outcome.edits;
      for (const [reason, count] of outcome.unmade) unmade.set(reason, (unmade.get(reason) ?? 0) + count);
      if (outcome.faults.length > 0) {
        harmed++;
        process.stdout.write(`${path}: ${outcome.faults.join(', ')}\n`);
      }
    } catch (error) {
      const reason = error instanceof UnreadableFile ? error.reason : String(error);
      if (!(error instanceof UnreadableFile)) harmed++;
      unreadable.set(reason, (unreadable.get(reason) ?? 0) + 1);
      process.stdout.write(`${path}: ${reason}\n`);
    }
  }
  const listed = (counts: ReadonlyMap<string, number>) =>
    [...counts].map(([reason, count]) => `${reason} ${count}`).join(', ') || '0';
  process.stdout.write(
    `${fillIn(zh.summary, {
      files: files.length,
      readable,
      unreadable: listed(unreadable),
      written: readable - harmed,
      edits,
      unmade: listed(unmade),
      slowest: Math.round(slowest),
    })}\n`,
  );
  return harmed > 0 ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
