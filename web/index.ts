// The site over a store: an HTTP API for programs and pages for people.
import { serve, type ServerType } from '@hono/node-server';
import { createApp } from './app.js';
import type { Site } from './site.js';

export { createApp } from './app.js';
export { LANGS, type Lang, type RequestLog, type Site, type SiteSettings } from './site.js';

/** Where a site listens. */
export interface Address {
  host: string;
  /** 0 for any that is free */
  port: number;
}

/** Starts to listen; gives the port, and how to stop. Throws what the system says where it cannot (`EADDRINUSE` …). */
export async function listen(site: Site, { host, port }: Address): Promise<{ port: number; close(): Promise<void> }> {
  const app = createApp(site);
  const server = await new Promise<ServerType>((resolve, reject) => {
    const starting = serve({ fetch: app.fetch, hostname: host, port }, () => {
      resolve(starting);
    });
    starting.once('error', reject);
  });
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  const close = (): Promise<void> =>
    new Promise((resolve, reject) => {
      server.close((error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  return { port: taken, close };
}
