import { InputRefused } from '../../pipeline/refused.js';
import { readDocument } from '../../pipeline/read/index.js';
import type { Block, Document, TableBlock } from '../../schemas/document.js';

/** A table as rows of texts; `∅` where no cell begins. */
export function rows(block: Block | undefined): string[][] {
  if (block?.kind !== 'table') throw new Error('no table');
  const grid = Array.from({ length: block.rows }, () => Array.from({ length: block.columns }, () => '∅'));
  for (const cell of block.cells) (grid[cell.row] ?? [])[cell.column] = cell.text;
  return grid;
}

/** The text blocks' texts, and tables as `[rows x columns]`. */
export function texts(document: Document): string[] {
  return document.blocks.map((block) => (block.kind === 'table' ? `[${block.rows}x${block.columns}]` : block.text));
}

/** Every block as a line, a table as one a row: its cells with `|` between them, `<2>` behind one over two columns, `⏎` for a break. */
export function shown(document: Document): string[] {
  return document.blocks.flatMap((block) => {
    if (block.kind !== 'table') return [block.text];
    return Array.from({ length: block.rows }, (_, row) =>
      block.cells
        .filter((cell) => cell.row === row)
        .map(({ text, columnSpan }) => `${text.replaceAll('\n', '⏎')}${columnSpan > 1 ? `<${columnSpan}>` : ''}`)
        .join('|'),
    );
  });
}

export function tables(document: Document): TableBlock[] {
  return document.blocks.filter((block) => block.kind === 'table');
}

/** The code that the input is refused with, or `read`. */
export async function refusal(bytes: Uint8Array, name: string): Promise<string> {
  try {
    await readDocument(bytes, name);
    return 'read';
  } catch (error) {
    if (error instanceof InputRefused) return error.code;
    throw error;
  }
}
