import { compact, headingMark, leavesOpen } from '../../extractors/index.js';
import type { TableBlock } from '../../schemas/index.js';
import type { JoinedCell, JoinedRow, JoinedTable } from './joined.js';
import { goesOnBelow, numberAt, sameSides, startsOver } from './parts.js';

/** Most rows that a head has. */
const DEEPEST_HEAD = 4;

/** One table block as a table of its own; null where all its cells are empty. */
export function tableOf(block: TableBlock, index: number): JoinedTable | null {
  const rows = rowsOf(block, index);
  return rows.length === 0 ? null : { rows, columns: filledColumns(rows), blocks: [index], repeated: [] };
}

/** One table block as rows of cells, all-empty rows left out. */
export function rowsOf(table: TableBlock, block: number): JoinedRow[] {
  const rows: JoinedRow[] = Array.from({ length: table.rows }, () => ({ cells: [], page: table.page }));
  table.cells.forEach((cell, index) =>
    rows[cell.row]?.cells.push({ cell, block, index, rowSpan: Math.min(cell.rowSpan, table.rows - cell.row) }),
  );
  for (const row of rows) {
    row.cells.sort((a, b) => a.cell.column - b.cell.column);
    row.page = row.cells.find((c) => c.cell.page !== null)?.cell.page ?? table.page;
  }
  return without(rows, (row) => row.cells.every((c) => c.cell.text.trim() === ''));
}

/** Rows that pass no test; a merged cell that reached over a row that goes is a row shorter. */
function without(rows: readonly JoinedRow[], goes: (row: JoinedRow, index: number) => boolean): JoinedRow[] {
  const kept: JoinedRow[] = [];
  let open: { cell: JoinedCell; end: number }[] = [];
  rows.forEach((row, r) => {
    open = open.filter(({ end }) => end > r);
    if (goes(row, r)) for (const { cell } of open) cell.rowSpan -= 1;
    else {
      kept.push(row);
      for (const cell of row.cells) if (cell.rowSpan > 1) open.push({ cell, end: r + cell.rowSpan });
    }
  });
  return kept;
}

/** Highest filled column of some rows, plus one: trailing empty columns are none. */
export function filledColumns(rows: readonly JoinedRow[]): number {
  let n = 0;
  for (const row of rows)
    for (const { cell } of row.cells) if (cell.text.trim() !== '') n = Math.max(n, cell.column + cell.columnSpan);
  return n;
}

/** What a page says of a table that goes on: `续表`, `（续）`, `续表1`. */
const CONTINUED = /（?(?:续上?表|接上页|上接第\d+页|续)）?(?=\d{0,2}$|：|（)|（续表?\d{0,2}）|^续表/g;
const withoutContinued = (text: string) => (/[续接]/.test(text) ? text.replace(CONTINUED, '') : text);

const textsOf = (row: JoinedRow): string[] => filled(row).map((c) => withoutContinued(compact(c.cell.text).text));
const rowKey = (row: JoinedRow | undefined) => JSON.stringify(row ? textsOf(row).filter((t) => t !== '') : null);
const isNumeric = (text: string) => /^-?[\d,，.]+%?$/.test(text.replace(/\s/g, ''));
const isYear = (text: string) => /^(?:19|20)\d{2}$/.test(text.replace(/\s/g, ''));
export const filled = (row: JoinedRow): JoinedCell[] => row.cells.filter((c) => c.cell.text.trim() !== '');

/** Rows that a table's head may take: those that merged cells or gaps filled from below tell of; a title over all columns before them. */
function headDepth(rows: readonly JoinedRow[]): number {
  const first = rows.findIndex((row) => filled(row).length >= 2);
  const top = rows[first];
  if (!top || first >= DEEPEST_HEAD) return 0;
  const spread = top.cells.some((c) => c.cell.columnSpan > 1);
  const deep = Math.max(spread || fillsGaps(top, rows[first + 1]) ? 2 : 1, ...top.cells.map((c) => c.rowSpan));
  return Math.min(first + deep, DEEPEST_HEAD);
}

/** A head that lost its merged cells: words below its gaps, none below its first cell. */
function fillsGaps(top: JoinedRow, below: JoinedRow | undefined): boolean {
  const words = below ? filled(below) : [];
  const named = new Set(filled(top).map((c) => c.cell.column));
  return words.length > 0 && words.every((c) => c.cell.column > 0) && words.some((c) => !named.has(c.cell.column));
}

/** Number of rows at the top of `next` that repeat the head of `table`; 0 where the first rows are no head. */
function repeatedHead(table: readonly JoinedRow[], next: readonly JoinedRow[]): number {
  // a row that only says 续表 stands above the head on later pages
  const lead = next[0] && rowKey(next[0]) === '[]' ? 1 : 0;
  const depth = headDepth(table);
  let n = 0;
  while (n < depth && n < next.length - lead && n < table.length && isHeadAgain(table, table[n], next, next[n + lead])) n++;
  const head = table.slice(0, n);
  const words =
    head.some((row) => filled(row).length >= 2) && head.every((row) => filled(row).every((c) => !isFigure(c.cell.text)));
  return words ? n + lead : lead;
}

/** True for the same words; or for a head that the edge of a page or of a text column has cut, where the table goes on below it. */
function isHeadAgain(
  table: readonly JoinedRow[],
  row: JoinedRow | undefined,
  next: readonly JoinedRow[],
  again: JoinedRow | undefined,
): boolean {
  if (rowKey(row) === rowKey(again)) return true;
  if (!row || !again) return false;
  if (startsOver(table, next) && isCutLow(row, again)) return true;
  return isCutShort(row, again) && (goesOnBelow(table, next) || (startsOver(table, next) && sameSides(table, next)));
}

/** Heads of so many columns are alike when one is the beginning of the other. */
const LEAST_ALIKE = 3;

/** One of the two has the words of the other up to a cell that may end early. */
function isCutShort(one: JoinedRow, other: JoinedRow): boolean {
  const [short = [], long = []] = [one, other]
    .map((row) => textsOf(row).filter((t) => t !== ''))
    .sort((a, b) => a.length - b.length);
  const cut = short.at(-1) ?? '';
  const whole = long[short.length - 1] ?? '';
  const begins = (whole.startsWith(cut) || (short.length === long.length && cut.startsWith(whole))) && cut.length >= 2;
  return short.length >= LEAST_ALIKE && short.slice(0, -1).every((text, i) => text === long[i]) && begins;
}

/** The same cells, some of which the page has cut after their first lines: `责任` for `责任单位`. */
function isCutLow(one: JoinedRow, other: JoinedRow): boolean {
  const alike = (short: JoinedRow, whole: JoinedRow): boolean => {
    const cells = filled(whole).map((c) => ({ text: compact(c.cell.text).text, cut: textAt(short, c.cell.column) }));
    const cut = cells.filter(({ text, cut }) => text !== cut);
    return (
      cells.length >= LEAST_ALIKE &&
      filled(short).length <= cells.length &&
      cut.length * 2 <= cells.length &&
      cut.every(({ text, cut }) => text.startsWith(cut) && cut.length >= 2)
    );
  };
  return alike(one, other) || alike(other, one);
}

const isFigure = (text: string): boolean => isNumeric(text) && !isYear(text);

/** How two table blocks follow each other. */
export interface Between {
  /** a line between them says that the table goes on: 续表 */
  continued: boolean;
}

/**
 * Appends a table block to the one before it where it goes on: the same head again (left out), or, right after a page
 * break, the same columns without a head. A first row without a number then belongs to the row cut by the page.
 * Returns false where it is a table of its own.
 */
export function appendTable(table: JoinedTable, next: TableBlock, block: number, { continued }: Between): boolean {
  const rows = rowsOf(next, block);
  if (rows.length === 0) return true;
  const columns = filledColumns(rows);
  const head = repeatedHead(table.rows, rows);
  const broken = continued || startsOver(table.rows, rows) || (isUnpaged(table, next) && goesOnBelow(table.rows, rows));
  const sameColumns = table.columns >= 2 && (columns === table.columns || next.columns === table.columns);
  if (
    head === 0 &&
    !(broken && (sameColumns || goesOnBelow(table.rows, rows) || sameSides(table.rows, rows)) && !isHeadOfOwn(table.rows, rows))
  )
    return false;
  table.repeated.push(...keepWhole(table.rows, rows.slice(0, head)));
  const body = without(rows, (_, r) => r < head);
  const [cut] = body;
  if (broken && cut && continuesRow(table, cut)) {
    mergeRow(table.rows, cut);
    body.shift();
  } else if (broken && cut) reachOver(table.rows, cut);
  table.rows.push(...body);
  table.columns = Math.max(table.columns, columns);
  table.blocks.push(block);
  return true;
}

/** In a document without pages nothing but the count of its rows tells that a table goes on. */
const isUnpaged = ({ rows }: JoinedTable, next: TableBlock): boolean => next.page === null && rows.at(-1)?.page === null;

const lengthOf = (row: JoinedRow): number => textsOf(row).join('').length;

/** Puts the rows of a head that stands there again into the place of those that were cut; gives what is left over. */
function keepWhole(table: JoinedRow[], again: readonly JoinedRow[]): JoinedRow[] {
  const lead = again.length > 0 && again[0] && rowKey(again[0]) === '[]' ? 1 : 0;
  return again.map((row, r) => {
    const cut = table[r - lead];
    if (!cut || r < lead || lengthOf(cut) >= lengthOf(row)) return row;
    table[r - lead] = row;
    return cut;
  });
}

/** Rows that repeat the table's head in its middle are left out. */
export function dropRepeatedHeads(table: JoinedTable): void {
  const first = table.rows[0];
  if (!first || filled(first).length < 2 || filled(first).some((c) => isFigure(c.cell.text))) return;
  const [key, word] = [rowKey(first), firstWord(first)];
  const again = new Set(
    table.rows.filter((row, r) => r > 0 && firstWord(row) === word && (rowKey(row) === key || isCutShort(first, row))),
  );
  if (again.size === 0) return;
  table.repeated.push(...again);
  table.rows = without(table.rows, (row) => again.has(row));
}

/** The words that a row begins with; those of a head that stands there again are the same, cut or not. */
function firstWord(row: JoinedRow): string | undefined {
  for (const { cell } of row.cells) {
    const text = withoutContinued(compact(cell.text).text);
    if (text !== '') return text;
  }
  return undefined;
}

/** A heading is no longer than this, in characters, and no clause: the rest of a cell may begin with the same word. */
const HEAD_WORDS = /^(?:序号|名称|项目|单位|年份|指标|备注|编号|地区|企业名称|项目名称)[^，。；]{0,10}$/;
function looksLikeHead(row: JoinedRow | undefined): boolean {
  const texts = row ? filled(row).map((c) => compact(c.cell.text).text) : [];
  return texts.length >= 2 && texts.every((t) => !isNumeric(t)) && texts.some((t) => HEAD_WORDS.test(t));
}

/** A first row that heads another table: by its words, or by words above figures where the rows before the break have figures too. */
function isHeadOfOwn(table: readonly JoinedRow[], next: readonly JoinedRow[]): boolean {
  const first = next[0];
  if (!first || looksLikeHead(first)) return first !== undefined;
  const isFigureAt = (row: JoinedRow | undefined, column: number): boolean => isNumeric(textAt(row, column));
  const above = filled(first).filter(({ cell }) => isFigureAt(table.at(-1), cell.column) && isFigureAt(next[1], cell.column));
  const words = new Set(above.map(({ cell }) => compact(cell.text).text));
  return words.size >= 2 && filled(first).every(({ cell }) => /[\u4e00-\u9fff]{2}/.test(compact(cell.text).text));
}

const textAt = (row: JoinedRow | undefined, column: number): string =>
  compact(row?.cells.find((c) => c.cell.column === column)?.cell.text ?? '').text;

/** The column that counts the rows: the first, or the second where its head says so. */
function counterColumn(table: JoinedTable, last: JoinedRow): number | null {
  if (numberAt(last, 0) !== null) return 0;
  return numberAt(last, 1) !== null && /^(序号|编号)$/.test(textAt(table.rows[0], 1)) ? 1 : null;
}

/** True for the rest of a row that the page cut: it has no number where rows are counted, else no name and little more. */
function continuesRow(table: JoinedTable, row: JoinedRow): boolean {
  const last = table.rows.at(-1);
  if (!last) return false;
  const counter = counterColumn(table, last);
  if (counter === null) return continuesNamedRow(table, last, row) || continuesName(table, row) || continuesClause(last, row);
  const numbered = [textAt(row, counter), textAt(row, 0)].some((t) => t !== '');
  return !numbered && filled(row).length < filled(last).length + 1;
}

/** Rows above a page break that show how the table is made. */
const NEARBY = 20;

/** In a table where every row has a name in front, one without: it goes on with words that no sign has ended. */
function continuesNamedRow(table: JoinedTable, last: JoinedRow, row: JoinedRow): boolean {
  const body = table.rows.slice(Math.max(1, table.rows.length - NEARBY));
  if (body.length < 2 || textAt(row, 0) !== '' || body.some((r) => textAt(r, 0) === '')) return false;
  const rest = filled(row).map((c) => ({ text: c.cell.text, before: textAt(last, c.cell.column) }));
  return (
    rest.length < filled(last).length - 1 &&
    rest.every(({ text, before }) => !isNumeric(text) && before !== '' && !isNumeric(before) && !/[。；！]$/.test(before))
  );
}

/** The rest of a name in a narrow column: so few characters alone in the first one, where every other row has more cells. */
const REST_OF_NAME = 4;
function continuesName(table: JoinedTable, row: JoinedRow): boolean {
  const [only, ...others] = filled(row);
  const body = table.rows.slice(Math.max(1, table.rows.length - NEARBY));
  if (only === undefined || others.length > 0 || only.cell.column > 0 || only.cell.columnSpan > 1) return false;
  const text = compact(only.cell.text).text;
  const isRest = text.length <= REST_OF_NAME && headingMark(text) === null && !isNumeric(text);
  return isRest && body.length >= 2 && body.every((r) => filled(r).length > 2);
}

const BEGINS_MID = /^[，。、；：！？）”’》%]/;
const ENDS_OPEN = /[，、（“‘《]$/;
const opens = (text: string): boolean => leavesOpen(text, ['（）', '“”', '《》']);

/** A row whose cells all go on with words that the last row has left open, one of them in the middle of a clause. */
function continuesClause(last: JoinedRow, row: JoinedRow): boolean {
  const named = textAt(row, 0) !== '';
  const pairs = filled(row).map((c) => [textAt(last, c.cell.column), compact(c.cell.text).text] as const);
  const whole = pairs.some(([above, text]) => above === '' || isNumeric(above) || isNumeric(text) || /[。；！]$/.test(above));
  return !whole && pairs.some(([above, text]) => BEGINS_MID.test(text) || opens(above) || (!named && ENDS_OPEN.test(above)));
}

/** The cell that covers a column in the last row: its own, or a merged one that reaches down to it; with the row that it stands in. */
function coverOfLast(rows: readonly JoinedRow[], column: number): { row: JoinedRow; cell: JoinedCell } | null {
  for (let r = rows.length - 1; r >= 0 && r >= rows.length - FARTHEST; r--) {
    const row = rows[r];
    const cell = row?.cells.find((c) => c.cell.column <= column && column < c.cell.column + c.cell.columnSpan);
    if (row && cell) return r + cell.rowSpan >= rows.length ? { row, cell } : null;
  }
  return null;
}
/** How far up a merged cell is looked for. */
const FARTHEST = 500;

/** The rest of a cut row: its words go on in the cells above the break, and what it covers downwards these cover as well. */
function mergeRow(rows: readonly JoinedRow[], rest: JoinedRow): void {
  const last = rows.at(-1);
  for (const piece of rest.cells) {
    const above = coverOfLast(rows, piece.cell.column);
    if (above) above.cell.rowSpan += piece.rowSpan - 1;
    if (piece.cell.text.trim() === '') continue;
    const row = above?.row ?? last;
    row?.cells.push({ ...piece, rowSpan: above ? above.cell.rowSpan : piece.rowSpan });
    row?.cells.sort((a, b) => a.cell.column - b.cell.column || a.block - b.block);
  }
}

/** A merged cell that the page cut: below the break it stands empty, and the one above it reaches over both parts. */
function reachOver(rows: readonly JoinedRow[], first: JoinedRow): void {
  for (const below of first.cells) {
    if (below.cell.text.trim() !== '') continue;
    const above = coverOfLast(rows, below.cell.column);
    const sameWidth = above?.cell.cell.column === below.cell.column && above.cell.cell.columnSpan === below.cell.columnSpan;
    if (!above || !sameWidth || above.cell.cell.text.trim() === '' || isNumeric(above.cell.cell.text)) continue;
    if (above.cell.rowSpan === 1 && below.rowSpan === 1) continue;
    above.cell.rowSpan += below.rowSpan;
    first.cells = first.cells.filter((c) => c !== below);
  }
}
