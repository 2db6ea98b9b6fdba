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
 * have figures in the rows nearby.
 */
export function dropSurplus(rows: readonly FigureRow[], columns: number): void {
  rows.forEach((row, i) => {
    while (row.values.length > columns) {
      const near = rows
        .filter((r, k) => k !== i && Math.abs(k - i) <= 4 && r.values.length <= columns)
        .sort((a, b) => Math.abs(a.row - row.row) - Math.abs(b.row - row.row));
      const drop = bestDash(row.values, near.slice(0, 3));
      if (drop === null) break;
      row.values.splice(drop, 1);
      if (!row.repairs.includes('surplus')) row.repairs.push('surplus');
    }
    while (row.values.length < columns) row.values.push(null);
    row.values.length = columns;
  });
}

const hasFigure = (cell: TableCell | null | undefined) => isBareFigure(text(cell));

function bestDash(values: readonly (TableCell | null)[], near: readonly FigureRow[]): number | null {
  let best: { at: number; agree: number } | null = null;
  values.forEach((cell, at) => {
    if (!/^[-—]+$/.test(text(cell))) return;
    const rest = values.filter((_, k) => k !== at);
    const agree = rest.reduce((n, c, k) => n + (hasFigure(c) ? near.filter((r) => hasFigure(r.values[k])).length : 0), 0);
    if (best === null || agree >= best.agree) best = { at, agree };
  });
  return (best as { at: number } | null)?.at ?? null;
}

/** Labels that stand once for several rows are filled down; a series of years that begins anew has lost its label. */
export function fillDown(rows: FigureRow[], labels: readonly LabelColumn[]): void {
  const groupNames = labels.filter((l) => l.role === 'label').map((l) => l.name);
  const hasYears = labels.some((l) => l.role === 'year');
  const hasArea = labels.some((l) => l.role === 'area');
  let group: Record<string, string> = {};
  let [year, area, lost]: [number | null, string | null, boolean] = [null, null, false];
  const seen = new Set<string>();
  rows.forEach((row, i) => {
    if (row.total && row.whole) return;
    const given = groupNames.filter((n) => row.labels[n] !== undefined);
    if (given.length > 0) {
      // an outer label begins anew: inner ones do not carry over
      const outer = groupNames.indexOf(given[0] ?? '');
      group = Object.fromEntries(Object.entries(group).filter(([n]) => groupNames.indexOf(n) < outer));
      for (const n of given) group[n] = row.labels[n] ?? '';
      lost = false;
      if (groupNames.length > 0 && outer === 0) {
        seen.clear();
        if (row.year === null) year = null;
      }
    } else if (hasYears && row.year !== null && year !== null && row.year < year && groupNames.length > 0) {
      lost = true;
      seen.clear();
    }
    if (row.year !== null) year = row.year;
    else if (hasYears) {
      row.year = year;
      const key = `${year ?? ''}|${row.indicator ?? ''}`;
      const nextYear = rows.slice(i + 1).find((x) => x.year !== null)?.year;
      if (year !== null && seen.has(key) && nextYear === year + 2) {
        year += 1;
        row.year = year;
        row.repairs.push('year');
      }
    }
    if (hasArea) {
      if (row.area !== null) area = row.area;
      else row.area = area;
    }
    seen.add(`${row.year ?? ''}|${row.indicator ?? ''}`);
    row.labels = { ...(lost ? {} : group), ...row.labels };
    if (lost) row.repairs.push('label');
  });
  relabel(rows, groupNames);
}

const valuesKey = (row: FigureRow) => row.values.map((c) => text(c).replace(/^[-—]+$/, '')).join('|');

/** Rows that lost their label take it from rows with the same year, indicator and figures, where most of them agree. */
function relabel(rows: readonly FigureRow[], groupNames: readonly string[]): void {
  const orphans = rows.filter((r) => r.repairs.includes('label'));
  if (orphans.length === 0 || groupNames.length === 0) return;
  const votes = new Map<string, { labels: Record<string, string>; n: number }>();
  for (const orphan of orphans) {
    const twin = rows.find(
      (r) =>
        !r.repairs.includes('label') &&
        r.year === orphan.year &&
        r.indicator === orphan.indicator &&
        valuesKey(r) === valuesKey(orphan),
    );
    if (!twin) continue;
    const key = JSON.stringify(twin.labels);
    votes.set(key, { labels: twin.labels, n: (votes.get(key)?.n ?? 0) + 1 });
  }
  const best = [...votes.values()].sort((a, b) => b.n - a.n)[0];
  if (best && best.n >= orphans.length / 2) for (const orphan of orphans) orphan.labels = { ...best.labels, ...orphan.labels };
}
