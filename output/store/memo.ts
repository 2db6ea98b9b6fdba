import type { Driver } from './driver.js';
import { StoreError } from './errors.js';
import { wantedSignal } from './wanted.js';

/** Answers kept at a time. */
const KEPT = 200;

/**
 * Answers about the whole store that take long to work out, kept until the store changes: a start page asks the same for every reader. `written` is to be
 * called at each write of one's own; those of others are known by SQLite's `data_version`.
 */
export class Memo {
  private readonly answers = new Map<string, Promise<unknown>>();
  private version: unknown = null;

  constructor(private readonly driver: Driver) {}

  /** Gives what `work` gives, or gave for the same question to the same store. */
  async answer<T>(question: readonly unknown[], work: () => Promise<T>): Promise<T> {
    const version = (await this.driver.get('pragma data_version'))?.data_version;
    if (version !== this.version) this.written();
    this.version = version;
    const key = JSON.stringify(question);
    // The key tells the question whole, and with it what kind of answer it has.
    const answer = (this.answers.get(key) as Promise<T> | undefined) ?? work();
    this.answers.delete(key);
    this.answers.set(key, answer);
    const [oldest] = this.answers.keys();
    if (this.answers.size > KEPT && oldest !== undefined) this.answers.delete(oldest);
    return answer.catch((error: unknown) => {
      if (this.answers.get(key) === answer) this.answers.delete(key);
      // Another who asked the same has given it up; this one has not.
      if (error instanceof StoreError && error.code === 'given_up' && wantedSignal()?.aborted !== true)
        return this.answer(question, work);
      throw error;
    });
  }

  written(): void {
    this.answers.clear();
  }
}
