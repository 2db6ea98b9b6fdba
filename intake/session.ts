import type { Store } from '../output/index.js';
import { isCurrent, loadTools, type GazetteerFile, type PipelineTools } from '../pipeline/index.js';
import type { Input } from './paths.js';
import { Readers } from './readers.js';
import { takeIn, type Result, type Taking } from './run.js';

/** How files are taken in. */
export interface SessionSettings {
  /** files in work at once */
  jobs: number;
  /** a file that takes longer is refused */
  timeoutMs: number;
  /** read again what is stored already */
  force: boolean;
  /** recognise pages that are pictures */
  ocr: boolean;
  /** rows of the user's that are added to the gazetteer */
  gazetteer: GazetteerFile | null;
}

/** Reading threads and what they need, for one batch of files or many. Close it at the end. */
export class Session {
  private constructor(
    private readonly settings: SessionSettings,
    private readonly tools: PipelineTools,
    private readonly readers: Readers,
  ) {}

  /** @throws GazetteerFileError where the user's rows are wrong */
  static async open(settings: SessionSettings): Promise<Session> {
    const tools = await loadTools({ gazetteer: settings.gazetteer });
    return new Session(settings, tools, new Readers(settings.timeoutMs, settings));
  }

  /** Takes files into a store and links it; `done` hears of each as it is finished. */
  async take(
    inputs: readonly Input[],
    store: Taking & Pick<Store, 'link'>,
    done: (result: Result) => void,
    signal?: AbortSignal,
  ): Promise<Result[]> {
    const { settings, tools, readers } = this;
    const current = (stored: Parameters<typeof isCurrent>[0]) => isCurrent(stored, tools, settings);
    const results = await takeIn(inputs, { ...settings, store, readers, isCurrent: current, signal }, done);
    await store.link();
    return results;
  }

  /** From now on a signal ends the process at once, and with it what its threads have started. */
  endOnSignals(): void {
    this.readers.endOnSignals();
  }

  close(): Promise<void> {
    return this.readers.close();
  }
}
