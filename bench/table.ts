import stringWidth from 'string-width';

/** A table that lines up in a terminal and is Markdown: the first column to the left, the others to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((h, c) => Math.max(stringWidth(h), ...rows.map((row) => stringWidth(row[c] ?? ''))));
  const pad = (text: string, c: number): string => {
    const blanks = ' '.repeat((widths[c] ?? 0) - stringWidth(text));
    return c === 0 ? text + blanks : blanks + text;
  };
  const line = (cells: readonly string[]): string => `| ${cells.map(pad).join(' | ')} |`;
  const rule = `| ${widths.map((w, c) => (c === 0 ? '-'.repeat(w) : `${'-'.repeat(w - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
