import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDocument, reflow } from '../../pipeline/index.js';
import type { FoundTable, Reading } from './score.js';

/** What gongbao makes of a PDF, after tables are joined over pages. */
export async function readByUs(bytes: Uint8Array): Promise<Reading> {
  const flow = reflow(await readDocument(bytes, 'table.pdf'));
  const tables: FoundTable[] = [];
  const lines: string[] = [];
  const above: (string | null)[] = [];
  let last: string | null = null;
  for (const item of flow.items) {
    if (item.kind !== 'table') {
      last = flow.text.slice(item.start, item.end);
      lines.push(last);
      continue;
    }
    const cells = item.rows.flatMap((row) => row.cells.map((cell) => ({ ...cell, text: flow.text.slice(cell.start, cell.end) })));
    tables.push({ rows: item.rows.length, columns: item.columns, cells });
    above.push(last);
    last = null;
  }
  return { tables, lines, above };
}

/**
 * What can be made of `pdftotext -layout`: a line with a gap of two blanks or more is a row, its pieces are the cells in
 * order; rows that follow each other, blank lines left out, are a table. Null where the program is not installed.
 */
export function readByLayout(bytes: Uint8Array): Reading | null {
  const work = mkdtempSync(join(tmpdir(), 'gongbao-tables-'));
  try {
    const file = join(work, 'table.pdf');
    writeFileSync(file, bytes);
    return layoutTables(
      execFileSync('pdftotext', ['-layout', '-enc', 'UTF-8', file, '-'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function layoutTables(text: string): Reading {
  const tables: FoundTable[] = [];
  const lines: string[] = [];
  const above: (string | null)[] = [];
  let rows: string[][] = [];
  let last: string | null = null;
  const close = (): void => {
    if (rows.length === 0) return;
    const cells = rows.flatMap((row, r) =>
      row.map((words, c) => ({ text: words, row: r, column: c, rowSpan: 1, columnSpan: 1 })),
    );
    tables.push({ rows: rows.length, columns: Math.max(...rows.map((row) => row.length)), cells });
    above.push(last);
    rows = [];
  };
  for (const line of text.split(/[\n\f]/)) {
    const pieces = line
      .trim()
      .split(/\s{2,}/)
      .filter((piece) => piece !== '');
    if (pieces.length > 1) rows.push(pieces);
    else if (pieces[0] !== undefined) {
      close();
      last = pieces[0];
      lines.push(last);
    }
  }
  close();
  return { tables, lines, above };
}
