// A sample as a sheet: what every form of it is set from, whatever program sets it.
//
//   { kind: 'centre' | 'flush' | 'right' | 'indented', text }  { kind: 'table', rows: [[{ text, colSpan, rowSpan }]], columns }
//   { kind: 'break' }
import { attachments, chinese } from '../blocks.mjs';

const line = (kind) => ([text]) => [{ kind, text }];

/** A table with its merged cells: `null` in a body row continues the cell above. */
function tableOf({ head, rows }) {
  const headRows = Array.isArray(head[0]) ? head : [head];
  const columns = headRows[0].reduce((n, c) => n + (c.colSpan ?? 1), 0);
  const cellOf = (c) => (typeof c === 'string' || typeof c === 'number' ? { text: String(c), colSpan: 1, rowSpan: 1 } : { colSpan: 1, rowSpan: 1, ...c, text: c.text ?? '' });
  const body = rows.map((row, r) =>
    row.flatMap((c, i) => {
      if (c === null) return [];
      let rowSpan = 1;
      while (rows[r + rowSpan]?.[i] === null) rowSpan += 1;
      return [{ ...cellOf(c), rowSpan }];
    }));
  return { kind: 'table', columns, rows: [...headRows.map((row) => row.map(cellOf)), ...body] };
}

/** Blocks of a source as a sheet, headings numbered. What only a printed issue has (covers, drawings) is left out. */
export function sheetOfBlocks(blocks) {
  let [h1, h3] = [0, 0];
  const writers = {
    letterhead: line('centre'), number: line('centre'), to: line('flush'), p: line('indented'), note: line('indented'), h2: line('indented'),
    title: (lines) => [{ kind: 'centre', text: lines.join('') }],
    h1: ([text]) => [{ kind: 'indented', text: `${chinese((h1 += 1))}、${text}` }],
    h3: ([title, text]) => [{ kind: 'indented', text: `${(h3 += 1)}.${title}${text}` }],
    attach: (titles) => attachments(titles).map((text) => ({ kind: 'indented', text })),
    sign: (lines) => lines.map((text) => ({ kind: 'right', text })),
    annex: ([label, ...lines]) => [{ kind: 'flush', text: label }, { kind: 'centre', text: lines.join('') }],
    unit: line('right'),
    table: ([table]) => [tableOf(table)],
    break: () => [{ kind: 'break' }],
    section: () => [{ kind: 'break' }],
    restart: () => ((h1 = h3 = 0), []),
    mark: () => [], draw: () => [], plain: () => [],
  };
  return blocks.flatMap(([kind, ...rest]) => writers[kind](rest));
}

/** A text as a sheet: a line is a paragraph, lines with tabs are rows. */
export function sheetOfText(text) {
  const sheet = [];
  for (const raw of text.split(/\r?\n/)) {
    const last = sheet.at(-1);
    if (raw.includes('\t')) {
      const row = raw.split('\t').map((t) => ({ text: t.trim(), colSpan: 1, rowSpan: 1 }));
      if (last?.kind === 'table') last.rows.push(row);
      else sheet.push({ kind: 'table', columns: row.length, rows: [row] });
    } else if (raw.trim() !== '') sheet.push({ kind: /^\u3000/.test(raw) ? 'indented' : 'flush', text: raw.trim() });
  }
  return sheet;
}

/**
 * The sheet as text: one line a paragraph, one a table row. A merged cell's words stand once (`filled` false: what it covers is empty),
 * or again in each row that it covers, as people type tables.
 */
export function textOf(sheet, filled) {
  const lines = (part) => (part.kind === 'table' ? gridOf(part, filled).map((row) => row.join('\t')) : part.kind === 'break' ? [] : [part.text]);
  return `${sheet.flatMap(lines).join('\n')}\n`;
}

/** The grid of a table; with `filled` a merged cell stands in each row that it covers, else in its first. */
function gridOf({ rows, columns }, filled) {
  const grid = rows.map(() => Array(columns).fill(null));
  rows.forEach((row, r) => {
    let c = 0;
    for (const { text, colSpan, rowSpan } of row) {
      while (grid[r][c] !== null) c += 1;
      const stands = (y, x) => x === c && (y === r || filled);
      for (let y = r; y < r + rowSpan; y++) for (let x = c; x < c + colSpan; x++) grid[y][x] = stands(y, x) ? text.replaceAll('\n', '') : '';
      c += colSpan;
    }
  });
  return grid.map((row) => row.map((t) => t ?? ''));
}
