import type { NoticeTable } from '../../../extractors/index.js';
import type { FindingRead } from '../../../schemas/index.js';
import { FEWEST, MOST, scoredRows, type Scored } from './rows.js';
import { told } from './told.js';
import { gradesByPoints } from './grades.js';

/** Where nearly all rows of a table follow their points, those that do not are told. */
export function byPoints(table: NoticeTable): FindingRead[] {
  const rows = scoredRows(table);
  const ranked = rows.filter((r) => r.score !== null && r.rank !== null);
  const wrong = ranked.length > 0 ? outOfOrder(ranked) : outOfLine(rows);
  // points that do not fit the rank seldom fit the grade: told once
  return wrong.length > 0 ? wrong : gradesByPoints(rows.filter((r) => r.score !== null && r.grade !== ''));
}

/** Neighbours in rank whose points stand the other way round; two rows that would be in order if they exchanged their points. */
function outOfOrder(rows: readonly Scored[]): FindingRead[] {
  // ranks given twice are those of two lists
  if (rows.length < FEWEST || new Set(rows.map((r) => r.rank)).size < rows.length) return [];
  const sorted = rows.toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const wrong = sorted.filter((r, i) => i > 0 && (r.score ?? 0) > (sorted[i - 1]?.score ?? 0));
  const few = wrong.length <= Math.max(1, rows.length / 5);
  return (few ? wrong : exchanged(sorted)).map((r) => toldOf(sorted, r));
}

/** A row whose points do not fit, beside those of the row above it, or below where it is the first. */
function toldOf(rows: readonly Scored[], row: Scored): FindingRead {
  const at = rows.indexOf(row);
  return told('rank', row.name, (rows[at - 1] ?? rows[at + 1])?.score ?? '', row.score ?? '', row.row);
}

/** Fewest rows that show that two of them have each other's points. */
const FEWEST_EXCHANGED = 5;

/** The two rows that have each other's points, where all others stand in the order of theirs; else none. */
function exchanged(rows: readonly Scored[]): readonly Scored[] {
  const falling = rows.map((r) => r.score ?? 0).toSorted((a, b) => b - a);
  const off = rows.filter((r, i) => r.score !== falling[i]);
  return rows.length >= FEWEST_EXCHANGED && off.length === 2 ? off : [];
}

/** Fewest rows without ranks that show that a table goes by points. */
const FEWEST_IN_LINE = 6;

/** In a table that goes down by points, the row or the two rows whose points stand out of line. */
function outOfLine(rows: readonly Scored[]): FindingRead[] {
  const scored = rows.filter((r) => r.score !== null);
  if (scored.length < FEWEST_IN_LINE || scored.length < rows.length || scored.length > MOST) return [];
  const kept = longestFall(scored.map((r) => r.score ?? 0));
  const odd = scored.filter((_, i) => !kept.has(i));
  const pair = exchanged(scored);
  if (pair.length > 0) return pair.map((r) => toldOf(scored, r));
  const most = scored.length >= 2 * FEWEST_IN_LINE ? 2 : 1;
  return odd.length > most ? [] : odd.map((r) => toldOf(scored, r));
}

/** The places of the longest run of values, gaps allowed, that never rises. */
function longestFall(values: readonly number[]): Set<number> {
  const length = values.map(() => 1);
  const before = values.map(() => -1);
  values.forEach((value, i) => {
    for (let k = 0; k < i; k++)
      if ((values[k] ?? 0) >= value && (length[k] ?? 0) + 1 > (length[i] ?? 0)) {
        length[i] = (length[k] ?? 0) + 1;
        before[i] = k;
      }
  });
  const kept = new Set<number>();
  for (let at = length.indexOf(Math.max(...length)); at >= 0; at = before[at] ?? -1) kept.add(at);
  return kept;
}
