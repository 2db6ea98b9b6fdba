/** The number of a cell that is a plain figure; one with a unit, a sign or a word around it is none that adds up. */
export function numberIn(text: string | undefined): number | null {
  const figure = (text ?? '').replace(/[,，\s]/g, '');
  return /^[-+]?\d+(?:\.\d+)?$/.test(figure) ? Number(figure) : null;
}

/** Rounding may cost half a unit in the last place for each part: figures with decimals get a little room. */
export const agree = (a: number, b: number): boolean =>
  Math.abs(a - b) <= (Number.isInteger(a) && Number.isInteger(b) ? 0.02 : 0.1) + 1e-9;

export const add = (values: readonly number[]): number => Number(values.reduce((a, b) => a + b, 0).toFixed(6));
