import { compact, headOf, matchesOf, numeral, type Notice, type NoticeTable } from '../../../extractors/index.js';
import type { FindingRead } from '../../../schemas/index.js';
import type { Audited } from '../check.js';
import { nameLists } from '../lists.js';
import { COUNTER, FIGURE, placeOf, sentencesFor } from '../text.js';
import { mismatch } from './mismatch.js';

const NOUN = '(集群|开发区|园区|企业|平台|基地|单位)';
/** `等12个集群列入培育名单（附件2）`: how many, of what, and the annex that lists them. */
const SAID = new RegExp(
  `(?<![\\d.第])${FIGURE}${COUNTER}${NOUN}[^，。；（）\\d]{0,40}（(?:具体)?(?:名单)?(?:详?见)?附件(\\d{1,2})）`,
  'g',
);

/** Numbers in sentences against the names in the annex that they point at. */
export function annexCounts({ notice }: Audited): FindingRead[] {
  return sentencesFor(notice, '附件').flatMap((sentence) =>
    matchesOf(sentence.text, SAID).flatMap((m) => {
      const [declared, noun] = [numeral(m[1] ?? ''), m[2] ?? ''];
      const names = namesIn(notice, m[3] ?? '').filter((name) => name.endsWith(noun));
      if (declared === null || names.length < 2 || sumTo(sentence.text, m.index, noun) + declared === names.length) return [];
      return mismatch(noun, declared, names.length, placeOf(sentence, m.index, m.index + m[0].length));
    }),
  );
}

/** What the numbers of the same thing before a place add up to: `5个集群为优秀等次，…，另有2个集群为不合格等次（附件1）` points at all. */
function sumTo(text: string, end: number, noun: string): number {
  const counts = matchesOf(text.slice(0, end), COUNTED).filter((m) => m[2] === noun);
  return counts.reduce((sum, [, figure]) => sum + (numeral(figure ?? '') ?? 0), 0);
}
const COUNTED = new RegExp(`(?<![\\d.第])${FIGURE}${COUNTER}${NOUN}`, 'g');

const NAME_HEAD = /(名称|集群|开发区|园区|企业|平台|基地|单位)$/;

/** The names that an annex lists, in tables or else in lists. */
function namesIn(notice: Notice, number: string): string[] {
  const at = notice.annexes.findIndex((annex) => annex.number === number);
  const annex = notice.annexes[at];
  if (!annex) return [];
  const to = notice.annexes[at + 1]?.start ?? notice.text.length;
  const inside = ({ start }: { start: number }): boolean => annex.start <= start && start < to;
  const inTables = notice.tables.filter(inside).flatMap(namesInTable);
  if (inTables.length > 0) return inTables;
  return nameLists(notice).flatMap((list) => list.items.filter(inside).map(({ name }) => compact(name).text));
}

/** The cells of the first column that is headed as one of names. */
function namesInTable(table: NoticeTable): string[] {
  const head = table.toc ? null : headOf(table);
  const column = head?.columns.findIndex((text) => NAME_HEAD.test(text)) ?? -1;
  if (!head || column < 0) return [];
  const cells = table.rows.slice(head.rows).flatMap((row) => row.cells.filter((c) => c.column === column));
  return cells.map((c) => compact(c.text).text).filter((name) => name !== '');
}
