import type { MiddlewareHandler } from 'hono';
import { ApiError } from '../api/errors.js';
import type { Env } from '../site.js';

/** The names of this computer for itself. */
export const OWN_NAMES = ['localhost', '127.0.0.1', '[::1]'] as const;

/**
 * Answers only requests that call this computer by a name that it has. A web page elsewhere can have its own name lead here and then
 * read what we answer (DNS rebinding); the browser sends that name as `Host`.
 */
export const hostGuard: MiddlewareHandler<Env> = async (c, next) => {
  const { hosts } = c.get('site').settings;
  const called = hostName(c.req.header('host') ?? new URL(c.req.url).host);
  if (hosts && !hosts.some((name) => name.toLowerCase() === called)) {
    throw new ApiError(403, 'unknown_host', 'This server does not go by that name.', {
      hint: 'Open it as http://localhost with its port, or name the host when you start it: serve --allow-host NAME.',
    });
  }
  await next();
};

/** A host without its port, as URLs have it: an IPv6 address stands in brackets (RFC 3986, 3.2.2). */
export function hostName(host: string): string {
  return host.trim().toLowerCase().replace(/:\d*$/, '');
}
