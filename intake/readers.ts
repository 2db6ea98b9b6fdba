import { existsSync } from 'node:fs';
import { Worker, type ResourceLimits } from 'node:worker_threads';
import PQueue from 'p-queue';
import type { RefusalCode, ToolOptions } from '../pipeline/index.js';
import type { Ingested } from '../schemas/index.js';
import { Children, clearScratch } from './children.js';
import { systemCode } from './system.js';

/** What ends the program from outside. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What the heaps of threads may grow to. */
export interface Limits {
  usual: ResourceLimits;
  /** of a thread that reads nothing but a file that the usual ones were too small for */
  large: ResourceLimits;
}

/**
 * V8 lets a heap that may have 2 GiB or more become four times what lives in it before it looks for garbage, one of 1 GiB hardly more than
 * one and a half times (its `MemoryController::MaxGrowingFactor`): with two threads that is 300 MB less. The large one is as large as V8 makes it by itself.
 */
const LIMITS: Limits = { usual: { maxOldGenerationSizeMb: 1024 }, large: {} };

/** A file on its way to a reading thread. */
export interface Job {
  bytes: Uint8Array;
  path: string;
  file: string;
  /** paths of the files that it links and that lie beside it */
  beside?: readonly string[];
}

/** What a reading thread says of a file. */
export type Answer =
  | { kind: 'ingested'; ingested: Ingested }
  | { kind: 'refused'; code: RefusalCode; message: string; hint: string }
  | { kind: 'failed'; message: string; stack: string };

/** An answer, or what happened to the thread that should have given one. */
export type Outcome = Answer | { kind: 'too_slow' } | { kind: 'too_hungry' };

/** Where a thread's code is: by its path in the build, seen from its chunks or from its top; beside this file in the sources. */
function threadFile(): URL {
  const places = ['../intake/thread.js', './intake/thread.js'].map((place) => new URL(place, import.meta.url));
  return places.find((place) => existsSync(place)) ?? new URL('./thread.js', import.meta.url);
}

/**
 * Reading threads, started when first needed. A file that takes longer than `timeoutMs` or more memory than a thread
 * may have costs its thread, not the run: the wall clock stands here, outside the pipeline. One that takes too much memory is tried once more in a
 * larger thread, one such file at a time. What a thread leaves behind when it is ended, programs and temporary folders, goes with it.
 */
export class Readers {
  private readonly idle: Worker[] = [];
  private readonly all = new Set<Worker>();
  private readonly sweeps = new Set<() => void>();
  private readonly large = new PQueue({ concurrency: 1 });

  constructor(
    private readonly timeoutMs: number,
    private readonly given: ToolOptions & { ocr?: boolean } = {},
    private readonly thread = threadFile(),
    private readonly limits = LIMITS,
  ) {}

  /**
   * From now on a signal that ends the process ends the programs of the threads too. Not from the start: whoever has a handler of
   * their own decides when.
   */
  endOnSignals(): void {
    for (const signal of SIGNALS) process.once(signal, this.interrupted);
  }

  async read(job: Job): Promise<Outcome> {
    const worker = this.idle.pop() ?? this.start(this.limits.usual);
    const outcome = await this.ask(worker, job);
    if (this.all.has(worker)) this.idle.push(worker);
    return outcome.kind === 'too_hungry' ? this.large.add(() => this.readLarge(job)) : outcome;
  }

  private async readLarge(job: Job): Promise<Outcome> {
    const worker = this.start(this.limits.large);
    const outcome = await this.ask(worker, job);
    await worker.terminate();
    return outcome;
  }

  async close(): Promise<void> {
    for (const signal of SIGNALS) process.off(signal, this.interrupted);
    await Promise.all([...this.all].map((worker) => worker.terminate()));
  }

  /** Ends the process as the signal would have done, without leaving programs behind. */
  private readonly interrupted = (signal: NodeJS.Signals): void => {
    for (const sweep of this.sweeps) sweep();
    process.kill(process.pid, signal);
  };

  private start(resourceLimits: ResourceLimits): Worker {
    const children = new Children();
    const worker = new Worker(this.thread, { workerData: { ...this.given, children: children.memory }, resourceLimits });
    const { threadId } = worker;
    const sweep = (): void => {
      children.end();
      clearScratch(threadId);
    };
    this.all.add(worker);
    this.sweeps.add(sweep);
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      this.forget(worker);
      this.sweeps.delete(sweep);
      sweep();
    });
    return worker;
  }

  private ask(worker: Worker, job: Job): Promise<Outcome> {
    return new Promise((resolve) => {
      const settle = (outcome: Outcome) => {
        clearTimeout(watchdog);
        worker.off('message', settle).off('error', fail).off('exit', leave);
        resolve(outcome);
      };
      const fail = (error: Error) => {
        this.forget(worker);
        if (systemCode(error) === 'ERR_WORKER_OUT_OF_MEMORY') settle({ kind: 'too_hungry' });
        else settle({ kind: 'failed', message: error.message, stack: error.stack ?? '' });
      };
      const leave = (code: number) => {
        this.forget(worker);
        settle({ kind: 'failed', message: `the reading thread ended with code ${code}`, stack: '' });
      };
      const watchdog = setTimeout(() => {
        this.forget(worker);
        void worker.terminate();
        settle({ kind: 'too_slow' });
      }, this.timeoutMs);
      worker.on('message', settle).on('error', fail).on('exit', leave);
      // A copy of its own, so that it can be handed over to the thread.
      const bytes = new Uint8Array(job.bytes);
      worker.postMessage({ ...job, bytes }, [bytes.buffer]);
    });
  }

  private forget(worker: Worker): void {
    this.all.delete(worker);
    const at = this.idle.indexOf(worker);
    if (at >= 0) this.idle.splice(at, 1);
  }
}
