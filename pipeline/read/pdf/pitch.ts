import type { Row } from './row.js';

/** Lines of a cell stand at most so many lines of its row apart: others may be set at mid-height between them. */
const BETWEEN = 3;

/** The distances of lines to the nearest one above that has text over theirs. */
function pitchesOf(run: readonly Row[]): number[] {
  return run.flatMap((row, i) => {
    for (const above of run.slice(Math.max(0, i - BETWEEN), i).reverse()) {
      const gaps = row.pieces.flatMap((piece) =>
        above.pieces
          .filter((one) => one.left < piece.right && one.right > piece.left)
          .map((one) => piece.baseline - one.baseline),
      );
      const gap = Math.min(...gaps.filter((one) => one > 0.9 * row.line.size));
      if (gap < Infinity) return [gap];
    }
    return [];
  });
}

/** The distance of the lines of a cell: the narrowest that occurs twice, for fonts that differ shift a baseline a little. */
export function pitchOf(runs: readonly (readonly Row[])[]): number {
  const sorted = runs.flatMap(pitchesOf).sort((a, b) => a - b);
  const twice = sorted.find((gap, i) => (sorted[i + 1] ?? Infinity) < 1.08 * gap);
  return twice ?? sorted[0] ?? Infinity;
}
