/**
 * Lexicons are tab-separated text that a proofreader can edit. These two hooks make `import rows from './x.tsv'`
 * mean "the text of that file", for Vite (extension, tests) and for Node (command-line tools). Style sheets imported as
 * text, `./x.css?inline`, are Vite's own; Node learns of them here.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const isLexicon = (id) => id.split('?')[0].endsWith('.tsv');
const isText = (id) => isLexicon(id) || id.endsWith('.css?inline');
const asModule = async (path) => `export default ${JSON.stringify(await readFile(path, 'utf8'))};`;

/** @returns {import('vite').Plugin} */
export const textAssets = () => ({
  name: 'text-assets',
  enforce: 'pre',
  load: (id) => (isLexicon(id) ? asModule(id.split('?')[0]) : undefined),
});

/** @type {import('node:module').LoadHook} */
export async function load(url, context, nextLoad) {
  if (!isText(url)) return nextLoad(url, context);
  return { format: 'module', source: await asModule(fileURLToPath(url)), shortCircuit: true };
}
