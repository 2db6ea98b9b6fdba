import type { Store } from '../../output/index.js';
import { isCurrent, rerun, type PipelineTools } from '../../pipeline/index.js';
import type { Progress } from '../intake/progress.js';
import type { Terminal } from '../kit/terminal.js';

/** What came of resolving a whole store again. */
export interface Resolved {
  /** documents made anew, and those that were so already */
  resolved: number;
  current: number;
  /** documents that the program failed on; what was stored of them stays */
  failed: { path: string; message: string }[];
}

/**
 * Makes the records of every stored document again under these tools, without reading a file. It is the whole pipeline
 * but for the reader, so that names, findings about names and all else are what a fresh ingest gives.
 */
export async function resolveAll(store: Store, tools: PipelineTools, progress: Progress, terminal: Terminal): Promise<Resolved> {
  const result: Resolved = { resolved: 0, current: 0, failed: [] };
  for await (const { input, document } of store.documents()) {
    const { path } = input;
    const known = await store.known(path);
    if (known && isCurrent(known.fingerprint, tools)) {
      result.current += 1;
      progress.step(terminal.say({ en: `${path}: unchanged`, zh: `${path}：未变` }));
      continue;
    }
    const made = attempt(() => rerun(document, input, tools));
    if (made instanceof Error) {
      result.failed.push({ path, message: made.message });
      progress.note(terminal.say({ en: `${path}: failed: ${made.message}`, zh: `${path}：处理出错：${made.message}` }));
      progress.step(null);
      continue;
    }
    await store.put(made);
    result.resolved += 1;
    progress.step(terminal.say({ en: `${path}: resolved`, zh: `${path}：已重新解析` }));
  }
  await store.link();
  return result;
}

/** A fault over one document must not stop the others. */
function attempt<T>(work: () => T): T | Error {
  try {
    return work();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
