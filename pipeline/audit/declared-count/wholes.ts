import { compact, headOf, numeral, projectRows } from '../../../extractors/index.js';
import type { FindingRead } from '../../../schemas/index.js';
import type { Audited } from '../check.js';
import { nameLists } from '../lists.js';
import { COUNTER, FIGURE, placeOf, counting } from '../text.js';
import { mismatch } from './mismatch.js';

const NOUN = '(集群|开发区|园区|企业|平台|基地|单位)';
/** Sentences that say how many a list has: their own words, and that it is that list. */
const PATTERNS = [
  new RegExp(
    `(?:确定|公布|认定|评定|评选|遴选|推荐|授予)了?[^，。；\\d]{0,10}${FIGURE}${COUNTER}[^，。；]{0,30}?${NOUN}[^。；，]{0,12}（?(?:具体)?(?:名单|清单)?(?:详)?(?:见附件|附后)`,
  ),
  new RegExp(`${FIGURE}${COUNTER}${NOUN}的?(?:评价|考核|评定|评估)?(?:等次|等级|结果)(?:已经|已)?确定`),
  new RegExp(`(?:列入|纳入|入选)(?:清单|名单|计划)的${FIGURE}${COUNTER}[^，。；]{0,8}?${NOUN}`),
];

/** `确定了24个…产业集群（名单见附件）`, `55个集群的评价等次已经确定` against everything listed. */
export function wholeCounts({ notice, records }: Audited): FindingRead[] {
  const names = [...new Set([...listed(notice), ...records.ratings.map((r) => compact(r.subject).text)])];
  return counting(notice).flatMap((sentence) =>
    PATTERNS.flatMap((pattern) => {
      const m = pattern.exec(sentence.text);
      const declared = m ? numeral(m[1] ?? '') : null;
      const counted = names.filter((n) => n.endsWith(m?.[2] ?? '')).length;
      if (!m || declared === null || counted === 0) return [];
      return mismatch(m[2] ?? '', declared, counted, placeOf(sentence, m.index, m.index + m[0].length));
    }),
  );
}

const NAME_HEAD = /(名称|集群|开发区|园区|企业|平台|基地)$/;

/** The names in lists and in the name columns of tables. */
function listed(notice: Audited['notice']): string[] {
  const inLists = nameLists(notice).flatMap((l) => l.items.map((i) => compact(i.name).text));
  const inTables = notice.tables.flatMap((table) => {
    const head = table.toc || projectRows(notice, table).length > 0 ? null : headOf(table);
    const column = head?.columns.findIndex((c) => NAME_HEAD.test(c)) ?? -1;
    if (!head || column < 0) return [];
    return table.rows
      .slice(head.rows)
      .map((row) => compact(row.cells.find((c) => c.column === column)?.text ?? '').text)
      .filter((name) => name !== '');
  });
  return [...inLists, ...inTables];
}
