import type { Context } from 'hono';
import { disposition } from '../disposition.js';
import { streamed } from '../exports.js';
import type { Env } from '../site.js';
import { ApiError } from './errors.js';

/** A file that is sent as it is made: its media type and the name that it is saved under. */
interface Sent {
  type: string;
  name: string;
}

/**
 * Sends the pieces that `make` gives, once it has a place among the files on their way out.
 * @throws ApiError 503 where all places are taken
 */
export async function sendPieces(
  c: Context<Env>,
  { type, name }: Sent,
  make: () => AsyncGenerator<string | Uint8Array> | Promise<AsyncGenerator<string | Uint8Array>>,
): Promise<Response> {
  const headers = { 'content-type': type, 'content-disposition': disposition('attachment', name) };
  // A client that asks for the head only gets no body: none is made, and no place is taken.
  if (c.req.method === 'HEAD') return c.body(null, 200, headers);
  const leave = c.get('exports').enter();
  if (leave === null) {
    throw new ApiError(503, 'busy', 'As many files are being sent as this server sends at once.', {
      hint: 'Try again in a few seconds.',
      headers: { 'retry-after': '5' },
    });
  }
  const body = await (async () => streamed(await make(), leave))().catch((error: unknown) => {
    leave();
    throw error;
  });
  // It was too late: what nobody reads would keep its place.
  if (c.get('givenUp') === true) await body.cancel();
  return c.body(body, 200, headers);
}
