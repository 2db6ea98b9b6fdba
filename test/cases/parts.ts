import { FOOT, HEAD, type CellSpec, type Part } from '../support/documents.js';

/**
 * The parts of a notice that a case's text stands for, as a person types them: a line is a paragraph; lines that begin
 * with `|` are the rows of a table, a cell `^` merged with the one above, `<` with the one to its left; `=== 2 ===` begins
 * page 2; an empty line is a gap.
 */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let rows: string[][] = [];
  const endTable = (): void => {
    if (rows.length > 0) parts.push(merged(rows));
    rows = [];
  };
  for (const line of text.split('\n')) {
    if (line.startsWith('|')) {
      rows.push(cellsOf(line));
      continue;
    }
    endTable();
    const page = /^=== (\d+) ===$/.exec(line)?.[1];
    parts.push(page === undefined ? line : { page: Number(page) });
  }
  endTable();
  return parts;
}

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\||\|\s*$/g, '')
    .split('|')
    .map((cell) => cell.trim());

/** Cells with their spans: `^` and `<` belong to the cell above and to the left. */
function merged(rows: readonly string[][]): CellSpec[][] {
  return rows.map((row, r) =>
    row.flatMap((text, c): CellSpec[] => {
      if (text === '^' || text === '<') return [];
      let columnSpan = 1;
      while (row[c + columnSpan] === '<') columnSpan++;
      let rowSpan = 1;
      while (rows[r + rowSpan]?.[c] === '^') rowSpan++;
      return [columnSpan === 1 && rowSpan === 1 ? text : { text, columns: columnSpan, rows: rowSpan }];
    }),
  );
}

/**
 * A notice of the city 抚河市 of 2025-03-06 around a case: lines of its context that begin with `标题：` or `日期：` (as
 * signed) replace those of the notice, the others stand above the text as headings or lead sentences.
 */
export function noticeParts(text: string, context: string): Part[] {
  const lines = context === '' ? [] : context.split('\n');
  const value = (label: string): string | null => {
    const line = lines.find((l) => l.startsWith(`${label}：`));
    return line === undefined ? null : line.slice(label.length + 1);
  };
  const above = lines.filter((l) => !/^(标题|日期)：/.test(l));
  const [title = '', ...address] = HEAD;
  const [organ = '', date = ''] = FOOT;
  return [value('标题') ?? title, ...address, ...above, ...partsOf(text), organ, value('日期') ?? date];
}
