import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planOf, type Plan } from '../../cli/export/plan.js';
import { runExport } from '../../cli/export/run.js';
import { Options } from '../../cli/kit/command.js';
import { openStore, type Store } from '../../output/index.js';
import { loadTools, runPipeline } from '../../pipeline/index.js';

/** Made up, its check digit worked out after ISO 7064. */
const IDENTITY = '360102199003074517';
const NOTICE = `景德镇市人民政府关于印发2026年工作要点的通知
景府发〔2026〕3号

各县（市、区）人民政府：
一、重点任务
（一）推进项目建设。加快建设陶瓷产业园，2026年12月底前建成投产。（市工信局牵头，市发展改革委配合）
（二）优化服务。完善台账。（市发展改革委负责）
联系人：张三，联系电话：13812345678，身份证号：${IDENTITY}。

景德镇市人民政府
2026年2月1日
`;

let folder: string;
let store: Store;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongbao-export-'));
  store = await openStore(join(folder, 'gongbao.db'));
  await store.put(await runPipeline(Buffer.from(NOTICE), { path: '要点.txt' }, await loadTools()));
  await store.link();
});

afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const plan = (values: Record<string, unknown>) => planOf(new Options(values));
const run = (asked: Plan, lang: 'zh' | undefined) => runExport(store, asked, lang, new Options({}));
const at = (name: string): string => join(folder, name);

describe('what an export is asked to be', () => {
  it('takes a file by its ending, and a folder otherwise', () => {
    expect(plan({ out: 'a/out', format: 'xlsx' })).toMatchObject({ outDir: 'a/out', fileName: null });
    expect(plan({ out: 'a/台账.xlsx', format: 'ledger' })).toMatchObject({ outDir: 'a', fileName: '台账.xlsx' });
    expect(plan({ out: 'a/公文.xlsx' })).toMatchObject({ outDir: 'a', fileName: '公文.xlsx', format: 'xlsx' });
    expect(plan({ out: folder, format: 'csv' })).toMatchObject({ outDir: folder, fileName: null });
  });

  it('takes types with commas of either width, and the filters of the listings', () => {
    expect(plan({ out: 'o', type: 'obligations，targets', dueBefore: '2027' })).toMatchObject({
      types: ['obligations', 'targets'],
      filter: { dueBefore: '2027' },
    });
  });

  it.each([
    ['nowhere to write', {}, '--out'],
    ['a type that is none', { out: 'o', type: 'tasks' }, 'the types are notices'],
    ['changes with a filter', { out: 'o', since: 'start', year: '2021' }, '--since'],
    ['changes in another format', { out: 'o', since: 'start', format: 'csv' }, '--since'],
    ['a part of the store as a store', { out: 'o', format: 'sqlite', place: '赣州' }, 'no filter'],
    ['a file of another format', { out: 'a/b.xlsx', format: 'csv' }, 'b.xlsx'],
    ['a date that is none', { out: 'o', dueBefore: 'soon' }, '--due-before'],
  ])('refuses %s', (_, values, words) => {
    expect(() => plan(values)).toThrow(words);
  });

  it('does not write over the store', () => {
    expect(() => plan({ out: at('gongbao.db'), store: at('gongbao.db'), format: 'sqlite' })).toThrow('the store itself');
  });
});

describe('an export from the command line', () => {
  it('finds the tasks of a unit by any of its names', async () => {
    const { files } = await run(plan({ out: at('unit'), type: 'obligations', unit: '景德镇市工业和信息化局' }), 'zh');
    expect(files.map(({ name, records }) => [name, records])).toEqual([['obligations.jsonl', 1]]);
  });

  it('writes one report of one notice, and says where more come of it', async () => {
    const { files } = await run(plan({ out: at('报告.html'), format: 'html', notice: '景府发〔2026〕3号' }), 'zh');
    expect(files.map(({ name }) => name)).toEqual(['报告.html']);
    await expect(run(plan({ out: at('all.csv'), format: 'csv' }), 'zh')).rejects.toThrow('all.csv is one');
  });

  it('masks numbers of people in every format, and tells of them', async () => {
    for (const format of ['jsonl', 'csv', 'datapackage', 'html', 'ics'] as const) {
      const out = at(`masked-${format}`);
      await run(plan({ out, format }), 'zh');
      for (const name of await readdir(out)) {
        const text = await readFile(join(out, name), 'utf8');
        expect(text, `${format} ${name}`).not.toMatch(new RegExp(`13812345678|${IDENTITY}`));
      }
    }
    const text = await readFile(join(at('masked-jsonl'), 'notices.jsonl'), 'utf8');
    expect(text).toContain('138****5678');
    expect(text).toContain('3601**********4517');
    const findings: unknown[] = [];
    for await (const { check, severity, quote, message } of store.list('findings', { check: 'personal_data' })) {
      findings.push({ check, severity, quote, message });
    }
    expect(findings).toEqual([
      { check: 'personal_data', severity: 'info', quote: '138****5678', message: '文中有手机号码，输出时遮盖' },
      { check: 'personal_data', severity: 'warning', quote: '3601**********4517', message: '文中有居民身份证号码，输出时遮盖' },
    ]);
  });

  it('does not copy a store that holds them unless asked', async () => {
    await expect(run(plan({ out: at('copy'), format: 'sqlite' }), undefined)).rejects.toThrow('要点.txt');
  });

  it('gives the cursor to go on with', async () => {
    const first = await run(plan({ out: at('changes'), since: 'start' }), undefined);
    const again = await run(plan({ out: at('changes'), since: first.cursor }), undefined);
    expect(first.files[0]?.records).toBeGreaterThan(3);
    expect([again.cursor, again.files[0]?.records]).toEqual([first.cursor, 0]);
  });

  it('leaves what else is in the folder alone', async () => {
    const out = at('kept');
    await run(plan({ out, type: 'targets' }), undefined);
    await writeFile(join(out, 'mine.txt'), 'mine');
    await run(plan({ out, type: 'targets' }), undefined);
    expect((await readdir(out)).toSorted()).toEqual(['manifest.json', 'mine.txt', 'targets.jsonl']);
  });
});
