import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { GazetteerFile } from '../corpus/gazetteer.js';
import type { Document, Ingested } from '../schemas/index.js';
import { withPaths } from './linked.js';
import { readDocument, type OcrEngine, type ReadOptions } from './read/index.js';
import type { ZipBudget, ZipMember } from './read/zip/members.js';
import type { ProcessWatch } from './engines/watch.js';
import { processDocument, type PipelineTools, type Stage } from './run.js';

export { GazetteerFileError, type GazetteerFile, type GazetteerProblemCode } from '../corpus/gazetteer.js';
export { InputRefused, type RefusalCode } from './refused.js';
export { fingerprint, isCurrent, type PipelineTools, type Stage } from './run.js';
export { libreOffice } from './engines/libreoffice.js';
export { scratchPrefix, type ProcessWatch } from './engines/watch.js';
export type { ZipBudget, ZipMember } from './read/zip/members.js';
export { readDocument, type ReadOptions, type TracedPage } from './read/index.js';
export { lookAt, placesOf, type Look, type LookPlace, type LookRecord } from './look.js';
export { reflow, type AsideReason, type Flow, type FlowCell, type FlowTable, type Repair } from './reflow/index.js';

/** Text recognition for pages that are pictures: the `tesseract` program; `watch` hears of its processes. */
export async function loadOcr(watch: ProcessWatch | null = null): Promise<OcrEngine> {
  return (await import('./engines/tesseract.js')).tesseract(undefined, watch);
}

export interface ToolOptions {
  /** rows of the user’s that are added to the gazetteer */
  gazetteer?: GazetteerFile | null;
}

/**
 * Loads what the pipeline needs besides its input: the gazetteer and the resolver over it.
 * @throws GazetteerFileError where the user’s rows are wrong
 */
export async function loadTools({ gazetteer: own = null }: ToolOptions = {}): Promise<PipelineTools> {
  const [{ loadGazetteer }, { createResolver }] = await Promise.all([
    import('../corpus/gazetteer.js'),
    import('../names/index.js'),
  ]);
  const gazetteer = loadGazetteer(own);
  return { resolver: createResolver(gazetteer), gazetteer: gazetteer.fingerprint };
}

/**
 * Reads one file's bytes and makes its records.
 * `path` is the input's path relative to the ingested folder, with `/`; `beside` are those of files that it links; `options` lend
 * what reading may use besides.
 * @throws InputRefused where the file cannot be read
 */
export async function runPipeline(
  bytes: Uint8Array,
  input: { path: string; file?: string; beside?: readonly string[] },
  tools: PipelineTools,
  options: ReadOptions = {},
): Promise<Ingested> {
  const file = input.file ?? basename(input.path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const document = withPaths(await readDocument(bytes, file, options), input.beside ?? []);
  return processDocument(document, { path: input.path, file, sha256, bytes: bytes.length }, tools);
}

/** Makes the records of a stored document again, without reading its file; `passed` hears of every stage that has ended. */
export function rerun(
  document: Document,
  input: Ingested['input'],
  tools: PipelineTools,
  passed?: (stage: Stage) => void,
): Ingested {
  return processDocument(document, input, tools, passed);
}

/**
 * The files of a ZIP archive, each to be read as an input of its own; null where the bytes are a document or no ZIP.
 * `budget` (from `{ members: 0, bytes: 0 }`) is shared with the archives inside it, of which `depth` says the level.
 * @throws InputRefused where the archive as a whole cannot be read or is past a bound
 */
export async function zipMembers(
  bytes: Uint8Array,
  name: string,
  { budget, depth }: { budget: ZipBudget; depth: number },
): Promise<ZipMember[] | null> {
  const { membersOf } = await import('./read/zip/members.js');
  return membersOf(bytes, name, budget, depth);
}
