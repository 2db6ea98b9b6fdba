import { projectTables } from '../../../extractors/index.js';
import { defineCheck } from '../check.js';
import { figureSums } from './figures.js';
import { projectSums } from './projects.js';
import { scoreSums } from './scores.js';

/** Totals against their parts: total rows and columns of figures, totals of groups and of all projects, points that make a score. */
export const sum = defineCheck({
  name: 'sum',
  version: 5,
  run: ({ notice }) => [
    ...notice.tables.flatMap((table) => [...figureSums(table), ...scoreSums(table)]),
    ...projectTables(notice).flatMap((table) => projectSums(notice, table)),
  ],
});
