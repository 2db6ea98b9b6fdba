import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { TestSite } from '../support.js';

const site = new TestSite();
const AMOUNT = 'investment_cny';
const pageSchema = z.object({ records: z.array(z.object({ name: z.string() })) });

describe('files of the first records in an order', () => {
  it('a workbook has the largest only', async () => {
    const answer = await site.asker()(`/api/v1/projects.xlsx?sort=-${AMOUNT}&limit=2&lang=en`);
    expect(answer.status).toBe(200);
    const [sheet] = await readXlsxFile(Buffer.from(await answer.arrayBuffer()));
    const listed: unknown = await (await site.asker()(`/api/v1/projects?sort=-${AMOUNT}&limit=2`)).json();
    const names = pageSchema.parse(listed).records.map(({ name }) => name);
    expect(names).toHaveLength(2);
    expect(sheet?.data.slice(1)).toHaveLength(2);
    for (const [i, name] of names.entries()) expect(sheet?.data[i + 1]?.map(String)).toContain(name);
  });

  it.each([
    ['csv', 3],
    ['jsonl', 2],
  ])('%s has so many lines', async (ending, count) => {
    const answer = await site.asker()(`/api/v1/projects.${ending}?limit=2`);
    expect((await answer.text()).trimEnd().split('\n')).toHaveLength(count);
  });

  it.each([
    ['csv?sort=nothing', 400],
    ['xlsx?limit=0', 400],
    ['jsonl?sort=-nothing', 400],
  ])('%s is refused', async (asked, status) => {
    const answer = await site.asker()(`/api/v1/projects.${asked}`);
    expect(answer.status).toBe(status);
  });

  it.each(['obligations.ics?limit=2', 'obligations/ledger.xlsx?sort=due', 'cluster_entities.csv?sort=name'])(
    '%s knows no order',
    async (asked) => {
      expect((await site.asker()(`/api/v1/${asked}`)).status).toBe(400);
    },
  );
});
