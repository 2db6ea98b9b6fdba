import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { loadTools, readDocument, rerun } from '../../pipeline/index.js';
import type { Ingested } from '../../schemas/index.js';
import { stopwatch } from './spent.js';

export const STAGES = ['read', 'reflow', 'segment', 'extract', 'resolve', 'audit', 'store'] as const;
export type StageName = (typeof STAGES)[number];

/** What reading a file gave, in numbers. */
export interface Given {
  pages: number;
  notices: number;
  records: number;
  /** bytes of the notices' texts */
  text: number;
}

/** Adds up what stages take, in milliseconds of processor: the clock would count what else runs on the machine. */
export class StageTimes {
  readonly times = new Map<StageName, number>();
  private spent = stopwatch();

  /** The next stage begins now. */
  start(): void {
    this.spent = stopwatch();
  }

  readonly passed = (stage: StageName): void => {
    this.times.set(stage, (this.times.get(stage) ?? 0) + this.spent().cpu);
    this.start();
  };
}

/** The whole pipeline, timed by stage. */
export async function pipeline(times: StageTimes): Promise<(path: string) => Promise<Ingested>> {
  const tools = await loadTools();
  return async (path) => {
    const bytes = readFileSync(path);
    times.start();
    const file = basename(path);
    const document = await readDocument(bytes, file);
    times.passed('read');
    return rerun(document, { path: file, file, sha256: path, bytes: bytes.length }, tools, times.passed);
  };
}

export function given({ document, notices }: Ingested): Given {
  const sum = (numbers: number[]): number => numbers.reduce((total, n) => total + n, 0);
  return {
    pages: document.pages ?? 0,
    notices: notices.length,
    records: sum(notices.flatMap(({ records }) => Object.values(records).map((list) => list.length))),
    text: sum(notices.map(({ head }) => Buffer.byteLength(head.text))),
  };
}
