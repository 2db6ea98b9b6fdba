import type { Flow, FlowCell, FlowTable } from '../../pipeline/index.js';

/** A notice as a web page, for a browser to print: its paragraphs told apart by how they are set, its tables with their spans. */
export function pageOf(flow: Flow, css: string): string {
  let texts = 0;
  const parts = flow.items.map((item) =>
    item.kind === 'table' ? tableOf(item, flow.text) : paragraph(flow.text.slice(item.start, item.end), texts++),
  );
  return `<!doctype html><html lang="zh"><meta charset="utf-8"><style>${css}</style><body>${parts.join('\n')}</body></html>`;
}

const escaped = (text: string): string => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);

function paragraph(text: string, index: number): string {
  return `<p class="${setting(text, index)}">${escaped(text)}</p>`;
}

/** How a typist would set a line: only its place and its outer form are looked at. */
function setting(text: string, index: number): string {
  if (index < 4 && /^.{2,60}$/.test(text) && !/[。；：]$/.test(text)) return /号$/.test(text) ? 'number' : 'title';
  if ((index < 6 && text.endsWith('：')) || /^附件?\d*[：:]?$/.test(text)) return 'flush';
  return /^\d{4}年\d{1,2}月\d{1,2}日$|^[^，。；：]{4,24}(局|厅|府|部|委员会|办公室)$/.test(text) ? 'signed' : 'text';
}

function tableOf(table: FlowTable, text: string): string {
  const rows = table.rows.map((row, index) => {
    const cells: string[] = [];
    for (let column = 0; column < table.columns; column += 1) {
      const cell = row.cells.find((c) => c.column === column);
      if (cell !== undefined) cells.push(cellOf(cell, text));
      else if (!isCovered(table, index, column)) cells.push('<td></td>');
    }
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>${rows.join('\n')}</table>`;
}

function cellOf({ start, end, rowSpan, columnSpan }: FlowCell, text: string): string {
  return `<td rowspan="${rowSpan}" colspan="${columnSpan}">${escaped(text.slice(start, end))}</td>`;
}

function isCovered(table: FlowTable, index: number, column: number): boolean {
  return table.rows
    .slice(0, index + 1)
    .some((row, above) =>
      row.cells.some(
        (c) =>
          above + c.rowSpan > index &&
          c.column <= column &&
          column < c.column + c.columnSpan &&
          (above < index || c.column < column),
      ),
    );
}
