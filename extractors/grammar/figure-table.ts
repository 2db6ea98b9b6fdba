import type { NoticeTable, TableCell } from '../notice.js';
import { compact } from './fold.js';
import { splitUnit } from './quantities.js';
import { cellAt, headOf, type TableHead } from './table-head.js';

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
}

/** A value column with what its head says. */
export interface FigureColumn {
  column: number;
  name: string;
  year: number | null;
  unit: string | null;
  total: boolean;
}

export interface FigureTable {
  head: TableHead;
  columns: FigureColumn[];
  rows: FigureRow[];
}

const YEAR_HEAD = /^(年份|年度|年|时间)$/;
const INDICATOR_HEAD = /^(指标|指标名称|主要指标|目标|目标名称|项目|统计指标|考核指标|发展指标|内容)$/;
const UNIT_HEAD = /^(单位|计量单位)$/;
const NUMBER_HEAD = /^(序号|编号|№|No\.?)$/i;
const AREA_HEAD =
  /^(地区|县区|县市区|县（市、区）|区县|市州|设区市|区域|乡镇|镇街|园区|开发区|单位名称|地区名称|所属地区|行政区|市|县|区|各地|县别|街道|镇（街道）)$/;
const TOTAL = /^(合计|总计|小计|全[省市县区州国]|全省合计|全市合计|总量|共计|累计)$/;
const YEAR = /^((?:19|20)\d{2})年?(?:度)?(.*)$/;
/** A figure as cells hold it: `8左右`, `>45`, `[12]` (a cumulative one) and `≥70%` are figures too. */
const FIGURE = /^[（]?[>＞≥<＜≤约]?[（]?[-+]?[\d,，]+(\.\d+)?%?[）]?(以上|以下|以内|左右)?$/;
const NOTHING = /^([-—–/]+|无|空)?$/;

const text = (cell: TableCell | null | undefined) => (cell ? compact(cell.text).text : '');
export const isFigureText = (t: string) => FIGURE.test(t);

/** A table of figures with its rows put right; null where the table is none (no head, few figures). */
export function figureTable(table: NoticeTable): FigureTable | null {
  const head = table.toc ? null : headOf(table);
  if (!head) return null;
  const labelColumns = countLabelColumns(table, head);
  const columns = valueColumns(table, head, labelColumns);
  if (columns.length === 0 || labelColumns === 0 || !mostlyFigures(table, head, columns)) return null;
  const indexes = Array.from({ length: table.rows.length - head.rows }, (_, i) => head.rows + i);
  const read = (trust: boolean) =>
    indexes.map((r) => readRow(table, head, columns, labelColumns, r, trust)).filter((row) => row !== null);
  let rows = read(false);
  // where most rows would have to be put right, it is the head that was misread: the cells are left where they stand
  if (rows.filter((row) => row.repairs.length > 0).length > rows.length * 0.6) rows = read(true);
  dropSurplus(rows, columns.length);
  fillDown(rows, head, labelColumns);
  return { head, columns, rows };
}

/** Leading columns that hold words: by their heads, or by what stands in them. */
function countLabelColumns(table: NoticeTable, head: TableHead): number {
  for (let c = 0; c < table.columns; c++) {
    const name = head.columns[c] ?? '';
    if ([YEAR_HEAD, INDICATOR_HEAD, UNIT_HEAD, NUMBER_HEAD, AREA_HEAD].some((p) => p.test(name))) continue;
    const cells = table.rows
      .slice(head.rows)
      .map((row) => text(row.cells.find((k) => k.column === c)))
      .filter((t) => t !== '');
    const figures = cells.filter((t) => (FIGURE.test(t) && !/^(19|20)\d{2}$/.test(t)) || NOTHING.test(t)).length;
    if (YEAR.test(name) || figures > cells.length / 2) return c;
  }
  return table.columns;
}

function valueColumns(table: NoticeTable, head: TableHead, from: number): FigureColumn[] {
  const read = Array.from({ length: Math.max(0, table.columns - from) }, (_, k) => columnHead(head.levels[from + k] ?? [])).map(
    (h, k) => ({
      ...h,
      column: from + k,
    }),
  );
  const inner = (h: (typeof read)[number]) => `${h.words.at(-1) ?? ''}|${h.year ?? ''}`;
  const columns = read
    .filter((h) => h.any)
    .map((h): FigureColumn => {
      // the innermost word names the column; where it names several, the words above it tell them apart
      const alone = read.filter((o) => o.any && inner(o) === inner(h)).length === 1;
      const full = alone ? (h.words.at(-1) ?? '') : h.words.join('');
      const bracket = /（(?:单位：)?([^（）]{1,8})）$/.exec(full)?.[1] ?? null;
      const unit = bracket !== null && isUnit(bracket) ? bracket : null;
      const name = unit === null ? full : full.replace(/（[^（）]*）$/, '');
      return { column: h.column, name, year: h.year, unit: unit ?? h.unit, total: TOTAL.test(name) };
    });
  return columns.filter((c) => !isWordColumn(table, head, c.column) && !NO_VALUE_HEAD.test(c.name));
}

const NO_VALUE_HEAD = /^(备注|说明|属性|责任单位|牵头单位|类型|性质|权重|分值|考核分值|标准分|基准分)(（[^）]*）)?$/;
/** Words of a head that say what kind of figure it is, and not of what: 目标值, 基期, 完成数, “十四五”各年度目标. */
const KIND_OF_FIGURE =
  /^(“?十[二三四五六]五”?)?(各?年度?)?(期?末|末|底)?(基期|基准|规划|计划|预期|实际|预计|现状|目标|任务|完成|指标)?(期|目标|完成|情况)?(数|值|量|数值|情况)?$/;

/** What the levels of a column's head say: a year, a unit on a level of its own, and the other words, outermost first. */
function columnHead(levels: readonly string[]): { any: boolean; words: string[]; year: number | null; unit: string | null } {
  let year: number | null = null;
  let unit: string | null = null;
  const words: string[] = [];
  for (const level of levels) {
    const m = YEAR.exec(level);
    if (m) year = Number(m[1]);
    const rest = m ? (m[2] ?? '').replace(/^年/, '') : level;
    if (levels.length > 1 && rest.length <= 6 && isUnit(rest) && /^(万|亿|百|千)?[^数率]{1,5}$/.test(rest)) unit = rest;
    else if (rest !== '' && !KIND_OF_FIGURE.test(rest)) words.push(rest);
  }
  return { any: levels.length > 0, words, year, unit };
}

/** A column that mostly holds words (属性, 责任单位) is no value column. */
function isWordColumn(table: NoticeTable, head: TableHead, column: number): boolean {
  const cells = table.rows
    .slice(head.rows)
    .map((row) => text(row.cells.find((k) => k.column === column)))
    .filter((t) => t !== '');
  return cells.length > 0 && cells.filter(isWord).length > cells.length / 2;
}

const isUnit = (u: string) =>
  /(元|标准煤|%|％|家|个|户|人|吨|亩|项|件|公里|米|倍|辆|台|套|次|位|所|度|千瓦|百分点|平方|名|座|条)$/.test(u);

function mostlyFigures(table: NoticeTable, head: TableHead, columns: readonly FigureColumn[]): boolean {
  const wanted = new Set(columns.map((c) => c.column));
  const cells = table.rows
    .slice(head.rows)
    .flatMap((row) => row.cells.filter((c) => wanted.has(c.column)))
    .map(text)
    .filter((t) => t !== '');
  const figures = cells.filter((t) => FIGURE.test(t)).length;
  return figures >= 2 && figures + cells.filter((t) => NOTHING.test(t)).length >= cells.length * 0.6;
}

/** Reads one row; one whose labels stand in other columns, or that has a dash too many, is put right. */
function readRow(
  table: NoticeTable,
  head: TableHead,
  columns: readonly FigureColumn[],
  labelColumns: number,
  r: number,
  trust: boolean,
): FigureRow | null {
  const cells = table.rows[r]?.cells ?? [];
  const filled = cells.filter((c) => text(c) !== '');
  if (filled.length === 0) return null;
  const row: FigureRow = {
    row: r,
    year: null,
    indicator: null,
    area: null,
    unit: null,
    labels: {},
    values: [],
    repairs: [],
    total: false,
  };
  const straight = trust || fits(cells, columns, head, labelColumns);
  if (straight) {
    for (let c = 0; c < labelColumns; c++) setLabel(row, head.columns[c] ?? '', cellAt(table, r, c));
    row.values = columns.map((col) => cells.find((k) => k.column === col.column) ?? null);
    return row;
  }
  return putRight(row, cells, head, labelColumns);
}

function fits(cells: readonly TableCell[], columns: readonly FigureColumn[], head: TableHead, labelColumns: number): boolean {
  const first = columns[0]?.column ?? 0;
  const last = columns.at(-1)?.column ?? 0;
  const wordInValues = cells.some(
    (c) =>
      c.column >= first && c.column <= Math.min(first + 2, last) && isWord(text(c)) && columns.some((k) => k.column === c.column),
  );
  const figureInLabels = cells.some((c) => c.column < labelColumns && isPlainFigure(text(c)) && c.column > 0);
  const beyond = cells.some((c) => c.column > last && (FIGURE.test(text(c)) || /^[-—]+$/.test(text(c))));
  const yearColumn = head.columns.findIndex((n, c) => c < labelColumns && YEAR_HEAD.test(n));
  const strayYear =
    yearColumn >= 0 && cells.some((c) => c.column < labelColumns && c.column !== yearColumn && /^(19|20)\d{2}年?$/.test(text(c)));
  return !wordInValues && !figureInLabels && !beyond && !strayYear;
}

const isWord = (t: string) => t !== '' && !FIGURE.test(t) && !NOTHING.test(t);
const isPlainFigure = (t: string) => (FIGURE.test(t) && !/^(19|20)\d{2}$/.test(t)) || /^[-—]+$/.test(t);

/** The last word of the row ends its labels; what follows are its values, maybe more than there are columns. */
function putRight(row: FigureRow, cells: readonly TableCell[], head: TableHead, labelColumns: number): FigureRow {
  const ordered = [...cells].sort((a, b) => a.column - b.column);
  let lastWord = -1;
  ordered.forEach((c, i) => {
    if (c.column < labelColumns + 3 && isWord(text(c))) lastWord = i;
  });
  const labels = ordered.slice(0, lastWord + 1).filter((c) => text(c) !== '');
  const values = ordered.slice(lastWord + 1);
  while (values.length > 0 && text(values.at(-1)) === '') values.pop();
  while (values.length > 0 && text(values[0]) === '') values.shift();
  if (labels.at(-1)?.column !== labelColumns - 1) row.repairs.push('shifted');
  const names = head.columns.slice(0, labelColumns);
  assignLabels(row, labels, names);
  row.values = values;
  return row;
}

/**
 * Rows with more values than columns lose a surplus dash: the one without which the figures stand under the columns that
 * have figures in the rows nearby.
 */
function dropSurplus(rows: readonly FigureRow[], columns: number): void {
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

const hasFigure = (cell: TableCell | null | undefined) => FIGURE.test(text(cell));

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

/** Years go to the year column; the other labels from the right: the last is the last column's. */
function assignLabels(row: FigureRow, labels: readonly TableCell[], names: readonly string[]): void {
  const years = labels.filter((c) => /^(19|20)\d{2}年?$/.test(text(c)));
  const words = labels.filter((c) => !years.includes(c));
  const yearName = names.findIndex((n) => YEAR_HEAD.test(n));
  if (yearName >= 0 && years[0]) setLabel(row, names[yearName] ?? '', years[0]);
  const wordNames = names.filter((_, i) => i !== yearName);
  for (let k = 1; k <= Math.min(words.length, wordNames.length); k++) setLabel(row, wordNames.at(-k) ?? '', words.at(-k) ?? null);
}

function setLabel(row: FigureRow, name: string, cell: TableCell | null): void {
  const value = text(cell);
  if (value === '' || NUMBER_HEAD.test(name)) return;
  if (YEAR_HEAD.test(name)) row.year = Number(/(19|20)\d{2}/.exec(value)?.[0] ?? Number.NaN) || null;
  else if (INDICATOR_HEAD.test(name)) row.indicator = value;
  else if (UNIT_HEAD.test(name)) row.unit = value;
  else if (AREA_HEAD.test(name)) row.area = value;
  else row.labels[name === '' ? '分组' : name] = cell?.text ?? value;
  if (TOTAL.test(value)) row.total = true;
}

/** Labels that stand once for several rows are filled down; a series of years that begins anew has lost its label. */
function fillDown(rows: FigureRow[], head: TableHead, labelColumns: number): void {
  const names = head.columns.slice(0, labelColumns);
  const groupNames = names
    .filter((n) => ![YEAR_HEAD, INDICATOR_HEAD, UNIT_HEAD, NUMBER_HEAD, AREA_HEAD].some((p) => p.test(n)))
    .map((n) => (n === '' ? '分组' : n));
  const hasYears = names.some((n) => YEAR_HEAD.test(n));
  const hasArea = names.some((n) => AREA_HEAD.test(n));
  let group: Record<string, string> = {};
  let [year, area, lost]: [number | null, string | null, boolean] = [null, null, false];
  const seen = new Set<string>();
  rows.forEach((row, i) => {
    const given = groupNames.filter((n) => row.labels[n] !== undefined);
    if (given.length > 0) {
      // an outer label begins anew: inner ones do not carry over
      const outer = groupNames.indexOf(given[0] ?? '');
      group = Object.fromEntries(Object.entries(group).filter(([n]) => groupNames.indexOf(n) < outer));
      Object.assign(group, row.labels);
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

/** Value and base unit of a figure cell, by column, row, indicator or table; counts of firms in a table of money count firms. */
export function figureValue(
  cell: string,
  units: { column: string | null; row: string | null; indicator: string; table: string | null },
): { value: number; unit: string | null } | null {
  const m = /^[（]?[>＞≥<＜≤约]?[（]?([-+]?[\d,，]+(?:\.\d+)?)(%)?[）]?(?:以上|以下|以内|左右)?$/.exec(compact(cell).text);
  if (!m?.[1]) return null;
  const inName = /（([^（）]{1,8})）$/.exec(units.indicator)?.[1];
  const counted = /(户数|户)$/.test(units.indicator)
    ? '户'
    : /(家数|企业数|企业个数)$/.test(units.indicator)
      ? '家'
      : /(人数|人口)$/.test(units.indicator)
        ? '人'
        : null;
  const rate = /(率|比重|占比|增速|增幅|增长|同比)$/.test(units.indicator) ? '%' : null;
  const own = m[2] ?? units.column ?? units.row ?? (inName !== undefined && isUnit(inName) ? inName : null);
  const written = own ?? counted ?? rate ?? units.table;
  const { unit, scale } = splitUnit((written ?? '').replace('％', '%'));
  return { value: Number((Number(m[1].replace(/[,，]/g, '')) * scale).toPrecision(15)), unit };
}

/** How a decorated figure compares: `>45` gt, `≥70` gte, `8左右` approx; a plain one eq. */
export function figureComparator(cell: string): 'eq' | 'gt' | 'gte' | 'lt' | 'lte' | 'approx' {
  const t = compact(cell).text;
  if (/左右$|^约/.test(t)) return 'approx';
  if (/≥|以上$/.test(t)) return 'gte';
  if (/≤|以下$|以内$/.test(t)) return 'lte';
  if (/[>＞]/.test(t)) return 'gt';
  return /[<＜]/.test(t) ? 'lt' : 'eq';
}
