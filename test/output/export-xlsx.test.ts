import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { ExportError, exportStream } from '../../output/index.js';
import { ledgerSheets } from '../../output/export/ledger.js';
import { byOrgan, countOrgans } from '../../output/export/organs.js';
import { xlsxBytes, type Sheet } from '../../output/export/xlsx/book.js';
import { dayNumber, MOST_CHARACTERS, xmlText, type Cell } from '../../output/export/xlsx/cells.js';
import type { SheetLayout } from '../../output/export/xlsx/layout.js';
import { rowHeight, sheetName, writeSheets } from '../../output/export/xlsx/sheet.js';
import { ZipStream } from '../../output/export/xlsx/zip.js';
import { fieldLabel, hasLabel } from '../../output/labels.js';
import { ALL_LINK_MODELS, ALL_MODELS, isList } from '../../output/model.js';
import { collected, each } from './collect.js';
import { freshStore, input, listed, notice } from './fixture.js';

/** Reads a workbook as another program does: its sheets by name, rows of values. */
async function sheetsOf(bytes: Buffer): Promise<{ sheet: string; data: unknown[][] }[]> {
  return readXlsxFile(bytes);
}

const layout: SheetLayout = {
  name: '表',
  title: null,
  columns: [
    { head: '甲', width: 10 },
    { head: '乙', width: 10 },
  ],
  look: 'data',
};
const book = (rows: readonly Cell[][], change: Partial<SheetLayout> = {}): Sheet[] => [
  { layout: { ...layout, ...change }, rows: () => each(rows) },
];

async function readBack(rows: readonly Cell[][]): Promise<unknown[][]> {
  const [sheet] = await sheetsOf(await collected(xlsxBytes(book(rows))));
  return (sheet?.data ?? []).slice(1);
}

describe('a workbook', () => {
  test('gives back typed cells', async () => {
    const rows = await readBack([
      ['文字', 12.5],
      [true, { day: '2026-12-31' }],
      ['2026-12', null],
    ]);
    expect(rows).toEqual([
      ['文字', 12.5],
      [true, new Date('2026-12-31T00:00:00Z')],
      ['2026-12', null],
    ]);
  });

  test('holds no formula, whatever a text begins with', async () => {
    const evil = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '=HYPERLINK("http://x")', '<script>&"\''];
    const bytes = await collected(xlsxBytes(book(evil.map((text) => [text, text]))));
    const [sheet] = await sheetsOf(bytes);
    expect(sheet?.data.slice(1).map(([cell]) => cell)).toEqual(evil.map((text) => text.trim()));
    expect(Buffer.from(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? []).toString()).not.toMatch(/<f[ >]/);
  });

  test.each([
    ['a control character', '\u0007', '_x0007_'],
    ['what looks like the escape of one', '_x0041_', '_x005F_x0041_'],
    ['a return', 'a\r\nb', 'a_x000D_\nb'],
    ['marks', '<&>', '&lt;&amp;&gt;'],
  ])('%s is written so that XML holds it', (_, text, xml) => {
    expect(xmlText(text)).toBe(xml);
  });

  test('a text past the bound of a cell is cut and says so', async () => {
    const [[cell] = []] = await readBack([['字'.repeat(MOST_CHARACTERS + 1), null]]);
    expect(cell).toHaveLength(MOST_CHARACTERS);
    expect(cell).toMatch(/已截断 truncated）$/);
  });

  test.each([
    ['2021-07-08', 44385],
    ['1900-03-01', 61],
    ['1900-02-28', null],
    ['2026-02-30', null],
    ['2026', null],
  ])('the day %s is number %s', (day, serial) => {
    expect(dayNumber(day)).toBe(serial);
  });

  test('rows past the bound of a sheet go on in another', async () => {
    const zip = new ZipStream();
    const written: Parameters<typeof writeSheets>[3] = [];
    await collected(writeSheets(zip, layout, each([1, 2, 3, 4, 5].map((n) => [n, n])), written, 3));
    expect(written.map(({ name, lastRow }) => [name, lastRow])).toEqual([
      ['表', 3],
      ['表 (2)', 3],
      ['表 (3)', 2],
    ]);
  });

  test.each([
    ['one line', ['短', null], 21],
    ['a text that wraps', ['字'.repeat(20), 1], 5 * 15 + 6],
    ['lines of its own', ['a\nb\nc', 'x'], 3 * 15 + 6],
    ['more than a row can be', ['字'.repeat(10_000), null], 409],
  ])('a row of a list is high enough for %s', (_, row, points) => {
    expect(rowHeight(row, layout.columns)).toBe(points);
  });

  test('has a frozen head, a filter and widths', async () => {
    const parts = unzipSync(await collected(xlsxBytes(book([['a', 1]]))));
    const sheet = Buffer.from(parts['xl/worksheets/sheet1.xml'] ?? []).toString();
    expect(sheet).toContain('ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"');
    expect(sheet).toContain('<autoFilter ref="A1:B2"/>');
    expect(sheet).toContain('<col min="1" max="1" width="10" customWidth="1"/>');
  });

  test('is the same bytes each time', async () => {
    const make = () => collected(xlsxBytes(book([['a', 1]])));
    expect((await make()).equals(await make())).toBe(true);
  });

  test.each([
    ['市工信局/发改委[1]', [], '市工信局 发改委 1'],
    ["'甲'", [], '甲'],
    ['', [], '表'],
    ['甲'.repeat(40), [], '甲'.repeat(31)],
    ['ABC', ['abc'], 'ABC (2)'],
    ['甲'.repeat(40), ['甲'.repeat(31)], `${'甲'.repeat(27)} (2)`],
  ])('the sheet of %s beside %j is called %s', (wanted, taken, name) => {
    expect(sheetName(wanted, taken)).toBe(name);
  });
});

describe('records in a workbook', () => {
  test('a sheet of a type: heads in both forms, a day as a date, a year as text', async () => {
    const store = await freshStore();
    await store.put(input('a.txt'));
    const bytes = await collected(exportStream(store, { format: 'xlsx', type: 'notices', lang: 'zh' }));
    const [sheet] = await sheetsOf(bytes);
    const [head = [], row = []] = sheet?.data ?? [];
    expect(sheet?.sheet).toBe('公文');
    const at = (name: string) => row[head.findIndex((cell) => String(cell).split('\n')[1] === name)];
    expect(head[head.length - 1]).toBe('正文\ntext');
    expect(at('issued_on')).toEqual(new Date('2026-03-01T00:00:00Z'));
    expect(at('ordinal')).toBe(1);
    expect(at('issuers')).toBe('a.txt人民政府；a.txt工业和信息化局');
    const targets = await collected(exportStream(store, { format: 'xlsx', type: 'targets', lang: 'en' }));
    const [, [, target = []] = []] = [0, (await sheetsOf(targets))[0]?.data];
    expect(target).toContain('2027');
  });

  test('every field has a name in both languages', () => {
    const fields = [...ALL_MODELS, ...ALL_LINK_MODELS].flatMap((model) =>
      model.fields.flatMap((field) => [field.name, ...(isList(field) ? (field.items ?? []).map((item) => item.name) : [])]),
    );
    expect([...new Set(fields)].filter((name) => !hasLabel(name))).toEqual([]);
    expect(fieldLabel('due', 'zh')).toBe('完成时限');
    expect(fieldLabel('nobody', 'en')).toBe('nobody');
  });
});

describe('the ledger', () => {
  const heads = ['序号', '任务', '牵头单位', '责任单位', '配合单位', '完成时限', '出处', '进展情况', '完成状态', '备注'];

  test('each organ has a sheet with its tasks, the last columns empty', async () => {
    const store = await freshStore();
    await store.put(input('甲'));
    const tasks = () => store.list('obligations');
    const bytes = await collected(xlsxBytes(ledgerSheets(store, tasks, { unit: null, lang: 'zh' }, (rows) => rows)));
    const sheets = await sheetsOf(bytes);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['市发改委', '景德镇市工业和信息化局']);
    const [title, head, row] = sheets[1]?.data ?? [];
    expect(title?.[0]).toBe('景德镇市工业和信息化局督查台账');
    expect(head).toEqual(heads);
    const task = '（一）抓好招商。抓好招商。';
    expect(row).toEqual([
      1,
      task,
      '市工信局',
      null,
      '市发改委',
      '2026年12月',
      '《甲文件》（甲发〔2026〕1号）第1页',
      null,
      null,
      null,
    ]);
  });

  test('one organ has one sheet of its name; nobody has an empty one', async () => {
    const store = await freshStore();
    await store.put(input('甲'));
    const named = await collected(exportStream(store, { format: 'ledger', type: 'obligations', unit: '市工信局' }));
    expect((await sheetsOf(named)).map(({ sheet, data }) => [sheet, data.length])).toEqual([['市工信局', 3]]);
    const nobody = ledgerSheets(
      store,
      () => each([]),
      { unit: null, lang: 'en' },
      (rows) => rows,
    );
    expect((await sheetsOf(await collected(xlsxBytes(nobody))))[0]?.data).toHaveLength(2);
  });

  test('too many organs for a workbook is told', async () => {
    const store = await freshStore();
    const [task] = notice('甲').records.obligations;
    if (!task) throw new Error('the fixture has a task');
    const made = notice('甲');
    const names = Array.from({ length: 251 }, (_, i) => `第${i}局`);
    made.records.obligations = [
      { ...task, resolutions: [], units: names.map((name) => ({ name, role: 'responsible' as const, group: false })) },
    ];
    await store.put(input('甲', { notices: [made] }));
    const sheets = ledgerSheets(
      store,
      () => store.list('obligations'),
      { unit: null, lang: 'zh' },
      (rows) => rows,
    );
    await expect(collected(xlsxBytes(sheets))).rejects.toThrow(ExportError);
  });

  test('organs are gathered in few passes, and each has its tasks', async () => {
    const store = await freshStore();
    for (const name of ['甲', '乙', '丙']) await store.put(input(name));
    const tasks = await listed(store, 'obligations');
    let passes = 0;
    const read = () => {
      passes += 1;
      return each(tasks);
    };
    const organs = await countOrgans(read());
    const found: [string, number][] = [];
    for await (const { organ, tasks: own } of byOrgan(organs, read)) {
      let count = 0;
      for await (const task of own()) count += task.units.length > 0 ? 1 : 0;
      found.push([organ.name, count]);
    }
    expect(found).toEqual([
      ['市发改委', 3],
      ['景德镇市工业和信息化局', 3],
    ]);
    expect(passes).toBe(2);
  });
});
