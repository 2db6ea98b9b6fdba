import { placesOf, type Flow, type FlowTable, type Look, type LookRecord } from '../../../pipeline/index.js';
import type { Text } from '../../kit/language.js';
import { recordTypeNames } from '../../kit/types.js';
import { words } from '../words.js';
import { attributes, blockKey, escape, rowKey } from './markup.js';

type Say = (text: Text) => string;
/** Most records that are named in one place. */
const NAMED = 12;

/** The text and the joined tables that records are read from, each with the records that it gave. */
export function flowList(look: Look, say: Say): string {
  const { flow, records } = look;
  let next = 0;
  const items = flow.items.map((item) => {
    const own: LookRecord[] = [];
    for (let record = records[next]; record && record.at < item.end; record = records[++next]) own.push(record);
    if (item.kind === 'table') return tableOf(look, item, own, say);
    const keys = keysOf(look, item.start, item.end);
    const text = escape(flow.text.slice(item.start, item.end));
    return `<li${attributes({ 'data-k': keys.join(' '), class: item.kind })}><p>${text}</p>${recordsOf(own, say)}</li>`;
  });
  return `<ol class="flow">${items.join('\n')}</ol>`;
}

/** Blocks, and rows of table blocks, that a range of the text was read from. */
function keysOf({ flow, document }: Look, start: number, end: number): string[] {
  const keys = placesOf(flow, start, end).map(({ block, cell }) => {
    const source = document.blocks[block];
    const row = source?.kind === 'table' && cell !== null ? source.cells[cell]?.row : undefined;
    return row === undefined ? blockKey(block) : rowKey(block, row);
  });
  return [...new Set(keys)];
}

function tableOf(look: Look, table: FlowTable, records: readonly LookRecord[], say: Say): string {
  const { flow } = look;
  const rows = table.rows.map((row, r) => {
    const keys = keysOf(look, row.start, row.end);
    const own = records.filter((record) => record.at >= row.start && record.at <= row.end);
    const link = keys[0] === undefined ? `${r + 1}` : `<a href="#${keys[0]}">${r + 1}</a>`;
    const cells = row.cells.map((cell) => cellOf(flow, cell)).join('');
    return `<tr data-k="${keys.join(' ')}"><th scope="row">${link}</th>${cells}<td class="gave">${recordsOf(own, say)}</td></tr>`;
  });
  const from = table.blocks.map((b) => `<a href="#${blockKey(b)}">#${b + 1}</a>`).join(' + ');
  const caption = `${escape(say(table.blocks.length > 1 ? words.joined : words.from))} ${from}, ${table.rows.length}×${table.columns}`;
  return `<li class="table"><div class="wide"><table><caption>${caption}</caption>${rows.join('\n')}</table></div></li>`;
}

function cellOf(flow: Flow, cell: FlowTable['rows'][number]['cells'][number]): string {
  const span = { rowspan: cell.rowSpan > 1 ? cell.rowSpan : null, colspan: cell.columnSpan > 1 ? cell.columnSpan : null };
  return `<td${attributes(span)}>${escape(flow.text.slice(cell.start, cell.end))}</td>`;
}

function recordsOf(records: readonly LookRecord[], say: Say): string {
  if (records.length === 0) return '';
  const named = records.slice(0, NAMED).map((record) => {
    const quote = record.quote.replace(/\s+/g, ' ');
    const words = quote.length > 40 ? `${quote.slice(0, 39)}…` : quote;
    return `<li><b>${escape(say(recordTypeNames[record.type]))}</b> <code>${escape(record.key)}</code> ${record.confidence.toFixed(2)} <q>${escape(words)}</q></li>`;
  });
  const more = records.length - named.length;
  if (more > 0) named.push(`<li>${escape(say({ en: `and ${more} more`, zh: `另有 ${more} 条` }))}</li>`);
  const counts = new Map<LookRecord['type'], number>();
  for (const { type } of records) counts.set(type, (counts.get(type) ?? 0) + 1);
  const summary = [...counts].map(([type, n]) => `${say(recordTypeNames[type])} ${n}`).join(', ');
  return `<details class="records"><summary>${escape(summary)}</summary><ul>${named.join('')}</ul></details>`;
}
