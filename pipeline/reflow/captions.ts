import type { Line } from './lines.js';

/** A line above a part of a table: one that says that the table goes on, or the first part's title or unit again. */
export type Caption = 'continued' | 'repeated';

const CONTINUED =
  /^（?(?:续上?表|接上[页表]|上接第\d+页)|（续(?:上?表)?[一二三四五六七八九十\d]{0,3}）$|续表[一二三四五六七八九十\d]{0,3}$/;
const LONGEST = 60;

/**
 * What a line between two table blocks is, given the lines that stood above the first. The same title or unit again counts on a
 * later page only: on one page it begins another table.
 */
export function captionLine(line: Line, above: readonly Line[], tablePage: number | null): Caption | null {
  const { bare, page } = line;
  if (bare.length > LONGEST || /[。；，]/.test(bare)) return null;
  if (CONTINUED.test(bare)) return 'continued';
  return page !== null && page !== tablePage && above.some((a) => a.bare === bare) ? 'repeated' : null;
}
