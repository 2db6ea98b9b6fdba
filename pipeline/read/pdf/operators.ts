/** One drawing operator: pdf.js's number for it and its operands. */
export interface Operator {
  fn: number;
  args: readonly unknown[];
}

/** pdf.js's operator list, of which nothing is taken on trust. */
export function* asOperators(list: unknown): Generator<Operator> {
  if (typeof list !== 'object' || list === null || !('fnArray' in list) || !('argsArray' in list)) return;
  const { fnArray, argsArray } = list;
  if (!Array.isArray(fnArray) || !Array.isArray(argsArray)) return;
  for (const [index, fn] of fnArray.entries()) {
    const args: unknown = argsArray[index];
    if (typeof fn === 'number') yield { fn, args: isList(args) ? Array.from<unknown>(args) : [] };
  }
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || value instanceof Float32Array;
}

export function asNumbers(value: unknown): number[] {
  return isList(value) ? Array.from(value).filter((item) => typeof item === 'number') : [];
}
