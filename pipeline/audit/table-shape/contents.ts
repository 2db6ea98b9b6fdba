import { amount, compact, projectRows, type Notice, type NoticeTable, type ProjectRow } from '../../../extractors/index.js';
import type { FindingRead } from '../../../schemas/index.js';
import { finding } from '../check.js';

/** Rows of a table of projects whose contents tell of the row after, of the row before, or of each other. */
export interface ShiftedContents {
  rows: ProjectRow[];
  /** where the contents belong: one row down, one up, or two in exchange */
  towards: 'down' | 'up' | 'swapped';
}

/** Contents that belong to a row beside their own, as findings. Where the extractor has put them right, they say so. */
export function shiftedContents(notice: Notice, table: NoticeTable): FindingRead[] {
  return shiftedRuns(notice, table).map(({ rows, towards }) => {
    const span = rows[0]?.row ?? table;
    const applied = rows.some((r) =>
      r.project?.evidence.some((e) => e.field === 'content' && (e.start < r.row.start || e.start >= r.row.end)),
    );
    return finding({
      check: 'table_shape',
      severity: 'warning',
      params: { table: table.title, problem: 'shifted_contents', towards, applied: applied ? 'yes' : 'no' },
      rows: rows.map((r) => r.project?.seq ?? r.index),
      start: span.start,
      end: span.end,
    });
  });
}

/**
 * Runs of rows with one content too few: the last row is empty and each content above tells of the row below it, or the
 * first is empty and each tells of the row above. And pairs that tell of each other.
 */
export function shiftedRuns(notice: Notice, table: NoticeTable): ShiftedContents[] {
  const rows = projectRows(notice, table).filter((r) => r.kind === 'project');
  return [...rows.flatMap((_, i) => [...runAbove(rows, i), ...runBelow(rows, i)]), ...swapped(rows)];
}

function runAbove(rows: readonly ProjectRow[], empty: number): ShiftedContents[] {
  let first = empty;
  while (rows[empty]?.project?.content === null && first > 0 && tellsOf(rows[first - 1], rows[first])) first--;
  return first === empty ? [] : [{ rows: rows.slice(first, empty + 1), towards: 'down' }];
}

function runBelow(rows: readonly ProjectRow[], empty: number): ShiftedContents[] {
  let last = empty;
  while (rows[empty]?.project?.content === null && last < rows.length - 1 && tellsOf(rows[last + 1], rows[last])) last++;
  return last === empty ? [] : [{ rows: rows.slice(empty, last + 1), towards: 'up' }];
}

function swapped(rows: readonly ProjectRow[]): ShiftedContents[] {
  return rows.flatMap((row, i): ShiftedContents[] => {
    const next = rows[i + 1];
    return next && tellsOf(row, next) && tellsOf(next, row) ? [{ rows: [row, next], towards: 'swapped' }] : [];
  });
}

/** Does the content of `row` tell of the other one: its investment, or the words of its name, more than of its own? */
function tellsOf(row: ProjectRow | undefined, other: ProjectRow | undefined): boolean {
  const [p, n] = [row?.project, other?.project];
  if (!p || !n || p.content === null) return false;
  const amounts = statedAmounts(p.content);
  if (n.investment_cny !== null && p.investment_cny !== n.investment_cny && amounts.includes(n.investment_cny)) return true;
  return namedIn(n.name, p.content) >= 0.4 && namedIn(n.name, p.content) > namedIn(p.name, p.content);
}

/** Investments that a content states: `总投资约30亿元`, `投资约5个亿`; in yuan. */
function statedAmounts(content: string): number[] {
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
