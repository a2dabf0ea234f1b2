import type { Rule } from '../../lib/engine/types.ts';
import approximation from './approximation.ts';
import brokenFigure from './broken-figure.ts';
import capitalAmount from './capital-amount.ts';
import chineseNumeral from './chinese-numeral.ts';
import dateForm from './date-form.ts';
import dateRange from './date-range.ts';
import documentNumber from './document-number.ts';
import fullWidthDigit from './full-width-digit.ts';
import impossibleDate from './impossible-date.ts';
import mixedDate from './mixed-date.ts';
import mixedMagnitude from './mixed-magnitude.ts';
import mixedNumerals from './mixed-numerals.ts';
import multipleDecrease from './multiple-decrease.ts';
import percentForm from './percent-form.ts';
import percentageRange from './percentage-range.ts';
import planYear from './plan-year.ts';
import quantityRange from './quantity-range.ts';
import relativeYear from './relative-year.ts';
import thousandsMark from './thousands-mark.ts';
import timeForm from './time-form.ts';
import two from './two.ts';
import twoDigitYear from './two-digit-year.ts';
import unitSymbol from './unit-symbol.ts';
import weekday from './weekday.ts';
import yearOfTitle from './year-of-title.ts';
import yearSpan from './year-span.ts';
import zeroForm from './zero-form.ts';

export default [
  approximation,
  capitalAmount,
  chineseNumeral,
  dateForm,
  dateRange,
  documentNumber,
  fullWidthDigit,
  impossibleDate,
  mixedDate,
  mixedMagnitude,
  mixedNumerals,
  multipleDecrease,
  percentForm,
  percentageRange,
  planYear,
  relativeYear,
  twoDigitYear,
  weekday,
  yearOfTitle,
  yearSpan,
  zeroForm,
  thousandsMark,
  quantityRange,
  timeForm,
  brokenFigure,
  unitSymbol,
  two,
] satisfies Rule[];
