import { defineConfig } from 'vitest/config';
import { textAssets } from './tools/text-assets.mjs';

const plugins = [textAssets()];
const esbuild = { jsx: 'automatic', jsxImportSource: 'preact' } as const;

export default defineConfig({
  test: {
    reporters: ['default', './tools/summary-reporter.mjs'],
    projects: [
      {
        plugins,
        esbuild,
        test: {
          name: 'unit',
          testTimeout: 30_000,
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          // A record's style is part of the file that is written.
          css: { include: [/lib\/report/] },
        },
      },
      {
        plugins,
        esbuild,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/build-extension.ts'],
          // Two cores: one browser at a time keeps timings honest.
          fileParallelism: false,
          // A real browser on a busy machine can miss a moment; a fault shows every time.
          retry: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
