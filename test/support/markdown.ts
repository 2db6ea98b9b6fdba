/** A text notice as a crawler writes it in Markdown: front matter, marks, pipe tables, and comments for its pages. */
export function asMarkdown(text: string): string {
  const out: string[] = ['---', 'source: 某门户', 'url: https://a.example/1.html', '---', '<!-- page 1 -->'];
  let rows: string[][] = [];
  const close = (): void => {
    rows.forEach((row, index) => {
      out.push(`| ${row.map(escaped).join(' | ')} |`);
      if (index === 0) out.push(`|${row.map(() => ' --- ').join('|')}|`);
    });
    if (rows.length > 0) out.push('');
    rows = [];
  };
  for (const line of text.split(/\r?\n/)) {
    if (line.includes('\t')) {
      rows.push(line.split('\t').map((cell) => cell.trim()));
      continue;
    }
    close();
    out.push(/^#{1,6}\s/.test(line) ? line : escaped(line).replace(/^([一二三四五六七八九十]+、[^。]{2,30})$/, '**$1**'), '');
  }
  close();
  return out.join('\n');
}

/** Signs that Markdown would take for marks, taken out of their meaning. */
const escaped = (text: string): string => text.replace(/[\\`*_~|<&]/g, '\\$&').replace(/^(\s*)([-+>])(?=\s)/, '$1\\$2');
