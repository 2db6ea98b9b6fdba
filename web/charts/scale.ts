import type { Lang } from '../site.js';

/** Figures of a chart in a unit that makes them short: 亿元 rather than 元. */
export interface Scale {
  divisor: number;
  /** the unit that they are then in; null where they only count */
  unit: string | null;
}

const STEPS = {
  zh: [
    [1e8, '亿'],
    [1e4, '万'],
  ],
  en: [
    [1e9, 'billion '],
    [1e6, 'million '],
  ],
} as const;

/** From so many on 万 are used: 12,000 家 are read as well as 1.2万家. */
const LEAST_PLAIN = 1e5;

/** The unit in which figures up to `most` are shown. Amounts of money are never shown in single yuan, nor shares in 万%. */
export function scaleFor(most: number, unit: string | null, lang: Lang): Scale {
  const name = unit === '元' && lang === 'en' ? 'CNY' : unit;
  const plain = unit === null || /^(%|‰|个百分点|倍)$/.test(unit);
  const money = unit === '元';
  for (const [divisor, word] of plain ? [] : STEPS[lang]) {
    if (most >= divisor && (money || most >= LEAST_PLAIN)) return { divisor, unit: `${word}${name}` };
  }
  return { divisor: 1, unit: name };
}

/** A figure in its scale with so many decimals at most, digits grouped by threes in both languages. */
export function figure(value: number, { divisor }: Scale, decimals: number): string {
  return new Intl.NumberFormat('en', { maximumFractionDigits: decimals }).format(value / divisor);
}

/** A figure as it stands on a bar or a point: long enough to tell it from its neighbours. */
export function shortFigure(value: number, scale: Scale): string {
  const size = Math.abs(value / scale.divisor);
  return figure(value, scale, size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 4);
}

/** A figure as the table has it; no source writes more decimals. */
export function fullFigure(value: number, scale: Scale): string {
  return figure(value, scale, 8);
}
