// Content scripts run in every frame of every page: they take along those of the interface's texts that they can say.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** What a content script may import that speaks. */
const SPEAKERS = ['entrypoints/content', 'lib/page', 'lib/ui'];
const LOCALE_FILE = /_locales[\\/]\w+[\\/]messages\.json$/;

/**
 * Of a locale file's texts, those whose key stands in the sources: as a string, or begun as a template (`severity_${…}`).
 *
 * @param {Readonly<Record<string, unknown>>} texts
 * @param {string} sources
 * @returns {Record<string, unknown>}
 */
export function textsUsedIn(texts, sources) {
  const strings = new Set(Array.from(sources.matchAll(/'(\w+)'/g), ([, key]) => key));
  const prefixes = Array.from(sources.matchAll(/`(\w+_)\$\{/g), ([, prefix]) => prefix);
  const isUsed = (key) => strings.has(key) || prefixes.some((prefix) => key.startsWith(prefix));
  return Object.fromEntries(Object.entries(texts).filter(([key]) => isUsed(key)));
}

/** The sources of all that a content script may say. */
export const speakerSources = () =>
  SPEAKERS.flatMap((folder) =>
    readdirSync(`${ROOT}${folder}`)
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(`${ROOT}${folder}/${name}`, 'utf8')),
  ).join('\n');

/** @returns {import('vite').Plugin} */
export function pageTexts() {
  let isContentScript = false;
  return {
    name: 'page-texts',
    enforce: 'pre',
    configResolved({ build }) {
      isContentScript = JSON.stringify(build.lib || '').includes('entrypoints/content');
    },
    load(id) {
      if (!isContentScript || !LOCALE_FILE.test(id)) return null;
      return JSON.stringify(textsUsedIn(JSON.parse(readFileSync(id, 'utf8')), speakerSources()));
    },
  };
}
