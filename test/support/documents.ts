import { extract, type Notice } from '../../extractors/index.js';
import { reflow } from '../../pipeline/reflow/index.js';
import { segment, type Segmented } from '../../pipeline/segment/index.js';
import type { Block, Cell, Document } from '../../schemas/index.js';

/** A cell of a table that is written in a test: its text, or its text with what it spans. */
export type CellSpec = string | { text: string; columns?: number; rows?: number };
/** A line (two blanks or more in front: indented; empty: a gap), a heading with its `#`, a table, or a page break. */
export type Part = string | CellSpec[][] | { page: number };

/** A document of the given parts, as a reader would give it. */
export function documentOf(parts: readonly Part[], more: Partial<Document> = {}): Document {
  const blocks: Block[] = [];
  let page: number | null = null;
  let pages: number | null = null;
  let blankBefore = false;
  for (const part of parts) {
    if (Array.isArray(part)) blocks.push(tableOf(part, page));
    else if (typeof part === 'object') {
      page = part.page;
      pages = Math.max(pages ?? 1, page);
    } else if (part.trim() === '') {
      blankBefore = true;
      continue;
    } else {
      const heading = /^(#+) /.exec(part);
      blocks.push({
        kind: heading ? 'heading' : 'line',
        text: heading ? part.slice(heading[0].length) : part.trim(),
        page,
        level: heading?.[1]?.length ?? null,
        blankBefore,
        indented: /^[ \u3000]{2}/.test(part),
        box: null,
      });
    }
    blankBefore = false;
  }
  return { format: 'txt', reader: 'txt@1', pageFacts: [], linkedFiles: [], pages, blocks, warnings: [], ...more };
}

/** The lines of a text as parts. */
export const linesOf = (text: string): Part[] => text.split('\n');

function tableOf(rows: readonly (readonly CellSpec[])[], page: number | null): Block {
  const taken = new Set<string>();
  const cells: Cell[] = [];
  let columns = 0;
  rows.forEach((row, r) => {
    let column = 0;
    for (const spec of row) {
      while (taken.has(`${r},${column}`)) column++;
      const { text, columns: columnSpan = 1, rows: rowSpan = 1 } = typeof spec === 'string' ? { text: spec } : spec;
      for (let y = r; y < r + rowSpan; y++) for (let x = column; x < column + columnSpan; x++) taken.add(`${y},${x}`);
      cells.push({ text, row: r, column, rowSpan, columnSpan, page, box: null });
      column += columnSpan;
      columns = Math.max(columns, column);
    }
  });
  return { kind: 'table', page, rows: rows.length, columns, cells };
}

export const segmentsOf = (parts: readonly Part[]): Segmented[] => segment(reflow(documentOf(parts)));
export const noticesOf = (parts: readonly Part[]): Notice[] => segmentsOf(parts).map((s) => s.notice);

/** The one notice of a document. */
export function noticeOf(parts: readonly Part[]): Notice {
  const [only, ...others] = noticesOf(parts);
  if (!only || others.length > 0) throw new Error(`${only ? others.length + 1 : 0} notices instead of one`);
  return only;
}

/** Everything that the extractors read from a notice. */
export const recordsOf = extract;

/** The lines around a body that make it a notice of a city, with number, address and signature. */
export const HEAD = ['抚河市人民政府关于印发抚河市产业发展行动方案的通知', '抚府发〔2025〕7号', '各县（市、区）人民政府：'];
export const FOOT = ['抚河市人民政府', '2025年3月6日'];
export const planOf = (body: readonly Part[]): Part[] => [...HEAD, ...body, ...FOOT];
