import type { Obligation, RecordTypeName } from '../../schemas/index.js';
import type { Lang } from '../messages.js';
import { MODELS } from '../model.js';
import type { RecordFilter, Store } from '../store/types.js';
import { writeChanges } from './changes.js';
import { csvText, writeCsv } from './csv.js';
import { writeDataPackage } from './datapackage.js';
import { ExportError } from './errors.js';
import { ExportFiles, type WrittenFile } from './files.js';
import { writeReports } from './html/files.js';
import { hasDate, icsText } from './ics.js';
import { jsonlText, writeJsonl } from './jsonl.js';
import { ledgerSheets } from './ledger.js';
import { factsOf, manifestText } from './manifest.js';
import { fileName } from './names.js';
import { ordered, type Ordered } from './ordered.js';
import { byOrgan, countOrgans } from './organs.js';
import { tablesOf, type ExportType, type Selection } from './tables.js';
import { xlsxBytes } from './xlsx/book.js';
import { recordSheets } from './xlsx/records.js';

export interface ExportOptions {
  format: ExportFormat;
  /** made where it is missing */
  outDir: string;
  /** where one file is wanted rather than a folder of them: its name in `outDir` */
  fileName?: string | null;
  filter?: RecordFilter;
  /** all types where none are named */
  types?: readonly ExportType[] | null;
  /** language of heads, sheets and pages; Chinese unless said otherwise */
  lang?: Lang;
  /** CSV: the bare values for a machine, without a BOM; a spreadsheet’s otherwise */
  bom?: boolean;
  /** whom a ledger or a calendar is for, as its title names it; each organ has its own otherwise */
  unit?: string | null;
  /** version of the program, for the manifest */
  program?: string | null;
  /** called for each file when all are in their places */
  onFile?: (file: ExportedFile) => void;
}
export type ExportedFile = WrittenFile;

interface Job extends Required<Omit<ExportOptions, 'onFile' | 'filter' | 'types'>> {
  store: Store;
  files: ExportFiles;
  selection: Selection;
}

/** How each format is written: one file per format in this folder. */
const FORMATS = {
  jsonl: (job: Job) => writeJsonl(tablesOf(job.store, job.selection), job.files),
  csv: (job: Job) => writeCsv(tablesOf(job.store, job.selection), job.files, job.bom ? 'spreadsheet' : 'machine'),
  xlsx: writeXlsx,
  ledger: writeLedger,
  datapackage: async (job: Job) => {
    const facts = await factsOf(job.store, { ...job.selection, ...job });
    await writeDataPackage(job.store, job.files, job.selection, facts);
  },
  ics: writeCalendars,
  html: (job: Job) => writeReports(job.store, job.files, job.selection.filter, job.lang),
  parquet: async (job: Job) => {
    const { writeParquet } = await import('./parquet.js');
    await writeParquet(tablesOf(job.store, job.selection), job.files);
  },
  sqlite: writeStore,
} as const;
export type ExportFormat = keyof typeof FORMATS;

const MANIFEST = 'manifest.json';

/**
 * Writes the records of a store as files, with a manifest beside them. The files take their names together at the end, or none does.
 * @throws ExportError where the export cannot be made as it was asked for
 */
export async function exportStore(store: Store, options: ExportOptions): Promise<ExportedFile[]> {
  const { onFile, filter = {}, types = null, ...rest } = options;
  const defaults = { fileName: null, lang: 'zh' as const, bom: true, unit: null, program: null };
  const files = new ExportFiles(rest.outDir, rest.fileName ?? null);
  const job: Job = { ...defaults, ...rest, store, files, selection: { filter, types } };
  return written(files, job, onFile, async () => {
    await FORMATS[job.format](job);
    return null;
  });
}

/** Writes what came, changed and went since a cursor (`start` for all), as `changes.jsonl`; gives the cursor to go on with. */
export async function exportChanges(
  store: Store,
  since: string,
  options: Pick<ExportOptions, 'outDir' | 'fileName' | 'types' | 'program' | 'lang' | 'onFile'>,
): Promise<{ files: ExportedFile[]; cursor: string }> {
  const { outDir, fileName = null, types = null, program = null, lang = 'zh', onFile } = options;
  const files = new ExportFiles(outDir, fileName);
  let cursor = since;
  const facts = { store, fileName, program, lang, format: 'changes', selection: { filter: {}, types } };
  const done = await written(files, facts, onFile, async () => {
    cursor = await writeChanges(store, files, { since, types });
    return cursor;
  });
  return { files: done, cursor };
}

type Facts = Pick<Job, 'store' | 'fileName' | 'program' | 'lang' | 'selection'> & { format: string };

async function written(
  files: ExportFiles,
  { store, fileName: single, program, lang, format, selection }: Facts,
  onFile: ExportOptions['onFile'],
  write: () => Promise<string | null>,
): Promise<ExportedFile[]> {
  try {
    const cursor = await write();
    const done = await files.finish();
    const facts = { ...selection, format, program, lang, ...(cursor === null ? {} : { cursor }) };
    const manifest = manifestText({ ...(await factsOf(store, facts)), files: done });
    await files.describe(single === null ? MANIFEST : `${single}.${MANIFEST}`, manifest);
    await files.commit();
    for (const file of done) onFile?.(file);
    return done;
  } catch (error) {
    await files.discard();
    throw error;
  }
}

async function writeXlsx({ store, files, selection, lang }: Job): Promise<void> {
  const file = await files.create('gongbao.xlsx');
  await file.writeAll(xlsxBytes(recordSheets(tablesOf(store, selection), lang, (rows) => file.counting(rows))));
}

async function writeLedger({ store, files, selection, lang, unit }: Job): Promise<void> {
  const file = await files.create(lang === 'zh' ? '督查台账.xlsx' : 'tasks.xlsx');
  const read = (): AsyncIterable<Obligation> => store.list('obligations', selection.filter);
  await file.writeAll(xlsxBytes(ledgerSheets(store, read, { unit, lang }, (rows) => file.counting(rows))));
}

/** A calendar for the organ that is named or the file that is asked for, else one for each organ. */
async function writeCalendars(job: Job): Promise<void> {
  const { store, files, selection, lang, unit } = job;
  const read = (): AsyncIterable<Obligation> => dated(store.list('obligations', selection.filter));
  if (unit !== null || job.fileName !== null) {
    const file = await files.create(fileName(unit ?? 'deadlines', '.ics', new Set()));
    return file.writeAll(
      icsText(store, file.counting(read()), { name: unit ?? (lang === 'zh' ? '完成时限' : 'Deadlines'), lang }),
    );
  }
  const taken = new Set<string>();
  for await (const { organ, tasks } of byOrgan(await countOrgans(read()), read)) {
    const file = await files.create(fileName(organ.name, '.ics', taken));
    await file.writeAll(icsText(store, file.counting(tasks()), { name: organ.name, lang }));
    await file.close();
  }
}

async function* dated(tasks: AsyncIterable<Obligation>): AsyncGenerator<Obligation> {
  for await (const task of tasks) if (hasDate(task)) yield task;
}

/** The store itself. Nothing in it can be masked, as offsets, history and documents as read are in it: it is copied as it is, or not at all. */
async function writeStore({ store, files }: Job): Promise<void> {
  const where = store.personalData === 'shown' ? null : await store.personalDataIn();
  if (where !== null) throw new ExportError('personal_data', { where });
  const counts = Object.entries(await store.counts());
  const records = counts.reduce((sum, [name, count]) => (name === 'inputs' ? sum : sum + count), 0);
  await files.createAt('gongbao.db', records, (path) => store.copyTo(path));
}

/** One stream of one export, for a reader that takes it as it comes: a browser, another program. */
export interface StreamOptions {
  format: 'jsonl' | 'csv' | 'xlsx' | 'parquet' | 'ledger' | 'ics';
  /** what it is made of; a ledger and a calendar are of tasks */
  type: ExportType;
  filter?: RecordFilter;
  lang?: Lang;
  bom?: boolean;
  unit?: string | null;
  /** only the first records of a type in an order, or all of them; not of a ledger or calendar */
  order?: Ordered;
}

function isRecordType(type: ExportType): type is RecordTypeName {
  return Object.hasOwn(MODELS, type);
}

/** The pieces of one file. Memory stays the same however long it is; whoever takes them says how fast. */
export async function* exportStream(store: Store, options: StreamOptions): AsyncGenerator<string | Uint8Array> {
  const { format, type, filter = {}, lang = 'zh', bom = true, unit = null, order } = options;
  const [whole] = tablesOf(store, { filter, types: [type] });
  if (!whole) return;
  const table = order && isRecordType(type) ? { ...whole, rows: () => ordered(store, type, filter, order) } : whole;
  const read = (): AsyncIterable<Obligation> => store.list('obligations', filter);
  switch (format) {
    case 'jsonl':
      yield* jsonlText(table.rows());
      break;
    case 'csv':
      yield* csvText(table.model, table.rows(), bom ? 'spreadsheet' : 'machine');
      break;
    case 'xlsx':
      yield* xlsxBytes(recordSheets([table], lang, (rows) => rows));
      break;
    case 'parquet':
      yield* (await import('./parquet.js')).parquetBytes(table.model, table.rows());
      break;
    case 'ledger':
      yield* xlsxBytes(ledgerSheets(store, read, { unit: unit ?? MODELS.obligations.title[lang], lang }, (rows) => rows));
      break;
    case 'ics':
      yield* icsText(store, dated(read()), { name: unit ?? MODELS.obligations.title[lang], lang });
      break;
  }
}
