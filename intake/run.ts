import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import PQueue from 'p-queue';
import type { KnownInput, Store } from '../output/index.js';
import { InputRefused, zipMembers, type ZipBudget, type ZipMember } from '../pipeline/index.js';
import type { Ingested } from '../schemas/index.js';
import type { Input } from './paths.js';
import type { Outcome, Readers } from './readers.js';
import { refusal, refusalOfPipeline, refusalOfSystemError, type Refusal } from './refusal.js';
import { Writer } from './writer.js';

/**
 * What came of one input. `replaced` is another file under the same path, `reread` the same bytes read anew, `opened` an
 * archive whose files are inputs of their own.
 */
export type Result =
  | { status: 'opened'; path: string; members: number }
  | { status: 'stored' | 'replaced' | 'reread'; path: string; notices: number; records: number; findings: number }
  | { status: 'unchanged'; path: string }
  | { status: 'refused'; path: string; refusal: Refusal; olderStays: boolean };

/** What an intake asks of a store. */
export type Taking = Pick<Store, 'known' | 'put'>;

export interface Intake {
  store: Taking;
  readers: Readers;
  /** was what is stored made by this pipeline over this gazetteer? */
  isCurrent: (stored: KnownInput['fingerprint']) => boolean;
  /** read again what is stored already */
  force: boolean;
  /** files in work at once */
  jobs: number;
  /** once aborted, the files in work are finished and no further one is begun */
  signal?: AbortSignal | undefined;
}

/** An input on its way in: a file on disk, or a member of an archive, which is unpacked when its turn comes. */
interface Source {
  path: string;
  /** as the user would name it */
  shown: string;
  /** its bytes, or why they cannot be had */
  read: () => Promise<Uint8Array | Refusal>;
  /** the number of archives around it, and what they have used up of the bounds */
  depth: number;
  /** paths of the files that it links and that lie beside it */
  beside: readonly string[];
  budget: ZipBudget;
}

/** Takes every input in, `jobs` at a time; `done` hears of each as it is finished. Anything that is no fault of a file stops the run. */
export async function takeIn(inputs: readonly Input[], intake: Intake, done: (result: Result) => void): Promise<Result[]> {
  const files = new PQueue({ concurrency: intake.jobs });
  const writer = new Writer(intake.store);
  files.on('idle', writer.flush);
  // What an archive holds goes before the next file, so that no more archives are in memory than there are jobs.
  const take = async (source: Source): Promise<Result[]> => {
    const taken = await files.add(
      async () => {
        if (intake.signal?.aborted === true) return null;
        return takeInOne(source, intake, writer);
      },
      { priority: source.depth },
    );
    if (taken === null) return [];
    await taken.stored;
    done(taken.result);
    const inside = await Promise.all(taken.members.map((member) => take(insideOf(source, member))));
    return [taken.result, ...inside.flat()];
  };
  const work = inputs.map((input) => take(onDisk(input)));
  try {
    return (await Promise.all(work)).flat();
  } catch (error) {
    files.clear();
    await Promise.allSettled([files.onIdle(), writer.idle()]);
    throw error;
  }
}

function onDisk({ path, shown, absolute, beside = [] }: Input): Source {
  const read = () => readFile(absolute).catch((error: unknown) => refusalOfSystemError(shown, error));
  return { path, shown, read, beside, depth: 0, budget: { members: 0, bytes: 0 } };
}

function insideOf(archive: Source, member: ZipMember): Source {
  const shown = `${archive.shown}/${member.path}`;
  const read = () => Promise.resolve(orRefusal(shown, member.read));
  return { path: `${archive.path}/${member.path}`, shown, read, beside: [], depth: archive.depth + 1, budget: archive.budget };
}

/** What `work` gives, or the refusal that it throws, told of the input. */
function orRefusal<T>(shown: string, work: () => T): T | Refusal {
  try {
    return work();
  } catch (error) {
    if (error instanceof InputRefused) return refusalOfPipeline(shown, error.code, error.message, error.hint);
    throw error;
  }
}

interface Taken {
  result: Result;
  /** the files of an archive */
  members: ZipMember[];
  /** kept when what the result tells of is in the store */
  stored: Promise<void> | null;
}

async function takeInOne(source: Source, { store, readers, isCurrent, force }: Intake, writer: Writer): Promise<Taken> {
  const { path, shown } = source;
  const known = await store.known(path);
  const alone = (result: Result, stored: Taken['stored'] = null): Taken => ({ result, members: [], stored });
  const refuse = (why: Refusal): Taken => alone({ status: 'refused', path, refusal: why, olderStays: known !== null });

  const bytes = await source.read();
  if (!(bytes instanceof Uint8Array)) return refuse(bytes);
  const members = await membersIn(bytes, source);
  if (members !== null && 'code' in members) return refuse(members);
  if (members !== null) return { ...alone({ status: 'opened', path, members: members.length }), members };
  const sameBytes = known?.sha256 === createHash('sha256').update(bytes).digest('hex');
  if (sameBytes && !force && isCurrent(known.fingerprint)) return alone({ status: 'unchanged', path });

  const outcome = await readers.read({ bytes, path, file: baseName(path), beside: source.beside });
  if (outcome.kind !== 'ingested') return refuse(refusalOf(shown, outcome));

  const { stored, room } = writer.add(outcome.ingested);
  await room;
  const status = known === null ? 'stored' : sameBytes ? 'reread' : 'replaced';
  return alone({ status, path, ...countsOf(outcome.ingested) }, stored);
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The files of an archive, null for any other input, or why the archive is refused. */
async function membersIn(bytes: Uint8Array, { path, shown, budget, depth }: Source): Promise<ZipMember[] | Refusal | null> {
  try {
    const members = await zipMembers(bytes, baseName(path), { budget, depth });
    return members?.length === 0 ? refusal(shown, 'empty_archive') : members;
  } catch (error) {
    return orRefusal(shown, () => {
      throw error;
    });
  }
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
