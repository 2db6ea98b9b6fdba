import type { ObligationRead } from '../schemas/index.js';
import { defineExtractor } from './define.js';
import { contextOf } from './obligations/plan.js';
import { fromSentences } from './obligations/sentences.js';
import { fromTables } from './obligations/tables.js';
import { fromClauses } from './obligations/text.js';

export { isTaskTable, taskCells } from './obligations/tables.js';

/** One record per task with its responsible units: clauses in running text, sentences `X负责…`, tables of tasks. */
export const obligations = defineExtractor({
  type: 'obligations',
  version: 9,
  read: (notice) => {
    const context = contextOf(notice);
    const clauses = fromClauses(notice, context);
    const sentences = fromSentences(notice, context);
    return [...clauses, ...outside(sentences, clauses), ...fromTables(notice, context)];
  },
});

/** The sentences that are no clause read already (`由X牵头，Y配合，6月底前完成。`); both in the order of the text. */
function outside(sentences: readonly ObligationRead[], clauses: readonly ObligationRead[]): ObligationRead[] {
  const taken = clauses.flatMap(({ evidence }) => evidence.filter(({ field }) => field === 'units'));
  let at = 0;
  return sentences.filter(({ start, end }) => {
    while ((taken[at]?.end ?? Infinity) < end) at++;
    return start < (taken[at]?.start ?? Infinity);
  });
}
