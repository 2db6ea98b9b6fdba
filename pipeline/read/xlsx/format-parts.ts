/** A piece of a format code. */
export type Token =
  | { kind: 'literal'; text: string }
  | { kind: 'digit'; text: '0' | '#' | '?' }
  | { kind: 'point' | 'comma' | 'percent' | 'text' | 'general' }
  | { kind: 'exponent'; text: string }
  | { kind: 'date'; text: string }
  /** `[h]` and its like: hours, minutes or seconds past the day */
  | { kind: 'elapsed'; text: string };

export interface Section {
  tokens: Token[];
  /** `[DBNum1]`: figures in Chinese */
  chinese: boolean;
  condition: { operator: string; value: number } | null;
}
