import type { TargetRead } from '../../schemas/index.js';
import { defineExtractor } from '../define.js';
import { compact } from '../grammar/fold.js';
import { inProjectBlock } from '../grammar/project-blocks.js';
import type { Notice, Paragraph } from '../notice.js';
import { taskCells } from '../obligations.js';
import { counted, upToLastFigure } from './counted.js';
import { paragraphTargets } from './paragraph.js';
import { cellState, leadBehind, listLead, mayLead, startState, type ListLead } from './state.js';
import { fromTables } from './tables.js';

/** One record per quantified commitment: in sentences, and in tables of targets for their future years. */
export const targets = defineExtractor({
  type: 'targets',
  version: 9,
  read: (notice, earlier) =>
    [...fromText(notice), ...fromTasks(notice), ...fromTables(notice, earlier)].sort(
      (a, b) => a.start - b.start || a.end - b.end,
    ),
});

const COMMITS = /(方案|计划|规划|意见|措施|要点|办法|通知|决定|纲要|政策|任务|行动|目标)/;

function* fromText(notice: Notice): Generator<TargetRead> {
  if (notice.head.kind === '大事记') return;
  const plan = COMMITS.test(`${notice.head.title ?? ''}${notice.annexes.map((a) => a.title ?? '').join('')}`);
  let lead: ListLead | null = null;
  for (const p of notice.paragraphs) {
    if (p.role !== 'body' || inProjectBlock(notice, p)) continue;
    const view = compact(notice.text, behindArticle(notice, p), p.end);
    const all = counted(view.text);
    // where no list can hang on it, the dates behind the last figure are nobody's
    const sentences = mayLead(notice, p, view) ? all : upToLastFigure(all);
    if (sentences.length === 0) {
      lead = leadBehind(notice, p, view, lead);
      continue;
    }
    const state = startState(notice, p, view, lead);
    yield* paragraphTargets(notice, view, sentences, state, plan);
    lead = listLead(notice, p, view, state, lead);
  }
}

/** Where a paragraph begins, behind the title of the article that it opens: `第三条【做强载体】新增厂房…`. */
function behindArticle(notice: Notice, p: Paragraph): number {
  const section = notice.sections[p.section];
  const opens = section?.heading.start === p.start && section.title !== '' && section.number?.startsWith('第') === true;
  return opens ? Math.min(section.heading.end, p.end) : p.start;
}

/** Tables of tasks: what a cell aims at is due when its row is. */
function* fromTasks(notice: Notice): Generator<TargetRead> {
  for (const table of notice.tables) {
    for (const { cell, due, dueCell } of taskCells(notice, table)) {
      const view = compact(notice.text, cell.start, cell.end);
      const sentences = upToLastFigure(counted(view.text));
      if (sentences.length === 0) continue;
      const state = cellState(notice, due, dueCell ? { start: dueCell.start, end: dueCell.end } : null);
      yield* paragraphTargets(notice, view, sentences, state, true);
    }
  }
}
