import {
  amount,
  compact,
  figureTable,
  isReadElsewhere,
  headOf,
  projectRows,
  type Notice,
  type NoticeTable,
  type ProjectRow,
} from '../../extractors/index.js';
import type { FindingRead } from '../../schemas/index.js';
import { defineCheck, finding } from './check.js';

/** Rows that do not fit their table's head, contents that stand in another row, rows and tables that nothing was read from. */
export const tableShape = defineCheck({
  name: 'table_shape',
  version: 1,
  run: ({ notice }) =>
    notice.tables
      .filter((t) => !t.toc)
      .flatMap((table) => [...shiftedCells(table), ...shiftedContents(notice, table), ...unread(notice, table)]),
});

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
      },
      expected,
      actual: surplus ? expected + 1 : expected,
      rows: moved.map((r) => r.row),
      start: first.start,
      end: first.end,
    }),
  ];
}

/** Runs of rows whose content belongs to the row after: the last one is empty, and amounts or names point one row down. */
function shiftedContents(notice: Notice, table: NoticeTable): FindingRead[] {
  const rows = projectRows(notice, table).filter((r) => r.kind === 'project');
  const out: FindingRead[] = [];
  rows.forEach((row, i) => {
    if (row.project?.content !== null || i === 0) return;
    let first = i;
    while (first > 0 && pointsDown(rows[first - 1], rows[first])) first--;
    if (first === i) return;
    const run = rows.slice(first, i + 1);
    const span = { start: run[0]?.row.start ?? row.row.start, end: run[0]?.row.end ?? row.row.end };
    out.push(
      finding({
        check: 'table_shape',
        severity: 'warning',
        params: { table: table.title, problem: 'shifted_contents', applied: 'no' },
        rows: run.map((r) => r.project?.seq ?? r.index),
        ...span,
      }),
    );
  });
  return out;
}

/** Does the content of `row` tell of the next one: its investment, or the words of its name, more than of its own? */
function pointsDown(row: ProjectRow | undefined, next: ProjectRow | undefined): boolean {
  const [p, n] = [row?.project, next?.project];
  if (!p || !n || p.content === null) return false;
  const amounts = statedAmounts(p.content);
  if (n.investment_cny !== null && p.investment_cny !== n.investment_cny && amounts.includes(n.investment_cny)) return true;
  return namedIn(n.name, p.content) >= 0.4 && namedIn(n.name, p.content) > namedIn(p.name, p.content);
}

/** Investments that a content states: `总投资约30亿元`, `投资约5个亿`; in yuan. */
export function statedAmounts(content: string): number[] {
  const text = compact(content).text;
  return [...text.matchAll(/投资(?:额|总额|估算|预计|规模)?(?:约|为|达)?(\d+(?:\.\d+)?)个?(亿|万|千万)元?/g)]
    .map((m) => amount(`${m[1] ?? ''}${m[2] ?? ''}元`, null)?.value)
    .filter((v) => v !== undefined);
}

/** Share of a name's character pairs that stand in a text. */
function namedIn(name: string, text: string): number {
  const bare = compact(name).text.replace(/(项目|建设|工程|基地)/g, '');
  let hit = 0;
  for (let i = 0; i < bare.length - 1; i++) if (text.includes(bare.slice(i, i + 2))) hit++;
  return bare.length < 2 ? 0 : hit / (bare.length - 1);
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
