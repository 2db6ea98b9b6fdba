// npm run bench:search [-- NOTICES]: how large the search index is, what storing costs with it, and how long searches take.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import sqlite from 'sqlite3';
import { openStore, type SearchFilter } from '../output/index.js';
import { frequentCharacters, sampleInputs, variant } from './search/notices.js';
import { table } from './table.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const notices = Number(process.argv.slice(2).find((arg) => /^\d+$/.test(arg)) ?? 2000);
const ROUNDS = 20;

/** What people look for: names, numbers, marks, frequent words, one character, several words, what is not there; with filters. */
const QUERIES: readonly [string, SearchFilter][] = [
  ['低空经济', {}],
  ['市工信局', {}],
  ['产业集群', {}],
  ['发展', {}],
  ['推动产业集群高质量发展', {}],
  ['〔2021〕14号', {}],
  ['10%', {}],
  ['2000亿元', {}],
  ['市工信局 招商', {}],
  ['产业 发展 项目', {}],
  ['展发', {}],
  ['的', {}],
  ['，', {}],
  ['产业', { year: 2025 }],
  ['产业', { place: '江西省' }],
  ['产业', { types: ['ratings'], grade: '优秀' }],
  ['发展', { types: ['clusters'] }],
];

interface Sizes {
  text: number;
  index: number;
  records: number;
}

/** Bytes of the notices' texts, and of the pages that the indexes and the record tables take. */
async function sizes(path: string): Promise<Sizes> {
  const db = new sqlite.Database(path);
  const first = (query: string): Promise<number> =>
    new Promise((resolve, reject) => {
      db.get<{ n: number }>(query, (error, row) => {
        if (error) reject(error);
        else resolve(row.n);
      });
    });
  const pages = 'select sum(pgsize) as n from dbstat where name';
  const index = await first(`${pages} like '%\\_search\\_%' escape '\\'`);
  const durable = "('documents', 'history', 'inputs', 'meta', 'sqlite_schema')";
  const result = {
    text: await first('select sum(length(cast(text as blob))) as n from notices_rows'),
    index,
    records: (await first(`${pages} not in ${durable}`)) - index,
  };
  db.close();
  return result;
}

const folder = mkdtempSync(join(tmpdir(), 'gongbao-bench-'));
try {
  const inputs = await sampleInputs(root);
  const [samples, characters] = [inputs.map((input) => JSON.stringify(input)), frequentCharacters(inputs, 2000)];
  const path = join(folder, 'store.db');
  const store = await openStore(path);
  let [spent, cpu] = [0, 0];
  for (let n = 0; n < notices; n++) {
    const each = variant(samples, characters, n);
    const [begun, used] = [performance.now(), process.cpuUsage()];
    await store.put(each);
    spent += performance.now() - begun;
    const { user, system } = process.cpuUsage(used);
    cpu += (user + system) / 1000;
  }
  const { text, index, records } = await sizes(path);
  console.log(`${notices} notices, ${(text / 1e6).toFixed(1)} MB of text\n`);
  console.log(
    table(
      ['', 'times the text'],
      [
        ['search index', (index / text).toFixed(2)],
        ['record tables with their own indexes', (records / text).toFixed(2)],
      ],
    ),
  );
  const rate = (milliseconds: number): string => (text / 1e3 / milliseconds).toFixed(2);
  console.log(`\nput, index and all: ${rate(spent)} MB of text a second, ${rate(cpu)} a second of processor time\n`);
  const rows: string[][] = [];
  const all: number[] = [];
  for (const [query, filter] of QUERIES) {
    const times: number[] = [];
    let hits = '';
    for (let round = 0; round < ROUNDS; round++) {
      const begun = performance.now();
      const { total } = await store.search(query, filter);
      times.push(performance.now() - begun);
      hits = `${total.exact ? '' : '> '}${total.count}`;
    }
    all.push(...times);
    rows.push([
      query,
      Object.keys(filter).length > 0 ? JSON.stringify(filter) : '',
      hits,
      quantile(times, 0.5),
      quantile(times, 0.99),
    ]);
  }
  rows.push(['all of them', '', '', quantile(all, 0.5), quantile(all, 0.99)]);
  console.log(table(['query', 'filter', 'hits', 'p50, ms', 'p99, ms'], rows));
  await store.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function quantile(times: readonly number[], of: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return (sorted[Math.ceil(of * sorted.length) - 1] ?? 0).toFixed(1);
}
