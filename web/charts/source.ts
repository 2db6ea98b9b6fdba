import type { Resolver } from '../../names/index.js';
import type { RecordFilter, Store, Total } from '../../output/index.js';
import type { RecordTypeName } from '../../schemas/index.js';
import type { Lang, Site } from '../site.js';

/** Where charts take their figures from. */
export interface Source {
  store: Pick<Store, 'totals' | 'list'>;
  resolver: Pick<Resolver, 'contextIn'>;
  lang: Lang;
}

export function sourceOf({ stores, resolver }: Site, lang: Lang): Source {
  return { store: stores[lang], resolver, lang };
}

/** Groups that are counted at most; each chart says where there are more. */
export const MOST_GROUPS = 20_000;

export interface Counted {
  totals: Total[];
  /** says that some were not counted, where that is so */
  notes: string[];
}

/**
 * Groups of records. A notice that stands in several files counts once, unless the filter asks for a notice: then that one is meant.
 */
export async function counted(
  { store, lang }: Source,
  type: RecordTypeName,
  filter: RecordFilter,
  by: readonly string[],
  sum?: string,
): Promise<Counted> {
  const totals = await store.totals(type, onceUnlessAsked(filter), by, {
    limit: MOST_GROUPS,
    ...(sum === undefined ? {} : { sum }),
  });
  const full = totals.length === MOST_GROUPS;
  const note =
    lang === 'zh' ? `数据过多，只统计了前${MOST_GROUPS}组。` : `There is too much: only ${MOST_GROUPS} groups are counted.`;
  return { totals, notes: full ? [note] : [] };
}

export function onceUnlessAsked(filter: RecordFilter): RecordFilter {
  return filter.notice === undefined && filter.id === undefined ? { ...filter, once: true } : filter;
}

/** A value that groups were made by, as a text; null where it is none. */
export function text(value: string | number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

export function year(value: string | number | null | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

/** Adds up by key, in the order of first mention. */
export function summed<T, K>(items: readonly T[], key: (item: T) => K, amount: (item: T) => number): Map<K, number> {
  const sums = new Map<K, number>();
  for (const item of items) sums.set(key(item), (sums.get(key(item)) ?? 0) + amount(item));
  return sums;
}

/** Items by key, in the order of first mention. */
export function grouped<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** The entry with the greatest amount; null of none. */
export function most<K>(amounts: ReadonlyMap<K, number>): K | null {
  let best: [K, number] | null = null;
  for (const entry of amounts) if (best === null || entry[1] > best[1]) best = entry;
  return best === null ? null : best[0];
}

/** Years from the first to the last that is there; those between that nothing is said of are shown too, as time does not jump. */
export function yearsOf(years: Iterable<number>): number[] {
  const all = [...new Set(years)].sort((a, b) => a - b);
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return [];
  // A slip of the pen (3035) must not draw a thousand years.
  if (last - first >= 100) return all;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
