import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { collect, compileLater, Session } from '../../intake/index.js';
import { openStore, type Store } from '../../output/index.js';
import { barePdf, type PdfWork } from './bare-pdf.js';
import { given, pipeline, STAGES, StageTimes } from './ours.js';
import { spentSchema, stopwatch } from './spent.js';
import { barePdfThreads } from './threads.js';

/** What a process of its own is asked to do with files: `warm` of them first, unmeasured. */
export const taskSchema = z.object({
  name: z.enum(['pipeline', 'store', 'ingest', 'pdfjs-text', 'pdfjs-operators', 'mammoth', 'threads', 'readers']),
  warm: z.array(z.string()),
  files: z.array(z.string()),
  /** threads, where it is about them */
  jobs: z.int().default(1),
});
export type Task = z.infer<typeof taskSchema>;

export const measureSchema = spentSchema.extend({
  /** peak memory of the process, bytes */
  peak: z.number(),
  pages: z.number(),
  notices: z.number(),
  records: z.number(),
  text: z.number(),
  /** milliseconds of processor by stage */
  stages: z.partialRecord(z.enum(STAGES), z.number()),
});
export type Measure = z.infer<typeof measureSchema>;

type Counted = Omit<Measure, 'wall' | 'cpu' | 'peak'>;
type Work = (files: readonly string[]) => Promise<Counted>;

const nothing = (): Counted => ({ pages: 0, notices: 0, records: 0, text: 0, stages: {} });

/** Does a task and tells what it took. */
export async function measure({ name, warm, files, jobs }: Task): Promise<Measure> {
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-bench-run-'));
  try {
    const work = await MAKE[name]({ jobs, folder });
    if (warm.length > 0) await work(warm);
    const spent = stopwatch();
    const counted = await work(files);
    return { ...spent(), ...counted, peak: process.resourceUsage().maxRSS * 1024 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Setting {
  jobs: number;
  folder: string;
}

const MAKE: Record<Task['name'], (setting: Setting) => Promise<Work>> = {
  pipeline: () => ours(null),
  store: async ({ folder }) => ours(await openStore(join(folder, 'store.db'))),
  'pdfjs-text': () => pdfjs('text'),
  'pdfjs-operators': () => pdfjs('text and operators'),
  mammoth: async () => {
    const { default: mammoth } = await import('mammoth');
    return async (files) => {
      for (const file of files) await mammoth.convertToHtml({ buffer: readFileSync(file) });
      return nothing();
    };
  },
  threads: ({ jobs }) => Promise.resolve(async (files) => ({ ...nothing(), pages: await barePdfThreads(files, jobs) })),
  readers: ({ jobs }) =>
    ingest({ known: () => Promise.resolve(null), put: () => Promise.resolve(), link: () => Promise.resolve() }, jobs),
  ingest: async ({ jobs, folder }) => ingest(await openStore(join(folder, 'store.db')), jobs),
};

/** One file after the other in this thread, into a store where one is given. */
async function ours(store: Store | null): Promise<Work> {
  compileLater();
  const times = new StageTimes();
  const read = await pipeline(times);
  let run = 0;
  return async (files) => {
    times.times.clear();
    run += 1;
    const counted = nothing();
    for (const file of files) {
      const ingested = await read(file);
      times.start();
      await store?.put({ ...ingested, input: { ...ingested.input, path: `${run}/${ingested.input.path}` } });
      if (store !== null) times.passed('store');
      const some = given(ingested);
      for (const key of ['pages', 'notices', 'records', 'text'] as const) counted[key] += some[key];
    }
    return { ...counted, stages: Object.fromEntries(times.times) };
  };
}

async function pdfjs(work: PdfWork): Promise<Work> {
  const read = await barePdf();
  return async (files) => {
    const counted = nothing();
    for (const file of files) counted.pages += await read(file, work);
    return counted;
  };
}

/** The product's own way: reading threads, then the store. */
async function ingest(store: Pick<Store, 'known' | 'put' | 'link'>, jobs: number): Promise<Work> {
  compileLater();
  const session = await Session.open({ jobs, timeoutMs: 600_000, force: true, ocr: false, gazetteer: null });
  return async (files) => {
    const { inputs } = await collect(files, { store: null, prefix: null });
    await session.take(inputs, store, () => undefined);
    return nothing();
  };
}
