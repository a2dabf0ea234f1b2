import type { Rule } from '../../lib/engine/types.ts';
import emptySection from './empty-section.ts';
import enumerationMark from './enumeration-mark.ts';
import enumerationOrder from './enumeration-order.ts';
import headingEndMark from './heading-end-mark.ts';
import headingNumber from './heading-number.ts';
import missingPart from './missing-part.ts';
import mixedNumberStyle from './mixed-number-style.ts';
import numberLevel from './number-level.ts';
import numberMark from './number-mark.ts';

export default [
  emptySection,
  enumerationMark,
  enumerationOrder,
  headingEndMark,
  headingNumber,
  missingPart,
  mixedNumberStyle,
  numberLevel,
  numberMark,
] satisfies Rule[];
