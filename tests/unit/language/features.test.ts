import { describe, expect, it } from 'vitest';
import { loadSources } from '../../../lib/language/corrector.ts';
import { featuresOf, judgeFeatures } from '../../../lib/language/features.ts';
import { SCREEN_FEATURES, screenFeatures } from '../../../lib/language/screen.ts';
import { SLIP_FEATURES, slipFeatures } from '../../../lib/language/slip-features.ts';
import { nodeModels } from '../../../tools/check/node-language.ts';

/** Everything that the judges may be asked about the place. */
const TEXT = '会议布署了下一阶段安全生产工作，要求认真贯彻实施。';

describe('what the judges are told', () => {
  const sources = loadSources(nodeModels());
  const doubts = sources.doubt(TEXT);
  const proposals = sources.propose(doubts);

  it('has a name for each number', () => {
    expect(proposals.length).toBeGreaterThan(0);
    const [ofPlace] = featuresOf(TEXT, proposals, sources);
    expect(ofPlace![0]).toHaveLength(judgeFeatures(sources.topics.registers).length);
    expect(screenFeatures(proposals[0]!, proposals[0]!.alternatives[0]!, 0)).toHaveLength(SCREEN_FEATURES.length);
  });

  it('has a name for each number of a slip', () => {
    const text = '各项工作取得了阶段性成，群众满意。';
    const slips = sources.slipFinder.find(sources.doubt(text));
    expect(slips.length).toBeGreaterThan(0);
    expect(slipFeatures(text, slips, [], sources)[0]).toHaveLength(SLIP_FEATURES.length);
  });

  it('has no name twice', () => {
    for (const names of [judgeFeatures(sources.topics.registers), SCREEN_FEATURES, SLIP_FEATURES]) {
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
