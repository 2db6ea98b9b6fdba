import type { Check } from './check.js';
import { coverage } from './coverage.js';
import { crossReference } from './cross-reference/index.js';
import { dateOrder } from './date-order.js';
import { declaredCount } from './declared-count/index.js';
import { duplicateNotice } from './duplicate-notice.js';
import { duplicateRow } from './duplicate-row.js';
import { duplicateText } from './duplicate-text.js';
import { metadata } from './metadata.js';
import { numbering } from './numbering.js';
import { personalData } from './personal-data.js';
import { ratingConflict } from './rating-conflict/index.js';
import { share } from './share.js';
import { sum } from './sum/index.js';
import { tableShape } from './table-shape/index.js';
import { targetConflict } from './target-conflict.js';
import { textRepair } from './text-repair.js';
import { unresolvedName } from './unresolved-name.js';

export { finding, type Audited, type Check } from './check.js';

/** Every check, in the order they run. A new check is one line here. */
export const CHECKS: readonly Check[] = [
  textRepair,
  duplicateNotice,
  declaredCount,
  numbering,
  sum,
  share,
  duplicateRow,
  duplicateText,
  tableShape,
  crossReference,
  dateOrder,
  metadata,
  personalData,
  targetConflict,
  ratingConflict,
  unresolvedName,
  coverage,
];
