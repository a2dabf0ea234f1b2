/** What a script of ours that has ended without a word has left in the page: Firefox ends it so with its extension. */
import { HIGHLIGHT_NAMES, PREFIX } from '../highlight/styles.ts';

/** Where hosts of ours are put: see `layerOf`. */
const IN_LAYERS = ':root > *, dialog > *, [popover] > *';

/**
 * Takes paint and hosts out of the document; a living script of ours would lose its own. A style sheet that is left in it
 * styles nothing any more, and Firefox lets nobody have it back.
 */
export function clearLeftovers(document: Document): void {
  const { highlights } = document.defaultView!.CSS;
  for (const name of HIGHLIGHT_NAMES) highlights.delete(name);
  for (const host of document.querySelectorAll(IN_LAYERS)) if (host.localName.startsWith(PREFIX)) host.remove();
}
