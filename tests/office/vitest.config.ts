import { defineConfig } from 'vitest/config';

/** LibreOffice's eyes on what is written: `npm run test:office`. No part of `npm test`, since it needs LibreOffice. */
export default defineConfig({
  test: {
    name: 'office',
    include: ['tests/office/**/*.test.ts'],
    globalSetup: ['tests/office/install.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
