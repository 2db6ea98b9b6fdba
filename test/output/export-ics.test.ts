import ical from 'node-ical';
import { describe, expect, test } from 'vitest';
import { exportStore, exportStream } from '../../output/index.js';
import { folded, lastDayOf } from '../../output/export/ics.js';
import { readdir } from 'node:fs/promises';
import { collected } from './collect.js';
import { freshStore, input, notice, scratch } from './fixture.js';

async function storeWith(due: string | null, change: { title?: string; text?: string } = {}) {
  const made = notice('甲');
  made.records.obligations = made.records.obligations.map((task) => ({ ...task, due, ...change }));
  const store = await freshStore();
  await store.put(input('甲', { notices: [made] }));
  return store;
}

async function eventsOf(store: Awaited<ReturnType<typeof storeWith>>) {
  const text = (await collected(exportStream(store, { format: 'ics', type: 'obligations', unit: '市工信局' }))).toString();
  const events = Object.values(ical.sync.parseICS(text)).flatMap((each) => (each?.type === 'VEVENT' ? [each] : []));
  return { text, events };
}

const day = (date: Date): string =>
  [date.getFullYear(), String(date.getMonth() + 1).padStart(2, '0'), String(date.getDate()).padStart(2, '0')].join('-');

describe('a calendar of deadlines', () => {
  test.each([
    ['2028', '2028-12-31'],
    ['2028-02', '2028-02-29'],
    ['2026-06-30', '2026-06-30'],
  ])('a due of %s is the whole day %s', async (due, last) => {
    const { events } = await eventsOf(await storeWith(due));
    expect(events).toHaveLength(1);
    const [event] = events;
    expect(event?.datetype).toBe('date');
    expect(event && day(event.start)).toBe(last);
  });

  test('says what, who and where from; its words come back whole', async () => {
    const title = `抓好“招商”；产业,链\\${'长'.repeat(100)}`;
    const { events, text } = await eventsOf(await storeWith('2028', { title, text: '第一行\n第二行' }));
    const description = JSON.stringify(events[0]?.description);
    for (const part of [
      title,
      '第一行\n第二行',
      '牵头单位：市工信局',
      '配合单位：市发改委',
      '《甲文件》（甲发〔2026〕1号）第1页',
    ]) {
      expect(description).toContain(JSON.stringify(part).slice(1, -1));
    }
    expect(events[0]?.uid).toMatch(/^[0-9a-f]{16}:o-1@gongbao$/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  test('is stamped with the notice’s day, so that it is the same each time', async () => {
    const store = await storeWith('2028');
    const { text } = await eventsOf(store);
    expect(text).toContain('DTSTAMP:20260301T000000Z');
    expect((await eventsOf(store)).text).toBe(text);
  });

  test('a task without a date is none of it', async () => {
    expect((await eventsOf(await storeWith(null))).events).toEqual([]);
  });

  test('each organ has its own', async () => {
    const outDir = await scratch();
    await exportStore(await storeWith('2028'), { format: 'ics', outDir });
    expect((await readdir(outDir)).toSorted()).toEqual(['manifest.json', '市发改委.ics', '景德镇市工业和信息化局.ics']);
  });

  test('a day that its month does not have is the last that it has', () => {
    expect(lastDayOf('2026-02-30').toISOString()).toBe('2026-02-28T00:00:00.000Z');
  });

  test('a line is folded by octets, and no character is parted', () => {
    const line = folded(`SUMMARY:${'字😀'.repeat(60)}`);
    expect(line.replaceAll('\r\n ', '')).toBe(`SUMMARY:${'字😀'.repeat(60)}\r\n`);
    for (const part of line.split('\r\n')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
  });
});
