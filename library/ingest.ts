import type { Refusal, Result } from '../intake/index.js';
import { openStore, type Store } from '../output/index.js';
import { gazetteerFile, type OwnGazetteer } from './gazetteer.js';

export interface IngestOptions {
  /** path of the store, made where it is missing; or one that you have opened for writing, which stays open */
  store: string | Store;
  /** files in work at once; 2 unless said otherwise */
  jobs?: number;
  /** a file that takes longer is refused, in milliseconds; five minutes unless said otherwise */
  timeoutMs?: number;
  /** read again what is stored already */
  force?: boolean;
  /** recognise pages that are pictures, with the program tesseract */
  ocr?: boolean;
  gazetteer?: OwnGazetteer;
  /** put before every path with a `/`, to keep folders with equal file names apart */
  prefix?: string;
  /** hears of each file as soon as it is finished */
  onResult?: (result: IngestResult) => void;
  /** once aborted, the files in work are finished and no further one is begun */
  signal?: AbortSignal;
}

/**
 * What came of one input. `replaced` is another file under the same path, `reread` the same bytes read anew, `opened` an archive
 * whose files are inputs of their own, `refused` one that could not be read: `message` says why, `hint` what to do.
 */
export type IngestResult =
  | { status: 'stored' | 'replaced' | 'reread'; path: string; notices: number; records: number; findings: number }
  | { status: 'unchanged'; path: string }
  | { status: 'opened'; path: string; members: number }
  | { status: 'refused'; path: string; code: string; message: string; hint: string; olderStays: boolean };

/**
 * Reads files into a store. A file that cannot be read stops nothing: its result says so.
 * @param paths files, folders or globs
 * @throws StoreError where the store cannot be used, GazetteerFileError where the rows of your own are wrong
 */
export async function ingest(paths: string | readonly string[], options: IngestOptions): Promise<IngestResult[]> {
  const { collect, Session } = await import('../intake/index.js');
  const { store, jobs = 2, timeoutMs = 300_000, force = false, ocr = false, prefix = null, onResult, signal } = options;
  const gazetteer = await gazetteerFile(options.gazetteer);
  const where = { store: typeof store === 'string' ? store : null, prefix };
  const { inputs, refused } = await collect(typeof paths === 'string' ? [paths] : paths, where);
  const missing = refused.map((refusal) => ({ ...refusedResult(refusal.shown, refusal), olderStays: false }));
  for (const result of missing) onResult?.(result);
  const session = await Session.open({ jobs, timeoutMs, force, ocr, gazetteer });
  try {
    const opened = typeof store === 'string' ? await openStore(store) : store;
    try {
      const results = await session.take(inputs, opened, (result) => onResult?.(toldResult(result)), signal);
      return [...results.map(toldResult), ...missing];
    } finally {
      if (opened !== store) await opened.close();
    }
  } finally {
    await session.close();
  }
}

function toldResult(result: Result): IngestResult {
  if (result.status !== 'refused') return result;
  return { ...refusedResult(result.path, result.refusal), olderStays: result.olderStays };
}

function refusedResult(path: string, { code, cause, hint }: Refusal) {
  return { status: 'refused' as const, path, code, message: cause.en, hint: hint.en };
}
