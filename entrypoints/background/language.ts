import { browser } from 'wxt/browser';
import { loadLanguage as load, MODEL_FILES, type ModelBuffers } from '../../lib/language/corrector.ts';
import type { Language } from '../../lib/language/types.ts';

async function read(name: string): Promise<ArrayBuffer> {
  // The models are no part of the bundle, so their addresses are not among the known ones.
  const url = (browser.runtime.getURL as (path: string) => string)(`/models/${name}`);
  return (await fetch(url)).arrayBuffer();
}

/** The language model packed with the extension. Rejects where a file of it is missing or damaged. */
export async function loadLanguage(): Promise<Language> {
  const buffers = await Promise.all(
    Object.entries(MODEL_FILES).map(async ([name, file]) => [name, await read(file)] as const),
  );
  return load(Object.fromEntries(buffers) as unknown as ModelBuffers);
}
