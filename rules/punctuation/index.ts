import type { Rule } from '../../lib/engine/types.ts';
import clauseSeries from './clause-series.ts';
import commaForStop from './comma-for-stop.ts';
import dash from './dash.ts';
import ellipsis from './ellipsis.ts';
import halfWidth from './half-width.ts';
import listColon from './list-colon.ts';
import longSentence from './long-sentence.ts';
import misplacedMark from './misplaced-mark.ts';
import missingEnd from './missing-end.ts';
import missingPauseMark from './missing-pause-mark.ts';
import mixedSeparator from './mixed-separator.ts';
import nestedMark from './nested-mark.ts';
import ordinalMark from './ordinal-mark.ts';
import pauseMark from './pause-mark.ts';
import questionMark from './question-mark.ts';
import quotedSentenceEnd from './quoted-sentence-end.ts';
import quotedSeparator from './quoted-separator.ts';
import rangeSign from './range-sign.ts';
import repeatedMark from './repeated-mark.ts';
import space from './space.ts';
import stopBehindAdverbial from './stop-behind-adverbial.ts';
import strayComma from './stray-comma.ts';
import unpairedMark from './unpaired-mark.ts';
import vocativeMark from './vocative-mark.ts';

export default [
  clauseSeries,
  dash,
  ellipsis,
  halfWidth,
  longSentence,
  misplacedMark,
  missingEnd,
  mixedSeparator,
  nestedMark,
  ordinalMark,
  pauseMark,
  quotedSeparator,
  repeatedMark,
  space,
  unpairedMark,
  commaForStop,
  missingPauseMark,
  strayComma,
  stopBehindAdverbial,
  rangeSign,
  questionMark,
  listColon,
  vocativeMark,
  quotedSentenceEnd,
] satisfies Rule[];
