import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Pattern } from './slow-patterns.ts';

/** TypeScript files of a folder and all folders in it. */
export const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));

/** The regular expressions that stand in a source file as literals. */
export function literalsIn(file: string): Pattern[] {
  const found: Pattern[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return found;
}

/** The regular expressions that a program puts together while it runs: all that `new RegExp` makes until `stop`. */
export function recordPatterns(): { readonly found: readonly Pattern[]; stop(): void } {
  const found: Pattern[] = [];
  const Original = globalThis.RegExp;
  const make = (pattern: RegExp | string, flags?: string) => {
    const made = new Original(pattern, flags);
    found.push(made);
    return made;
  };
  globalThis.RegExp = new Proxy(Original, {
    construct: (_, [pattern, flags]) => make(pattern, flags),
    apply: (_, __, [pattern, flags]) => make(pattern, flags),
  });
  return {
    found,
    stop() {
      globalThis.RegExp = Original;
    },
  };
}
