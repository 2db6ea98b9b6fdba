import type { MiddlewareHandler } from 'hono';
import { whileWanted } from '../../output/index.js';
import { tooSlow } from '../api/errors.js';
import type { Env } from '../site.js';

/** An answer must have begun after so many milliseconds. */
export const LONGEST_WORK_MS = 30_000;

/** Gives up on a question that takes too long, and on what it has asked of the store by then. */
export function watchdog(longest: number = LONGEST_WORK_MS): MiddlewareHandler<Env> {
  return async (c, next) => {
    let timer: NodeJS.Timeout | undefined;
    const wanted = new AbortController();
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        c.set('givenUp', true);
        wanted.abort();
        reject(tooSlow(longest));
      }, longest);
    });
    try {
      await Promise.race([whileWanted(wanted.signal, next), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}
