/** A process of its own for a part of the judges' training: gets one order, sends back what it asked for. */
import { loadSources } from '../../lib/language/corrector.ts';
import { collectExamples, trainTrees } from './judge.ts';
import { type ExampleOrder, readModelsOfHalf, type TreesOrder } from './judges.ts';
import { slipExamples } from './slips.ts';

function findExamples({ folders, gate, screen, pairs }: ExampleOrder) {
  const buffer = (bytes: Uint8Array) => new Uint8Array(bytes).buffer;
  const sources = loadSources({ ...readModelsOfHalf(folders), gate: buffer(gate), screen: buffer(screen) });
  return { corrections: collectExamples(pairs, sources), slips: slipExamples(pairs, sources) };
}

process.on('message', (order: ExampleOrder | TreesOrder) => {
  if ('pairs' in order) process.send!(findExamples(order));
  else process.send!(trainTrees(order.examples, order.settings, order.names, order.provenance, order.unseen));
});
