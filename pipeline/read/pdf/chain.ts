import type { Box, TableBlock } from '../../../schemas/index.js';
import type { Frame } from './frame.js';
import { BETWEEN_LINES, placePieces, ROW_GAP, rowGroups, tableOfGroups, type Piece } from './aligned-cells.js';
import { centredMergedRows, rowsOfOneLine } from './centred-merged.js';
import { centredRows } from './centred.js';
import { onlyWider, piecesBeyond, widerBy } from './beyond.js';
import { twoLevelHead } from './heads.js';
import type { Stack } from './level-rules.js';
import { textOf, type Line } from './lines.js';
import { ruledRows } from './ruled-rows.js';
import { pitchOf } from './pitch.js';
import { namesOverColumns } from './row-names.js';
import { NUMBERED, type Row } from './row.js';
import { columnsUnder, isOver, LEAST_COLUMNS, mergedStrips, stripsOf, type Strip } from './strips.js';

/** Lines of one cell begin this near to each other, in points. */
const ALIGNED = 1.5;
/** A head and what little stands below it at a page's foot have so many lines. */
const FEW_LINES = 12;
/** So many lines of a page fit the columns of the table that they belong to. */
const FITTING = 0.9;

/** Lines that make up a table without rules, or its part on one page. */
export interface AlignedRun {
  box: Box;
  rows: readonly Row[];
  chain: Chain;
  /** Makes the block: only when the document is read whole are all columns of a table known. */
  block: () => TableBlock;
}

/** A table without rules over the pages that it goes on over: they share their columns and the distance of their lines. */
export class Chain {
  private strips: Strip[];
  private readonly runs: (readonly Row[])[] = [];
  private measured: { runs: number; pitch: number; alike: boolean } | null = null;
  private readonly size: number;

  constructor(run: readonly Row[]) {
    this.strips = stripsOf(run);
    this.size = Math.max(...run.map((row) => row.line.size));
    this.runs.push(run);
  }

  /** Takes in a run that has columns of its own, where they are this table's; false where they are not. */
  takes(run: readonly Row[], onTop: boolean): boolean {
    if (!run.some((row) => this.isLike(row))) return false;
    const theirs = stripsOf(run);
    const merged = mergedStrips(this.strips, theirs);
    if (merged === null) return onTop && !beginsWithHead(run) && this.takesOnTop(run, theirs);
    const alone = merged.length === this.strips.length && theirs.length === merged.length;
    const goesOn = !beginsWithHead(run) && (onTop || (theirs.length === merged.length && onlyWider(merged, this.strips)));
    if (!alone && !goesOn) return false;
    this.strips = merged;
    this.runs.push(run);
    return true;
  }

  /**
   * Takes in the rows at the top of the next page whose columns are told otherwise there: this table's are known better
   * where its head alone, or little more, stood on the page before; or the rows fit the columns that it has.
   */
  private takesOnTop(run: readonly Row[], theirs: readonly Strip[]): boolean {
    const adopted = [...theirs, ...this.strips.filter((strip) => !theirs.some((other) => isOver(strip, other)))];
    adopted.sort((a, b) => a.from - b.from);
    const [first = [], ...more] = this.runs;
    const rows = first.filter((row) => row.pieces.length > 1);
    const isHead = more.length === 0 && first.length <= FEW_LINES;
    // A heading may stand over several columns.
    if (isHead && rows.every((row) => fitsIn(row, adopted, true))) this.strips = adopted;
    else if (run.filter((row) => fitsIn(row, this.strips)).length < FITTING * run.length) return false;
    this.add(run);
    return true;
  }

  /**
   * Takes in lines that fit its columns, whether they would make a table by themselves or not. What stands behind its last
   * one is in a column more: the edge of a column of text may have cut it off above.
   */
  add(run: readonly Row[]): void {
    const known = this.strips;
    this.strips = run
      .reduce<readonly Strip[]>((strips, row) => widerBy(row, strips, known), known)
      .map((strip) => ({ ...strip }));
    for (const piece of run.flatMap((row) => row.pieces)) {
      const { first, last } = columnsUnder(piece, this.strips);
      const strip = this.strips[first];
      if (first !== last || strip === undefined) continue;
      this.strips[first] = { from: Math.min(strip.from, piece.left), to: Math.max(strip.to, piece.right) };
    }
    this.runs.push(run);
  }

  /** True for a line whose pieces lie in different columns, each in one, or behind a cell of the last one. */
  fits({ line, pieces }: Row, strips: readonly Strip[] = this.strips): boolean {
    const beyond = piecesBeyond({ line, pieces }, strips).length;
    return this.isLike({ line, pieces }) && fitsIn({ line, pieces: pieces.slice(0, pieces.length - beyond) }, strips);
  }

  /**
   * True for a line that the next page may go on with: the rest of cells that the page break cut, or a row. A row may
   * have text in a column that was empty so far.
   */
  mayGoOnWith(row: Row): boolean {
    if (row.pieces.length > 1 && this.fits(row)) return true;
    const fitting = row.pieces.filter((piece) => this.fits({ line: row.line, pieces: [piece] }));
    if (row.pieces.length >= LEAST_COLUMNS && fitting.length * 3 >= row.pieces.length * 2) return true;
    const second = this.strips[1]?.from ?? Infinity;
    return (
      this.fits(row) &&
      row.pieces.every((part) => part.left > second - ALIGNED && this.strips.some((strip) => isFlush(part, strip)))
    );
  }

  get columns(): readonly Strip[] {
    return this.strips;
  }

  /** The distance of its lines, by its latest pages. */
  get pitch(): number {
    return pitchOf(this.runs.slice(-3));
  }

  /** `stack`: its rules across, where it has some. */
  table(run: readonly Row[], stack: Stack | null, page: number, frame: Frame): TableBlock {
    const { pitch, alike } = this.measure();
    const head = twoLevelHead(run, this.strips, pitch);
    const body = run.slice(head?.lines ?? 0);
    const placed = body.map(({ line }) => placePieces(line, this.strips));
    const rules = stack ?? { levels: [], parts: new Map() };
    const groups = ruledRows(placed, { rules, columns: this.strips, pitch }, (from, to) =>
      betweenNames(placed, from, to).flatMap(([start, end]) => {
        const part = placed.slice(start, end);
        return (
          rowsOfOneLine(part, pitch) ??
          rowsAtMidHeight(part, pitch) ??
          rowGroups(body.slice(start, end), part, { columns: this.strips.length, pitch, alike })
        );
      }),
    );
    const named = groups.map((row) => namesOverColumns(row, this.strips));
    return tableOfGroups([...(head?.groups ?? []), ...named], this.strips.length, page, frame);
  }

  private isLike({ line }: Row): boolean {
    return line.size < 1.1 * this.size && line.size > 0.6 * this.size;
  }

  /** `alike`: the gaps do not tell rows apart, for most lines that fill the table's width stand close below another. */
  private measure(): { pitch: number; alike: boolean } {
    if (this.measured?.runs !== this.runs.length) {
      const pitch = pitchOf(this.runs);
      const full = this.runs.flatMap((run) => this.gapsAboveFull(run)).filter((gap) => gap > BETWEEN_LINES * pitch);
      const wide = full.filter((gap) => gap > ROW_GAP * pitch).length;
      this.measured = { runs: this.runs.length, pitch, alike: wide * 2 < full.length };
    }
    return this.measured;
  }

  private gapsAboveFull(run: readonly Row[]): number[] {
    const second = this.strips[1]?.from ?? Infinity;
    return gapsOf(run).filter((_, i) => {
      const row = run[i + 1];
      return row !== undefined && row.line.left < second && row.pieces.length * 2 >= this.strips.length;
    });
  }
}

/** Rows of cells set at mid-height. Where one is a cell by itself, it may rather be merged over rows above and below it. */
function rowsAtMidHeight(placed: readonly (readonly Piece[])[], pitch: number): Piece[][] | null {
  const rows = centredRows(placed, pitch);
  const isAlone = (row: readonly Piece[]): boolean => row.every(({ column }) => column === row[0]?.column);
  return rows?.some(isAlone) === false ? rows : (centredMergedRows(placed, pitch) ?? rows);
}

/** The stretches of lines between those that name the rows below them, and each of these: no cell goes on over one. */
function betweenNames(placed: readonly (readonly Piece[])[], from: number, to: number): [number, number][] {
  const parts: [number, number][] = [];
  for (let start = from, at = from; at < to; at += 1) {
    const [only, ...others] = placed[at] ?? [];
    const names = only !== undefined && others.length === 0 && only.span > 1 && NUMBERED.test(textOf(only.line));
    if (names && at > start) parts.push([start, at]);
    if (names) parts.push([at, at + 1]);
    if (names) start = at + 1;
    else if (at + 1 === to) parts.push([start, to]);
  }
  return parts;
}

/** True where each piece lies in a column of its own, or `over` several of its own. */
function fitsIn({ pieces }: Row, strips: readonly Strip[], over = false): boolean {
  let taken = -1;
  for (const piece of pieces) {
    const { first, last } = columnsUnder(piece, strips);
    const strip = strips[first];
    if ((!over && first !== last) || first <= taken || strip === undefined) return false;
    if (!isOver({ from: piece.left, to: piece.right }, strip)) return false;
    taken = last;
  }
  return true;
}

function isFlush(piece: Line, strip: Strip): boolean {
  return Math.abs(strip.from - piece.left) < ALIGNED && piece.right < strip.to + ALIGNED;
}

function beginsWithHead(run: readonly Row[]): boolean {
  const first = run[0];
  if (first === undefined || first.pieces.length < LEAST_COLUMNS) return false;
  return !first.line.glyphs.some((glyph) => /\d/.test(glyph.text));
}

function gapsOf(run: readonly Row[]): number[] {
  return run.slice(1).map((row, i) => row.line.baseline - (run[i]?.line.baseline ?? 0));
}
