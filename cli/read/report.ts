import type { Look } from '../../pipeline/index.js';
import type { Block, Document, TableBlock } from '../../schemas/index.js';
import type { Text } from '../kit/language.js';
import { truncate } from '../kit/table.js';
import type { Terminal } from '../kit/terminal.js';
import { recordTypeNames, recordTypes } from '../kit/types.js';
import { drawGrid, wrap } from './grid.js';
import { asideWords, blockKinds, countOf, formatWords, gradeWords, words } from './words.js';

/** Width where nobody says how wide the terminal is. */
const USUAL_WIDTH = 120;
/** What is shown of long things at a terminal, without --full. */
const SHORT = { lines: 3, rows: 20, text: 3 };

interface View {
  width: number;
  /** nothing is cut */
  full: boolean;
  say: (text: Text) => string;
}

/** How the reader saw a file, for a terminal or a pipe: `full` cuts nothing. */
export function report(look: Look, file: string, terminal: Terminal, full: boolean): string {
  const view: View = {
    width: terminal.columns ?? USUAL_WIDTH,
    full: full || terminal.columns === null,
    say: (text) => terminal.say(text),
  };
  const parts = [
    headOf(look.document, file, view),
    warningsOf(look.document, view),
    section(
      view.say(words.blocks),
      look.document.blocks.flatMap((block, i) => blockLines(block, i, view)),
    ),
    section(view.say(words.afterReflow), reflowLines(look, view)),
    section(view.say(words.setAside), asideLines(look, view)),
    section(
      view.say(words.repairs),
      look.flow.repairs.map(({ from, to }) => `  ${from} → ${to}`),
    ),
    section(view.say(words.records), recordLines(look, view)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const section = (title: string, lines: readonly string[]): string => (lines.length === 0 ? '' : [title, ...lines].join('\n'));

function headOf(document: Document, file: string, { say }: View): string {
  const pages = document.pages === null ? say(words.noPages) : say(countOf(document.pages, words.pages));
  const lines = [`${file}  ${formatWords[document.format]}  ${say(words.reader)} ${document.reader}  ${pages}`];
  for (const { page, width, height, grade, ocr } of document.pageFacts) {
    const size = `${Math.round(width)}×${Math.round(height)}`;
    const engine = ocr === null ? '' : `  ${say(words.ocr)} ${ocr}`;
    lines.push(`  ${say(words.page)} ${page}  ${size}  ${say(gradeWords[grade])}${engine}`);
  }
  return lines.join('\n');
}

function warningsOf({ warnings }: Document, { say }: View): string {
  const lines = warnings.map((w) => `  ${w.page === null ? '' : `${say(words.page)} ${w.page}  `}${w.code}: ${w.detail}`);
  return section(say(words.warnings), lines);
}

function blockLines(block: Block, index: number, view: View): string[] {
  const page = block.page === null ? '' : `  ${view.say(words.page)} ${block.page}`;
  const head = `#${index + 1}${page}  ${view.say(blockKinds[block.kind])}`;
  if (block.kind === 'table') return [`${head} ${block.rows}×${block.columns}`, ...tableLines(block, view)];
  const marks = [
    block.level === null ? null : `${view.say(words.heading)} ${block.level}`,
    block.indented ? view.say(words.indented) : null,
    block.blankBefore ? view.say(words.gap) : null,
  ].filter((mark) => mark !== null);
  const text = wrap(block.text, view.width - 4);
  const shown = view.full ? text : shortened(text, view.width - 4);
  return [`${head}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`, ...shown.map((line) => `    ${line}`)];
}

function shortened(lines: string[], width: number): string[] {
  if (lines.length <= SHORT.text) return lines;
  return [...lines.slice(0, SHORT.text - 1), truncate(`${lines[SHORT.text - 1] ?? ''}…………`, width)];
}

/** A table as a grid: the first rows at a terminal, all of them in full. */
function tableLines(table: TableBlock, view: View): string[] {
  const rows = view.full ? table.rows : Math.min(table.rows, SHORT.rows);
  const cells = table.cells.filter((c) => c.row < rows);
  const grid = drawGrid(cells, rows, table.columns, view.width - 2, view.full ? Infinity : SHORT.lines).map((l) => `  ${l}`);
  const left = table.rows - rows;
  if (left > 0) grid.push(`  ${view.say({ en: `… ${left} more rows: --full`, zh: `… 另有 ${left} 行：--full` })}`);
  return grid;
}

/** What became of the blocks: paragraphs and tables, and which tables were joined. */
function reflowLines({ flow }: Look, { say }: View): string[] {
  const tables = flow.items.filter((item) => item.kind === 'table');
  const paragraphs = countOf(flow.items.length - tables.length, { en: 'paragraphs', zh: '段' });
  const lines = [`  ${say(paragraphs)}, ${say(countOf(tables.length, { en: 'tables', zh: '个表格' }))}`];
  for (const table of tables) {
    const from = table.blocks.map((b) => `#${b + 1}`).join(' + ');
    const joined = table.blocks.length > 1 ? `  ${say(words.joined)} ${from}` : `  ${from}`;
    lines.push(`  ${say(blockKinds.table)} ${table.rows.length}×${table.columns}${joined}`);
  }
  return lines;
}

function asideLines({ flow }: Look, { width, full, say }: View): string[] {
  return flow.aside.map(({ reason, text, page, block }) => {
    const where = page === null ? `#${block + 1}` : `${say(words.page)} ${page}`;
    const line = `  ${where}  ${say(asideWords[reason])}: ${text}`;
    return full ? line : truncate(line, width);
  });
}

function recordLines({ records, ingested }: Look, { say }: View): string[] {
  const counts = recordTypes.map((type) => {
    if (type !== 'findings') return [type, records.filter((r) => r.type === type).length] as const;
    return [type, ingested.findings.length + ingested.notices.reduce((n, notice) => n + notice.findings.length, 0)] as const;
  });
  const found = counts.filter(([, n]) => n > 0).map(([type, n]) => say(countOf(n, recordTypeNames[type])));
  const notices = say(countOf(ingested.notices.length, { en: 'notices', zh: '份公文' }));
  return [`  ${[notices, ...found].join(', ')}`];
}
