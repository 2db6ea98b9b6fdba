import { byPlace, type Piece } from './aligned-cells.js';
import { isFigure } from './heads.js';
import { bandOf, closes, type Stack } from './level-rules.js';
import { textOf } from './lines.js';
import { isOver, type Strip } from './strips.js';

/** So many bands between rules are needed to tell that rules part rows, and so many of them hold one row to the eye. */
const LEAST_BANDS = 4;
const SINGLE = 0.8;
/** Lines of a cell stand no further apart than this many pitches. */
const CELL_GAP = 1.1;

/** The heading of the first column, which counts or names, has so many lines. */
const HEAD_LINES = 2;
const isInFirst = (pieces: readonly Piece[]): boolean => pieces.some(({ column }) => column === 0);

type Rules = Pick<Stack, 'levels' | 'parts'>;

/**
 * The rows of a table with rules across: what stands between two rules is a row where that holds for most of them;
 * otherwise (below the head of a table of three lines) its rows are told as those of a table without rules. Where a rule
 * leaves a column out, the column's cell is merged over the rows above and below it. `parted` gives the rows of the lines
 * from one to another.
 */
export function ruledRows(
  placed: readonly (readonly Piece[])[],
  { rules: drawn, columns, pitch }: { rules: Rules; columns: readonly Strip[]; pitch: number },
  parted: (from: number, to: number) => Piece[][],
): Piece[][] {
  const { rules, cells } = cellsWithin(placed, drawn, columns);
  const bands = bandsOf(placed, rules.levels);
  const inBand = byLast(cells.filter(({ first, last }) => first === last));
  const single = bands.map(({ band }) =>
    isOneRow(
      (inBand.get(band) ?? []).map(({ piece }) => piece),
      pitch,
    ),
  );
  const enough = bands.length >= LEAST_BANDS || rules.levels.slice(2, -1).some((level) => rules.parts.has(level));
  const byRules = enough && single.filter(Boolean).length >= SINGLE * bands.length;
  const ending = byLast(cells);
  const spread = cells.map((cell) => overColumns(cell, ending.get(cell.last) ?? [], rules, columns));
  if (byRules && rules.parts.size > 0) return mergedRows(spread, rules.levels.length);
  const head = headBands(bands, single, rules);
  const inHead = bands[head - 1]?.to ?? 0;
  const lines = new Set(placed.slice(0, inHead).flatMap((pieces) => pieces.map(({ line }) => line)));
  const top = mergedRows(
    spread.filter(({ piece }) => lines.has(piece.line)),
    rules.levels.length,
  ).slice(0, head);
  const rest = bands.slice(head).flatMap(({ from, to, ruled }, at) => {
    const i = at + head;
    // A head stands between the first two rules; it may be all that the page has of the table.
    const alone = rules.levels.length === 2 && placed.slice(from, to).filter(isInFirst).length <= HEAD_LINES;
    const isHead = i === 0 && ruled && (bands.length > 1 || alone) && single[i] === true;
    return (byRules && ruled) || isHead ? [placed.slice(from, to).flat()] : parted(from, to);
  });
  return [...top, ...rest];
}

/**
 * The cells by a table's rules. Where one that is merged over rows would hold figures one below the other, the rules that
 * leave its column out part headings, and no rows: they are left out themselves.
 */
function cellsWithin(placed: readonly (readonly Piece[])[], rules: Rules, columns: readonly Strip[]): WithinRules {
  const reaches = columns.map((column) => reachOf(column, rules));
  const cells = placed.flat().map((piece) => inCell(piece, rules, reaches));
  const figures = cells.filter(({ piece, first, last }) => last > first && isFigure(textOf(piece.line)));
  const held = new Set(figures.map(({ piece, first }) => `${piece.column} ${first}`));
  if (held.size === figures.length) return { rules, cells };
  const whole = { levels: rules.levels.filter((level) => !rules.parts.has(level)), parts: new Map() };
  return cellsWithin(placed, whole, columns);
}

interface WithinRules {
  rules: Rules;
  cells: InCell[];
}

/** How many bands from the first on are a head of several levels: rules that leave columns out part them, one over all ends them. */
function headBands(bands: readonly Stretch[], single: readonly boolean[], { levels, parts }: Rules): number {
  const end = levels.findIndex((level, i) => i > 0 && !parts.has(level));
  const isWhole = bands.length > end || (bands.length === end && end === levels.length - 1);
  const isHead = end > 1 && isWhole && bands.slice(0, end).every(({ band }, i) => band === i && single[i] === true);
  return isHead ? end : 0;
}

/** A heading that stands alone above a rule under some of the columns reaches over all of them. `level`: the cells that end where it does. */
function overColumns(cell: InCell, level: readonly InCell[], { levels, parts }: Rules, columns: readonly Strip[]): InCell {
  const strip = columns[cell.piece.column];
  const below = levels[cell.last + 1];
  const rule = strip && parts.get(below ?? -1)?.find((one) => isOver(one, strip));
  if (rule === undefined || cell.first < 0) return cell;
  const under = columns.flatMap((one, i) =>
    (one.from + one.to) / 2 > rule.from && (one.from + one.to) / 2 < rule.to ? [i] : [],
  );
  const [first, last] = [under[0], under.at(-1)];
  if (first === undefined || last === undefined || last === first) return cell;
  const beside = level.filter(({ piece }) => piece.column >= first && piece.column <= last);
  if (cell.last > cell.first || beside.some(({ piece }) => piece.column !== cell.piece.column)) return cell;
  return { ...cell, piece: { ...cell.piece, column: first, span: last - first + 1 } };
}

interface Stretch {
  from: number;
  to: number;
  band: number;
  /** It has a rule above it and one below. */
  ruled: boolean;
}

/** The lines between each two rules. */
function bandsOf(placed: readonly (readonly Piece[])[], levels: readonly number[]): Stretch[] {
  const bands: Stretch[] = [];
  let last: number | null = null;
  placed.forEach((pieces, index) => {
    const first = pieces[0];
    const band = first === undefined ? last : bandOf(first.line, levels);
    const open = bands.at(-1);
    if (open !== undefined && band === last) open.to = index + 1;
    else {
      const ruled = band !== null && band >= 0 && band < levels.length - 1;
      bands.push({ from: index, to: index + 1, band: band ?? -1, ruled });
    }
    last = band;
  });
  return bands;
}

/** A piece with the first and last band between rules that its cell reaches over; above the first rule is -1. */
interface InCell {
  piece: Piece;
  first: number;
  last: number;
}

/** For each band from the one above the first rule on: the first and last one of the cell that a column has there. */
interface Reach {
  first: readonly number[];
  last: readonly number[];
}

function reachOf(column: Strip, rules: Rules): Reach {
  const open = rules.levels.map((level) => !closes(rules, level, column));
  const [first, last] = [[-1], [open.length - 1]];
  open.forEach((isOpen, band) => first.push(isOpen ? (first[band] ?? -1) : band));
  for (let band = open.length - 2; band >= -1; band -= 1) last.push(open[band + 1] === true ? (last.at(-1) ?? band) : band);
  return { first, last: last.reverse() };
}

function inCell(piece: Piece, rules: Rules, reaches: readonly Reach[]): InCell {
  const band = bandOf(piece.line, rules.levels);
  const reach = reaches[piece.column];
  return { piece, first: reach?.first[band + 1] ?? band, last: reach?.last[band + 1] ?? band };
}

function byLast(cells: readonly InCell[]): Map<number, InCell[]> {
  const found = new Map<number, InCell[]>();
  for (const cell of cells) {
    const others = found.get(cell.last);
    if (others === undefined) found.set(cell.last, [cell]);
    else others.push(cell);
  }
  return found;
}

/** Rows with cells merged over several of them; before the first rule and after the last one stand rows that the page cut. */
function mergedRows(cells: readonly InCell[], levels: number): Piece[][] {
  const filled = new Set(cells.map(({ first }) => first));
  const bands = Array.from({ length: levels + 1 }, (_, i) => i - 1).filter(
    (band) => filled.has(band) || (band >= 0 && band < levels - 1),
  );
  const rowOf = new Map(bands.map((band, row) => [band, row]));
  const rows = bands.map((): Piece[] => []);
  for (const { piece, first, last } of cells) {
    const row = rowOf.get(first) ?? 0;
    const span = Math.min(rows.length, (rowOf.get(last) ?? rows.length - 1) + 1) - row;
    rows[row]?.push(span > 1 ? { ...piece, rows: span } : piece);
  }
  return rows.map((row) => row.sort(byPlace));
}

/** True where no column has lines that a gap parts, or figures one below the other: a cell holds one. */
function isOneRow(pieces: readonly Piece[], pitch: number): boolean {
  const last = new Map<number, Piece>();
  return pieces.every((piece) => {
    const above = last.get(piece.column) ?? piece;
    last.set(piece.column, piece);
    if (above !== piece && isFigure(textOf(above.line)) && isFigure(textOf(piece.line))) return false;
    return piece.line.baseline - above.line.baseline <= CELL_GAP * pitch;
  });
}
