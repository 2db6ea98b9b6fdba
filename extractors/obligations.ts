import { defineExtractor } from './define.js';
import { contextOf } from './obligations/plan.js';
import { fromSentences } from './obligations/sentences.js';
import { fromTables } from './obligations/tables.js';
import { fromClauses } from './obligations/text.js';

export { isTaskTable, taskCells } from './obligations/tables.js';

/** One record per task with its responsible units: clauses in running text, sentences `X负责…`, tables of tasks. */
export const obligations = defineExtractor({
  type: 'obligations',
  version: 6,
  read: (notice) => {
    const context = contextOf(notice);
    return [...fromClauses(notice, context), ...fromSentences(notice, context), ...fromTables(notice, context)];
  },
});
