import type { FindingRead } from '../../../schemas/index.js';
import { FEWEST, MOST, type Scored } from './rows.js';
import { told } from './told.js';

/** Put in the order of their points, rows of one grade stand together: the row without which they would is told. */
export function gradesByPoints(rows: readonly Scored[]): FindingRead[] {
  const sorted = rows.slice(0, MOST).toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0));
  if (rows.length < FEWEST || blocks(sorted) === new Set(sorted.map((r) => r.grade)).size) return [];
  const odd = sorted.findIndex((_, i) => {
    const others = sorted.filter((_, k) => k !== i);
    return blocks(others) === new Set(others.map((r) => r.grade)).size;
  });
  const [row, beside] = [sorted[odd], sorted[odd + 1] ?? sorted[odd - 1]];
  return row && beside ? [told('grade_of_score', row.name, beside.grade, row.grade, row.row)] : [];
}

const blocks = (rows: readonly Scored[]): number => rows.filter((r, i) => r.grade !== rows[i - 1]?.grade).length;
