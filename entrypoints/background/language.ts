import { browser } from 'wxt/browser';

/** A file of the language model packed with the extension. Rejects where it cannot be read. */
export async function readModelFile(name: string): Promise<ArrayBuffer> {
  // The models are no part of the bundle, so their addresses are not among the known ones.
  const url = (browser.runtime.getURL as (path: string) => string)(`/models/${name}`);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.arrayBuffer();
}
