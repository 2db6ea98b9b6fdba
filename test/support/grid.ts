import type { NoticeTable } from '../../extractors/index.js';
import { noticeOf, type CellSpec } from './documents.js';

/** A table as extractors see it, under a title line and an optional 单位 line. */
export function tableOf(rows: CellSpec[][], above: string[] = ['全市工业主要指标表']): NoticeTable {
  const [table] = noticeOf([...above, rows]).tables;
  if (!table) throw new Error('no table');
  return table;
}
