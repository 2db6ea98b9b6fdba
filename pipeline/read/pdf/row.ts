import type { Line } from './lines.js';

/** A line as the pieces that stand apart on it. */
export interface Row {
  line: Line;
  pieces: Line[];
}
