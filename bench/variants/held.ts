import { readFileSync, readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { runPipeline, type PipelineTools } from '../../pipeline/index.js';
import type { IngestedNotice } from '../../schemas/index.js';

/** How many records of a type were read from the TXT, and of how many the file holds the words. */
export interface Held {
  held: number;
  all: number;
}

/**
 * What the PDFs of a folder hold of the records that their TXT gives, whoever reads them: LibreOffice sets a table made for a
 * page in half of one, and writes no character of a cell that begins past the page's edge. The text is pdf.js's own, in the
 * order of the content stream and with what lies outside the page: nothing of our reader takes part.
 */
export async function heldIn(tools: PipelineTools, notices: string, folder: string): Promise<Record<string, Held>> {
  const counts: Record<string, Held> = {};
  for (const file of readdirSync(notices).filter((name) => name.endsWith('.txt'))) {
    const printed = plain(await textOf(join(folder, `${parse(file).name}.pdf`)));
    const read = await runPipeline(readFileSync(join(notices, file)), { path: file }, tools);
    for (const [type, words] of read.notices.flatMap(wordsOf)) {
      const count = (counts[type] ??= { held: 0, all: 0 });
      count.all += 1;
      if (words.every((one) => isHeld(plain(one), printed))) count.held += 1;
    }
  }
  return counts;
}

/** The best f1 that a reader can have who reads all that is held, and nothing else. */
export function bestF1({ held, all }: Held): number {
  return all === 0 ? 1 : (2 * held) / (held + all);
}

async function textOf(path: string): Promise<string> {
  const task = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 });
  const document = await task.promise;
  let text = '';
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    for (const item of items) if ('str' in item) text += item.str;
  }
  await task.destroy();
  return text;
}

/** Without white space, widths and brackets folded, as the scorer compares. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[〔【[(]/g, '(')
    .replace(/[〕】\])]/g, ')')
    .replace(/[—–―-]+/g, '-')
    .toLowerCase();
}

/** Two texts of a notice's records: a row's cells up to those that make the record, else its quote. */
function wordsOf({ head: { text }, records, findings }: IngestedNotice): [string, string[]][] {
  const quotes = (['clusters', 'ratings', 'targets', 'obligations'] as const).flatMap((type) =>
    records[type].map(({ quote }): [string, string[]] => [type, [quote]]),
  );
  const projects = records.projects.flatMap(({ start, name, quote }): [string, string[]][] => [
    ['projects', [rowUpTo(text, start, name)]],
    ['projects, whole row', [quote]],
  ]);
  const observations = records.observations.map(({ start, end, value_text: value }): [string, string[]] => {
    const row = plain(text.slice(start, end)) !== plain(value) ? rowUpTo(text, start, value) : null;
    return ['observations', row === null ? [text.slice(lineStart(text, start), end), headUpTo(text, start)] : [row]];
  });
  const warnings = findings.filter(({ severity, quote }) => severity !== 'info' && quote !== null);
  return [
    ...quotes,
    ...projects,
    ...observations,
    ...warnings.map(({ quote }): [string, string[]] => ['findings', [quote ?? '']]),
  ];
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** A table's row from its first cell to the one with the words. */
function rowUpTo(text: string, at: number, words: string): string {
  const from = lineStart(text, at);
  const cells = text.slice(from, text.indexOf('\n', at) < 0 ? undefined : text.indexOf('\n', at)).split('\t');
  const last = cells.findIndex((cell) => plain(cell).includes(plain(words)));
  return cells.slice(0, last + 1).join('\t');
}

/** The first row of the table around a place, up to the column that the place is in. */
function headUpTo(text: string, at: number): string {
  const column = text.slice(lineStart(text, at), at).split('\t').length;
  let from = lineStart(text, at);
  while (from > 0 && text.slice(lineStart(text, from - 1), from).includes('\t')) from = lineStart(text, from - 1);
  const head = text.slice(from, text.indexOf('\n', from)).split('\t');
  return head.slice(0, column).join('\t');
}

/** What a page break or the rest of a row may put between two parts of a text, in characters. */
const REACH = 600;
/** A part has so many characters, so that a figure alone is not found somewhere by chance. */
const PART = 4;

/** True where the words stand in the text, whole or in parts that follow each other closely. */
function isHeld(words: string, text: string): boolean {
  const first = words.slice(0, PART);
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) if (goesOnFrom(words, text, at)) return true;
  return words.length === 0;
}

function goesOnFrom(words: string, text: string, from: number): boolean {
  let at = from;
  for (let i = 0; i < words.length; i += 1, at += 1) {
    if (words[i] === text[at]) continue;
    const next = text.slice(at, at + REACH).indexOf(words.slice(i, i + PART));
    if (next < 0 || words.length - i < PART) return false;
    at += next;
  }
  return true;
}
