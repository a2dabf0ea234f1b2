import { existsSync, readFileSync } from 'node:fs';
import { loadLanguage } from '../../lib/language/corrector.ts';
import { MODEL_FILES, type ModelBuffers } from '../../lib/language/model-files.ts';
import type { Language } from '../../lib/language/types.ts';

const folder = new URL('../../assets/models/', import.meta.url);

function read(name: string): ArrayBuffer {
  const bytes = readFileSync(new URL(name, folder));
  // Small files share a pooled buffer, and arrays need their own alignment.
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

/** The model files of assets/models. @throws where there are none */
export const nodeModels = (): ModelBuffers =>
  Object.fromEntries(Object.entries(MODEL_FILES).map(([name, file]) => [name, read(file)])) as unknown as ModelBuffers;

/** A language model of assets/models that has not read anything yet. @throws where there is none */
export const loadNodeLanguage = (): Language => loadLanguage(nodeModels());

let language: Language | undefined;

/** The language model of assets/models, loaded once; undefined where it has not been trained. */
export function nodeLanguage(): Language | undefined {
  if (!language && existsSync(new URL(MODEL_FILES.judge, folder))) language = loadNodeLanguage();
  return language;
}
