import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packContainer } from '../../../lib/language/container.ts';
import { isIntact } from '../../../lib/language/integrity.ts';
import { packLexicon } from '../../../lib/language/lexicon-sections.ts';

const folder = new URL('../../../assets/models/', import.meta.url);
const readsOn = () => Promise.resolve();
const intact = (bytes: Uint8Array) => isIntact(bytes.slice().buffer as ArrayBuffer, readsOn);

describe.each([
  ['a container', () => packContainer('sample', 2, {}, { bytes: new Uint8Array(100).fill(7) })],
  ['a lexicon', () => packLexicon('TEST', ['by hand'], {}, { bytes: new Uint8Array(100).fill(7) })],
])('%s', (_, pack) => {
  it('is intact as it was packed', async () => expect(await intact(pack())).toBe(true));

  it('is not with a bit turned, a byte less or a byte more', async () => {
    const turned = pack();
    turned[turned.length - 50]! ^= 1;
    expect(await intact(turned)).toBe(false);
    expect(await intact(pack().slice(0, -1))).toBe(false);
    expect(await intact(Uint8Array.of(...pack(), 0))).toBe(false);
  });
});

it.each([0, 3, 11, 16, 40])('%i bytes of anything are no file', async (length) => {
  expect(await intact(new Uint8Array(length).fill(0x51))).toBe(false);
});

it('lets others run while it reads a long file', async () => {
  let pauses = 0;
  const pause = async () => {
    pauses++;
  };
  const file = packContainer('sample', 1, {}, { bytes: new Uint8Array(9 << 20) });
  expect(await isIntact(file.buffer as ArrayBuffer, pause)).toBe(true);
  expect(pauses).toBe(2);
});

it('all models that are shipped are intact', async () => {
  for (const name of readdirSync(folder))
    expect([name, await intact(readFileSync(new URL(name, folder)))]).toEqual([name, true]);
});
