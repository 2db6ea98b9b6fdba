import { Worker } from 'node:worker_threads';
import { z } from 'zod';

// Bare pdf.js in several threads, each taking the next file when it is done with one: the gain that a second core can bring at most.

const started: Worker[] = [];

/** Reads the files (text and operators) with so many threads, which stay for the next call. Gives the pages. */
export async function barePdfThreads(files: readonly string[], jobs: number): Promise<number> {
  while (started.length < jobs) started.push(new Worker(new URL('./bare-thread.js', import.meta.url)));
  const left = [...files];
  let pages = 0;
  await Promise.all(
    started.slice(0, jobs).map(async (worker) => {
      for (let file = left.shift(); file !== undefined; file = left.shift()) pages += await ask(worker, file);
    }),
  );
  return pages;
}

function ask(worker: Worker, file: string): Promise<number> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (pages: unknown) => {
      worker.off('error', reject);
      resolve(z.number().parse(pages));
    });
    worker.postMessage(file);
  });
}
