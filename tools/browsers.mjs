/** Where Chromium and Firefox are on this machine. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = {
  chrome: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome.exe'],
  firefox: ['firefox-esr', 'firefox', 'firefox.exe'],
};

const USUAL_PLACES = {
  chrome: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
};

/**
 * @param {'chrome' | 'firefox'} browser
 * @returns {string | undefined} the executable's path; CHROME_PATH and FIREFOX_PATH come first
 */
export function findBrowser(browser) {
  const chosen = process.env[`${browser.toUpperCase()}_PATH`];
  if (chosen) return chosen;
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES[browser].map((name) => join(folder, name)));
  return [...onPath, ...USUAL_PLACES[browser]].find((path) => existsSync(path));
}
