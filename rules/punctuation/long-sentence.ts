import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';

/** UTF-16 units between two stops beyond which a reader loses the thread. */
const LONGEST = 150;
const FEWEST_COMMAS = 6;
const STRETCH = /[^。；！？：]+/g;

/** One sentence that runs on and on, held together by commas. */
export default defineRule({
  id: 'punctuation/long-sentence',
  messages: { long: 'hint' },
  basis: 'GB/T 15834—2011 4.1',
  scope: 'paragraph',
  examples: [
    {
      wrong:
        '⟦一年来，我带领全所同志深入企业走访，了解企业困难，宣传惠企政策，推动问题解决，同时加强队伍建设，组织业务培训，开展岗位练兵，举办技能比武，提升执法能力，规范执法行为，还积极参与文明城市创建，组织志愿服务，清理卫生死角，劝导不文明行为，得到了群众的广泛好评，全年没有发生一起安全事故，也没有收到一起投诉举报，各项工作都取得了比较明显的进步⟧。',
    },
    {
      right:
        '一年来，我带领全所同志深入企业走访，了解企业困难，宣传惠企政策，推动问题解决。同时加强队伍建设，组织业务培训，开展岗位练兵，举办技能比武，提升执法能力，规范执法行为；还积极参与文明城市创建，组织志愿服务，清理卫生死角，劝导不文明行为，得到了群众的广泛好评。',
    },
  ],
  check({ text }, context) {
    if (text.length < LONGEST) return;
    for (const { 0: stretch, index } of allMatches(text, STRETCH)) {
      if (stretch.length <= LONGEST) continue;
      const commas = stretch.match(/，/g)?.length ?? 0;
      if (commas < FEWEST_COMMAS || commas < stretch.length / 40) continue;
      const start = index + /^\s*/.exec(stretch)![0].length;
      context.report({ range: [start, index + stretch.length], message: 'long', data: { length: stretch.length } });
    }
  },
});
