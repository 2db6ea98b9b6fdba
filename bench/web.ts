// npm run bench:web [-- NOTICES] [-- --part SHARE] [-- --prose SHARE] [-- --times N] [-- --only WORD] [-- --store FILE] [-- --tables]: how fast a store of so many made-up notices answers what the pages ask, and how large
// it is. A FILE is filled where it is not there yet, and kept. What was stored is multiplied by `--times` without storing notice by notice; `--only` asks the
// questions that hold the word.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openStore, type Store } from '../output/index.js';
import { table } from './table.js';
import { makeStore, storeOptions } from './web/fill.js';
import { questions, type Question } from './web/queries.js';
import { sizesOf } from './web/sizes.js';
import { quantile, timed, type Spent } from './web/spent.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...storeOptions,
    only: { type: 'string', default: '' },
    tables: { type: 'boolean', default: false },
  },
});
const number = Number(positionals[0] ?? 1000);
const ROUNDS = 15;

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
    ).toFixed(1);
  return [name, found, (spent[0]?.wall ?? 0).toFixed(1), of('wall', 0.5), of('wall', 0.99), of('cpu', 0.5), of('cpu', 0.99)];
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
    const kind = { part: Number(values.part), prose: Number(values.prose) };
    await makeStore(path, root, { number, times: Number(values.times), ...kind }, console.log);
  }
  await tellSizes(path);
  const store = await openStore(path);
  await measure(store);
  await store.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
