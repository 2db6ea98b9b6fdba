import type { Obligation, ObligationUnit, Target } from '../../schemas/index.js';

const comparatorSigns: Record<Target['comparator'], string> = { eq: '', gte: '≥', gt: '>', lte: '≤', lt: '<', approx: '约' };

/** A target's figure as people write it: `≥1.2万亿元`. */
export function withComparator({ comparator, value, value_max, unit }: Target): string | null {
  if (value === null) return null;
  const upper = value_max === null ? '' : `–${shortNumber(value_max)}`;
  return `${comparatorSigns[comparator]}${shortNumber(value)}${upper}${unit ?? ''}`;
}

export function inYuan(value: number | null): string | null {
  return value === null ? null : `${shortNumber(value)}元`;
}

/** A number with 万 and 亿 where it comes out no longer that way: 1300000000 is `13亿`. */
export function shortNumber(value: number): string {
  const size = Math.abs(value);
  for (const [word, unit] of [
    ['万亿', 1e12],
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    if (size < unit) continue;
    const scaled = Number((value / unit).toPrecision(12));
    if (String(scaled).length <= String(value).length - word.length) return `${scaled}${word}`;
  }
  return String(value);
}

export function unitsInRole({ units }: Obligation, role: ObligationUnit['role']): string | null {
  const names = units.filter((unit) => unit.role === role).map((unit) => unit.name);
  return names.length > 0 ? names.join('、') : null;
}
