/** Bundles a test editor's page script from its npm packages, when a test asks for it. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { ROOT } from '../build-extension.ts';

const bundles = new Map<string, Promise<string>>();

/** The script of tests/e2e/editors/pages/NAME.ts with all it imports; styles are put into the page by the script. */
export function bundlePage(name: string): Promise<string> {
  let bundle = bundles.get(name);
  if (!bundle) {
    bundle = bundleNow(name);
    bundles.set(name, bundle);
  }
  return bundle;
}

async function bundleNow(name: string): Promise<string> {
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: [fileURLToPath(new URL(`pages/${name}.ts`, import.meta.url))],
    outdir: 'out',
    bundle: true,
    write: false,
    format: 'iife',
    charset: 'utf8',
    target: 'es2022',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
    loader: { '.svg': 'dataurl', '.woff': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl', '.eot': 'dataurl' },
  });
  const outputs = result.outputFiles;
  const styles = outputs.filter(({ path }) => path.endsWith('.css')).map(({ text }) => text);
  const scripts = outputs.filter(({ path }) => path.endsWith('.js')).map(({ text }) => text);
  const style = `document.head.append(Object.assign(document.createElement('style'),{textContent:${JSON.stringify(styles.join('\n'))}}));`;
  return `${styles.length > 0 ? style : ''}\n${scripts.join('\n')}`;
}
