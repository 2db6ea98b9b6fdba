import { figureTable, headOf, isReadElsewhere, projectRows, type Notice, type NoticeTable } from '../../../extractors/index.js';
import type { FindingRead } from '../../../schemas/index.js';
import { defineCheck, finding } from '../check.js';
import { misplacedCells } from './columns.js';
import { shiftedContents, shiftedRuns } from './contents.js';

/**
 * Rows that do not fit their table's head, contents that stand in another row, rows and tables that nothing was read
 * from. `applied` says whether the records have what the repair suggests.
 */
export const tableShape = defineCheck({
  name: 'table_shape',
  version: 5,
  run: ({ notice }) =>
    notice.tables
      .filter((t) => !t.toc)
      .flatMap((table) => {
        const shifted = shiftedCells(table);
        return [
          ...shifted,
          // what was put right already is not told again
          ...(shifted.length > 0 ? [] : misplacedCells(table, rowsOf(notice, table))),
          ...headless(table),
          ...shiftedContents(notice, table),
          ...unread(notice, table),
        ];
      }),
});

/** Where the rows begin whose contents stand in another row. */
const rowsOf = (notice: Notice, table: NoticeTable): Set<number> =>
  new Set(shiftedRuns(notice, table).flatMap((run) => run.rows.map((r) => r.row.start)));

/** Rows of figures that the extractor has put right. */
function shiftedCells(table: NoticeTable): FindingRead[] {
  const figures = isReadElsewhere(table) ? null : figureTable(table);
  const moved = figures?.rows.filter((r) => r.repairs.length > 0) ?? [];
  if (!figures || moved.length === 0) return [];
  const surplus = moved.some((r) => r.repairs.includes('surplus'));
  const expected = figures.columns.length;
  const first = table.rows[moved[0]?.row ?? 0] ?? table;
  return [
    finding({
      check: 'table_shape',
      severity: 'warning',
      params: {
        table: table.title,
        problem: 'shifted_cells',
        shifted: moved.filter((r) => r.repairs.includes('shifted')).length,
        surplus: moved.filter((r) => r.repairs.includes('surplus')).length,
        relabelled: moved.filter((r) => r.repairs.includes('label') || r.repairs.includes('year')).length,
        rows: figures.rows.length,
        applied: 'yes',
      },
      expected,
      actual: surplus ? expected + 1 : expected,
      rows: moved.map((r) => r.row),
      start: first.start,
      end: first.end,
    }),
  ];
}

/** Figures in columns that have no head: nobody can say what they are of. */
function headless(table: NoticeTable): FindingRead[] {
  const figures = isReadElsewhere(table) ? null : figureTable(table);
  const rows = figures?.rows.filter(({ beyond }) => beyond > 0) ?? [];
  const first = table.rows[rows[0]?.row ?? -1];
  if (!first) return [];
  return [
    finding({
      check: 'table_shape',
      severity: 'warning',
      params: { table: table.title, problem: 'figures_without_head' },
      actual: rows.reduce((sum, { beyond }) => sum + beyond, 0),
      rows: rows.map((r) => r.row),
      start: first.start,
      end: first.end,
    }),
  ];
}

/** Nothing is dropped in silence: a project row without a name, a table that no extractor reads. */
function unread(notice: Notice, table: NoticeTable): FindingRead[] {
  const rows = projectRows(notice, table).filter((r) => r.kind === 'unread');
  if (rows.length > 0) {
    const first = rows[0]?.row ?? table;
    return [
      finding({
        check: 'table_shape',
        severity: 'warning',
        params: { table: table.title, problem: 'unread_rows' },
        rows: rows.map((r) => r.index),
        start: first.start,
        end: first.end,
      }),
    ];
  }
  const head = headOf(table);
  if (
    figureTable(table) ||
    projectRows(notice, table).length > 0 ||
    (head && /(单位|等次|等级|集群|结果)/.test(head.columns.join('|')))
  )
    return [];
  const first = table.rows[0] ?? table;
  return [
    finding({
      check: 'table_shape',
      severity: 'info',
      params: { table: table.title, problem: 'unread_table', rows: table.rows.length },
      start: first.start,
      end: first.end,
    }),
  ];
}
