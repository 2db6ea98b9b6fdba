import { whileWanted } from '../output/index.js';
import { createApp } from './app.js';
import type { Site } from './site.js';

// Totals over a whole store are worked out once for each of its states. So that nobody waits for them, the pages that show them are asked
// for when the server starts, and again when the store has changed and has come to rest.

/** What most people open first. */
const PAGES = [
  '/',
  '/obligations',
  '/notices',
  '/projects',
  '/ratings',
  '/targets',
  '/clusters',
  '/observations',
  '/findings',
  '/unresolved',
  '/suggest?q=0',
  // A question, for which the program that takes sentences apart is loaded.
  `/search?q=${encodeURIComponent('有哪些任务将于今年到期？')}`,
  '/api/v1/health',
];
/** How often it is looked whether the store has changed, in milliseconds. */
const LOOK_MS = 30_000;

/** Keeps the pages of a site ready, one after the other, until it is stopped, which ends when nothing is asked any more; `state.ready` says whether they are. */
export function keepReady(site: Site, state: { ready: boolean }): () => Promise<void> {
  // A site of its own over the same stores: what it asks is neither logged nor counted.
  const app = createApp({ ...site, log: () => undefined, failed: () => undefined });
  const authorization: Record<string, string> =
    site.settings.token === null ? {} : { authorization: `Bearer ${site.settings.token}` };
  const stopped = new AbortController();
  let done: string | null = null;
  let before: string | null = null;
  const look = async (): Promise<void> => {
    const revision = await site.stores.zh.revision();
    const rests = before === null || before === revision;
    before = revision;
    state.ready = done === revision;
    if (!rests || done === revision) return;
    for (const page of PAGES) {
      if (stopped.signal.aborted) return;
      const answer = await app.request(`http://localhost${site.settings.basePath}${page}`, { headers: authorization });
      await answer.arrayBuffer();
    }
    done = revision;
    state.ready = true;
  };
  const lookOnce = (): Promise<void> => whileWanted(stopped.signal, look).catch(() => undefined);
  let looking = lookOnce();
  const timer = setInterval(() => {
    looking = looking.then(lookOnce);
  }, LOOK_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    stopped.abort();
    return looking;
  };
}
