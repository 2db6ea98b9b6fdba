/** A paragraph as it is set, or a table whose cells are text. */
export type Part =
  | { kind: 'title' | 'centre' | 'flush' | 'right' | 'indented'; text: string }
  /** `widths` are the columns' shares of the line */
  | { kind: 'table'; rows: readonly (readonly string[])[]; widths: readonly number[]; ruled: boolean };

/** A notice as it is set: what each of its forms is made from. */
export type Sheet = readonly Part[];

export type TablePart = Extract<Part, { kind: 'table' }>;

/** The sheet as text: a paragraph or a table's row in a line, cells between tabs. */
export function textOf(sheet: Sheet): string {
  const lines = sheet.flatMap((part) => {
    if (part.kind === 'table') return part.rows.map((row) => row.join('\t'));
    return part.kind === 'indented' ? [`\u3000\u3000${part.text}`] : part.kind === 'title' ? [part.text, ''] : [part.text];
  });
  return `${lines.join('\n')}\n`;
}

/** How many characters a sheet has. */
export function lengthOf(sheet: Sheet): number {
  return sheet.reduce((sum, part) => sum + (part.kind === 'table' ? part.rows.flat().join('').length : part.text.length), 0);
}
