import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MODELS } from '../../output/model.js';
import { openDriver, type Driver } from '../../output/store/driver.js';
import { EXAMPLE_QUERIES } from '../../output/store/examples.js';
import { views } from '../../output/store/views.js';
import { finding, input, listed, notice, openAt, scratch } from './fixture.js';

/** A store with one input, as another program sees it. */
async function opened(): Promise<{ driver: Driver; path: string }> {
  const path = join(await scratch(), 'store.db');
  const store = await openAt(path);
  const info = finding({ key: 'f-2', check: 'text_repair', severity: 'info' });
  const shared = notice('甲');
  await store.put(
    input('f/a.txt', { notices: [{ ...shared, findings: [...shared.findings, info] }], findings: [finding({ key: 'f-0' })] }),
  );
  await store.link();
  return { driver: await openDriver(path, { readOnly: true }), path };
}

async function rows(sql: string): Promise<unknown[]> {
  const { driver } = await opened();
  const found = await driver.all(sql);
  await driver.close();
  return found;
}

describe('views', () => {
  test.each(views().map((view) => [view.name, view] as const))('%s has rows with its columns', async (_, { name, columns }) => {
    // The fixture has a record of each type, but nothing in these lists.
    const empty = ['obligations_offices', 'citation_links', 'attachment_links'];
    const found = await rows(`select * from ${name}`);
    expect(found.length > 0).toBe(!empty.includes(name));
    for (const row of found) expect(Object.keys(row as object)).toEqual(columns);
  });

  test.each(Object.values(MODELS).map((model) => [model.name, model] as const))('%s hold what is listed', async (type, model) => {
    const { driver, path } = await opened();
    const [first] = await driver.all(`select * from ${type} order by id desc`);
    await driver.close();
    const found = (await listed(await openAt(path, { readOnly: true }), type)).find((record) => record.id === first?.id);
    const values: Record<string, unknown> = { ...found };
    for (const field of model.fields) {
      const isJson = field.kind === 'list' || field.value === 'json';
      expect(isJson ? JSON.parse(String(first?.[field.name])) : first?.[field.name]).toEqual(values[field.name]);
    }
  });

  test('lists have the id of their record, position and item', async () => {
    const { identity } = notice('甲');
    expect(await rows('select * from notices_issuers')).toEqual([
      { id: identity, position: 0, value: '甲人民政府' },
      { id: identity, position: 1, value: '甲工业和信息化局' },
    ]);
    expect(await rows('select id, canonical, "group" from obligations_units')).toEqual([
      { id: `${identity}:o-1`, canonical: '景德镇市工业和信息化局', group: 0 },
      { id: `${identity}:o-1`, canonical: null, group: 0 },
    ]);
    expect(await rows("select name, kind from resolutions where record_type = 'notices'")).toEqual([
      { name: '甲', kind: 'place' },
    ]);
  });

  test('answers to common questions', async () => {
    expect(
      await rows('select unit, role, due_last_day, notice_title, region, page from obligations_by_unit order by role'),
    ).toEqual([
      { unit: '市工信局', role: 'lead', due_last_day: '2026-12-31', notice_title: '甲文件', region: '景德镇市', page: 1 },
      { unit: '市发改委', role: 'support', due_last_day: '2026-12-31', notice_title: '甲文件', region: '景德镇市', page: 1 },
    ]);
    expect(await rows('select subject, place, place_code, park from ratings_with_places')).toEqual([
      { subject: '甲陶瓷产业集群', place: '浮梁县', place_code: '360222', park: '景德镇高新技术产业开发区' },
    ]);
    expect(await rows('select due_last_day, indicator from targets_by_due')).toEqual([
      { due_last_day: '2027-12-31', indicator: '企业' },
    ]);
    expect(await rows('select "table", projects, investment_cny, first_start, last_end from project_totals')).toEqual([
      { table: '项目清单', projects: 1, investment_cny: 500000000, first_start: '2026', last_end: '2028' },
    ]);
    expect(await rows('select severity, file, notice_title from findings_to_check order by id')).toHaveLength(2);
    expect(await rows('select path, issuers, clusters, findings from notices_overview')).toEqual([
      { path: 'f/a.txt', issuers: '甲人民政府、甲工业和信息化局', clusters: 1, findings: 2 },
    ]);
  });

  test.each(EXAMPLE_QUERIES.map(({ question, sql }) => [question, sql] as const))('example: %s', async (_, sql) => {
    expect((await rows(sql)).length).toBeGreaterThan(0);
  });
});
