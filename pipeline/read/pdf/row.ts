import type { Line } from './lines.js';

/** Lines of one cell and of running text stand further apart than this, in ems: what is nearer is of a cell beside. */
export const BESIDE = 0.9;

/** A line as the pieces that stand apart on it. */
export interface Row {
  line: Line;
  pieces: Line[];
}
