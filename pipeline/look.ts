import { createHash } from 'node:crypto';
import type { Document, ExtractedType, Ingested } from '../schemas/index.js';
import { readDocument, type ReadOptions, type TracedPage } from './read/index.js';
import { pieceAt, reflow, type Flow } from './reflow/index.js';
import { processDocument, type PipelineTools } from './run.js';
import { segment } from './segment/index.js';

/** Where words of a record were read: a block, and in a table the cell. */
export interface LookPlace {
  block: number;
  /** index into the table block's cells; null in a text block */
  cell: number | null;
}

/** A record with the words that it was read from and where these stand in the document as read. */
export interface LookRecord {
  type: ExtractedType;
  key: string;
  quote: string;
  confidence: number;
  /** offset of its first word in the flow's text */
  at: number;
  places: LookPlace[];
}

/** A file as its reader saw it, what reflow made of that, and what was read from it. */
export interface Look {
  document: Document;
  /** ruling lines of each page, where the reader has page geometry */
  traced: TracedPage[];
  flow: Flow;
  ingested: Ingested;
  records: LookRecord[];
}

/**
 * Looks at one file the way the pipeline does and keeps what happened on the way.
 * @throws InputRefused where the file cannot be read
 */
export async function lookAt(bytes: Uint8Array, file: string, tools: PipelineTools, options: ReadOptions = {}): Promise<Look> {
  const trace = { pages: [] as TracedPage[] };
  const document = await readDocument(bytes, file, { ...options, trace });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const flow = reflow(document);
  const ingested = processDocument(document, { path: file, file, sha256, bytes: bytes.length }, tools);
  return { document, traced: trace.pages, flow, ingested, records: recordsOf(flow, ingested) };
}

/** Records in the order of the text; a notice's offsets begin where it was cut out of the flow. */
function recordsOf(flow: Flow, { notices }: Ingested): LookRecord[] {
  const bases = segment(flow).map((s) => s.base);
  const records = notices.flatMap(({ records: byType }, n) =>
    Object.entries(byType).flatMap(([type, list]) =>
      list.map((record): LookRecord => {
        const at = (bases[n] ?? 0) + record.start;
        const { key, quote, confidence } = record;
        return { type: type as ExtractedType, key, quote, confidence, at, places: placesOf(flow, at, at + quote.length) };
      }),
    ),
  );
  return records.sort((a, b) => a.at - b.at);
}

/** The blocks and cells that a range of the flow's text was read from, each once, in order. */
export function placesOf(flow: Flow, start: number, end: number): LookPlace[] {
  const places = new Map<string, LookPlace>();
  for (let at = start; at < end;) {
    const piece = pieceAt(flow.map, at);
    if (piece) places.set(`${piece.block}/${piece.cell}`, { block: piece.block, cell: piece.cell });
    at = piece?.end ?? at + 1;
  }
  return [...places.values()];
}
