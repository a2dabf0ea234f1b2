import type { Rule } from '../../lib/engine/types.ts';
import attachmentList from './attachment-list.ts';
import attachmentReference from './attachment-reference.ts';
import closingOfAnotherKind from './closing-of-another-kind.ts';
import emptySection from './empty-section.ts';
import enumerationMark from './enumeration-mark.ts';
import enumerationOrder from './enumeration-order.ts';
import headingEndMark from './heading-end-mark.ts';
import headingNumber from './heading-number.ts';
import inlineNumber from './inline-number.ts';
import missingPart from './missing-part.ts';
import mixedNumberStyle from './mixed-number-style.ts';
import numberLevel from './number-level.ts';
import numberMark from './number-mark.ts';
import requestInReport from './request-in-report.ts';
import salutationMark from './salutation-mark.ts';
import signatureOrder from './signature-order.ts';
import singleRequest from './single-request.ts';
import titleWording from './title-wording.ts';

export default [
  attachmentList,
  attachmentReference,
  closingOfAnotherKind,
  emptySection,
  enumerationMark,
  enumerationOrder,
  headingEndMark,
  headingNumber,
  inlineNumber,
  missingPart,
  mixedNumberStyle,
  numberLevel,
  numberMark,
  requestInReport,
  salutationMark,
  signatureOrder,
  singleRequest,
  titleWording,
] satisfies Rule[];
