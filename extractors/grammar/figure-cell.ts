import { compact } from './fold.js';
import { isMeasure } from './measure-words.js';
import { amount, splitUnit } from './quantities.js';

/** A figure as cells hold it: `8左右`, `>45`, `[12]` (a cumulative one) and `≥70%` are figures too. */
const FIGURE = /^[（]?[>＞≥<＜≤约]?[（]?[-+]?[\d,，]+(\.\d+)?%?[）]?(以上|以下|以内|左右)?$/;
/** What every figure begins with, bare or with its unit. */
const FIGURE_BEGINS = /^[（>＞≥<＜≤约+\-,，\d]/;
const NOTHING = /^([-—–/]+|无|空)?$/;
const YEAR = /^(19|20)\d{2}年?度?$/;
/** Figures that only name something, by their looks: telephone numbers, codes with a leading nought, long numbers. */
const NAMING = /^(?:1[3-9]\d{9}|0\d+|\d{12,}|0\d{2,3}-\d{7,8}|\d{7,8}-\d+)$/;

export const isNothing = (text: string): boolean => NOTHING.test(text);
export const isYearText = (text: string): boolean => YEAR.test(text);
export const isNamingFigure = (text: string): boolean => NAMING.test(text);
/** A bare figure, maybe with a sign or a word around it. */
export const isBareFigure = (text: string): boolean => FIGURE.test(text);
/** A bare figure, or one with its unit: `3260万吨`. */
export const isFigureText = (text: string): boolean => FIGURE_BEGINS.test(text) && (FIGURE.test(text) || withUnit(text) !== null);
/** How a rate moved, as a cell below 同比 tells of an indicator that is a rate itself: `提高1.2个百分点`. */
const MOVED = /^(?:(提高|上升|增加|增长|扩大|加快|回升)|回落|下降|降低|减少|收窄|下滑|放缓|减缓)(\d+(?:\.\d+)?)个?百分点$/;
export const isMoveText = (text: string): boolean => MOVED.test(text);
export const isWord = (text: string): boolean => text !== '' && !isNothing(text) && !isFigureText(text);

/** Value and unit of a cell that gives both. */
function withUnit(text: string): { value: number; unit: string | null } | null {
  const bare = text.replace(/^约/, '').replace(/(左右|以上|以下|以内)$/, '');
  if (bare.length > 20 || !/^-?\d/.test(bare) || /[\d.%]$/.test(bare)) return null;
  return amount(bare, null);
}

/** Where the unit of a figure may stand beside its own cell. */
export interface UnitSources {
  column: string | null;
  row: string | null;
  indicator: string;
  table: string | null;
}

/** Things that an indicator counts by its name. */
const COUNTED: readonly (readonly [RegExp, string])[] = [
  [/(户数|户)$/, '户'],
  [/(家数|企业数|企业个数)$/, '家'],
  [/(人数|人口)$/, '人'],
  [/(项目数|项目个数|个数)$/, '个'],
];
const RATE = /(率|比重|比例|占比|增速|增幅|增减|涨幅|增长|同比)$/;

/**
 * Value and base unit of a figure cell, by column, row, indicator or table; counts of firms in a table of money count firms.
 * A fall told in words (`回落2.3个百分点`) is negative.
 */
export function figureValue(cell: string, units: UnitSources): { value: number; unit: string | null } | null {
  const text = compact(cell).text;
  const moved = MOVED.exec(text);
  if (moved) return { value: Number(moved[2]) * (moved[1] === undefined ? -1 : 1), unit: '个百分点' };
  const m = /^[（]?[>＞≥<＜≤约]?[（]?([-+]?[\d,，]+(?:\.\d+)?)(%)?[）]?(?:以上|以下|以内|左右)?$/.exec(text);
  if (!m?.[1]) return withUnit(text);
  const counted = COUNTED.find(([pattern]) => pattern.test(units.indicator))?.[1] ?? null;
  const rate = RATE.test(units.indicator) ? '%' : null;
  const own = m[2] ?? units.column ?? units.row ?? unitInName(units.indicator);
  const { unit, scale } = splitUnit((own ?? counted ?? rate ?? unitOfTable(units.table) ?? '').replace('％', '%'));
  return { value: Number((Number(m[1].replace(/[,，]/g, '')) * scale).toPrecision(15)), unit };
}

/** The unit behind an indicator: `营业收入（亿元）`; null where there is none. */
export function unitInName(indicator: string): string | null {
  const unit = /（([^（）]{1,14})）$/.exec(indicator)?.[1];
  return unit !== undefined && isMeasure(unit) ? unit : null;
}

/** An indicator without the unit behind it. */
export const withoutUnit = (indicator: string): string =>
  unitInName(indicator) === null ? indicator : indicator.replace(/（[^（）]*）$/, '');

/** Of several units above a table (`万元、%`) the one that is no rate: rates are known by their names. */
function unitOfTable(written: string | null): string | null {
  const several = written?.split(/[、，,;；]/) ?? [];
  return several.length > 1 ? (several.find((u) => !/^[%％‰]$/.test(u)) ?? null) : written;
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
