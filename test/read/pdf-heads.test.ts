import { describe, expect, it } from 'vitest';
import { readDocument } from '../../pipeline/read/index.js';
import { handmadePdf, text } from './handmade-pdf.js';
import { rows, tables, texts } from './show.js';

const read = async (...draw: string[]) => await readDocument(handmadePdf([{ draw }]), 'a.pdf');

/** Lines set around the middle of a column, or from its left edge on, one below the other, in 10 points. */
const centred = (x: number, y: number, ...lines: string[]): string[] =>
  lines.map((words, i) => text(x - 5 * Array.from(words).length, y + 12 * i, words, 10));
const flush = (x: number, y: number, ...lines: string[]): string[] => lines.map((words, i) => text(x, y + 12 * i, words, 10));

/** Rows of figures below a head, in columns with these middles or left edges. */
const body = (set: typeof centred, xs: readonly number[], y: number): string[] =>
  ['甲县', '乙县', '丙县', '丁县'].flatMap((name, i) =>
    xs.flatMap((x, column) => set(x, y + 20 * i, column === 0 ? name : `${column}${i}`)),
  );

const HEAD = [
  ['地区', '工业产值', '∅', '工业投资', '∅', '新增企业 （户）'],
  ['∅', '总量（亿 元）', '增速 （%）', '总量（亿 元）', '增速 （%）', '∅'],
  ['甲县', '10', '20', '30', '40', '50'],
];
const heads = (found: readonly string[][]): string[][] =>
  found.slice(0, 3).map((row) => row.map((cell) => cell.replace(/\s+/g, ' ')));

describe('heads of two levels whose headings are wrapped', () => {
  it('set in the middle of their columns', async () => {
    const xs = [90, 170, 230, 310, 370, 450];
    const document = await read(
      ...centred(200, 100, '工业产值'),
      ...centred(340, 100, '工业投资'),
      ...centred(90, 115, '地区'),
      ...centred(450, 109, '新增企业', '（户）'),
      ...[170, 310].flatMap((x) => centred(x, 118, '总量（亿', '元）')),
      ...[230, 370].flatMap((x) => centred(x, 118, '增速', '（%）')),
      ...body(centred, xs, 150),
    );
    expect(heads(rows(tables(document)[0]))).toEqual(HEAD);
  });

  it('set flush left, the upper ones with the first column that they stand over', async () => {
    const xs = [80, 140, 210, 270, 340, 410];
    const document = await read(
      ...flush(140, 100, '工业产值'),
      ...flush(270, 100, '工业投资'),
      ...flush(80, 115, '地区'),
      ...flush(410, 109, '新增企业', '（户）'),
      ...[140, 270].flatMap((x) => flush(x, 118, '总量（亿', '元）')),
      ...[210, 340].flatMap((x) => flush(x, 118, '增速', '（%）')),
      ...body(flush, xs, 150),
    );
    expect(heads(rows(tables(document)[0]))).toEqual(HEAD);
  });

  it('set flush left, with one that reaches over three lines on the middle one of them', async () => {
    const xs = [80, 140, 210, 270, 340];
    const document = await read(
      ...flush(140, 100, '工业产值'),
      ...flush(270, 100, '工业投资'),
      ...flush(80, 116, '地区'),
      ...[140, 270].flatMap((x) => flush(x, 116, '总量')),
      ...[210, 340].flatMap((x) => flush(x, 116, '增速')),
      ...[140, 270].flatMap((x) => flush(x, 132, '亿元')),
      ...[210, 340].flatMap((x) => flush(x, 132, '%')),
      ...body(flush, xs, 150),
    );
    expect(rows(tables(document)[0]).slice(0, 4)).toEqual([
      ['地区', '工业产值', '∅', '工业投资', '∅'],
      ['∅', '总量', '增速', '总量', '增速'],
      ['', '亿元', '%', '亿元', '%'],
      ['甲县', '10', '20', '30', '40'],
    ]);
  });

  it('an upper heading alone on its line above all others belongs to the table', async () => {
    const xs = [90, 170, 230, 310, 390];
    const document = await read(
      text(72, 76, '以下为分解到各地的任务。', 10),
      ...centred(200, 100, '工业产值'),
      ...[90, 310, 390].flatMap((x, i) => centred(x, 109, ['地区', '工业投资', '新增企业'][i] ?? '')),
      ...centred(170, 118, '总量'),
      ...centred(230, 118, '增速'),
      ...body(centred, xs, 138),
    );
    expect(texts(document).slice(0, 1)).toEqual(['以下为分解到各地的任务。']);
    expect(rows(tables(document)[0]).slice(0, 3)).toEqual([
      ['地区', '工业产值', '∅', '工业投资', '新增企业'],
      ['∅', '总量', '增速', '∅', '∅'],
      ['甲县', '10', '20', '30', '40'],
    ]);
  });

  it('a title above a table is none of its headings', async () => {
    const xs = [90, 170, 230, 310, 390];
    const document = await read(
      ...centred(240, 90, '各县目标任务分解表'),
      ...xs.flatMap((x, i) => centred(x, 109, ['地区', '产值', '增速', '投资', '企业'][i] ?? '')),
      ...body(centred, xs, 129),
    );
    expect(texts(document)[0]).toBe('各县目标任务分解表');
    expect(rows(tables(document)[0])[0]).toEqual(['地区', '产值', '增速', '投资', '企业']);
  });
});
