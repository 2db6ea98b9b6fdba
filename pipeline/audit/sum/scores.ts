import { compact, headOf, isReadElsewhere, type NoticeTable } from '../../../extractors/index.js';
import type { FindingRead } from '../../../schemas/index.js';
import { add, numberIn } from './numbers.js';
import { told, type Sum } from './told.js';

const TOTAL_SCORE = /^(总得分|总分|综合得分|合计得分|得分合计|合计|总评分|得分|综合评分)(（[^）]*）)?$/;
const NO_SCORE = /^(序号|编号|排名|名次|位次|排序|年份|年度)/;

/** Rating tables: the points of the parts against the score, where most rows show that the score is their sum. */
export function scoreSums(table: NoticeTable): FindingRead[] {
  const head = table.toc || !isReadElsewhere(table) ? null : headOf(table);
  if (!head) return [];
  const inner = (c: number) => head.levels[c]?.at(-1) ?? '';
  const total = head.columns.findIndex((name, c) => TOTAL_SCORE.test(name) || TOTAL_SCORE.test(inner(c)));
  if (total < 0) return [];
  const sums = table.rows.slice(head.rows).flatMap((row, i): Sum[] => {
    const value = (c: number) => numberIn(compact(row.cells.find((k) => k.column === c)?.text ?? '').text);
    const parts = head.columns
      .flatMap((name, c) => (c === total || NO_SCORE.test(name) ? [] : [value(c)]))
      .filter((v) => v !== null);
    const expected = value(total);
    if (expected === null || parts.length < 2) return [];
    const name = row.cells.map((c) => compact(c.text).text).find((t) => /[\u4e00-\u9fa5]/.test(t)) ?? '';
    return [{ row: head.rows + i, label: name, expected, actual: add(parts), explicit: false }];
  });
  return told(table, sums);
}
