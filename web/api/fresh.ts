import { createHash, randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { Store } from '../../output/index.js';
import type { Env, Lang } from '../site.js';

/** Revisions of a store hold good while it is open: tags of another run of the program must not look like ours. */
const RUN = randomUUID();

/**
 * The answer with an ETag of what it is made of: the state of the store, the address and the language. A client that has it already
 * (`If-None-Match`, RFC 9110, 13.1.2) is told so and nothing is looked up. The state is asked for before the answer is made: where the
 * store changes in between, the tag is too old, and the next question gives a new answer.
 */
export async function fresh(c: Context<Env>, store: Store, lang: Lang, make: () => Promise<Response>): Promise<Response> {
  const url = new URL(c.req.url);
  const parts = [RUN, await store.revision(), lang, url.pathname, url.search];
  const tag = `"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27)}"`;
  const headers = { etag: tag, 'cache-control': 'private, no-cache', vary: 'Accept-Language, Authorization' };
  if (holds(c.req.header('if-none-match'), tag)) return c.body(null, 304, headers);
  const response = await make();
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** Is the tag one of those that the header names? They are compared weakly, as a `GET` is to. */
function holds(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === '*' || header.split(',').some((each) => each.trim().replace(/^W\//, '') === tag);
}
