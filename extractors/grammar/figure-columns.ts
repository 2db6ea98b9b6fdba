import type { NoticeTable } from '../notice.js';
import { isNamingFigure, isNothing, isBareFigure, isFigureText, isWord, isYearText } from './figure-cell.js';
import {
  isAttributeHead,
  isBase,
  isChange,
  isGrowth,
  isKindOfFigure,
  isNamingHead,
  isNoteHead,
  isPlaceName,
  isQualifier,
  isRankHead,
  isWeak,
  roleOfHead,
  unitInCorner,
  TOTAL,
  type LabelRole,
} from './figure-words.js';
import { compact } from './fold.js';
import { isMeasure } from './measure-words.js';
import type { TableHead } from './table-head.js';

/** A column that says what its rows are of. */
export interface LabelColumn {
  column: number;
  name: string;
  role: LabelRole;
}

/** A value column with what its head says. */
export interface FigureColumn {
  column: number;
  /** the words of its head that say what is measured; '' where the head is a year, a place or a kind of figure */
  name: string;
  /** the place that its head names */
  area: string | null;
  year: number | null;
  unit: string | null;
  total: boolean;
  /** its name goes with the indicator of the row: 同比增长, 累计 */
  qualifies: boolean;
  /** growth, shares and ranks do not bear the unit of their row or table */
  ownUnit: boolean;
}

/** The columns of a table of figures: labels in front, values, and labels behind or between these. */
export interface FigureColumns {
  labels: LabelColumn[];
  values: FigureColumn[];
  side: LabelColumn[];
}

/** Tells labels from values by heads and cells; null where there is no label in front or no value. */
export function figureColumns(table: NoticeTable, head: TableHead): FigureColumns | null {
  const cells = columnTexts(table, head);
  const leading = countLeading(head, cells);
  const labels = withOneEach(Array.from({ length: leading }, (_, c) => labelColumn(head.columns[c] ?? '', c, cells[c] ?? [])));
  const rest = Array.from({ length: table.columns - leading }, (_, k) => leading + k).filter((c) => head.columns[c] !== '');
  const beside = rest.filter((c) => isBesideValues(head.columns[c] ?? '', cells[c] ?? []));
  const side = beside
    .filter((c) => !isNoteHead(head.columns[c] ?? ''))
    .map((c) => labelColumn(head.columns[c] ?? '', c, cells[c] ?? []))
    .filter((l) => l.role !== 'number');
  const read = rest.filter((c) => !beside.includes(c)).map((c) => readHead(head.levels[c] ?? [], c));
  if (leading === 0 || read.length === 0 || read.every((h) => isRankHead(h.words.at(-1) ?? ''))) return null;
  giveIndicator(labels, read);
  const corner =
    head.columns
      .slice(0, leading)
      .map(unitInCorner)
      .find((u) => u !== null) ?? null;
  const rowsTell = labels.some((l) => l.role === 'indicator');
  const values = named(read, rowsTell, cells).map((v) => ({ ...v, unit: v.unit ?? corner }));
  return mostlyFigures(cells, values) ? { labels, values, side } : null;
}

/** The filled cells of each column below the head, compact. */
function columnTexts(table: NoticeTable, head: TableHead): string[][] {
  const texts = Array.from({ length: table.columns }, (): string[] => []);
  for (const row of table.rows.slice(head.rows))
    for (const cell of row.cells) {
      const text = compact(cell.text).text;
      if (text !== '') texts[cell.column]?.push(text);
    }
  return texts;
}

const YEAR_IN_HEAD = /^(?:到|至|截至)?((?:19|20)\d{2})(?:年(?:度|底|末)?)?(?!\d|[-—~至]\d)/;
const YEAR_IN_BRACKET = /（((?:19|20)\d{2})年?）$/;

/** What a bracket behind a year says of the figures of that year: `2025年（基期）`, `2026年（快报数）`. */
const REMARK = /^（([^（）]+)）$/;

/** Leading columns that hold words: by their heads, or by what stands in them. */
function countLeading(head: TableHead, cells: readonly string[][]): number {
  const value = cells.findIndex((texts, c) => {
    const name = head.columns[c] ?? '';
    if (roleOfHead(name) !== null || isNamingHead(name)) return false;
    const figures = texts.filter((t) => (isBareFigure(t) && !isYearText(t) && !isNamingFigure(t)) || isNothing(t)).length;
    return (
      YEAR_IN_HEAD.test(name) || figures > texts.length / 2 || (c > 0 && texts.filter(isFigureText).length > texts.length / 2)
    );
  });
  return value < 0 ? cells.length : value;
}

/** A column that holds words, names things by number or is said of the row (属性, 责任单位) is no value column. */
function isBesideValues(name: string, cells: readonly string[]): boolean {
  if (isNamingHead(name) || isNoteHead(name) || isAttributeHead(name) || roleOfHead(name) === 'unit') return true;
  const words = cells.filter((t) => isWord(t) || isNamingFigure(t)).length;
  return cells.length > 0 && words > cells.length / 2;
}

/** 单位 heads units, or whoever the figures are of; an empty or general head may stand above places. */
function labelColumn(name: string, column: number, cells: readonly string[]): LabelColumn {
  const most = (test: (t: string) => boolean) => cells.length > 0 && cells.filter(test).length > cells.length / 2;
  const role = roleOfHead(name);
  if (role === 'unit') return { column, name, role: most(isMeasure) ? 'unit' : 'area' };
  if (role === 'year') return { column, name, role: most(isYearText) ? 'year' : 'label' };
  if (role !== null) return { column, name, role };
  const says = name !== '' && unitInCorner(name) === null;
  const places = (!says || /^(名称|对象|分组)$/.test(name)) && most((t) => isPlaceName(t) || TOTAL.test(t));
  return { column, name: says ? name : '分组', role: places ? 'area' : 'label' };
}

/** Of several columns of places or of indicators the last one is the narrowest; those before are labels. */
function withOneEach(labels: LabelColumn[]): LabelColumn[] {
  const last = (role: LabelRole) => labels.findLast((l) => l.role === role);
  return labels.map((l) => ((l.role === 'area' || l.role === 'indicator') && l !== last(l.role) ? { ...l, role: 'label' } : l));
}

/** What the levels of a column's head say. */
interface HeadRead {
  column: number;
  /** words that say what is measured, outermost first */
  words: string[];
  /** words that say what kind of figure it is */
  kinds: string[];
  area: string | null;
  year: number | null;
  unit: string | null;
  /** the unit stands above the innermost words */
  unitAbove: boolean;
  /** a level says 其中: the words below are a part of those above */
  part: boolean;
}

function readHead(levels: readonly string[], column: number): HeadRead {
  const read: HeadRead = { column, words: [], kinds: [], area: null, year: null, unit: null, unitAbove: false, part: false };
  levels.forEach((level, i) => {
    const { words, unit } = splitHead(level, i > 0);
    if (unit !== null) [read.unit, read.unitAbove] = [unit, false];
    const part = words.replace(/^其中[：:]?/, '');
    if (part !== words) read.part = true;
    const bracketed = YEAR_IN_BRACKET.exec(part);
    const year = bracketed ?? YEAR_IN_HEAD.exec(part);
    if (year) read.year = Number(year[1]);
    const behind = year ? part.replace(bracketed ? YEAR_IN_BRACKET : YEAR_IN_HEAD, '') : part;
    const remark = year && !bracketed ? REMARK.exec(behind)?.[1] : undefined;
    const rest = remark ?? behind;
    if (rest === '') return;
    if (unit === null && read.unit !== null) read.unitAbove = true;
    const isKind = (remark !== undefined && !isPlaceName(rest)) || isKindOfFigure(rest) || (read.year !== null && isBase(rest));
    (isKind ? read.kinds : read.words).push(rest);
  });
  return read;
}

/** Words and unit of one level: `产值（亿元）`, `产值/亿元`, `增长%`, or below another level `亿元` alone. */
function splitHead(level: string, below: boolean): { words: string; unit: string | null } {
  const bare = level.replace(/^（(.*)）$/, '$1');
  if (below && isMeasure(bare) && /^(?:万亿|[万亿百千])?[^数率]{1,12}$/.test(bare)) return { words: '', unit: bare };
  const m = /^(.+?)(?:（(?:单位：)?([^（）]{1,14})）|\/([^/]{1,4})|([%‰]))$/.exec(withoutSigns(level));
  const unit = m?.[2] ?? m?.[3] ?? m?.[4];
  return m?.[1] !== undefined && unit !== undefined && isMeasure(unit) ? { words: m[1], unit } : { words: level, unit: null };
}

/** Signs in front of a unit say that the figure may be of either: `同比（±%）`, `同比增长+-%`. */
const withoutSigns = (level: string): string => level.replace(/(?:±|[+＋][、/]?[-－—])(?=%(?:）|$))/, '');

/** Where the heads are years or places and none says what is measured, the last label of the rows does. */
function giveIndicator(labels: LabelColumn[], read: HeadRead[]): void {
  placesOfHeads(read);
  const bare = read.some((h) => h.words.length === 0 && (h.year !== null || h.area !== null));
  const tells = !bare || read.some((h) => h.words.some((w) => !isQualifier(w)));
  const label = labels.findLast((l) => l.role === 'label');
  if (!tells && label && !labels.some((l) => l.role === 'indicator')) label.role = 'indicator';
}

/** Heads that name places, where more than one does. */
function placesOfHeads(read: HeadRead[]): void {
  const places = new Set(read.flatMap((h) => h.words.filter(isPlaceName)));
  if (places.size < 2) return;
  for (const h of read) {
    h.area = h.words.find((w) => places.has(w)) ?? null;
    h.words = h.words.filter((w) => !places.has(w));
  }
}

/** Names the columns so that no two are alike: by their innermost words, with those above them or those beside where need be. */
function named(read: readonly HeadRead[], rowsTell: boolean, cells: readonly string[][]): FigureColumn[] {
  const inner = (h: HeadRead) => [h.words.at(-1) ?? '', h.year, h.area].join('|');
  const counts = countBy(read.map(inner));
  const years = read.some((h) => h.year !== null);
  const kinds = countBy(read.filter((h) => h.words.length === 0).map((h) => `${h.year ?? ''}|${h.area ?? ''}`));
  const only = rowsTell ? '' : wordsOfYears(read);
  let [beside, counted]: [string, string | null] = ['', null];
  return read.map((h): FigureColumn => {
    const last = h.words.at(-1) ?? '';
    let name = h.part || h.unitAbove || isWeak(last) || (counts.get(inner(h)) ?? 0) > 1 ? h.words.join('') : last;
    const alike = (kinds.get(`${h.year ?? ''}|${h.area ?? ''}`) ?? 0) > 1;
    if (h.words.length === 0 && (alike || (h.year === null && h.area === null && !rowsTell))) name = h.kinds.join('');
    const shared = h.words.length === 0 && h.year !== null && !alike && only !== '';
    if (shared) name = only;
    const ofBeside = !rowsTell && h.words.length === 1 && (isGrowth(last) || isChange(last));
    if (ofBeside) name = joined(beside, name);
    else [beside, counted] = [name, isCounted(h.unit) ? h.unit : null];
    const countedToo = ofBeside && isChange(last) && h.unit === null && isWhole(cells[h.column] ?? []) ? counted : null;
    const qualifies = isQualifier(last) || (h.words.length === 0 && name !== '' && !shared) || (years && h.year === null);
    const rate = h.unitAbove && isGrowth(last) && !isRankHead(last);
    const unit = isRankHead(last) && h.unitAbove ? null : rate ? '%' : (h.unit ?? countedToo);
    return {
      column: h.column,
      name,
      area: h.area,
      year: h.year,
      unit,
      total: TOTAL.test(h.area ?? name),
      qualifies,
      ownUnit: isGrowth(last) && countedToo === null,
    };
  });
}

/** What the columns of years are of, where those that say it say the same: `2025年产值` beside `2027年目标`. '' where they do not. */
function wordsOfYears(read: readonly HeadRead[]): string {
  const said = new Set(read.flatMap((h) => (h.year !== null && h.words.length > 0 ? [h.words.join('')] : [])));
  const [only = ''] = said;
  return said.size === 1 && !isWeak(only) && !isQualifier(only) ? only : '';
}

/** `增加值增速` with `增速位次` beside it is `增加值增速位次`: what both say is said once. */
function joined(front: string, back: string): string {
  const shared = /(?:增速|增幅|增长率?|同比)$/.exec(front)?.[0] ?? '';
  return front + (back.startsWith(shared) ? back.slice(shared.length) : back);
}

/** Units of what is counted one by one: 家, 户, 人; no money, no measure and no rate. */
const isCounted = (unit: string | null): boolean => unit !== null && /^[户家个人项件名]$/.test(unit);
const isWhole = (cells: readonly string[]): boolean => cells.every((t) => isNothing(t) || /^[-+]?\d+$/.test(t));

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function mostlyFigures(cells: readonly string[][], values: readonly FigureColumn[]): boolean {
  const texts = values.flatMap((v) => cells[v.column] ?? []);
  const figures = texts.filter((t) => isFigureText(t) && !isNamingFigure(t)).length;
  return figures >= 2 && figures + texts.filter(isNothing).length >= texts.length * 0.6;
}
