import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../output/index.js';
import { openDriver } from '../../output/store/driver.js';
import type { IngestedNotice } from '../../schemas/index.js';
import { hash, input, listed, notice, openAt, scratch } from './fixture.js';

/** A store, and what a query of ours finds in its file. */
async function opened(): Promise<{ store: Store; ask: (sql: string) => Promise<unknown[]> }> {
  const path = join(await scratch(), 'store.db');
  const store = await openAt(path);
  const ask = async (sql: string): Promise<unknown[]> => {
    const driver = await openDriver(path, { readOnly: true });
    const rows = await driver.all(sql);
    await driver.close();
    return rows.flatMap((row) => Object.values(row));
  };
  return { store, ask };
}

describe('what names mean', () => {
  const NAMES = 'select name from resolutions_rows order by name';

  test('is kept once for all that bear the name, and as long as something does', async () => {
    const { store, ask } = await opened();
    await store.put(input('a.txt', { notices: [notice('甲'), notice('乙')] }));
    const names = await ask(NAMES);
    expect(names).toEqual([...new Set(names)]);
    expect(names).toEqual(expect.arrayContaining(['甲', '乙', '市工信局', '浮梁', '高新区', '陶瓷']));
    await store.put(input('b.txt', { notices: [notice('乙')] }));
    expect(await ask(NAMES)).toEqual(names);
    await store.remove('a.txt');
    expect(await ask(NAMES)).toEqual(names.filter((name) => name !== '甲'));
    await store.remove('b.txt');
    expect(await ask(NAMES)).toEqual([]);
  });

  test('goes when its input comes in anew without the name', async () => {
    const { store, ask } = await opened();
    await store.put(input('a.txt', { notices: [notice('甲')] }));
    await store.put({ ...input('a.txt', { notices: [notice('乙')] }), input: { ...input('a.txt').input, sha256: hash('new') } });
    expect(await ask(NAMES)).not.toContain('甲');
    expect((await store.names.of(notice('乙').identity)).map(({ name }) => name)).toEqual(['乙']);
  });
});

describe('quotes', () => {
  const QUOTES = 'select quote from projects_rows';

  /** The notice with a text before its own, its spans moved along. */
  function behind(before: string): IngestedNotice {
    const own = notice('甲');
    const [project] = own.records.projects;
    if (!project) throw new Error('the fixture has a project');
    const by = before.length;
    own.head = { ...own.head, text: before + own.head.text };
    own.records.projects = [{ ...project, start: project.start + by, end: project.end + by }];
    return {
      ...own,
      records: { ...own.records, clusters: [], ratings: [], targets: [], obligations: [], observations: [] },
      findings: [],
    };
  }

  const cases: [string, string, boolean][] = [
    ['a text like others', '前言。\n', false],
    ['a character of two UTF-16 units', '𠮷林省\n', true],
    ['half of one', '\ud842\n', true],
    ['a NUL', '前\0言\n', true],
    ['a long text', '长'.repeat(70_000), true],
  ];
  test.each(cases)('behind %s', async (_, before, kept) => {
    const { store, ask } = await opened();
    await store.put(input('a.txt', { notices: [behind(before)] }));
    const [project] = await listed(store, 'projects');
    expect(project?.quote).toBe('1\t甲一期\t5');
    expect(await ask(QUOTES)).toEqual([kept ? project?.quote : null]);
    expect(await ask('select quote from projects')).toEqual([project?.quote]);
  });
});
