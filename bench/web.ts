// npm run bench:web [-- NOTICES] [-- --part SHARE] [-- --prose SHARE] [-- --times N] [-- --only WORD] [-- --store FILE] [-- --tables]: how fast a store of so many made-up notices answers what the pages ask, and how large
// it is. A FILE is filled where it is not there yet, and kept. What was stored is multiplied by `--times` without storing notice by notice; `--only` asks the
// questions that hold the word.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openStore, type Store } from '../output/index.js';
import { table } from './table.js';
import { multiply } from './web/multiply.js';
import { notices } from './web/notices.js';
import { questions, type Question } from './web/queries.js';
import { sizesOf } from './web/sizes.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    part: { type: 'string', default: '1' },
    prose: { type: 'string', default: '1' },
    store: { type: 'string' },
    times: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    tables: { type: 'boolean', default: false },
  },
});
const number = Number(positionals[0] ?? 1000);
const ROUNDS = 15;
/** Notices that are stored when the store is full. */
const MORE = 300;

/** Milliseconds by the clock, and of the processor, all threads together. */
interface Spent {
  wall: number;
  cpu: number;
}

async function timed(work: () => Promise<unknown>): Promise<Spent> {
  const [begun, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { wall: performance.now() - begun, cpu: (user + system) / 1000 };
}

/** Makes the store; tells how fast, notice by notice and at the end. */
async function fill(path: string): Promise<void> {
  const make = await notices(root, { part: Number(values.part), prose: Number(values.prose) });
  const store = await openStore(path);
  const sum: Spent = { wall: 0, cpu: 0 };
  for (let n = 0; n < number; n++) {
    const made = make(n);
    const { wall, cpu } = await timed(() => store.put(made));
    sum.wall += wall;
    sum.cpu += cpu;
    if ((n + 1) % 10_000 === 0) console.error(`${n + 1} notices, ${(sum.wall / (n + 1)).toFixed(1)} ms each`);
  }
  const link = await timed(() => store.link());
  await store.close();
  const each = (spent: number): string => (spent / number).toFixed(1);
  console.log(`stored: ${each(sum.wall)} ms a notice, ${each(sum.cpu)} of the processor;`);
  console.log(
    `the pass over the whole store: ${(link.wall / 1000).toFixed(1)} s, ${(link.cpu / 1000).toFixed(1)} of the processor\n`,
  );
}

/** Multiplies a store, and tells how fast it then stores some notices more. */
async function grow(path: string, times: number): Promise<void> {
  await multiply(path, times);
  const store = await openStore(path);
  const make = await notices(root, { part: Number(values.part), prose: Number(values.prose) });
  const sum: Spent = { wall: 0, cpu: 0 };
  for (let n = number; n < number + MORE; n++) {
    const made = make(n);
    const { wall, cpu } = await timed(() => store.put(made));
    sum.wall += wall;
    sum.cpu += cpu;
  }
  await store.close();
  console.log(
    `of ${number * times} notices and ${MORE} more: ${(sum.wall / MORE).toFixed(1)} ms each, ${(sum.cpu / MORE).toFixed(1)} of the processor\n`,
  );
}

async function measure(store: Store): Promise<void> {
  const [one] = (await store.page('notices', {}, { limit: 1 })).records;
  if (!one) throw new Error('the store is empty');
  const place = { code: one.region_code ?? '', name: one.region ?? '' };
  const rows: string[][] = [];
  for (const question of questions(one.id, place).filter(({ name }) => name.includes(values.only)))
    rows.push(await row(store, question));
  console.log(table(['question', 'found', 'first, ms', 'p50', 'p99', 'processor, p50', 'p99'], rows));
}

async function row(store: Store, { name, ask }: Question): Promise<string[]> {
  let found = '';
  const spent: Spent[] = [];
  for (let round = 0; round < ROUNDS; round++) spent.push(await timed(async () => void (found = await ask(store))));
  const again = spent.slice(1);
  const of = (which: keyof Spent, q: number): string =>
    quantile(
      again.map((each) => each[which]),
      q,
    );
  return [name, found, (spent[0]?.wall ?? 0).toFixed(1), of('wall', 0.5), of('wall', 0.99), of('cpu', 0.5), of('cpu', 0.99)];
}

function quantile(times: readonly number[], of: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return (sorted[Math.ceil(of * sorted.length) - 1] ?? 0).toFixed(1);
}

async function tellSizes(path: string): Promise<void> {
  const { text, tables, search, records, durable } = await sizesOf(path);
  const share = (bytes: number): string => (bytes / text).toFixed(2);
  console.log(`${(text / 1e6).toFixed(1)} MB of text; times the text: records ${share(records)}, search index ${share(search)},`);
  console.log(`together ${share(records + search)}; what lasts (documents, changes) ${share(durable)}\n`);
  if (values.tables)
    console.log(
      `${table(
        ['table', 'rows', 'indexes'],
        tables.map(({ name, rows, indexes }) => [name, share(rows), share(indexes)]),
      )}\n`,
    );
}

const folder = mkdtempSync(join(tmpdir(), 'gongbao-bench-'));
try {
  const path = values.store ?? join(folder, 'store.db');
  if (!existsSync(path)) {
    await fill(path);
    if (Number(values.times) > 1) await grow(path, Number(values.times));
  }
  await tellSizes(path);
  const store = await openStore(path);
  await measure(store);
  await store.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
