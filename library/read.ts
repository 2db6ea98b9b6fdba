import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { recordsOf, type OpenOptions, type RecordsByType } from '../output/index.js';
import type { Document, Finding, NoticeRecord } from '../schemas/index.js';
import { gazetteerFile, type OwnGazetteer } from './gazetteer.js';

export interface ReadNoticeOptions extends Omit<OpenOptions, 'readOnly'> {
  /** name of the file that the bytes are of: its ending tells formats apart that look alike */
  name?: string;
  /** recognise pages that are pictures, with the program tesseract */
  ocr?: boolean;
  gazetteer?: OwnGazetteer;
}

/** What was read from one file. */
export interface ReadNotice {
  /** the file as read: pages of blocks, tables with their cells */
  document: Document;
  /** one, as a rule; a gazette issue holds several, and some files none */
  notices: NoticeRecord[];
  /** records by type, in the order of their places */
  records: Omit<RecordsByType, 'notices' | 'findings'>;
  findings: Finding[];
}

/**
 * Reads one file in memory, without a store; ids are those that it has in a store of its own. It works in the calling thread and
 * knows no time limit: for files of strangers use `ingest`, which reads in threads.
 * @param input path of the file, or its bytes
 * @throws InputRefused where the file cannot be read, GazetteerFileError where the rows of your own are wrong
 */
export async function readNotice(input: string | Uint8Array, options: ReadNoticeOptions = {}): Promise<ReadNotice> {
  const [{ lend }, { loadTools, runPipeline }] = await Promise.all([
    import('../intake/index.js'),
    import('../pipeline/index.js'),
  ]);
  const { name = typeof input === 'string' ? basename(input) : 'notice', ocr = false, gazetteer, ...shown } = options;
  const bytes = typeof input === 'string' ? await readFile(input) : input;
  const tools = await loadTools({ gazetteer: await gazetteerFile(gazetteer) });
  const ingested = await runPipeline(new Uint8Array(bytes), { path: name }, tools, await lend({ ocr }));
  const { notices, findings, ...records } = await recordsOf(ingested, shown);
  return { document: ingested.document, notices, records, findings };
}
