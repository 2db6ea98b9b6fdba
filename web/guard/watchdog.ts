import type { MiddlewareHandler } from 'hono';
import { ApiError } from '../api/errors.js';
import type { Env } from '../site.js';

/** An answer must have begun after so many milliseconds. */
export const LONGEST_WORK_MS = 30_000;

/** Gives up on a question that takes too long. What is asked of the store by then still runs to its end; nobody waits for it. */
export function watchdog(longest: number = LONGEST_WORK_MS): MiddlewareHandler<Env> {
  return async (c, next) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        c.set('givenUp', true);
        reject(
          new ApiError(503, 'too_slow', `The answer took longer than ${longest / 1000} seconds.`, {
            hint: 'Ask for less: a narrower filter, a smaller limit.',
            headers: { 'retry-after': '10' },
          }),
        );
      }, longest);
    });
    try {
      await Promise.race([next(), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}
