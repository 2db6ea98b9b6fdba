import { compact, headOf, isGrade, numeral, type NoticeTable, type TableRow } from '../../../extractors/index.js';

/** A row of a table of ratings, as far as it has points, a rank and a grade. */
export interface Scored {
  row: TableRow;
  name: string;
  score: number | null;
  rank: number | null;
  grade: string;
}

/** Fewest rows that show an order, and most that are looked through. */
export const FEWEST = 4;
export const MOST = 200;

/** Heads of the columns of points and ranks. */
const SCORE_HEAD = /^(综合|总|最终|考核|评价)?(得分|评分|总分|分数|分值|总得分)(（分）)?$/;
const RANK_HEAD = /^(排名|名次|位次|排序|综合排名)$/;

/** The rows of a table that has a column of points; none of another table. */
export function scoredRows(table: NoticeTable): Scored[] {
  const head = table.toc ? null : headOf(table);
  if (!head) return [];
  const at = (p: RegExp) => head.columns.findIndex((c, i) => p.test(c) || p.test(head.levels[i]?.at(-1) ?? ''));
  const [score, rank, grade] = [at(SCORE_HEAD), at(RANK_HEAD), at(/(等次|等级|星级|档次|类别|结果)$/)];
  const name = head.columns.findIndex((c, i) => i !== score && i !== rank && i !== grade && !/^(序号|编号)$/.test(c));
  if (score < 0) return [];
  const cell = (row: TableRow, c: number) => compact(row.cells.find((k) => k.column === c)?.text ?? '').text;
  return table.rows.slice(head.rows).map((row) => ({
    row,
    name: cell(row, name),
    score: numeral(cell(row, score) || 'x'),
    rank: numeral(cell(row, rank).replace(/[第名]/g, '') || 'x'),
    grade: isGrade(cell(row, grade)) ? cell(row, grade) : '',
  }));
}
