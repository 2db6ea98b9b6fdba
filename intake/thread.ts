import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { InputRefused, loadTools, runPipeline } from '../pipeline/index.js';
import { Children } from './children.js';
import { lend } from './lend.js';
import type { Answer, Job } from './readers.js';

// One reading thread: takes a file's bytes, answers what the pipeline makes of them, and never throws over a file.
const port = parentPort;
if (!port) throw new Error('thread.ts runs as a worker thread only');
/** What `Readers` gives its threads. */
const givenSchema = z.object({
  gazetteer: z.object({ name: z.string(), text: z.string() }).nullable().default(null),
  ocr: z.boolean().default(false),
  children: z.instanceof(SharedArrayBuffer).optional(),
});
const given = givenSchema.parse(workerData);
const tools = loadTools(given);
const lent = lend(given, given.children ? new Children(given.children) : null);

async function answer({ bytes, path, file, beside = [] }: Job): Promise<Answer> {
  try {
    const input = { path, file, beside };
    return { kind: 'ingested', ingested: await runPipeline(bytes, input, await tools, await lent) };
  } catch (error) {
    if (error instanceof InputRefused) return { kind: 'refused', code: error.code, message: error.message, hint: error.hint };
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error), stack: stackOf(error) };
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? '') : '';
}

port.on('message', (job: Job) => {
  void answer(job).then((reply) => {
    port.postMessage(reply);
  });
});
