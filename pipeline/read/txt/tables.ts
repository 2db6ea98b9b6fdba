import type { TableBlock } from '../../../schemas/index.js';
import { cell, tableBlock } from '../blocks.js';
import type { SourceLine } from './lines.js';
import { withoutMarks } from './marks.js';
import { beginsRow } from './wrapped.js';

/** A table and the number of lines that it took. */
export interface TakenTable {
  table: TableBlock;
  taken: number;
}

/** Takes the marks out of a cell's text. */
type Clean = (text: string) => string;

const PIPE_RULE = /^\s*(?:\|\s*)?:?-+:?\s*(?:\|\s*:?-+:?\s*)*(?:\|\s*)?$/;
const SENTENCE_END = /[。！？；.!?;：:]$/;
const GOES_ON = /^[，。、；：！？）》」』”’％%,.;:!?)\]]/;
/** What begins something of its own: a Markdown mark, a numbered heading, a note, a caption. */
const BEGINS_ANEW =
  /^\s*(?:#|[-*|]|[（(]?[一二三四五六七八九十]+[）)、]|第[一二三四五六七八九十]+|[（(]?\d+[）).、]|注\s*(?:\d+\s*)?[：:]|备注|说明|单位\s*[：:]|附[件表录]|表\s*[\d一二三四五六七八九十])/;

/** A Markdown pipe table (GFM 4.10) at the given line: a head, a line of dashes, rows. */
export function pipeTable(lines: readonly SourceLine[], at: number, clean: Clean = withoutMarks): TakenTable | null {
  const head = lines[at];
  const rule = lines[at + 1];
  if (head === undefined || rule === undefined || !head.raw.includes('|')) return null;
  if (rule.blankBefore || !rule.raw.includes('-') || !rule.raw.includes('|') || !PIPE_RULE.test(rule.raw)) return null;
  const rows = [pipeCells(head.raw)];
  let next = at + 2;
  for (let line = lines[next]; line?.blankBefore === false && line.raw.includes('|'); line = lines[++next]) {
    rows.push(pipeCells(line.raw));
  }
  return { table: fromRows(rows, head.page, clean), taken: next - at };
}

function pipeCells(raw: string): string[] {
  const inner = raw
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((text) => text.replaceAll('\\|', '|').replaceAll(/<br\s*\/?>/gi, '\n'));
}

/** A run of lines with tabs at the given line, with the lines that carry on a row's last cell. */
export function tabTable(lines: readonly SourceLine[], at: number, clean: Clean = withoutMarks): TakenTable | null {
  const first = lines[at];
  if (first === undefined || !isRow(lines, at, false)) return null;
  const rows: string[][] = [first.raw.split('\t')];
  let next = at + 1;
  for (let line = lines[next]; line?.blankBefore === false; line = lines[++next]) {
    const row = rows.at(-1);
    if (isRow(lines, next, true)) rows.push(line.raw.split('\t'));
    else if (row !== undefined && carriesOn(row.at(-1) ?? '', lines, next))
      row[row.length - 1] = `${row.at(-1) ?? ''}\n${line.raw.trim()}`;
    else break;
  }
  return { table: fromRows(withoutEndTabs(wholeRows(rows)), first.page, clean), taken: next - at };
}

/** A tab inside a line makes a row; one at its edge only does so beside a row, else it is an indent or a slip. */
function isRow(lines: readonly SourceLine[], at: number, afterRow: boolean): boolean {
  const line = lines[at];
  if (line === undefined || !line.raw.includes('\t')) return false;
  if (line.raw.trim().includes('\t')) return true;
  const after = lines[at + 1];
  return afterRow || (after?.blankBefore === false && after.raw.trim().includes('\t'));
}

function carriesOn(cellText: string, lines: readonly SourceLine[], at: number): boolean {
  const line = lines[at];
  if (line === undefined || BEGINS_ANEW.test(line.raw)) return false;
  if (GOES_ON.test(line.raw.trim())) return true;
  const after = lines[at + 1];
  if (after?.blankBefore === false && isRow(lines, at + 1, true)) return true;
  return cellText.trim().length >= 15 && !SENTENCE_END.test(cellText.trim());
}

/** Most lines that one row is broken over. */
const MOST_PIECES = 4;

/** Rows that a line break within a cell has cut, put together: their pieces make up one row of as many cells as the head has. */
function wholeRows(rows: readonly string[][]): string[][] {
  const columns = rows[0]?.length ?? 0;
  const whole: string[][] = [];
  for (let at = 0; at < rows.length;) {
    const pieces = piecesOfRow(rows, at, columns);
    whole.push(pieces.reduce((row, piece) => joinCell(row, piece)));
    at += pieces.length;
  }
  return whole;
}

const isNumbered = (row: readonly string[]): boolean => /^\d{1,6}$/.test(row[0]?.trim() ?? '');

/** The row alone, or with the lines below it whose cells it lacks; none of them begins a row of its own. */
function piecesOfRow(rows: readonly string[][], at: number, columns: number): string[][] {
  const first = rows[at] ?? [];
  const pieces = [first];
  let cells = first.length;
  while (cells < columns && pieces.length < MOST_PIECES) {
    const next = rows[at + pieces.length];
    if (!next || next.length >= columns || !goesOnInRow(pieces.at(-1) ?? [], next, isNumbered(first))) break;
    pieces.push(next);
    cells += next.length - 1;
  }
  return cells === columns ? pieces : [first];
}

/** Below a numbered row whatever has no number and is no total; below another what the line break has visibly cut. */
function goesOnInRow(row: readonly string[], next: readonly string[], counted: boolean): boolean {
  const [last, first] = [row.at(-1)?.trim() ?? '', next[0]?.trim() ?? ''];
  if (last === '' || first === '' || isNumbered(next) || beginsRow(first)) return false;
  return counted || /[，、；（(：]$/.test(last) || GOES_ON.test(first);
}

const joinCell = (row: readonly string[], [first = '', ...more]: readonly string[]): string[] => [
  ...row.slice(0, -1),
  `${row.at(-1)?.trim() ?? ''}\n${first.trim()}`,
  ...more,
];

/** Some programs end every row with a tab; that is no column. */
function withoutEndTabs(rows: string[][]): string[][] {
  const everyRow = rows.every((row) => row.length > 1 && row.at(-1)?.trim() === '');
  return everyRow ? rows.map((row) => row.slice(0, -1)) : rows;
}

/** A table of the given texts, each cell cleaned. */
export function fromRows(rows: readonly string[][], page: number | null, clean: Clean = withoutMarks): TableBlock {
  const cells = rows.flatMap((row, y) => row.map((text, x) => cell(clean(text.trim()), y, x, { page })));
  return tableBlock(cells, page);
}
