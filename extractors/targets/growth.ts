import type { TargetRead } from '../../schemas/index.js';
import type { Figure } from './sentence.js';
import { COUNTED } from './sizes.js';

type Growth = Pick<TargetRead, 'growth' | 'direction'>;
const NONE: Growth = { growth: null, direction: null };

/** Whether a figure tells of growth, by the year or in all, and which way. `falls`: a verb of decrease stands in front of the subject. */
export function growthOf({ front, quantity }: Figure, falls: boolean): Growth {
  if (front.growth) {
    const { annual, direction } = front.growth;
    // 学位增加5000个: so many more of what is counted, and no growth of it
    return { growth: COUNTED.has(quantity.unit) ? null : annual ? 'annual' : 'total', direction };
  }
  if (/^(下降|降低|降|压缩|压减|缩短|缩|减少)/.test(front.word)) return { growth: null, direction: 'decrease' };
  if (/^(提高|提升|增长|增加|增|扩大|上升|升|发展)/.test(front.word)) return { growth: null, direction: 'increase' };
  return falls && quantity.unit !== '倍' ? { growth: 'total', direction: 'decrease' } : NONE;
}

/** The year that a clause compares with: 较2024年, 以2024年为基数. */
export function baseYear(clause: string): number | null {
  const m = /(?:较|比|相比|对比)(20\d{2})年|以(20\d{2})年为基/.exec(clause);
  const year = m?.[1] ?? m?.[2];
  return year === undefined ? null : Number(year);
}
