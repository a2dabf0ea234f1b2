import { cpSync, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'wxt';
import { textAssets } from './tools/text-assets.mjs';

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  // Every import is written out, so that a reader sees where a name comes from.
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser, command }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'zh_CN',
    // docs/privacy.md gives the reason for each; a test compares the two lists.
    permissions: ['storage'],
    // The browser itself keeps background and pages from the network; the development server needs it.
    ...(command === 'build' && {
      content_security_policy: {
        extension_pages:
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'",
      },
    }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'qingyang@qingyang.example',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
  vite: () => ({
    plugins: [textAssets()],
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  }),
  hooks: {
    // The language model is read by URL, not imported: it goes beside the bundle as it is.
    'build:done': (wxt) => {
      const models = resolve(wxt.config.root, 'assets/models');
      if (existsSync(models)) cpSync(models, resolve(wxt.config.outDir, 'models'), { recursive: true });
    },
  },
});
