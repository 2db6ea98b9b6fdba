// npm run bench:exports [-- RECORDS]: time and peak memory of an export of 1,000,000 records in each format. The records are made up as they
// are asked for, one at a time, as a store gives them; each format is written to a file by a process of its own.
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { exportStream, type RecordOf, type Store } from '../output/index.js';
import type { NoticeRecord, Obligation } from '../schemas/index.js';
import { table } from './table.js';

const FORMATS = ['jsonl', 'csv', 'xlsx', 'ledger', 'ics', 'parquet'] as const;
type Format = (typeof FORMATS)[number];
const RECORDS = 1_000_000;
/** Tasks that one notice gives. */
const PER_NOTICE = 50;

const [first, second] = process.argv.slice(2);
const format = FORMATS.find((name) => name === first);
if (format) await one(format, Number(second));
else all(Number(first ?? RECORDS));

function all(records: number): void {
  const rows = FORMATS.map((name) => {
    const args = [...process.execArgv, fileURLToPath(import.meta.url), name, String(records)];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    return status === 0 ? [name, ...stdout.trim().split('\t')] : [name, 'failed', stderr.slice(-200), '', ''];
  });
  console.log(`${records} tasks:\n`);
  console.log(table(['format', 'seconds', 'seconds of CPU', 'peak memory, MB', 'file, MB'], rows));
}

async function one(name: Format, records: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-bench-'));
  const file = join(folder, name);
  const begun = performance.now();
  const chunks = exportStream(storeOf(records), { format: name, type: 'obligations', unit: '市工业和信息化局' });
  await pipeline(Readable.from(chunks), createWriteStream(file));
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage();
  const peak = process.resourceUsage().maxRSS / 1024;
  const size = statSync(file).size / 1e6;
  console.log([seconds.toFixed(0), ((user + system) / 1e6).toFixed(0), peak.toFixed(0), size.toFixed(0)].join('\t'));
  rmSync(folder, { recursive: true });
}

/** As much of a store as an export asks for. */
function storeOf(records: number): Store {
  const asked = {
    personalData: 'masked',
    list: (type: keyof RecordOf, filter?: { notice?: string }) =>
      type === 'notices' ? notices(filter?.notice ?? '') : tasks(records),
  };
  return asked as unknown as Store;
}

async function* tasks(records: number): AsyncGenerator<Obligation> {
  for (let i = 0; i < records; i += 1) {
    // A store gives a page at a time and waits between.
    if (i % 500 === 0) await new Promise(setImmediate);
    yield task(i);
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- in the shape of what is read from a store
async function* notices(id: string): AsyncGenerator<NoticeRecord> {
  const made = {
    ...{
      id,
      file: `${id}.pdf`,
      title: `关于印发第${id}号行动计划的通知`,
      document_number: `甲政办〔2026〕${id}号`,
      issued_on: '2026-03-01',
    },
    ...{ text: '正文。'.repeat(3000) },
  };
  yield made as unknown as NoticeRecord;
}

function task(i: number): Obligation {
  const notice = String(Math.floor(i / PER_NOTICE));
  const text = `建立第${i}批重点企业培育库，按季度更新，落实“一企一策”，到2027年新增规模以上企业${i % 97}家，完成技术改造投资${i % 211}亿元。`;
  return {
    ...{ id: `${notice.padStart(16, '0')}:obl-${i}`, notice_id: notice, number: `（${i % 20}）`, title: `推进第${i}项重点任务` },
    ...{
      path: ['二、重点任务', `（${i % 9}）产业提升行动`],
      text,
      basis: 'clause',
      due: i % 3 === 0 ? '2027' : `2026-${String((i % 12) + 1).padStart(2, '0')}-28`,
    },
    units: ['市工业和信息化局', '市发展改革委', '市财政局', '各县（市、区）人民政府'].map((name, position) => ({
      ...{ name, role: position === 0 ? 'lead' : 'support', unit_id: position === 3 ? null : `organ-${position}` },
      ...{ canonical: position === 3 ? null : `甲市${name.slice(1)}`, group: position === 3 },
    })),
    ...{ leaders: [], offices: [], quote: text, start: i, end: i + text.length, page: 1 + (i % 80), extractor: 'obligations@3' },
    ...{ confidence: 0.95, reasons: [], evidence: [] },
  };
}
