import { oneLine } from './line.js';
import type { Column } from './table.js';

/** A GitHub-flavoured Markdown table, cells whole. */
export function renderMarkdown<T>(rows: readonly T[], columns: readonly Column<T>[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const numeric = columns.map(({ cell }) => rows.length > 0 && rows.every((row) => typeof (cell(row) ?? 0) === 'number'));
  return [
    line(columns.map(({ head }) => escaped(head))),
    line(numeric.map((right) => (right ? '--:' : '---'))),
    ...rows.map((row) => line(columns.map(({ cell }) => escaped(cell(row))))),
  ].join('\n');
}

/** What would end a cell or begin markup is escaped; a cell is one line. */
function escaped(value: string | number | null): string {
  return oneLine(String(value ?? '')).replace(/[\\|`*_<>[\]#]/g, '\\$&');
}
