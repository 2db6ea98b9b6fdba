import type { Box } from '../../../schemas/index.js';
import { around } from '../blocks.js';
import { placePieces, ROW_GAP } from './aligned-cells.js';
import { widerBy } from './beyond.js';
import { Chain, type AlignedRun } from './chain.js';
import { standsBeside } from './beside.js';
import type { Frame } from './frame.js';
import { bandOf, ruledTables, type Stack } from './level-rules.js';
import { lineBox, textOf, type Line } from './lines.js';
import { pitchOf } from './pitch.js';
import { NUMBERED, type Row } from './row.js';
import { linesBefore, rowsAbove, RUNNING_HEAD, upperLevel } from './rows-above.js';
import { LEAST_COLUMNS, rowOf, stripsOf } from './strips.js';

/** So many lines make a table without rules; so many of them have text in most columns. */
const LEAST_LINES = 3;
const LEAST_FULL = 2;
/** Lines further apart than this many ems are no neighbours in a table; so near they may be of one row. */
const FAR = 6;
const CLOSE = 2;
/** So many lines at its foot may be its running foot and its number; so many a head has. */
const FOOT_LINES = 2;
const MOST_HEAD_LINES = 8;
/** A run of so many lines that is no table has none in it. */
const MANY = 200;

/** What turns lines into a run on its page. */
export interface AlignedPlace {
  page: number;
  frame: Frame;
  /** The rules across that no table with lines downwards took. */
  stacks: readonly Stack[];
}

/** Replaces the runs of lines of a column of text that are a table without rules; `open` is the table before them. */
export function withAlignedTables(lines: readonly Line[], place: AlignedPlace, open: Chain | null): (Line | AlignedRun)[] {
  const rows = lines.map(rowOf);
  const widest = Math.max(0, ...lines.map((line) => line.right)) - Math.min(...lines.map((line) => line.left));
  const found: (Line | AlignedRun)[] = [];
  const tables = ruledTables(place.stacks, rows);
  let chain = open;
  for (let at = 0; at < rows.length;) {
    const within = rowsWithin(rows, at, tables);
    const head = within === null ? headAtFoot(rows, at, tables) : [];
    const run = within ?? (head.length > 0 ? head : runFrom(rows, at, widest, tables));
    const beside = within === null && head.length === 0 ? rowsAbove(rows, at, run) : [];
    const isWhole = head.length > 0 || isTable([...beside, ...run]);
    const free = within === null && head.length === 0 && isWhole ? linesBefore(found, rows, at) : [];
    const above = upperLevel(free, beside, run);
    const whole = isWhole ? [...above, ...run] : [];
    const known = whole.length === 0 ? knownFrom(rows, at, chain) : [];
    if (whole.length > 0) {
      if (chain?.takes(whole, false) !== true) chain = new Chain(whole);
      found.splice(found.length - above.length, above.length);
    } else if (known.length > 0) chain?.add(known);
    const taken = whole.length > 0 ? whole : known;
    // A table may begin within a run that is none, but not every line of a long one is worth a try.
    const next = at + (whole.length > 0 ? run.length : known.length || (run.length > MANY ? run.length : 1));
    if (chain !== null && taken.length > 0) found.push(alignedRun(taken, chain, place, tables));
    else for (const line of lines.slice(at, next)) found.push(line);
    at = next;
  }
  return found;
}

/** The lines at the top of a page that the table at the foot of the page before goes on in, or null. */
export function continuedTable(lines: readonly Line[], place: AlignedPlace, open: Chain): AlignedRun | null {
  const rows = lines.map(rowOf);
  const tables = ruledTables(place.stacks, rows);
  for (let skip = 0; skip <= RUNNING_HEAD; skip += 1) {
    const first = rows[skip];
    if (first === undefined || standsBeside(first.line)) continue;
    const within = rowsWithin(rows, skip, tables);
    if (within === null && !goesOnAt(rows, skip, open)) continue;
    const run = within ?? continuedRun(rows.slice(skip), open);
    // Under a running head a single piece is too little to tell by.
    if (skip > 0 && run.every((row) => row.pieces.length < 2) && run.length < 2) return null;
    if (!isTable(run)) open.add(run);
    else if (!open.takes(run, true)) return null;
    return alignedRun(run, open, place, tables);
  }
  return null;
}

/** A row goes on here, or the first line of one whose other cells begin lower. */
function goesOnAt(rows: readonly Row[], at: number, open: Chain): boolean {
  const [first, next] = [rows[at], rows[at + 1]];
  if (first === undefined) return false;
  if (open.mayGoOnWith(first)) return true;
  const close = next !== undefined && next.line.baseline - first.line.baseline < CLOSE * first.line.size;
  return close && next.pieces.length > 1 && open.fits(first) && open.mayGoOnWith(next);
}

function continuedRun(rows: readonly Row[], open: Chain): Row[] {
  const run: Row[] = [];
  let columns = open.columns;
  for (const [at, row] of rows.entries()) {
    const above = run.at(-1);
    if (above !== undefined && row.line.baseline - above.line.baseline > FAR * row.line.size) break;
    const goesOn = open.fits(row, columns) || row.pieces.length >= LEAST_COLUMNS || (at > 0 && isGroup(rows, at, open));
    if (!goesOn || standsBeside(row.line)) break;
    columns = widerBy(row, columns, open.columns);
    run.push(row);
  }
  const kept = withoutTail(run, open.pitch);
  return [...kept, ...groupAtFoot(kept, rows.slice(kept.length))];
}

/** A row's other cells begin at most so many lines below the first line of a long one. */
const BEFORE_ROW = 3;

/** A line of its own that names the rows below it: it stands as such lines do, and a row of the table follows. */
function isGroup(rows: readonly Row[], at: number, open: Chain): boolean {
  const row = rows[at];
  if (row === undefined || row.pieces.length !== 1 || !standsAsName(row, open)) return false;
  const below = rows.slice(at + 1, at + 1 + BEFORE_ROW);
  const full = below.findIndex(({ pieces }) => pieces.length >= LEAST_COLUMNS);
  const upTo = below.slice(0, full + 1);
  const close = upTo.every((one, i) => one.line.baseline - (upTo[i - 1] ?? row).line.baseline <= FAR * row.line.size);
  return full >= 0 && close && upTo.every((one) => open.fits(one)) && /\d/.test(textOf(upTo.at(-1)?.line ?? row.line));
}

/** It begins in the first column and goes on over others, or is numbered and stands in the middle of the table. */
function standsAsName({ line }: Row, { columns }: Chain): boolean {
  const [first, last] = [columns[0], columns.at(-1)];
  if (first === undefined || last === undefined) return false;
  if (Math.abs(line.left - first.from) <= line.size) return line.right <= last.from;
  const inMiddle = Math.abs(line.left + line.right - first.from - last.to) <= 2 * line.size;
  return inMiddle && line.left > first.to && line.right < last.from && NUMBERED.test(textOf(line));
}

/** The line right below a run, at the foot of its page, where it names the rows on the next page as a line above in the run names others. */
function groupAtFoot(run: readonly Row[], below: readonly Row[]): Row[] {
  const [row, ...foot] = below;
  const mark = row === undefined ? null : NUMBERED.exec(textOf(row.line));
  if (row === undefined || mark === null || row.pieces.length !== 1 || foot.length > FOOT_LINES) return [];
  const { line } = row;
  const alike = run.some(({ line: other, pieces }) => {
    const its = pieces.length === 1 && Math.abs(other.left - line.left) < 1 ? NUMBERED.exec(textOf(other)) : null;
    return its !== null && its[1] === mark[1] && Math.abs(other.size - line.size) < 0.1;
  });
  return alike ? [row] : [];
}

function alignedRun(rows: readonly Row[], chain: Chain, { page, frame }: AlignedPlace, tables: readonly Stack[]): AlignedRun {
  const table = tables.find(({ levels: of }) => rows.some((row) => isWithin(row, of)));
  const box = around(rows.map(({ line }) => lineBox(line))) ?? [0, 0, 0, 0];
  return { box, rows, chain, block: () => chain.table(rows, table ?? null, page, frame) };
}

function isWithin({ line }: Pick<Row, 'line'>, levels: readonly number[]): boolean {
  const band = bandOf(line, levels);
  return band >= 0 && band < levels.length - 1;
}

/** The lines between the first and the last rule of a table that begins here; null where none does. */
function rowsWithin(rows: readonly Row[], at: number, tables: readonly Stack[]): Row[] | null {
  const first = rows[at];
  const table = first === undefined ? undefined : tables.find(({ levels }) => isWithin(first, levels));
  // Under two rules stands a head; where the third is missing, the page break cut the table.
  if (table === undefined || table.levels.length < 3) return null;
  const after = rows.findIndex((row, i) => i > at && !isWithin(row, table.levels));
  const run = rows.slice(at, after < 0 ? rows.length : after);
  return isTable(run) ? run : null;
}

/** Lines between two rules at the foot of a page: a head alone, whose rows stand on the next page. */
function headAtFoot(rows: readonly Row[], at: number, tables: readonly Stack[]): Row[] {
  const first = rows[at];
  const table = first === undefined ? undefined : tables.find(({ levels }) => isWithin(first, levels));
  if (table === undefined) return [];
  const after = rows.findIndex((row, i) => i > at && !isWithin(row, table.levels));
  const run = rows.slice(at, after < 0 ? rows.length : after);
  const below = rows.length - at - run.length;
  const isHead = run.length <= MOST_HEAD_LINES && run.some((row) => row.pieces.length >= LEAST_COLUMNS);
  return isHead && below <= FOOT_LINES ? run : [];
}

/**
 * The lines that stand between no rules of a table, and the boxes of those tables: what says whether a page's text runs in
 * columns.
 */
export function outsideRules(lines: readonly Line[], stacks: readonly Stack[]): { lines: Line[]; boxes: Box[] } {
  const tables = stacks.length === 0 ? [] : ruledTables(stacks, lines.map(rowOf));
  const isInside = (line: Line, { from, to, levels }: Stack): boolean =>
    isWithin({ line }, levels) && line.left < to && line.right > from;
  return {
    lines: lines.filter((line) => !tables.some((table) => isInside(line, table))),
    boxes: tables.map(({ from, to, levels }) => [from, levels[0] ?? 0, to, levels.at(-1) ?? 0]),
  };
}

/** The lines from here on that may be one table: none of them has a piece as wide as running text. */
function runFrom(rows: readonly Row[], at: number, widest: number, tables: readonly Stack[]): Row[] {
  const first = rows[at];
  if (first === undefined || first.pieces.length < LEAST_COLUMNS || standsBeside(first.line)) return [];
  let end = at + 1;
  for (let row = rows[end]; row !== undefined; row = rows[++end]) {
    const above = rows[end - 1];
    const gap = row.line.baseline - (above?.line.baseline ?? 0);
    const similar = row.line.size < 1.3 * first.line.size && row.line.size > 0.6 * first.line.size;
    const narrow = row.pieces.every((piece) => piece.right - piece.left < 0.6 * widest) || row.pieces.length >= LEAST_COLUMNS;
    if (!similar || !narrow || gap > FAR * first.line.size || standsBeside(row.line)) break;
    // Where a table begins that its rules mark, another ends.
    if (
      tables.some(({ levels }) => levels.length > 2 && isWithin(row, levels) && above !== undefined && !isWithin(above, levels))
    )
      break;
  }
  const run = rows.slice(at, end);
  const kept = withoutTail(run, pitchOf([run]));
  return [...kept, ...groupAtFoot(kept, rows.slice(at + kept.length))];
}

/** What follows a table alone and apart from it, or begins in its first column and goes on over others, is text below it. */
function withoutTail(run: readonly Row[], pitch: number): Row[] {
  const kept = [...run];
  const strips = stripsOf(run);
  const second = strips[1]?.from ?? Infinity;
  for (let last = kept.at(-1); last?.pieces.length === 1; last = kept.at(-1)) {
    const above = kept.at(-2);
    const apart = above !== undefined && last.line.baseline - above.line.baseline > ROW_GAP * pitch;
    const prose = last.line.left < second && last.line.right > second + last.line.size;
    if (above === undefined || (!apart && !prose)) break;
    kept.pop();
  }
  return kept;
}

/** Lines that are no table by themselves but stand in the columns of the one before them, as a head alone at a page's foot. */
function knownFrom(rows: readonly Row[], at: number, chain: Chain | null): Row[] {
  if (chain === null) return [];
  let end = at;
  let { columns } = chain;
  for (let row = rows[end]; row !== undefined; row = rows[++end]) {
    const full = row.pieces.length >= LEAST_COLUMNS && row.pieces.length * 2 >= chain.columns.length;
    const above = rows[end - 1];
    if (!chain.fits(row, columns) || standsBeside(row.line)) break;
    const close = (): boolean => end > at && row.line.baseline - (above?.line.baseline ?? 0) <= ROW_GAP * chain.pitch;
    if (!full && !close()) break;
    columns = widerBy(row, columns, chain.columns);
  }
  return rows.slice(at, end);
}

function isTable(run: readonly Row[]): boolean {
  if (run.length < LEAST_LINES || isNameList(run)) return false;
  const columns = stripsOf(run);
  if (columns.length < LEAST_COLUMNS) return false;
  const placed = run.map(({ line }) => placePieces(line, columns));
  return placed.filter((pieces) => pieces.length >= LEAST_COLUMNS).length >= LEAST_FULL;
}

const HEAD_WORD = /^(序号|姓名|名称|单位|职务|项目|指标|地区|年份|类别|等次)/;

/** Names set side by side to save room: nothing but words of up to four characters, and no head above them. */
function isNameList(run: readonly Row[]): boolean {
  const words = run.map((row) => row.pieces.map((piece) => piece.glyphs.map((glyph) => glyph.text.trim()).join('')));
  const all = words.flat();
  const names = all.filter((word) => /^\p{Script=Han}{1,4}$/u.test(word));
  return names.length >= 0.95 * all.length && words[0]?.some((word) => HEAD_WORD.test(word)) !== true;
}
