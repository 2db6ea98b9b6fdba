import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Env } from './site.js';

/**
 * What a browser may do with our pages: their own style and script, pictures that we draw, forms that lead to us; nothing from
 * elsewhere, nothing inline. Content Security Policy Level 3.
 */
const secure = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    scriptSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  // We do not know whether the address is served over TLS; who puts a proxy in front sets it there.
  strictTransportSecurity: false,
});

/** These headers on every answer, errors too; an answer that is stricter with itself has its own policy. */
export const headers: MiddlewareHandler<Env> = async (c, next) => {
  await secure(c, next);
  const own = c.get('policy');
  if (own === undefined) return;
  c.res.headers.set('content-security-policy', own);
  // The older header knows no exception, so that a policy that lets others frame the answer must go alone.
  if (own.includes('frame-ancestors *')) c.res.headers.delete('x-frame-options');
};
