// npm run bench:http [-- STORE | NOTICES] [-- --part SHARE] [-- --prose SHARE] [-- --times N] [-- --store FILE] [-- --rounds N] [-- --only WORD] [-- --json FILE]: how long pages
// and the API take over HTTP, over a store that is there (STORE), or one of so many made-up notices as `bench:web` makes it (kept as FILE, multiplied by `--times`).
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openStore, type Store } from '../output/index.js';
import { addresses, type About } from './http/addresses.js';
import { ask, measured, together, type Measured } from './http/ask.js';
import { served } from './http/server.js';
import { table } from './table.js';
import { makeStore, storeOptions } from './web/fill.js';
import { quantile } from './web/spent.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...storeOptions,
    rounds: { type: 'string', default: '20' },
    only: { type: 'string', default: '' },
    json: { type: 'string' },
  },
});
const [given = '1000'] = positionals;
const isNumber = /^\d+$/.test(given);
const rounds = Number(values.rounds);
const AT_ONCE = 4;
/** Requests that make the server load what it loads once; nothing of theirs is asked again. */
const WARM_UP = [
  '/docs',
  '/names/110000',
  '/charts/grades.svg?place=110000',
  '/search?q=%E7%83%AD%E8%BA%AB',
  '/assets/style.css',
];

/** What the addresses are to be about; the same for the same store. */
async function aboutOf(store: Store): Promise<About> {
  const [one] = (await store.page('notices', {}, { limit: 1 })).records;
  const [largest] = await store.totals('observations', {}, ['table'], { limit: 1 });
  const [cluster] = (await store.linkPage('cluster_entities', { limit: 1 })).records;
  if (!one) throw new Error('the store is empty');
  const place = { code: one.region_code ?? '', name: one.region ?? '' };
  return { notice: one.id, cluster: cluster?.id ?? null, table: String(largest?.values[0] ?? ''), place };
}

/** Opens the store for writing once, which brings it up to date, and tells what it holds. */
async function prepared(path: string): Promise<{ about: About; notices: number }> {
  const store = await openStore(path);
  try {
    return { about: await aboutOf(store), notices: (await store.counts()).notices };
  } finally {
    await store.close();
  }
}

async function measure(path: string, about: About): Promise<{ all: Measured[]; memory: number; ready: number }> {
  const server = await served(root, path);
  try {
    const ready = await server.ready();
    for (const path of WARM_UP) await ask(server.base, { path });
    const all: Measured[] = [];
    for (const address of addresses(about).filter(({ name }) => name.includes(values.only)))
      all.push(await measured(server, address, rounds));
    await together(server.base, all, rounds, AT_ONCE);
    return { all, ready, memory: await server.memory() };
  } finally {
    await server.close();
  }
}

function tell(all: readonly Measured[]): void {
  const ms = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
  const three = (times: readonly number[]): string[] => [0.5, 0.99, 1].map((of) => ms(quantile(times, of)));
  const rows = all.map((one) => [
    one.name,
    (one.bytes / 1000).toFixed(0),
    ms(one.first),
    ...three(one.alone),
    ms(one.cpu),
    ...three(one.among),
  ]);
  const whole = (pick: (one: Measured) => number[]): string[] => three(all.flatMap(pick));
  const first = all.map((one) => one.first);
  const cpu = all.reduce((sum, one) => sum + one.cpu, 0) / all.length;
  rows.push(['all', '', `≤ ${ms(Math.max(...first))}`, ...whole((one) => one.alone), ms(cpu), ...whole((one) => one.among)]);
  const heads = ['kB', 'first, ms', 'p50', 'p99', 'slowest', 'processor', `${AT_ONCE} at once: p50`, 'p99', 'slowest'];
  console.log(table(['address', ...heads], rows));
}

const folder = mkdtempSync(join(tmpdir(), 'gongbao-http-'));
try {
  const path = isNumber ? (values.store ?? join(folder, 'store.db')) : given;
  if (!existsSync(path)) {
    if (!isNumber) throw new Error(`there is no store at ${path}: give one that is there, or how many notices to make`);
    const kind = { part: Number(values.part), prose: Number(values.prose) };
    await makeStore(path, root, { number: Number(given), times: Number(values.times), ...kind }, console.log);
  }
  const { about, notices } = await prepared(path);
  const { all, memory, ready } = await measure(path, about);
  console.log(
    `${notices} notices; each address ${rounds} times alone, then ${rounds} times with ${AT_ONCE} at once; milliseconds\n`,
  );
  tell(all);
  console.log(`\nuntil what is shown of the whole store was worked out, after the start: ${(ready / 1000).toFixed(1)} s`);
  console.log(`memory of the server at the end: ${(memory / 1e6).toFixed(0)} MB`);
  const machine = { node: process.version, processors: cpus().length };
  if (values.json !== undefined)
    writeFileSync(
      values.json,
      `${JSON.stringify({ notices, rounds, atOnce: AT_ONCE, memory, ready, ...machine, addresses: all }, null, 1)}\n`,
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
