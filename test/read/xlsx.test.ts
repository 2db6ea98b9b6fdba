import { describe, expect, it } from 'vitest';
import { loadTools, rerun } from '../../pipeline/index.js';
import { readDocument } from '../../pipeline/read/index.js';
import { parseFormat, shownNumber } from '../../pipeline/read/xlsx/number-format.js';
import { cellReference } from '../../pipeline/read/xlsx/references.js';
import type { Document } from '../../schemas/index.js';
import { relation, styled, xlsx, type BookSpec, type SheetCell } from '../support/xlsx.js';
import { refusal, rows, tables, texts } from './show.js';

const read = (spec: BookSpec, name = 'a.xlsx'): Promise<Document> => readDocument(xlsx(spec), name);
const HEAD = ['序号', '项目名称'];

it.each<[string, number, string, boolean?]>([
  ['yyyy"年"m"月"', 45717, '2025年3月'],
  ['yyyy-mm-dd', 45717, '2025-03-01'],
  ['yyyy-mm-dd', 44255, '2025-03-01', true],
  ['yyyy/m/d', 60, '1900/2/29'],
  ['yyyy/m/d h:mm', 45717.75, '2025/3/1 18:00'],
  ['[DBNum1][$-804]yyyy"年"m"月"d"日"', 45717, '二〇二五年三月一日'],
  ['0%', 0.125, '13%'],
  ['0.00%', 0.125, '12.50%'],
  ['#,##0.00', 1234567.891, '1,234,567.89'],
  ['0!.0,"万"', 12345, '1.2万'],
  ['#,##0"万元"', 1234, '1,234万元'],
  ['0.00', 1.005, '1.01'],
  ['0.0;(0.0)', -5, '(5.0)'],
  ['0;-0;"-"', 0, '-'],
  ['000', 12, '012'],
  ['0.00E+00', 12345, '1.23E+04'],
  ['General', 0.1 + 0.2, '0.3'],
  ['General', 1e21, '1E+21'],
])('%s shows %d as %s', (code, value, shown, date1904 = false) => {
  expect(shownNumber(value, parseFormat(code), date1904)).toBe(shown);
});

describe('cells', () => {
  const cell = (xml: string, type: string): SheetCell => ({ xml, type });
  it.each<[string, SheetCell, string]>([
    ['inline string', cell('<is><r><t>铜箔</t></r><r><t>项目</t></r></is>', 'inlineStr'), '铜箔项目'],
    ['rich shared string without its phonetic guide', cell('<v>0</v>', 's'), '铜箔项目'],
    ['escaped character', cell('<is><t>甲_x000D_乙</t></is>', 'inlineStr'), '甲\n乙'],
    ['formula', cell('<f>A1&amp;B1</f><v>甲乙</v>', 'str'), '甲乙'],
    ['truth', cell('<v>1</v>', 'b'), 'TRUE'],
    ['error', cell('<v>#REF!</v>', 'e'), '#REF!'],
    ['number', 0.30000000000000004, '0.3'],
    ['date by its format', styled(45717, 1), '2025年3月'],
  ])('%s', async (_name, made, expected) => {
    const strings = ['<r><t>铜箔</t></r><r><t>项目</t></r><rPh sb="0" eb="1"><t>トウハク</t></rPh>'];
    const document = await read({ strings, formats: ['yyyy"年"m"月"'], sheets: [{ rows: [HEAD, [1, made]] }] });
    expect(rows(tables(document)[0])).toEqual([HEAD, ['1', expected]]);
  });
  it('merged cells, and a strict workbook', async () => {
    const document = await read({
      strict: true,
      sheets: [
        {
          rows: [
            ['地区', '投资', null],
            [null, '2024年', '2025年'],
            ['南昌市', 1, 2],
          ],
          merged: ['A1:A2', 'B1:C1'],
        },
      ],
    });
    expect(rows(tables(document)[0])).toEqual([
      ['地区', '投资', '∅'],
      ['∅', '2024年', '2025年'],
      ['南昌市', '1', '2'],
    ]);
  });
  it('a formula without a stored value is told', async () => {
    const document = await read({ sheets: [{ rows: [HEAD, [1, { xml: '<f>SUM(A1)</f>' }]] }] });
    expect(document.warnings.map(({ code }) => code)).toEqual(['formula_without_value']);
  });
});

describe('layout', () => {
  const list = [HEAD, [1, '甲项目'], [2, '乙项目']];
  it('title, unit and notes are lines; the table stands where it stands', async () => {
    const document = await read({
      sheets: [
        {
          at: [2, 1],
          rows: [['重点项目清单'], [null, '单位：万元'], ...list, ['注：投资为估算数。']],
          merged: ['B3:C3', 'B8:C8'],
        },
      ],
    });
    expect(texts(document)).toEqual(['重点项目清单', '单位：万元', '[3x2]', '注：投资为估算数。']);
    const [table] = tables(document);
    expect(table && cellReference(table, { row: 1, column: 1 })).toBe('Sheet1!C6');
  });
  it('blank rows and columns part tables; a counted list with a blank row is one', async () => {
    const apart = await read({ sheets: [{ rows: [...list, [], ['地区', '产值'], ['南昌市', 5]] }] });
    expect(texts(apart)).toEqual(['[3x2]', '[2x2]']);
    const beside = await read({ sheets: [{ rows: list.map((row) => [...row, null, ...row]) }] });
    expect(texts(beside)).toEqual(['[3x2]', '[3x2]']);
    const gap = await read({ sheets: [{ rows: [...list, [], [3, '丙项目']] }] });
    expect(
      tables(gap)[0]
        ?.cells.filter(({ text }) => text !== '')
        .map(({ text }) => text),
    ).toEqual(['序号', '项目名称', '1', '甲项目', '2', '乙项目', '3', '丙项目']);
    expect(tables(gap)).toHaveLength(1);
  });
  it('hidden sheets, rows and columns are left out and told', async () => {
    const document = await read({
      sheets: [
        {
          rows: [
            ['序号', '内部', '项目名称'],
            [1, '密', '甲项目'],
            [2, '密', '乙项目'],
          ],
          hiddenRows: [2],
          columns: '<col min="2" max="2" hidden="1"/>',
        },
        { name: '底稿', state: 'veryHidden', rows: list },
      ],
    });
    expect(rows(tables(document)[0])).toEqual([HEAD, ['2', '乙项目']]);
    const [table] = tables(document);
    expect(table && cellReference(table, { row: 1, column: 1 })).toBe('Sheet1!C3');
    expect(document.warnings.map(({ code }) => code)).toEqual([
      'hidden_rows_left_out',
      'hidden_columns_left_out',
      'hidden_sheet_left_out',
    ]);
  });
  it('the name of a sheet is a line where it says what the sheet does not', async () => {
    const document = await read({
      sheets: [
        { name: '附件1 项目清单', rows: list },
        { name: 'Sheet2', rows: list },
        { name: '项目', rows: [['项目清单'], ...list] },
      ],
    });
    expect(texts(document)).toEqual(['附件1 项目清单', '[3x2]', '[3x2]', '项目清单', '[3x2]']);
    expect(texts(await read({ sheets: [{ rows: list }] }, '重点项目清单.xlsx'))).toEqual(['重点项目清单', '[3x2]']);
  });
  it('text boxes are text', async () => {
    const drawing =
      '<wsDr xmlns="d" xmlns:a="m"><twoCellAnchor><from><row>0</row></from><sp><txBody><a:p><a:r><a:t>内部资料</a:t></a:r></a:p></txBody></sp></twoCellAnchor></wsDr>';
    const document = await read({
      sheets: [{ rows: list, relations: relation('drawing', '../drawings/drawing1.xml') }],
      parts: { 'xl/drawings/drawing1.xml': drawing },
    });
    expect(texts(document)).toEqual(['内部资料', '[3x2]']);
  });
  it('a million empty formatted rows are nothing', async () => {
    const moreRows = Array.from({ length: 1_048_000 }, (_, i) => `<row r="${i + 10}" ht="14"/>`).join('');
    expect(texts(await read({ sheets: [{ rows: list, moreRows }] }))).toEqual(['[3x2]']);
  });
  it('a cell far out on the right makes no thousands of blank columns, and keeps its place', async () => {
    const moreRows = '<row r="2"><c r="XFD2" t="inlineStr"><is><t>见附件</t></is></c></row>';
    const [table] = tables(await read({ sheets: [{ rows: list, moreRows }] }));
    expect([table?.rows, table?.columns]).toEqual([3, 4]);
    const far = table?.cells.find(({ text }) => text === '见附件');
    expect(table && far && cellReference(table, far)).toBe('Sheet1!XFD2');
  });
  it.each<[string, BookSpec, string]>([
    ['nothing in it', { sheets: [{ rows: [] }] }, 'empty'],
    ['all hidden', { sheets: [{ state: 'hidden', rows: list }] }, 'empty'],
    ['broken sheet', { sheets: [{ rows: list, rest: '<a>' }] }, 'damaged'],
  ])('%s is refused', async (_name, spec, code) => {
    expect(await refusal(xlsx(spec), 'a.xlsx')).toBe(code);
  });
});

describe('CSV', () => {
  const text = '序号,项目名称\r\n1,"甲,乙项目"\r\n';
  it.each<[string, string]>([
    ['a.csv', text],
    ['a.tsv', '序号\t项目名称\n1\t甲,乙项目\n'],
  ])('%s is a table', async (name, content) => {
    expect(rows(tables(await readDocument(new TextEncoder().encode(content), name))[0])).toEqual([HEAD, ['1', '甲,乙项目']]);
  });
  it('of more columns than the bound is refused', async () => {
    const row = (width: number): Uint8Array =>
      new TextEncoder().encode(Array.from({ length: width }, (_, i) => `列${i}`).join(','));
    expect(tables(await readDocument(row(2_000), 'a.csv')).map(({ columns }) => columns)).toEqual([2_000]);
    expect(await refusal(row(2_001), 'a.csv')).toBe('too_large');
  });
});

it('a project table gives the same records from XLSX, CSV and TXT', async () => {
  const head = ['序号', '项目名称', '建设内容', '总投资', '建设年限'];
  const body: (string | number)[][] = [
    [1, '赣州市稀土永磁材料生产项目', '建设年产2万吨稀土永磁材料生产线', 120000, '2024-2026'],
    [2, '鹰潭市铜箔生产项目', '建设年产5万吨铜箔生产线', 85000.5, '2025-2027'],
  ];
  const title = '江西省2025年省级重点建设项目清单';
  const book = xlsx({ sheets: [{ rows: [[title], ['单位：万元'], head, ...body], merged: ['A1:E1'] }] });
  const lines = (between: string): Uint8Array =>
    new TextEncoder().encode([title, '单位：万元', ...[head, ...body].map((row) => row.join(between))].join('\n'));
  const tools = await loadTools();
  const made = async (bytes: Uint8Array, name: string): Promise<unknown> => {
    const { notices } = rerun(await readDocument(bytes, name), { path: 'a', file: 'a', sha256: '', bytes: 0 }, tools);
    return notices.map(({ identity, head: { title: said }, records }) => [
      identity,
      said,
      records.projects.map(({ key, investment_cny, name: project, table }) => [key, project, investment_cny, table]),
    ]);
  };
  const fromTxt = await made(lines('\t'), 'a.txt');
  expect(await made(book, 'a.xlsx')).toEqual(fromTxt);
  expect(await made(lines(','), 'a.csv')).toEqual(fromTxt);
  expect(fromTxt).toMatchObject([
    [
      expect.any(String),
      title,
      [
        [expect.any(String), body[0]?.[1], 1_200_000_000, title],
        [expect.any(String), body[1]?.[1], 850_005_000, title],
      ],
    ],
  ]);
});
