import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { watch, type FSWatcher } from 'chokidar';
import { CommandError, systemCode } from '../kit/errors.js';

/** What has happened in the folders since it was last asked, by absolute path. */
export interface Arrivals {
  /** new or changed, and written to the end as far as one can tell */
  files: Set<string>;
  /** not there any more */
  gone: Set<string>;
}

/** A file counts as written when its size has stayed the same for so long. */
const STABLE_MS = 1_000;
/** Files that come within this time of one another are one batch. */
const QUIET_MS = 400;
/** What downloads and copies are called until they are finished. */
const UNFINISHED = /\.(?:part|partial|crdownload|download|tmp|temp|swp|filepart|td)$/i;

/** True for a file that is on its way still, by its name. */
export const isUnfinished = (path: string): boolean => UNFINISHED.test(path);

/** Watches folders for files that come, change or go. */
export class Watcher {
  private arrivals: Arrivals = { files: new Set(), gone: new Set() };
  private failure: Error | null = null;
  private last = 0;
  /** wakes whoever waits for something to happen */
  private wake: () => void = () => undefined;

  private constructor(
    private readonly folders: readonly string[],
    private readonly watching: FSWatcher,
  ) {
    const note = (path: string, to: Set<string>, from: Set<string>) => {
      from.delete(path);
      to.add(path);
      this.happened();
    };
    watching.on('add', (path) => {
      note(path, this.arrivals.files, this.arrivals.gone);
    });
    watching.on('change', (path) => {
      note(path, this.arrivals.files, this.arrivals.gone);
    });
    watching.on('unlink', (path) => {
      note(path, this.arrivals.gone, this.arrivals.files);
    });
    watching.on('unlinkDir', (path) => {
      if (!this.folders.includes(path) || existsSync(path)) return;
      this.failure ??= folderGone(path);
      this.happened();
    });
    watching.on('error', (error) => {
      this.failure ??= watchFailure(error);
      this.happened();
    });
  }

  /** Begins to watch; whatever happens from then on is told. `isPassedOver` says of a name that it is none of ours. */
  static async open(folders: readonly string[], isPassedOver: (name: string) => boolean): Promise<Watcher> {
    const ignored = (path: string) => !folders.includes(path) && (isPassedOver(basename(path)) || isUnfinished(path));
    const awaitWriteFinish = { stabilityThreshold: STABLE_MS, pollInterval: STABLE_MS / 5 };
    const watching = watch([...folders], { ignoreInitial: true, ignored, awaitWriteFinish });
    const watcher = new Watcher(folders, watching);
    await new Promise<void>((resolve) => {
      watching.once('ready', resolve);
      watching.once('error', () => {
        resolve();
      });
    });
    return watcher;
  }

  /**
   * Waits until something has happened and no more does for a moment; null once `signal` is aborted.
   * @throws CommandError where the folders cannot be watched any more
   */
  async next(signal: AbortSignal): Promise<Arrivals | null> {
    const stop = () => {
      this.wake();
    };
    signal.addEventListener('abort', stop);
    try {
      while (!signal.aborted) {
        const { files, gone } = this.arrivals;
        const quiet = Date.now() - this.last;
        if (this.failure) throw this.failure;
        if (files.size + gone.size === 0) await this.woken();
        else if (quiet < QUIET_MS) await this.woken(QUIET_MS - quiet);
        else return this.handOver();
      }
      return null;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  close(): Promise<void> {
    return this.watching.close();
  }

  private handOver(): Arrivals {
    const { arrivals } = this;
    this.arrivals = { files: new Set(), gone: new Set() };
    return arrivals;
  }

  private happened(): void {
    this.last = Date.now();
    this.wake();
  }

  /** Until something happens, or for so long. */
  private woken(milliseconds?: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = milliseconds === undefined ? null : setTimeout(resolve, milliseconds);
      this.wake = () => {
        if (timer) clearTimeout(timer);
        resolve();
      };
    });
  }
}

function folderGone(path: string): CommandError {
  return new CommandError(
    { en: `${path}: the folder is gone`, zh: `${path}：文件夹已不存在` },
    {
      en: 'make it again, or mount it, and start watch anew; the store keeps what it has',
      zh: '请恢复或重新挂载后再次启动；库中内容不受影响',
    },
  );
}

function watchFailure(error: unknown): CommandError {
  const code = systemCode(error);
  const message = error instanceof Error ? error.message : String(error);
  const limit = code === 'ENOSPC' || code === 'EMFILE';
  return new CommandError(
    { en: `the folders cannot be watched: ${message}`, zh: `无法监视文件夹：${message}` },
    limit
      ? {
          en: 'the system allows no more watches: raise fs.inotify.max_user_watches, or set CHOKIDAR_USEPOLLING=1',
          zh: '系统监视数已达上限：请提高 fs.inotify.max_user_watches，或设 CHOKIDAR_USEPOLLING=1',
        }
      : {
          en: 'check the permissions; for a network folder set CHOKIDAR_USEPOLLING=1',
          zh: '请检查权限；网络文件夹请设 CHOKIDAR_USEPOLLING=1',
        },
    undefined,
    { cause: error },
  );
}
