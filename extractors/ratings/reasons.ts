import { GRADES } from '../../corpus/lexicon/grade-words.js';
import type { RatingRead } from '../../schemas/index.js';
import { compact, spanOf } from '../grammar/fold.js';
import { kindOfName } from '../grammar/names.js';
import { matchesOf } from '../grammar/matches.js';
import { headOf, heldCells } from '../grammar/table-head.js';
import type { Notice, NoticeTable } from '../notice.js';
import { rating, schemeAt } from './scheme.js';
import { subjectOfCell } from './subjects.js';

/** A column that says why a row stands in its table. */
const REASON_COLUMN = /(?:原因|理由|依据|事由|说明|备注|情况)$/;
const NAME_COLUMN = /(?:名称|集群|园区|开发区|基地)$/;
/** `2023年度、2024年度绩效评价结果均为“基本合格”`. */
const RESULT = new RegExp(
  `((?:20\\d{2}年度?[、和及]?){1,5})的?([^，。；、“”\\d]{0,20}?(?:评价|考核|考评|评估|评定|复核))(?:结果|等次|等级)*(?:均|都)?(?:被)?(?:评定|评|确定|认定)?为“?(${GRADES.join('|')})”?(?:等次|等级)?(?=[，。；、]|$)`,
  'g',
);

/** Grades that a table gives as the reason why a name is struck off, warned or honoured: one for each year that is named. */
export function* reasonRatings(notice: Notice): Generator<RatingRead> {
  for (const table of notice.tables) {
    const head = table.toc ? null : headOf(table);
    const reason = head?.columns.findIndex((text) => REASON_COLUMN.test(text)) ?? -1;
    const name = head?.columns.findIndex((text) => NAME_COLUMN.test(text)) ?? -1;
    if (head && reason >= 0 && name >= 0) yield* inRows(notice, table, head.rows, { reason, name });
  }
}

interface Columns {
  reason: number;
  name: number;
}

function* inRows(notice: Notice, table: NoticeTable, from: number, columns: Columns): Generator<RatingRead> {
  for (let r = from; r < table.rows.length; r++) {
    const row = heldCells(table, r);
    const [name, reason] = [row[columns.name]?.cell, row[columns.reason]?.cell];
    const kind = name ? kindOfName(name.text) : null;
    if (!name || !reason || kind === null) continue;
    const view = compact(notice.text, reason.start, reason.end);
    const subject = subjectOfCell(name, kind);
    for (const m of matchesOf(view.text, RESULT)) {
      const given = spanOf(view, m.index, m.index + m[0].length);
      for (const [year] of matchesOf(m[1] ?? '', /20\d{2}/g)) {
        const scheme = { ...schemeAt(notice, table.start), scheme: m[2] ?? '', year: Number(year), yearSaid: true };
        yield rating(scheme, subject, m[3] ?? '', given, 'row_gives_grade');
      }
    }
  }
}
