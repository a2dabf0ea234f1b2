/** Writes a smoothed and pruned model in the form that lib/language/character-model.ts reads. */
import { CHARACTER_MODEL, NODES_PER_BASE, STEP } from '../../lib/language/character-model.ts';
import { type ModelArray, type Provenance, packContainer } from '../../lib/language/container.ts';
import type { KneserNey } from './kneser-ney.ts';
import { ORDER } from './ngram-counts.ts';

/** A probability in steps of −STEP nats. */
const quantise = (probability: number) => Math.min(255, Math.max(0, Math.round(-Math.log(probability) / STEP)));

interface Children {
  readonly first: Uint32Array;
}

/** Numbers of the kept n-grams of an order among themselves, and where the kept children of each begin. */
function keptChildren(model: KneserNey, n: number): Children {
  const { kept } = model.smoothed[n]!;
  const { child } = model.levels[n]!;
  const longer = model.smoothed[n + 1]!.kept;
  const first: number[] = [];
  let next = 0;
  for (let entry = 0; entry < kept.length; entry++) {
    if (!kept[entry]) continue;
    first.push(next);
    for (let i = child[entry]!; i < child[entry + 1]!; i++) next += longer[i]!;
  }
  first.push(next);
  return { first: Uint32Array.from(first) };
}

/** @throws if a node has more children than an offset can hold */
function relative(first: Uint32Array): { base: Uint32Array; offset: Uint16Array } {
  const base = Uint32Array.from(
    { length: Math.ceil(first.length / NODES_PER_BASE) },
    (_, i) => first[i * NODES_PER_BASE]!,
  );
  const offset = new Uint16Array(first.length);
  for (let i = 0; i < first.length; i++) {
    const distance = first[i]! - base[(i / NODES_PER_BASE) | 0]!;
    if (distance > 0xffff) throw new Error('too many children for a 16-bit offset');
    offset[i] = distance;
  }
  return { base, offset };
}

function levelArrays(model: KneserNey, n: number): Record<string, ModelArray> {
  const { kept, probability, backoff } = model.smoothed[n]!;
  const size = kept.reduce((sum, flag) => sum + flag, 0);
  const hasChildren = n < ORDER;
  const symbols = new Uint16Array(size);
  const probabilities = new Uint8Array(size);
  const backoffs = new Uint8Array(hasChildren ? size : 0);
  let at = 0;
  for (let entry = 0; entry < kept.length; entry++) {
    if (!kept[entry]) continue;
    symbols[at] = model.levels[n]!.symbol[entry]!;
    probabilities[at] = quantise(probability[entry]!);
    if (hasChildren) backoffs[at] = quantise(backoff[entry]!);
    at++;
  }
  const { base, offset } = relative(hasChildren ? keptChildren(model, n).first : new Uint32Array(0));
  return {
    [`symbol-${n}`]: symbols,
    [`probability-${n}`]: probabilities,
    [`backoff-${n}`]: backoffs,
    [`child-base-${n}`]: base,
    [`child-offset-${n}`]: offset,
  };
}

export function packCharacterModel(
  model: KneserNey,
  alphabet: Uint16Array,
  characters: readonly number[],
  provenance: Provenance,
): Uint8Array {
  const { probability, backoff } = model.smoothed[1]!;
  const arrays: Record<string, ModelArray> = {
    alphabet,
    characters: Uint16Array.from(characters),
    'symbol-log-probability': Float32Array.from(probability, Math.log),
    'backoff-1': Uint8Array.from(backoff, quantise),
    'child-1': keptChildren(model, 1).first,
  };
  for (let n = 2; n <= ORDER; n++) Object.assign(arrays, levelArrays(model, n));
  return packContainer(CHARACTER_MODEL.kind, CHARACTER_MODEL.version, provenance, arrays);
}
