import { copyFileSync, cpSync, existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'wxt';
import { BundledPackages, NOTICES_FILE } from './tools/bundle/licenses.ts';
import { noInnerHtml } from './tools/bundle/no-inner-html.ts';
import { pageTexts } from './tools/page-texts.mjs';
import { textAssets } from './tools/text-assets.mjs';

const packages = new BundledPackages();

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
    permissions: ['storage', 'contextMenus'],
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Q' } },
      'open-panel': { suggested_key: { default: 'Alt+Shift+Q' }, description: '__MSG_openPanel__' },
    },
    // The browser itself keeps background and pages from the network; the development server needs it.
    ...(command === 'build' && {
      content_security_policy: {
        extension_pages:
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
      },
    }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: '{445747b8-6987-4eee-a610-211f5a058683}',
          // The first of desktop and of Android that reads the next line.
          strict_min_version: '142.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
  vite: () => ({
    plugins: [pageTexts(), textAssets(), noInnerHtml(), packages.plugin()],
    esbuild: {
      jsx: 'automatic',
      jsxImportSource: 'preact',
      // Else a pattern with \p{…} is written as a call that makes it anew each time it is used.
      supported: { 'regexp-unicode-property-escapes': true },
    },
    // Rules and their texts are loaded from disk, not over a network.
    build: { chunkSizeWarningLimit: 4096 },
  }),
  hooks: {
    'build:done': ({ config: { root, outDir, command } }) => {
      // The language model is read by URL, not imported: it goes beside the bundle as it is.
      const models = resolve(root, 'assets/models');
      if (existsSync(models)) cpSync(models, resolve(outDir, 'models'), { recursive: true });
      if (command !== 'build') return;
      copyFileSync(resolve(root, 'LICENSE'), resolve(outDir, 'LICENSE'));
      writeFileSync(resolve(outDir, NOTICES_FILE), packages.notices(root));
    },
  },
});
