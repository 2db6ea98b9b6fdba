import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Env } from '../site.js';
import { ApiError } from '../api/errors.js';

/**
 * Lets nobody in without the access token, where there is one: `Authorization: Bearer TOKEN` (RFC 6750) of a program, or the
 * password that a browser asks its user for (RFC 7617), whatever the name.
 */
export const tokenGuard: MiddlewareHandler<Env> = async (c, next) => {
  const { token } = c.get('site').settings;
  if (token !== null && !isToken(brought(c.req.header('authorization')), token)) {
    throw new ApiError(401, 'unauthorized', 'This server wants an access token.', {
      hint: 'Send it as “Authorization: Bearer TOKEN”; in a browser, type any name and the token as the password.',
      headers: { 'www-authenticate': 'Basic realm="gongbao", charset="UTF-8"' },
    });
  }
  await next();
};

/** What an `Authorization` header brings as a token; null where that is nothing. */
function brought(header: string | undefined): string | null {
  const [, scheme = '', value = ''] = /^(\w+) +(\S+)$/.exec(header ?? '') ?? [];
  if (/^bearer$/i.test(scheme)) return value;
  if (!/^basic$/i.test(scheme)) return null;
  const pair = Buffer.from(value, 'base64').toString('utf8');
  const at = pair.indexOf(':');
  return at < 0 ? null : pair.slice(at + 1);
}

/** In the same time however much of it is right: the digests are compared, which are of one length. */
function isToken(given: string | null, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given ?? ''), digest(token)) && given !== null;
}
