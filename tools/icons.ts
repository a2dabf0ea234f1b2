/** Draws public/icon/*.png from the SVG sources in assets/icons, with the Chrome that the tests use. */
import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { findBrowser } from './browsers.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Small sizes have a drawing of their own, with fewer and stronger strokes. */
const SIZES = { 16: 'icon-small.svg', 32: 'icon.svg', 48: 'icon.svg', 128: 'icon.svg' };

const executablePath = findBrowser('chrome');
if (!executablePath) throw new Error('Chrome or Chromium is needed to draw the icons');
const browser = await puppeteer.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
try {
  await mkdir(`${root}public/icon`, { recursive: true });
  const page = await browser.newPage();
  for (const [size, source] of Object.entries(SIZES)) {
    const svg = await readFile(`${root}assets/icons/${source}`, 'utf8');
    await page.setViewport({ width: Number(size), height: Number(size) });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
    await page.screenshot({ path: `${root}public/icon/${size}.png`, omitBackground: true });
  }
} finally {
  await browser.close();
}
