import linter, { type LintMessage } from 'addons-linter';
import type { BrowserName } from '../../tests/e2e/harness/browsers.ts';

/** The linter is Firefox's: of Chrome's manifest it asks what only Firefox needs. Everything else holds for both. */
const FIREFOX_ONLY: ReadonlySet<string> = new Set([
  'ADDON_ID_REQUIRED',
  'BACKGROUND_SERVICE_WORKER_NOFALLBACK',
  'MISSING_DATA_COLLECTION_PERMISSIONS',
]);

/** It knows no permission of Chrome's own. */
const CHROME_PERMISSION = /Invalid permissions "sidePanel"/;

const isAboutFirefox = ({ code, message }: LintMessage) => FIREFOX_ONLY.has(code) || CHROME_PERMISSION.test(message);

const describe = ({ code, message, file, line }: LintMessage) =>
  `${code}: ${message}${file ? ` (${file}${line ? `:${line}` : ''})` : ''}`;

/** @returns every error, warning and notice of addons-linter on a package, in its own words */
export async function lintPackage(browser: BrowserName, path: string): Promise<string[]> {
  const { errors, warnings, notices } = await linter
    .createInstance({
      config: { _: [path], logLevel: 'fatal', output: 'none', stack: false, boring: true },
      runAsBinary: false,
    })
    .run();
  return [...errors, ...warnings, ...notices]
    .filter((message) => browser === 'firefox' || !isAboutFirefox(message))
    .map(describe);
}
