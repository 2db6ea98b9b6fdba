import type { Check } from './check.js';
import { coverage } from './coverage.js';
import { crossReference } from './cross-reference.js';
import { declaredCount } from './declared-count.js';
import { duplicateRow, duplicateText } from './duplicates.js';
import { sum } from './sum.js';
import { tableShape } from './table-shape.js';
import { duplicateNotice, textRepair } from './text-repair.js';
import { unresolvedName } from './unresolved-name.js';

export { finding, type Audited, type Check } from './check.js';

/** Every check, in the order they run. A new check is one line here. */
export const CHECKS: readonly Check[] = [
  textRepair,
  duplicateNotice,
  declaredCount,
  sum,
  duplicateRow,
  duplicateText,
  tableShape,
  crossReference,
  unresolvedName,
  coverage,
];
