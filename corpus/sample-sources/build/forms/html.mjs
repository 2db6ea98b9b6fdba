// A sheet as a page: what a portal saves, and what a browser prints.
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
const span = (name, n) => (n > 1 ? ` ${name}="${n}"` : '');

const STYLE = `@page { size: A4; margin: 30mm 25mm }
body { font: 15px/1.8 "Noto Serif CJK SC", serif } p { margin: 0 } .centre { text-align: center } .right { text-align: right }
.indented { text-indent: 2em; text-align: justify } .break { break-before: page }
table { border-collapse: collapse; width: 100%; font-size: 12px; line-height: 1.5 } td { border: 1px solid #000; padding: 2px 4px } tr { break-inside: auto }`;

export function html(sheet, title) {
  const part = (p) => {
    if (p.kind === 'break') return '<div class="break"></div>';
    if (p.kind !== 'table') return `<p class="${p.kind}">${escape(p.text)}</p>`;
    const rows = p.rows.map((row) => `<tr>${row.map((c) => `<td${span('colspan', c.colSpan)}${span('rowspan', c.rowSpan)}>${escape(c.text)}</td>`).join('')}</tr>`);
    return `<table>\n${rows.join('\n')}\n</table>`;
  };
  return `<!DOCTYPE html>\n<html lang="zh">\n<head>\n<meta charset="utf-8">\n<title>${escape(title)}</title>\n<style>\n${STYLE}\n</style>\n</head>\n<body>\n${sheet.map(part).join('\n')}\n</body>\n</html>\n`;
}
