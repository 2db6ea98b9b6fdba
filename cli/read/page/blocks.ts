import type { Look } from '../../../pipeline/index.js';
import type { Block, TableBlock, TextBlock } from '../../../schemas/index.js';
import type { Text } from '../../kit/language.js';
import { asideWords, blockKinds, words } from '../words.js';
import { attributes, blockKey, escape, rowKey } from './markup.js';

/** The given blocks as they were read, each linked with its drawing where it has one. */
export function blockList(look: Look, indexes: readonly number[], drawn: boolean, say: (text: Text) => string): string {
  const aside = new Map(look.flow.aside.map((a) => [a.block, say(asideWords[a.reason])]));
  const items = indexes.map((index) => {
    const block = look.document.blocks[index];
    return block ? one(block, index, aside.get(index) ?? null, drawn, say) : '';
  });
  return `<ol class="blocks">${items.join('\n')}</ol>`;
}

function one(block: Block, index: number, aside: string | null, drawn: boolean, say: (text: Text) => string): string {
  const number = drawn ? `<a href="#s-${blockKey(index)}">#${index + 1}</a>` : `#${index + 1}`;
  const marks = [
    say(blockKinds[block.kind]),
    ...(block.kind === 'table' ? [`${block.rows}×${block.columns}`] : marksOf(block, say)),
  ];
  if (aside !== null) marks.push(aside);
  const head = `<span class="mark">${number} ${marks.map((mark) => `<span>${escape(mark)}</span>`).join(' ')}</span>`;
  const body = block.kind === 'table' ? tableOf(block, index) : `<p>${escape(block.text).replaceAll('\n', '<br>')}</p>`;
  const key = block.kind === 'table' ? null : blockKey(index);
  return `<li${attributes({ id: blockKey(index), 'data-k': key, class: aside === null ? null : 'aside' })}>${head}${body}</li>`;
}

function marksOf(block: TextBlock, say: (text: Text) => string): string[] {
  return [
    block.level === null ? null : `${say(words.heading)} ${block.level}`,
    block.indented ? say(words.indented) : null,
    block.blankBefore ? say(words.gap) : null,
  ].filter((mark) => mark !== null);
}

function tableOf(table: TableBlock, index: number): string {
  const rows = Array.from({ length: table.rows }, (): string[] => []);
  for (const { text, row, column, rowSpan, columnSpan } of table.cells) {
    const span = attributes({ rowspan: rowSpan > 1 ? rowSpan : null, colspan: columnSpan > 1 ? columnSpan : null });
    rows[row]?.push(`<td${span} title="r${row + 1} c${column + 1}">${escape(text).replaceAll('\n', '<br>')}</td>`);
  }
  const lines = rows.map(
    (cells, r) =>
      `<tr id="${rowKey(index, r)}" data-k="${rowKey(index, r)}"><th scope="row">r${r + 1}</th>${cells.join('')}</tr>`,
  );
  return `<div class="wide"><table>${lines.join('\n')}</table></div>`;
}
