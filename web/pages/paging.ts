import { z } from 'zod';
import type { ListPage } from '../../output/index.js';
import { defined } from '../filters.js';
import { PageError } from './page-error.js';

/** How many of a list may stand on a page. */
export const PAGE_SIZES = [10, 20, 50, 100, 200] as const;
export const PAGE_SIZE = 50;

const limits = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(500));

/** Which page the address asks for, in which order (`sort` unless it says). */
export function readPage(query: URLSearchParams, sort: string | undefined): ListPage & { limit: number } {
  const given = query.get('limit');
  const limit = given === null || given === '' ? { success: true as const, data: PAGE_SIZE } : limits.safeParse(given);
  if (!limit.success)
    throw new PageError(
      400,
      { zh: '每页条数应为 1 到 500。', en: 'A page holds 1 to 500 records.' },
      { zh: '请改正地址中的 limit，或去掉它。', en: 'Mend “limit” in the address, or leave it out.' },
    );
  const page = defined<ListPage>({ cursor: query.get('cursor') ?? undefined, sort: (query.get('sort') ?? undefined) || sort });
  return { ...page, limit: limit.data };
}
