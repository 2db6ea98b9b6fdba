// The site over a store: an HTTP API for programs and pages for people.
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { createApp } from './app.js';
import { keepReady } from './ready.js';
import type { Site } from './site.js';

export { createApp } from './app.js';
export { OWN_NAMES } from './guard/host.js';
export { LANGS, type Lang, type RequestLog, type Site, type SiteSettings } from './site.js';

/** Where a site listens. */
export interface Address {
  host: string;
  /** 0 for any that is free */
  port: number;
  /** work out beforehand what takes long, and again when the store has changed */
  prepare?: boolean;
}

/** A site that listens. */
export interface Listening {
  port: number;
  /** Takes no more requests, lets those at work end, and cuts off what has not ended after `patience` milliseconds. */
  close(patience?: number): Promise<void>;
}

/** Bounds of what a client may keep us waiting for, in milliseconds, and of what it may send before its question is read, in bytes. */
const LIMITS = { maxHeaderSize: 16 * 1024, headersTimeout: 20_000, requestTimeout: 60_000, keepAliveTimeout: 10_000 };
/** A connection on which nothing moves for so long is closed. */
const IDLE_MS = 120_000;
const PATIENCE_MS = 5_000;

/** Starts to listen; gives the port, and how to stop. Throws what the system says where it cannot (`EADDRINUSE` …). */
export async function listen(site: Site, { host, port, prepare = false }: Address): Promise<Listening> {
  const state = { ready: false };
  const app = createApp(prepare ? { ...site, ready: () => state.ready } : site);
  const server = await new Promise<Server>((resolve, reject) => {
    // Without options for TLS or HTTP/2 the adaptor makes a plain server.
    const starting = serve({ fetch: app.fetch, hostname: host, port, serverOptions: LIMITS }, () => {
      resolve(starting);
    }) as Server;
    starting.once('error', reject);
  });
  server.setTimeout(IDLE_MS);
  const address = server.address();
  const stop = prepare ? keepReady(site, state) : () => Promise.resolve();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async close(patience = PATIENCE_MS) {
      await Promise.all([stop(), closed(server, patience)]);
    },
  };
}

function closed(server: Server, patience: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const cut = setTimeout(() => {
      server.closeAllConnections();
    }, patience);
    server.close((error) => {
      clearTimeout(cut);
      if (error) reject(error);
      else resolve();
    });
    server.closeIdleConnections();
  });
}
