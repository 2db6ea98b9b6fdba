import { compact, headOf, projectRows, type Notice, type NoticeTable, type ProjectRow } from '../../../extractors/index.js';
import type { FindingRead } from '../../../schemas/index.js';
import { add, agree, numberIn } from './numbers.js';
import { mismatch, type Sum } from './told.js';

/** A column of a table of projects that may be added up. */
interface Column {
  label: string;
  value: (row: ProjectRow) => number | null;
}

/** Totals of a table of projects, of its groups and of all, in each column of amounts. */
export function projectSums(notice: Notice, table: NoticeTable): FindingRead[] {
  const rows = projectRows(notice, table);
  // a table that goes on from another one has the totals of both
  if (!rows.some((r) => r.kind === 'project') || /续/.test(table.title ?? '')) return [];
  return columnsOf(table, rows).flatMap((column) => {
    const sums = rows.flatMap((_, at) => sumAt(rows, at, column) ?? []);
    const wrong = sums.filter((s) => !agree(s.expected, s.actual));
    // heads of groups may give other figures than sums: they are believed where most agree
    const believed = wrong.length <= sums.length / 2 || sums.every((s) => s.explicit);
    return believed ? wrong.map((s) => mismatch(table, s, [])) : [];
  });
}

const cellText = (row: ProjectRow, column: number): string => row.row.cells.find((c) => c.column === column)?.text ?? '';
/** Columns whose figures are no amounts: numbers, years, durations. */
const NO_AMOUNT = /(序号|编号|年限|期限|时间|工期|周期|进度|比例|率|得分|联系|电话)/;

/** The column of total investment in yuan, and any other that mostly holds plain numbers. */
function columnsOf(table: NoticeTable, rows: readonly ProjectRow[]): Column[] {
  const names = headOf(table)?.columns ?? [];
  const projects = rows.filter((r) => r.kind === 'project');
  const investment = names.findIndex((_, c) =>
    projects.every((r) => scaleOf(r, c) !== null && scaleOf(r, c) === scaleOf(projects[0], c)),
  );
  const others = names.flatMap((name, c): Column[] => {
    const figures = projects.filter((r) => numberIn(cellText(r, c)) !== null).length;
    if (c === investment || name === '' || NO_AMOUNT.test(name) || figures < projects.length * 0.6) return [];
    return [{ label: name, value: (r) => numberIn(cellText(r, c)) }];
  });
  return [{ label: '总投资（元）', value: (r) => r.amount }, ...others];
}

/** What a cell is multiplied by in the amount read from its row; null where the amount was read elsewhere. */
function scaleOf(row: ProjectRow | undefined, column: number): number | null {
  const figure = row ? numberIn(cellText(row, column)) : null;
  return row?.amount == null || figure === null || figure === 0 ? null : Number((row.amount / figure).toPrecision(6));
}

const isSpecial = (r: ProjectRow) => r.kind === 'group' || r.kind === 'total';
const wordsOf = (r: ProjectRow) => compact(r.row.cells.map((c) => c.text).join('')).text;
const WHOLE = /(合计|总计|共计)/;

/** The total in a row with what its parts add up to; null where it gives none, or a part has no figure. */
function sumAt(rows: readonly ProjectRow[], at: number, column: Column): Sum | null {
  const row = rows[at];
  const expected = row && isSpecial(row) ? column.value(row) : null;
  if (!row || expected === null) return null;
  const before = rows.findLastIndex((r, k) => k < at && isSpecial(r));
  const behind = rows.findIndex((r, k) => k > at && isSpecial(r));
  const blocks = [rows, rows.slice(before + 1, at), rows.slice(at + 1, behind < 0 ? rows.length : behind), sameRank(rows, at)];
  const [all, above, below] = blocks.map((block) => block.filter((r) => r.kind === 'project').map(column.value));
  const candidates = blocks
    .map((block) => block.filter((r) => r.kind === 'project').map(column.value))
    .map(whole)
    .filter((c) => c !== null);
  const fits = candidates.find((c) => agree(c, expected));
  const parts = row.kind === 'total' ? (WHOLE.test(wordsOf(row)) ? all : (above?.length ?? 0) > 0 ? above : below) : below;
  const actual = fits ?? whole(parts ?? []);
  return actual === null ? null : { row: row.index, label: column.label, expected, actual, explicit: row.kind === 'total' };
}

const whole = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((v) => v !== null);
  return known.length === values.length && known.length > 0 ? add(known) : null;
};

const RANKS: readonly RegExp[] = [/^[一二三四五六七八九十]+、?/, /^（[一二三四五六七八九十]+）/, /^\d/];
const rankOf = (words: string): number => RANKS.findIndex((p) => p.test(words));

/** The rows under a group up to the next group of its rank: those of its subgroups with them. */
function sameRank(rows: readonly ProjectRow[], at: number): readonly ProjectRow[] {
  const row = rows[at];
  const rank = row ? rankOf(wordsOf(row)) : -1;
  const next = rows.findIndex((r, k) => k > at && r.kind === 'group' && rankOf(wordsOf(r)) <= rank);
  return rows.slice(at + 1, next < 0 ? rows.length : next);
}
