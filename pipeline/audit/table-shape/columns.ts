import {
  ORGAN_END,
  cellAt,
  compact,
  headOf,
  isFigureText,
  isGrade,
  numeral,
  splitOutside,
  type NoticeTable,
  type TableRow,
} from '../../../extractors/index.js';
import type { FindingRead } from '../../../schemas/index.js';
import { finding } from '../check.js';

/** What a cell holds, as far as its form shows. */
type Kind = 'figure' | 'date' | 'organs' | 'place' | 'grade' | 'sentence' | 'words';

const DATE = /^(?:19|20)\d{2}(?:[.年\-—/~至]|$)|年底前?$|\d月底?前?$|^(?:长期|持续|每年|每季度|全年|立行立改|按季度|常年)/;
const LONG = 25;

function kindOf(text: string): Kind | null {
  if (text === '' || /^[-—/]+$/.test(text)) return null;
  if (DATE.test(text) && text.length <= 24) return 'date';
  if (isFigureText(text)) return 'figure';
  if (splitOutside(text, '、，；').every((part) => ORGAN_END.test(part.text))) return 'organs';
  if (isGrade(text)) return 'grade';
  if (PLACE.test(text)) return 'place';
  return text.length >= LONG ? 'sentence' : 'words';
}

const PLACE = /^[\u4e00-\u9fa5]{1,7}[省市县区旗州盟镇乡]$/;
/** Kinds that are words too, where a column holds all sorts of them. */
const coarse = (kind: Kind): Kind => (kind === 'place' || kind === 'grade' ? 'words' : kind);

/** A column as most of its rows have it. */
interface Column {
  name: string;
  kind: Kind | null;
  /** how many rows have nothing there, not a dash either */
  empty: number;
  /** the figures of a column of figures */
  figures: readonly number[];
}

const FEWEST_ROWS = 4;

/**
 * Rows whose cells stand a column off, by what the columns hold in the other rows; and a cell that is
 * empty in one row alone.
 * `known` rows, by where they begin, are told as something else.
 */
export function misplacedCells(table: NoticeTable, known: ReadonlySet<number>): FindingRead[] {
  const head = table.toc ? null : headOf(table);
  if (!head) return [];
  const rows = table.rows.slice(head.rows).map((row, i) => ({ row, index: head.rows + i, cells: cellsOf(table, row) }));
  const whole = rows.filter((r) => isWhole(r.cells)).map((r) => ({ ...r, kinds: r.cells.map(kindOf) }));
  if (whole.length < FEWEST_ROWS) return [];
  const columns = head.columns.map((name, c) =>
    columnOf(
      name,
      whole.map((r) => r.cells[c] ?? ''),
      whole.map((r) => r.kinds[c] ?? null),
    ),
  );
  return whole.flatMap(({ row, index, cells, kinds }) => {
    const moved = repairOf(cells, kinds, columns);
    if (known.has(row.start)) return [];
    if (moved) return [told(table, row, index, 'moved_cells', moved.column, moved.repair)];
    const lost = figureLost(cells, columns);
    if (lost !== null) return [told(table, row, index, 'moved_cells', lost, 'cell_lost')];
    const empty = emptyAlone(cells, columns, whole.length);
    return empty !== null && (cellAt(table, index, empty)?.row ?? index) === index
      ? [
          told(
            table,
            row,
            index,
            'missing_cell',
            columns[empty]?.name ?? '',
            null,
            columns[empty]?.kind === 'figure' ? 'info' : 'warning',
          ),
        ]
      : [];
  });
}

function cellsOf(table: NoticeTable, row: TableRow): string[] {
  const cells = Array.from({ length: table.columns }, () => '');
  for (const cell of row.cells) cells[cell.column] = compact(cell.text).text;
  return cells;
}

const TOTAL = /(合计|小计|总计|共计)/;

/** Neither the head of a group nor a total: at least three cells, and half of them filled. */
function isWhole(cells: readonly string[]): boolean {
  const filled = cells.filter((c) => c !== '').length;
  return filled >= 3 && filled >= cells.length / 2 && !cells.slice(0, 3).some((c) => TOTAL.test(c));
}

function columnOf(name: string, cells: readonly string[], kindsOfCells: readonly (Kind | null)[]): Column {
  const kinds = kindsOfCells.filter((k) => k !== null);
  const holds = (k: Kind, all: readonly Kind[]) => all.filter((x) => x === k).length >= kinds.length * 0.7;
  const most =
    (['figure', 'date', 'organs', 'place', 'grade', 'sentence', 'words'] as const).find((k) => holds(k, kinds)) ??
    (holds('words', kinds.map(coarse)) ? 'words' : undefined);
  const kind = kinds.length >= FEWEST_ROWS - 1 ? (most ?? null) : null;
  const figures = kind === 'figure' ? cells.map(numeral).filter((v) => v !== null && v > 0) : [];
  return { name, kind, empty: cells.filter((t) => t === '').length, figures: figures.filter((v) => v !== null) };
}

/** Does this row alone have nothing in its last column? */
const lastAlone = (cells: readonly string[], columns: readonly Column[]): boolean =>
  (cells.at(-1) ?? '') === '' && columns.at(-1)?.empty === 1 && !NOTE.test(columns.at(-1)?.name ?? '');

/** How well cells fit their columns by their kinds: one for each that does, minus one for each that does not. */
function fit(kinds: readonly (Kind | null)[], columns: readonly Column[]): number {
  let n = 0;
  for (let c = 0; c < columns.length; c++) n += fitOf(kinds[c] ?? null, columns[c]?.kind ?? null);
  return n;
}

function fitOf(kind: Kind | null, ofColumn: Kind | null): number {
  if (kind === null || ofColumn === null) return 0;
  return kind === ofColumn || coarse(kind) === ofColumn ? 1 : -1;
}

/** How many times more or less than all others of its column a figure must be to be of another one. */
const OFF_SCALE = 3;

/** Is a figure of another size than those of its column? Its own is among them, so two of its size count as one. */
function offScale(text: string, { figures }: Column): boolean {
  const value = numeral(text);
  if (value === null || value <= 0) return false;
  const others = figures.filter((f, i) => f !== value || figures.indexOf(f) !== i);
  return others.length >= FEWEST_ROWS - 1 && (value * OFF_SCALE < Math.min(...others) || value > OFF_SCALE * Math.max(...others));
}

/**
 * The column whose figure a row lost that is nothing but figures behind its name: the row alone ends with an empty cell, a
 * figure is too small or too great for the column where it stands, and all are of the size of the one to the right.
 */
function figureLost(cells: readonly string[], columns: readonly Column[]): string | null {
  if (!lastAlone(cells, columns) || columns.at(-1)?.kind !== 'figure') return null;
  const wrong = (row: readonly string[]) => columns.flatMap((column, c) => (offScale(row[c] ?? '', column) ? [c] : []));
  const first = wrong(cells)[0];
  if (first === undefined) return null;
  for (let c = first; c > 0; c--) {
    const longer = [...cells.slice(0, c), '', ...cells.slice(c, -1)];
    if (columns[c]?.kind === 'figure' && wrong(longer).length === 0) return columns[c]?.name ?? '';
  }
  return null;
}

type Repair = 'cell_lost' | 'cell_too_many';

/** The one cell put in or taken out that makes a row fit its columns much better; null where none does. */
function repairOf(
  cells: readonly string[],
  kinds: readonly (Kind | null)[],
  columns: readonly Column[],
): { repair: Repair; column: string } | null {
  const now = fit(kinds, columns);
  const least = lastAlone(cells, columns) ? LEAST_GAIN - 1 : LEAST_GAIN;
  const lastEmpty = (cells.at(-1) ?? '') === '';
  let best: { repair: Repair; column: string; gain: number } | null = null;
  for (let c = 0; c < columns.length; c++) {
    const column = columns[c]?.name ?? '';
    // a cell was lost here: what stands from here on belongs a column further
    const isLast = c >= cells.length;
    if (isLast || lastEmpty) best = better(best, 'cell_lost', column, fit(kinds.toSpliced(c, 0, null), columns) - now, least);
    // a cell too many: an empty one or a dash
    const surplus = (kinds[c] ?? null) === null;
    if (surplus) best = better(best, 'cell_too_many', column, fit(kinds.toSpliced(c, 1), columns) - now);
  }
  return best;
}

/**
 * Fewest cells that must fit better (one that moves from wrong to right counts two), one less where the row alone ends
 * with an empty cell; of equal places the last is taken.
 */
const LEAST_GAIN = 3;

function better<T extends { gain: number } | null>(best: T, repair: Repair, column: string, gain: number, least = LEAST_GAIN) {
  return gain >= least && gain >= (best?.gain ?? 0) ? { repair, column, gain } : best;
}

const NOTE = /(备注|说明|变化|注)$/;
/** Fewest rows of which all but one have something in a column. */
const FEWEST_FILLED = 6;

/** Fewest rows of which all but one have a figure in a column: an empty one is worth a look, no more. */
const FEWEST_FIGURES = 4;

/** A column of figures or sentences that this row alone leaves empty; null where there is none. Units and dates may be left out. */
function emptyAlone(cells: readonly string[], columns: readonly Column[], rows: number): number | null {
  const alone = columns.findIndex(
    (c, i) =>
      (cells[i] ?? '') === '' &&
      (c.kind === 'figure' || c.kind === 'sentence') &&
      c.empty === 1 &&
      c.name !== '' &&
      !NOTE.test(c.name),
  );
  const fewest = columns[alone]?.kind === 'figure' ? FEWEST_FIGURES : FEWEST_FILLED;
  return alone < 0 || rows < fewest ? null : alone;
}

function told(
  table: NoticeTable,
  row: TableRow,
  index: number,
  problem: string,
  column: string,
  repair: Repair | null,
  severity: FindingRead['severity'] = 'warning',
): FindingRead {
  return finding({
    check: 'table_shape',
    severity,
    params: { table: table.title, problem, column, repair, applied: 'no' },
    rows: [index],
    start: row.start,
    end: row.end,
  });
}
