import type { TableCase } from './compose.js';
import { readByUs } from './read.js';
import type { FoundTable } from './score.js';

/** Prints what is expected of a case and what came out, a row a line. */
export async function showCase(one: TableCase): Promise<void> {
  console.log(`# ${one.family}: ${one.kind}: ${one.name}`);
  for (const table of one.expected) console.log(`expected:\n${grid(table)}`);
  const { tables, lines } = await readByUs(await one.bytes());
  for (const table of tables) console.log(`read:\n${grid(table)}`);
  console.log(`beside: ${lines.join(' / ')}`);
}

function grid({ rows, columns, cells }: FoundTable): string {
  const text = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const cell = cells.find((c) => c.row === row && c.column === column);
      if (cell === undefined) return '∅';
      const spans = cell.rowSpan + cell.columnSpan > 2 ? ` [${cell.rowSpan}x${cell.columnSpan}]` : '';
      return cell.text.replace(/\s+/g, '⏎') + spans;
    }).join(' | '),
  );
  return `${rows}x${columns}\n${text.join('\n')}`;
}
