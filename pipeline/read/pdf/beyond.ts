import type { Line } from './lines.js';
import type { Row } from './row.js';
import { isOver, type Strip } from './strips.js';

/**
 * The pieces of a line that stand behind the last column of a table, where the line has a cell there: the edge of a column
 * of text may have cut that column off above.
 */
export function piecesBeyond({ pieces }: Row, strips: readonly Strip[]): Line[] {
  const last = strips.at(-1);
  if (last === undefined) return [];
  const at = pieces.findIndex((piece) => piece.left >= last.to);
  const before = pieces[at - 1];
  return before !== undefined && isOver({ from: before.left, to: before.right }, last) ? pieces.slice(at) : [];
}

/** The columns with those that a line has behind the `known` ones. */
export function widerBy(row: Row, strips: readonly Strip[], known: readonly Strip[]): readonly Strip[] {
  return piecesBeyond(row, known).reduce((wider, piece) => withStrip(wider, piece, known.length), strips);
}

/** The columns with a piece in one of those behind the first `known`, in a new one where it lies over none of them. */
function withStrip(strips: readonly Strip[], { left: from, right: to }: Line, known: number): readonly Strip[] {
  const over = strips.filter((strip, i) => i >= known && isOver(strip, { from, to }));
  const whole = { from: Math.min(from, ...over.map((strip) => strip.from)), to: Math.max(to, ...over.map((strip) => strip.to)) };
  return [...strips.filter((strip) => !over.includes(strip)), whole].sort((a, b) => a.from - b.from);
}

/** True where some columns are the others and more behind them. */
export function onlyWider(more: readonly Strip[], strips: readonly Strip[]): boolean {
  const last = strips.at(-1);
  return last !== undefined && more.slice(strips.length).every((strip) => strip.from >= last.to);
}
