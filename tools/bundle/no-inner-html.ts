import type { Plugin } from 'vite';

const PREACT = /[\\/]preact[\\/]dist[\\/]preact\.module\.js$/;

/**
 * Preact writes `innerHTML` for `dangerouslySetInnerHTML`, which is used nowhere here. Without it the packages hold no way
 * to turn text into markup, and the stores' linters have nothing to warn of.
 */
export const noInnerHtml = (): Plugin => ({
  name: 'no-inner-html',
  enforce: 'pre',
  transform(code, id) {
    if (!PREACT.test(id)) return undefined;
    if (!code.includes('.innerHTML=')) this.error('Preact no longer writes innerHTML: take this plugin out.');
    return { code: code.replaceAll('.innerHTML=', '.textContent='), map: null };
  },
});
