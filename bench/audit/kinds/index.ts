import type { Kind } from '../kind.js';
import { bracketCount, gradeCount, itemDoubled, itemDropped, sentenceCount } from './counts.js';
import { clusterSlip, placeSlip, titleSlip } from './names.js';
import {
  amountSlip,
  cellLost,
  contentsShifted,
  partChanged,
  periodEnd,
  rowDoubled,
  scoresSwapped,
  surplusDash,
  totalChanged,
} from './tables.js';
import {
  annexMissing,
  annexTitle,
  citedLater,
  impossibleDate,
  numbering,
  rangeReversed,
  sentenceDoubled,
  shareOver,
  targetConflict,
} from './texts.js';

/** Every kind of error, in the order of the printed table. */
export const KINDS: readonly Kind[] = [
  sentenceCount,
  bracketCount,
  gradeCount,
  itemDropped,
  itemDoubled,
  totalChanged,
  partChanged,
  amountSlip,
  cellLost,
  surplusDash,
  contentsShifted,
  rowDoubled,
  sentenceDoubled,
  numbering,
  rangeReversed,
  citedLater,
  impossibleDate,
  periodEnd,
  shareOver,
  annexMissing,
  annexTitle,
  placeSlip,
  clusterSlip,
  titleSlip,
  targetConflict,
  scoresSwapped,
];
