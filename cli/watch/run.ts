import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Input, Result, Session } from '../../intake/index.js';
import type { IntakeSettings } from '../intake/settings.js';
import { withSession } from '../intake/session.js';
import { refusalLine, resultLine } from '../intake/tell.js';
import { CommandError } from '../kit/errors.js';
import { lendStore } from '../kit/store.js';
import type { Terminal } from '../kit/terminal.js';
import { isUnfinished, Watcher, type Arrivals } from './watcher.js';

/** After so long a store that another program holds is tried again. */
const RETRY_MS = 3_000;

/**
 * Takes in what the folders hold, then what comes, until `signal` is aborted: the file in work is finished, the store closed.
 * `folders` are absolute. Between batches the store is closed, so that others can use it.
 */
export async function watchFolders(
  folders: readonly string[],
  settings: IntakeSettings,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  const { isPassedOver } = await import('../../intake/index.js');
  // Watching begins first, so that nothing is missed that comes while the rest is read.
  const watcher = await Watcher.open(folders, isPassedOver);
  try {
    await withSession(settings, async (session) => {
      // Who asks a second time does not want to wait for the files in work.
      const hurry = () => {
        session.endOnSignals();
      };
      signal.addEventListener('abort', hurry, { once: true });
      const round = new Round(folders, settings, session, terminal, signal);
      await round.first();
      for (let arrivals = await watcher.next(signal); arrivals !== null; arrivals = await watcher.next(signal)) {
        await round.take(arrivals);
      }
    });
  } finally {
    await watcher.close();
  }
}

class Round {
  /** paths in the store by absolute path, as they were last taken */
  private readonly names = new Map<string, string>();
  /** what has been told already and would be told again with every batch */
  private readonly told = new Set<string>();

  constructor(
    private readonly folders: readonly string[],
    private readonly settings: IntakeSettings,
    private readonly session: Session,
    private readonly terminal: Terminal,
    private readonly signal: AbortSignal,
  ) {}

  /** All that is there; unchanged files are counted only. */
  async first(): Promise<void> {
    const results = await this.takeIn(await this.collect(), (result) => result.status !== 'unchanged');
    if (this.signal.aborted) return;
    const count = (wanted: (status: Result['status']) => boolean) => results.filter(({ status }) => wanted(status)).length;
    const [unchanged, refused] = [count((status) => status === 'unchanged'), count((status) => status === 'refused')];
    const stored = count((status) => status === 'stored' || status === 'replaced' || status === 'reread');
    this.terminal.note({
      en: `watching ${this.folders.join(', ')}: ${stored} stored, ${unchanged} unchanged, ${refused} refused; Ctrl-C ends`,
      zh: `正在监视 ${this.folders.join('、')}：入库 ${stored}，未变 ${unchanged}，拒收 ${refused}；按 Ctrl-C 结束`,
    });
  }

  /** What has come; with it files whose path in the store is another one now, as a second folder holds one of the same path. */
  async take({ files, gone }: Arrivals): Promise<void> {
    for (const absolute of gone) this.tellGone(absolute);
    const inputs = await this.collect();
    await this.takeIn(
      inputs.filter(({ absolute, path }) => files.has(absolute) || (this.names.get(absolute) ?? path) !== path),
      () => true,
    );
  }

  private async collect(): Promise<Input[]> {
    const { collect } = await import('../../intake/index.js');
    const { inputs, refused } = await collect(this.folders, this.settings);
    for (const refusal of refused) {
      // An empty folder is what one begins with.
      if (refusal.code === 'empty_folder' || this.told.has(refusal.shown)) continue;
      this.told.add(refusal.shown);
      this.terminal.note(refusalLine(refusal, this.terminal));
    }
    return inputs.filter(({ absolute }) => !isUnfinished(absolute));
  }

  private async takeIn(inputs: readonly Input[], tells: (result: Result) => boolean): Promise<Result[]> {
    if (inputs.length === 0) return [];
    const take = () =>
      lendStore(this.settings.store, {}, (store) =>
        this.session.take(
          inputs,
          store,
          (result) => {
            if (tells(result)) this.terminal.note(resultLine(result, this.terminal));
          },
          this.signal,
        ),
      );
    const results = await this.patiently(take);
    for (const { absolute, path } of inputs) this.names.set(absolute, path);
    return results;
  }

  /** Does `work` again while another program holds the store for long. */
  private async patiently(work: () => Promise<Result[]>): Promise<Result[]> {
    while (!this.signal.aborted) {
      try {
        return await work();
      } catch (error) {
        if (!isLocked(error)) throw error;
        this.terminal.note({ en: 'another program holds the store; waiting for it', zh: '数据库正被其他程序占用，等待中' });
        await wait(RETRY_MS, undefined, { signal: this.signal }).catch(() => undefined);
      }
    }
    return [];
  }

  private tellGone(absolute: string): void {
    const path = this.names.get(absolute);
    if (path === undefined || existsSync(absolute)) return;
    this.names.delete(absolute);
    this.terminal.note({
      en: `${path}: the file is gone; the store keeps what it gave`,
      zh: `${path}：文件已不存在，库中内容保留`,
    });
  }
}

function isLocked(error: unknown): boolean {
  const cause = error instanceof CommandError ? error.cause : error;
  return cause instanceof Error && 'code' in cause && cause.code === 'locked';
}
