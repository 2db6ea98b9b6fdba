import type { Citation } from '../../schemas/index.js';
import type { NoticeTable } from '../notice.js';
import type { Changes } from './change-list.js';
import { documentNumbers, orderNumbers } from './document-numbers.js';
import { compact } from './fold.js';

const REPEALED_TABLE = /(?:废止|失效|作废).{0,20}(?:目录|清单|文件|一览表)/;
const AMENDED_TABLE = /(?:修改|修订).{0,20}(?:目录|清单|文件|一览表)/;
const TITLE_COLUMN = /^(?:规范性|行政规范性)?文件?(?:名称|标题|题名)$|^(?:名称|标题|题名|文件)$/;
const NUMBER_COLUMN = /^(?:文号|发文字号|文件编号|发文文号|文件号|发文号)$/;

/** The rows of a table that lists repealed or amended documents. */
export function changesInTable(table: NoticeTable): { kind: keyof Changes; document: Citation }[] {
  const name = compact(table.title ?? '').text;
  const kind = REPEALED_TABLE.test(name) ? 'repeals' : AMENDED_TABLE.test(name) ? 'amends' : null;
  const head = table.rows[0]?.cells ?? [];
  const column = (pattern: RegExp): number | undefined => head.find((c) => pattern.test(compact(c.text).text))?.column;
  const [titles, numbers] = [column(TITLE_COLUMN), column(NUMBER_COLUMN)];
  if (kind === null || titles === undefined) return [];
  return table.rows.slice(1).flatMap(({ cells }) => {
    const title = cells.find((c) => c.column === titles)?.text.replace(/^《([^《》]+)》$/, '$1') ?? '';
    const text = compact(cells.find((c) => c.column === numbers)?.text ?? '').text;
    const document_number = (documentNumbers(text)[0] ?? orderNumbers(text)[0])?.number ?? null;
    return title === '' ? [] : [{ kind, document: { title, document_number } }];
  });
}
