import type { Box } from '../../../schemas/index.js';
import type { PlacedGlyph } from './text-state.js';
import type { Rule } from './rules.js';

/** A glyph in an upright frame: `left` to `right` on the line `baseline`, in points, y downwards. */
export interface Glyph {
  text: string;
  left: number;
  right: number;
  baseline: number;
  size: number;
  /** of a font that is written downwards */
  vertical?: boolean;
}

/** Quarter turns by which text runs off the page's upright: 0 rightwards, 1 upwards, 2 upside down, 3 downwards. */
export type Quarter = 0 | 1 | 2 | 3;
export const QUARTERS: readonly Quarter[] = [0, 1, 2, 3];

/** The quarter that a glyph runs in; a slanted one (a watermark) counts with the nearest. */
export function quarterOf({ dx, dy }: PlacedGlyph): Quarter {
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? 0 : 2;
  return dy < 0 ? 1 : 3;
}

/** Turns a page so that text of the quarter stands upright, and boxes back. */
export class Frame {
  constructor(
    readonly quarter: Quarter,
    private readonly width: number,
    private readonly height: number,
    private readonly shift = 0,
  ) {}

  /** The frame of a text column that stands so far to the right of the first: its boxes come out where they are on the page. */
  ofColumn(shift: number): Frame {
    return new Frame(this.quarter, this.width, this.height, shift);
  }

  glyph({ text, x, y, dx, dy, size, style }: PlacedGlyph): Glyph {
    const [left, baseline] = this.turn(x, y);
    return { text, left, right: left + Math.max(Math.abs(dx), Math.abs(dy)), baseline, size, vertical: style.vertical };
  }

  rule(rule: Rule): Rule {
    const a = rule.across ? this.turn(rule.from, rule.at) : this.turn(rule.at, rule.from);
    const b = rule.across ? this.turn(rule.to, rule.at) : this.turn(rule.at, rule.to);
    const across = this.quarter % 2 === 0 ? rule.across : !rule.across;
    const [along, other] = across ? [0, 1] : [1, 0];
    const ends = [a[along] ?? 0, b[along] ?? 0];
    return { ...rule, across, at: a[other] ?? 0, from: Math.min(...ends), to: Math.max(...ends) };
  }

  /** From the upright frame back to the page, rounded to a hundredth of a point. */
  box([left, top, right, bottom]: Box): Box {
    const [a, b] = [this.turnBack(left + this.shift, top), this.turnBack(right + this.shift, bottom)];
    const round = (value: number): number => Math.round(value * 100) / 100 + 0;
    const [x, y] = [[a[0], b[0]] as const, [a[1], b[1]] as const];
    return [round(Math.min(...x)), round(Math.min(...y)), round(Math.max(...x)), round(Math.max(...y))];
  }

  private turn(x: number, y: number): [number, number] {
    if (this.quarter === 1) return [this.height - y, x];
    if (this.quarter === 2) return [this.width - x, this.height - y];
    if (this.quarter === 3) return [y, this.width - x];
    return [x, y];
  }

  private turnBack(x: number, y: number): [number, number] {
    if (this.quarter === 1) return [y, this.height - x];
    if (this.quarter === 2) return [this.width - x, this.height - y];
    if (this.quarter === 3) return [this.width - y, x];
    return [x, y];
  }
}
