import { existsSync, readFileSync } from 'node:fs';
import { Hono } from 'hono';
import type { Env } from './site.js';

/** The files that pages load, by name, with their type. */
const TYPES = {
  'style.css': 'text/css; charset=utf-8',
  'client.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const;

/** Beside the source, and beside a chunk of the build. */
const PLACES = ['./assets/', '../web/assets/', '../assets/'];

/** Style, script and icon. They are part of the program, so they are read once. */
export function assets(): Hono<Env> {
  const app = new Hono<Env>();
  for (const [name, type] of Object.entries(TYPES)) {
    const body = assetFile(name);
    app.get(`/assets/${name}`, (c) => c.body(body, 200, { 'content-type': type, 'cache-control': 'max-age=3600' }));
  }
  return app;
}

function assetFile(name: string): string {
  for (const place of PLACES) {
    const file = new URL(place + name, import.meta.url);
    if (existsSync(file)) return readFileSync(file, 'utf8');
  }
  throw new Error(`${name} is missing beside the program: install the package again`);
}
