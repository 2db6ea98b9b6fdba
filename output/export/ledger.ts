import type { Obligation } from '../../schemas/index.js';
import type { Lang } from '../messages.js';
import type { Store } from '../store/types.js';
import { ExportError } from './errors.js';
import { byOrgan, countOrgans } from './organs.js';
import { sourceOf, TASK_HEADS, taskWords, unitsIn, withNotices, type Task } from './sources.js';
import type { Sheet } from './xlsx/book.js';
import type { Cell } from './xlsx/cells.js';
import type { Column } from './xlsx/layout.js';

// The working list that offices keep of what is to be done, by whom and by when (督查台账). The last three columns are theirs to fill in.

const COLUMNS: [zh: string, en: string, width: number][] = [
  ['序号', 'No.', 6],
  ['任务', 'Task', 64],
  [...TASK_HEADS.lead, 22],
  [...TASK_HEADS.responsible, 26],
  [...TASK_HEADS.support, 26],
  [...TASK_HEADS.due, 13],
  [...TASK_HEADS.source, 36],
  ['进展情况', 'Progress', 24],
  ['完成状态', 'Status', 11],
  ['备注', 'Remarks', 14],
];
/** Sheets that people can still find their way in. */
const MOST_ORGANS = 250;

/** Whom a ledger is for: one whose name is given has one sheet, otherwise each organ has its own. */
export interface LedgerOf {
  unit: string | null;
  lang: Lang;
}

/**
 * Its sheets. `read` gives the tasks, each time anew.
 * @throws ExportError where no organ is named and there are too many for a workbook
 */
export async function* ledgerSheets(
  store: Store,
  read: () => AsyncIterable<Obligation>,
  { unit, lang }: LedgerOf,
  counted: <T>(rows: AsyncIterable<T>) => AsyncIterable<T>,
): AsyncGenerator<Sheet> {
  const sheet = (name: string, tasks: () => AsyncIterable<Obligation>): Sheet => ({
    layout: { name, title: titleOf(name, lang), columns: COLUMNS.map((column) => columnIn(column, lang)), look: 'list' },
    rows: () => rowsOf(counted(withNotices(store, tasks())), lang),
  });
  if (unit !== null) {
    yield sheet(unit, read);
    return;
  }
  const organs = await countOrgans(read());
  if (organs.length > MOST_ORGANS) throw new ExportError('too_many_organs', { organs: organs.length, most: MOST_ORGANS });
  if (organs.length === 0) yield sheet(lang === 'zh' ? '任务' : 'Tasks', read);
  for await (const { organ, tasks } of byOrgan(organs, read)) yield sheet(organ.name, tasks);
}

const titleOf = (name: string, lang: Lang): string => (lang === 'zh' ? `${name}督查台账` : `${name}: list of tasks`);

function columnIn([zh, en, width]: (typeof COLUMNS)[number], lang: Lang): Column {
  return { head: lang === 'zh' ? zh : en, width };
}

async function* rowsOf(tasks: AsyncIterable<Task>, lang: Lang): AsyncGenerator<Cell[]> {
  let number = 0;
  for await (const task of tasks) {
    const { obligation } = task;
    number += 1;
    yield [
      number,
      taskWords(obligation),
      unitsIn(obligation, 'lead').join('、'),
      unitsIn(obligation, 'responsible').join('、'),
      unitsIn(obligation, 'support').join('、'),
      dueCell(obligation.due, lang),
      sourceOf(task, lang),
      null,
      null,
      null,
    ];
  }
}

/** A day as a date; a year or a month as people write it. */
function dueCell(due: string | null, lang: Lang): Cell {
  if (due === null) return null;
  if (due.length === 10) return { day: due };
  if (lang === 'en') return due;
  const [year, month] = due.split('-');
  return month === undefined ? `${year}年` : `${year}年${Number(month)}月`;
}
