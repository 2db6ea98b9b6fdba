import { z } from 'zod';
import { FILTERS, text, type Filters } from '../filters.js';
import { SIZES, type ChartSize } from './layout.js';
import { LANGS, type Lang } from '../site.js';

/** What addresses of charts may say: filters under the names of the API and the pages, and how to draw. */
const PARAMETERS = FILTERS.omit({ industry: true, park: true, unit: true, role: true, check: true, severity: true }).extend({
  scheme: text,
  by: z.enum(['place', 'year']).optional(),
  rows: text,
  columns: text,
  size: z.enum(SIZES).optional(),
  lang: z.enum(LANGS).optional(),
});

/** What a chart is asked to show, and how. */
export interface Wanted {
  filters: Filters;
  scheme: string | undefined;
  by: 'place' | 'year';
  pivot: { rows?: string; columns?: string };
  size: ChartSize;
  lang: Lang | undefined;
}

/** Reads the query of an address; a text names the parameter that has no such value. What is empty or unknown is not looked at, as on pages. */
export function wantedOf(query: URLSearchParams): Wanted | string {
  const given = [...query].filter(([, value]) => value.trim() !== '');
  const read = PARAMETERS.safeParse(Object.fromEntries(given));
  if (!read.success) return read.error.issues[0]?.path.join('.') ?? '';
  const { scheme, by = 'place', rows, columns, size = 'wide', lang, ...filters } = read.data;
  const pivot = { ...(rows === undefined ? {} : { rows }), ...(columns === undefined ? {} : { columns }) };
  return { filters, scheme, by, pivot, size, lang };
}
