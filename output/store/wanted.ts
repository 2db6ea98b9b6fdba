import { AsyncLocalStorage } from 'node:async_hooks';

const signals = new AsyncLocalStorage<AbortSignal>();

/**
 * Does `work`, whose questions to stores with several connections are given up when the signal says so: what runs is ended, what
 * waits is not begun. Work inside other such work is given up with it. They throw a `StoreError` with the code `given_up`.
 */
export function whileWanted<T>(signal: AbortSignal, work: () => T): T {
  const outer = signals.getStore();
  return signals.run(outer ? AbortSignal.any([outer, signal]) : signal, work);
}

/** The signal of the work that asks now; undefined where nobody may give it up. */
export function wantedSignal(): AbortSignal | undefined {
  return signals.getStore();
}
