import { isFigureText } from '../../../extractors/index.js';

/** The number of a cell that holds one and nothing else; percentages are none, they do not add up. */
export const numberIn = (text: string | undefined): number | null => {
  const bare = text?.trim() ?? '';
  const plain = bare.replace(/[,，\s]/g, '');
  return isFigureText(bare) && !bare.includes('%') && /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
};

/** Rounding may cost half a unit in the last place for each part: figures with decimals get a little room. */
export const agree = (a: number, b: number): boolean =>
  Math.abs(a - b) <= (Number.isInteger(a) && Number.isInteger(b) ? 0.02 : 0.1) + 1e-9;

export const add = (values: readonly number[]): number => Number(values.reduce((a, b) => a + b, 0).toFixed(6));
