import type { TableCell } from '../notice.js';
import { isBareFigure, isNothing, isWord, isYearText } from './figure-cell.js';
import type { FigureColumns, LabelColumn } from './figure-columns.js';
import { TOTAL } from './figure-words.js';
import { clean, compact } from './fold.js';

/** A row of a table of figures, put right: labels filled down, values under their columns. */
export interface FigureRow {
  /** index of the row in the table */
  row: number;
  year: number | null;
  indicator: string | null;
  area: string | null;
  unit: string | null;
  labels: Record<string, string>;
  /** value cell per value column; null where the row has none */
  values: (TableCell | null)[];
  /** what was put right: moved sideways, a surplus dash dropped, a label or a year worked out from other rows */
  repairs: ('shifted' | 'surplus' | 'label' | 'year')[];
  total: boolean;
  /** how many of its figures stand in columns that have no head: they are no values */
  beyond: number;
  /** a total of all rows: no label or group of the rows above holds for it */
  whole: boolean;
}

export const emptyRow = (row: number): FigureRow => ({
  row,
  year: null,
  indicator: null,
  area: null,
  unit: null,
  labels: {},
  values: [],
  repairs: [],
  beyond: 0,
  total: false,
  whole: false,
});

const text = (cell: TableCell | null | undefined) => (cell ? compact(cell.text).text : '');

/** Longest cell that is a label: what is longer is a note. */
const LONGEST_LABEL = 40;

/** Puts a cell where its column says. Dashes say nothing. */
export function setLabel(row: FigureRow, { name, role }: LabelColumn, cell: TableCell | null): void {
  const value = text(cell);
  if (cell === null || isNothing(value) || role === 'number') return;
  if (role === 'year') row.year = Number(/(19|20)\d{2}/.exec(value)?.[0] ?? Number.NaN) || null;
  else if (role === 'unit') row.unit = value;
  else if (role === 'indicator') row.indicator = named(cell);
  else if (role === 'area') row.area = named(cell);
  else if (value.length <= LONGEST_LABEL) row.labels[name] = clean(cell.text).replace(/^其中[：:](?=.)/, '');
  if (TOTAL.test(value)) row.total = true;
}

const IN_FRONT =
  /^(?:其中[：:]?|[＃#*＊]+|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}(?:、|[.．](?!\d))|[①-⑳])/;

/** A name without the number or the 其中 in front of it. */
function named(cell: TableCell): string {
  const name = clean(cell.text);
  return name.replace(IN_FRONT, '') || name;
}

/** The last word of the row ends its labels; what follows are its values, maybe more than there are columns. */
export function putRight(row: FigureRow, cells: readonly TableCell[], { labels: columns }: FigureColumns): FigureRow {
  const ordered = [...cells].sort((a, b) => a.column - b.column);
  const lastWord = ordered.findLastIndex((c) => c.column < columns.length + 3 && isWord(text(c)));
  const labels = ordered.slice(0, lastWord + 1).filter((c) => text(c) !== '');
  const values = ordered.slice(lastWord + 1);
  while (values.length > 0 && text(values.at(-1)) === '') values.pop();
  while (values.length > 0 && text(values[0]) === '') values.shift();
  if (labels.at(-1)?.column !== columns.length - 1) row.repairs.push('shifted');
  assignLabels(row, labels, columns);
  row.values = values;
  return row;
}

/** Years go to the year column; the other labels from the right: the last is the last column's. */
function assignLabels(row: FigureRow, labels: readonly TableCell[], columns: readonly LabelColumn[]): void {
  const years = labels.filter((c) => isYearText(text(c)));
  const words = labels.filter((c) => !years.includes(c));
  const year = columns.find((l) => l.role === 'year');
  if (year && years[0]) setLabel(row, year, years[0]);
  const others = columns.filter((l) => l !== year);
  for (let k = 1; k <= Math.min(words.length, others.length); k++) {
    const label = others.at(-k);
    if (label) setLabel(row, label, words.at(-k) ?? null);
  }
}

/**
 * Rows with more values than columns lose a surplus dash: the one without which the figures stand under the columns that
 * have figures in the rows nearby. Where no dash is such a one, or a row has more figures than there are columns, it is columns
 * that have no head: the cells stay where they stand, and the figures beyond the last head are `beyond`.
 */
export function dropSurplus(rows: readonly FigureRow[], columns: number): void {
  const headless = rows.some((row) => row.values.filter(hasFigure).length > columns);
  rows.forEach((row, i) => {
    const mended = withoutSurplus(row.values, headless ? [] : fitting(rows, i, columns), columns);
    if (mended.length < row.values.length && mended.length <= columns) {
      row.values = mended;
      row.repairs.push('surplus');
    }
    row.beyond += row.values.slice(columns).filter(hasFigure).length;
    row.values = Array.from({ length: columns }, (_, c) => row.values[c] ?? null);
  });
}

/** The values without dashes too many, as far as they can be told. */
function withoutSurplus(values: FigureRow['values'], near: readonly FigureRow[], columns: number): FigureRow['values'] {
  let mended = values;
  while (mended.length > columns) {
    const drop = bestDash(mended, near);
    if (drop === null) break;
    mended = mended.toSpliced(drop, 1);
  }
  return mended;
}

const hasFigure = (cell: TableCell | null | undefined) => isBareFigure(text(cell));

/** How far up and down rows are nearby, and how many of them are asked. */
const NEARBY = 4;
const NEAREST = 3;

/** The nearest rows that have no more values than there are columns. */
function fitting(rows: readonly FigureRow[], at: number, columns: number): readonly FigureRow[] {
  return rows
    .slice(Math.max(0, at - NEARBY), at + NEARBY + 1)
    .filter((r) => r !== rows[at] && r.values.length <= columns)
    .sort((a, b) => Math.abs(a.row - (rows[at]?.row ?? 0)) - Math.abs(b.row - (rows[at]?.row ?? 0)))
    .slice(0, NEAREST);
}

/**
 * The dash without which the most figures stand where rows nearby have some, the last of equals; null where that puts more
 * of the figures behind it under columns that have none.
 */
function bestDash(values: readonly (TableCell | null)[], near: readonly FigureRow[]): number | null {
  const shared = (cell: TableCell | null, k: number) => (hasFigure(cell) ? near.filter((r) => hasFigure(r.values[k])).length : 0);
  const dashes = values.flatMap((cell, at) => {
    if (!/^[-—]+$/.test(text(cell))) return [];
    return [{ at, agree: values.toSpliced(at, 1).reduce((n, c, k) => n + shared(c, k), 0) }];
  });
  const most = Math.max(...dashes.map(({ agree }) => agree));
  const best = dashes.findLast(({ agree }) => agree === most);
  if (best === undefined) return null;
  const moved = values.map((cell, k) => ({ cell, to: k - 1 })).filter(({ cell, to }) => to >= best.at && hasFigure(cell));
  return moved.filter(({ cell, to }) => shared(cell, to) > 0).length * 2 >= moved.length ? best.at : null;
}

/** What the rows above say for those below. */
interface Carried {
  labels: Record<string, string>;
  year: number | null;
  area: string | null;
  /** the label above holds no longer: the years have begun anew */
  lost: boolean;
  /** years and indicators of the rows since the outermost label */
  seen: Set<string>;
}

/** Labels that stand once for several rows are filled down; a series of years that begins anew has lost its label. */
export function fillDown(rows: readonly FigureRow[], columns: readonly LabelColumn[]): void {
  const names = columns.filter((l) => l.role === 'label').map((l) => l.name);
  const hasYears = columns.some((l) => l.role === 'year');
  const hasArea = columns.some((l) => l.role === 'area');
  const above: Carried = { labels: {}, year: null, area: null, lost: false, seen: new Set() };
  const next = yearsBelow(rows);
  rows.forEach((row, i) => {
    if (row.whole) return;
    carryLabels(row, names, above, hasYears);
    if (hasYears) carryYear(row, next[i] ?? null, above);
    if (hasArea) row.area = above.area = row.area ?? above.area;
    above.seen.add(rowKey(row));
    row.labels = { ...(above.lost ? {} : above.labels), ...row.labels };
    if (above.lost) row.repairs.push('label');
  });
  relabel(rows, names);
}

const rowKey = (row: FigureRow) => `${row.year ?? ''}|${row.indicator ?? ''}`;

/** For each row the next year that a row below it gives. */
function yearsBelow(rows: readonly FigureRow[]): (number | null)[] {
  const years: (number | null)[] = [];
  let next: number | null = null;
  for (let i = rows.length - 1; i >= 0; i--) {
    years[i] = next;
    next = rows[i]?.year ?? next;
  }
  return years;
}

/** An outer label begins anew: inner ones do not carry over. */
function carryLabels(row: FigureRow, names: readonly string[], above: Carried, hasYears: boolean): void {
  const given = names.filter((n) => row.labels[n] !== undefined);
  const outer = names.indexOf(given[0] ?? '');
  if (given.length === 0) {
    const again = hasYears && row.year !== null && above.year !== null && row.year < above.year;
    if (again && names.length > 0) [above.lost, above.seen] = [true, new Set()];
    return;
  }
  const kept = Object.entries(above.labels).filter(([n]) => names.indexOf(n) < outer);
  above.labels = Object.fromEntries([...kept, ...given.map((n) => [n, row.labels[n] ?? ''] as const)]);
  above.lost = false;
  if (outer > 0) return;
  above.seen = new Set();
  if (row.year === null) above.year = null;
}

/** A row without a year is of the year above, or of one that was skipped: its indicator had its turn, and the next year is the one after. */
function carryYear(row: FigureRow, next: number | null, above: Carried): void {
  if (row.year === null) {
    row.year = above.year;
    if (above.year !== null && next === above.year + 2 && above.seen.has(rowKey(row))) {
      row.year = above.year + 1;
      row.repairs.push('year');
    }
  }
  above.year = row.year;
}

/** Year, indicator and figures of a row: rows that agree in them are one row twice. */
const twinKey = (row: FigureRow) => [row.year, row.indicator, ...row.values.map((c) => text(c).replace(/^[-—]+$/, ''))].join('|');

/** Rows that lost their label take it from rows with the same year, indicator and figures, where most of them agree. */
function relabel(rows: readonly FigureRow[], groupNames: readonly string[]): void {
  const orphans = rows.filter((r) => r.repairs.includes('label'));
  if (orphans.length === 0 || groupNames.length === 0) return;
  const labelled = new Map(rows.flatMap((r) => (r.repairs.includes('label') ? [] : [[twinKey(r), r.labels] as const])).reverse());
  const votes = new Map<string, { labels: Record<string, string>; n: number }>();
  for (const orphan of orphans) {
    const labels = labelled.get(twinKey(orphan));
    if (!labels) continue;
    const key = JSON.stringify(labels);
    votes.set(key, { labels, n: (votes.get(key)?.n ?? 0) + 1 });
  }
  const best = [...votes.values()].sort((a, b) => b.n - a.n)[0];
  if (best && best.n >= orphans.length / 2) for (const orphan of orphans) orphan.labels = { ...best.labels, ...orphan.labels };
}
