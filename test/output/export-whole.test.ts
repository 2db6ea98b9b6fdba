import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import sqlite from 'sqlite3';
import { describe, expect, test } from 'vitest';
import { exportStore, exportStream } from '../../output/index.js';
import { parquetBytes } from '../../output/export/parquet.js';
import { MODELS } from '../../output/model.js';
import { collected, each } from './collect.js';
import { freshStore, input, listed, notice, openAt, scratch } from './fixture.js';

/** Reads a Parquet file as another program does. Whole numbers come as such again. */
async function rowsOf(bytes: Buffer): Promise<unknown[]> {
  const file = new Uint8Array(bytes).buffer;
  const rows = await parquetReadObjects({ file });
  return JSON.parse(
    JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)),
  ) as unknown[];
}

describe('parquet', () => {
  test.each(['notices', 'obligations', 'projects', 'observations', 'findings'] as const)(
    '%s come back as they are',
    async (type) => {
      const store = await freshStore();
      for (const name of ['a.txt', 'b.txt']) await store.put(input(name));
      const rows = await rowsOf(await collected(exportStream(store, { format: 'parquet', type })));
      expect(rows).toEqual(JSON.parse(JSON.stringify(await listed(store, type))));
    },
  );

  test('long texts begin a new row group; none is an empty file that can be read', async () => {
    const text = '字'.repeat(5_000_000);
    const store = await freshStore();
    await store.put(input('a.txt'));
    const [head] = await listed(store, 'notices');
    const heads = [1, 2, 3].map((ordinal) => ({ ...head, ordinal, text }));
    const bytes = await collected(parquetBytes(MODELS.notices, each(heads)));
    expect((await rowsOf(bytes)).map((row) => (row as { ordinal: number }).ordinal)).toEqual([1, 2, 3]);
    expect(await rowsOf(await collected(parquetBytes(MODELS.notices, each([]))))).toEqual([]);
  });
});

describe('the store itself', () => {
  async function storeWith(text: string) {
    const path = join(await scratch(), 'store.db');
    const store = await openAt(path);
    const made = notice('甲');
    made.head = { ...made.head, text: made.head.text + text };
    await store.put(input('a.txt', { notices: [made] }));
    await store.link();
    return { path, store };
  }

  test('is copied whole while it is in use, and opens as a store', async () => {
    const { path, store } = await storeWith('');
    const reading = await openAt(path, { readOnly: true });
    const outDir = await scratch();
    await exportStore(reading, { format: 'sqlite', outDir });
    expect((await readdir(outDir)).toSorted()).toEqual(['gongbao.db', 'manifest.json']);
    const copy = await openAt(join(outDir, 'gongbao.db'), { readOnly: true });
    expect(await listed(copy, 'obligations')).toEqual(await listed(store, 'obligations'));
    const integrity = await new Promise<unknown>((resolve, reject) => {
      const db = new sqlite.Database(join(outDir, 'gongbao.db'));
      db.get('pragma integrity_check', (error, row) => {
        db.close();
        if (error) reject(error);
        else resolve(row);
      });
    });
    expect(integrity).toEqual({ integrity_check: 'ok' });
  });

  test('is not copied where it holds numbers of people, unless that is asked for', async () => {
    const { path, store } = await storeWith('张三13812345678');
    const outDir = await scratch();
    await expect(exportStore(store, { format: 'sqlite', outDir })).rejects.toThrow('a.txt');
    expect(await readdir(outDir)).toEqual([]);
    const open = await openAt(path, { readOnly: true, personalData: 'shown' });
    await exportStore(open, { format: 'sqlite', outDir });
    expect(JSON.parse(await readFile(join(outDir, 'manifest.json'), 'utf8'))).toMatchObject({ personal_data: 'shown' });
  });

  test('nor where only its history holds them', async () => {
    const { store } = await storeWith('张三13812345678');
    await store.put({ ...input('a.txt'), input: { ...input('a.txt').input, sha256: 'f'.repeat(64) } });
    await expect(exportStore(store, { format: 'sqlite', outDir: await scratch() })).rejects.toThrow('a.txt');
  });
});
