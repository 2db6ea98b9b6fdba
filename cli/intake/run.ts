import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import PQueue from 'p-queue';
import type { KnownInput, Store } from '../../output/index.js';
import type { Ingested } from '../../schemas/index.js';
import type { Input } from './paths.js';
import type { Outcome, Readers } from './readers.js';
import { refusal, refusalOfPipeline, refusalOfSystemError, type Refusal } from './refusal.js';

/** What came of one input. `replaced` is another file under the same path, `reread` the same bytes read anew. */
export type Result =
  | { status: 'stored' | 'replaced' | 'reread'; path: string; notices: number; records: number; findings: number }
  | { status: 'unchanged'; path: string }
  | { status: 'refused'; path: string; refusal: Refusal; olderStays: boolean };

export interface Intake {
  store: Store;
  readers: Readers;
  /** was what is stored made by this pipeline over this gazetteer? */
  isCurrent: (stored: KnownInput['fingerprint']) => boolean;
  /** read again what is stored already */
  force: boolean;
  /** files in work at once */
  jobs: number;
}

/** Takes every input in, `jobs` at a time; `done` hears of each as it is finished. Anything that is no fault of a file stops the run. */
export async function takeIn(inputs: readonly Input[], intake: Intake, done: (result: Result) => void): Promise<Result[]> {
  const files = new PQueue({ concurrency: intake.jobs });
  // One writer: a transaction of the store is never open twice.
  const writes = new PQueue({ concurrency: 1 });
  const work = inputs.map((input) =>
    files.add(async () => {
      const result = await takeInOne(input, intake, writes);
      done(result);
      return result;
    }),
  );
  try {
    return await Promise.all(work);
  } catch (error) {
    files.clear();
    await Promise.allSettled([files.onIdle(), writes.onIdle()]);
    throw error;
  }
}

async function takeInOne(input: Input, { store, readers, isCurrent, force }: Intake, writes: PQueue): Promise<Result> {
  const { path } = input;
  const known = await writes.add(() => store.known(path));
  const refuse = (why: Refusal): Result => ({ status: 'refused', path, refusal: why, olderStays: known !== null });

  const bytes = await readFile(input.absolute).catch((error: unknown) => refusalOfSystemError(input.shown, error));
  if (!Buffer.isBuffer(bytes)) return refuse(bytes);
  const sameBytes = known?.sha256 === createHash('sha256').update(bytes).digest('hex');
  if (sameBytes && !force && isCurrent(known.fingerprint)) return { status: 'unchanged', path };

  // A copy of its own, so that it can be handed over to the reading thread.
  const job = { bytes: new Uint8Array(bytes), path, file: path.slice(path.lastIndexOf('/') + 1) };
  const outcome = await readers.read(job);
  if (outcome.kind !== 'ingested') return refuse(refusalOf(input.shown, outcome));

  await writes.add(() => store.put(outcome.ingested));
  const status = known === null ? 'stored' : sameBytes ? 'reread' : 'replaced';
  return { status, path, ...countsOf(outcome.ingested) };
}

function refusalOf(shown: string, outcome: Exclude<Outcome, { kind: 'ingested' }>): Refusal {
  switch (outcome.kind) {
    case 'refused':
      return refusalOfPipeline(shown, outcome.code, outcome.message, outcome.hint);
    case 'failed':
      return failedRefusal(shown, outcome.message, outcome.stack);
    case 'too_slow':
    case 'too_hungry':
      return refusal(shown, outcome.kind);
  }
}

/** A fault of ours, not of the file: the file is named all the same and the others go on. */
function failedRefusal(shown: string, message: string, stack: string): Refusal {
  if (process.env['DEBUG']) process.stderr.write(`${stack}\n`);
  return {
    shown,
    code: 'failed',
    cause: { en: `reading it failed: ${message}`, zh: `读取时出错：${message}` },
    hint: { en: 'a fault of gongbao; run again with DEBUG=1 and tell us', zh: '这是程序的问题，请加 DEBUG=1 重新运行并告知我们' },
  };
}

function countsOf({ notices, findings }: Ingested): { notices: number; records: number; findings: number } {
  const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);
  return {
    notices: notices.length,
    records: sum(notices.flatMap((notice) => Object.values(notice.records).map((records) => records.length))),
    findings: findings.length + sum(notices.map((notice) => notice.findings.length)),
  };
}
