import type { Rule } from '../../lib/engine/types.ts';
import enumerationMark from './enumeration-mark.ts';
import enumerationOrder from './enumeration-order.ts';
import headingNumber from './heading-number.ts';
import missingPart from './missing-part.ts';
import mixedNumberStyle from './mixed-number-style.ts';

export default [headingNumber, enumerationOrder, enumerationMark, mixedNumberStyle, missingPart] satisfies Rule[];
