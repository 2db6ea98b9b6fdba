import { compact, headOf, spanOf, type Notice, type NoticeTable } from '../../../extractors/index.js';
import type { FindingRead } from '../../../schemas/index.js';
import type { Audited } from '../check.js';
import { mismatch } from './mismatch.js';

/** `重点任务分工表（共9项）`: the bracket behind the title of a table. */
const IN_TITLE = /（共计?(\d{1,4})([项个条家户件])[\u4e00-\u9fa5]{0,4}）$/;
const SEQ = /^(?:序号|编号|№)$/;
/** The columns in front that may hold what is counted: a number, a task over several rows, a measure. */
const COUNTED_COLUMNS = 3;

/** The number in the title of a table against its numbered rows; one that any of the columns in front has agrees as well. */
export function titledCounts({ notice }: Audited): FindingRead[] {
  return notice.tables.flatMap((table) => {
    if (!table.titleSpan) return [];
    const view = compact(notice.text, table.titleSpan.start, table.titleSpan.end);
    const m = IN_TITLE.exec(view.text);
    const [rows, ...others] = m ? countsOf(notice, table) : [];
    if (!m || !rows || others.includes(Number(m[1]))) return [];
    return mismatch(view.text.slice(0, m.index), Number(m[1]), rows, spanOf(view, m.index, m.index + m[0].length));
  });
}

/** How many rows are numbered, then how many different words each of the columns in front has; none where the rows have no numbers. */
function countsOf(notice: Notice, table: NoticeTable): number[] {
  const head = headOf(table);
  const seq = head?.columns.findIndex((text) => SEQ.test(text)) ?? -1;
  if (!head || seq < 0) return [];
  const rows = table.rows.slice(head.rows);
  const textsIn = (column: number): string[] =>
    rows
      .flatMap(({ cells }) => cells.filter((c) => c.column === column))
      .map(({ start, end }) => compact(notice.text, start, end).text)
      .filter((text) => text !== '');
  const numbered = textsIn(seq).filter((text) => /^\d{1,4}$/.test(text)).length;
  return [numbered, ...Array.from({ length: COUNTED_COLUMNS }, (_, c) => new Set(textsIn(c)).size)];
}
