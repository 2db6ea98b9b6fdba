import { describe, expect, it } from 'vitest';
import { readDocument } from '../../pipeline/read/index.js';
import { reflow } from '../../pipeline/reflow/index.js';
import type { Document } from '../../schemas/document.js';
import { cells, grid, handmadePdf, paragraph, text, type HandmadePage } from './handmade-pdf.js';
import { texts } from './show.js';

const read = async (...pages: HandmadePage[]): Promise<Document> => await readDocument(handmadePdf(pages), '公报.pdf');
const typed = async (...pages: HandmadePage[]): Promise<string[]> => reflow(await read(...pages)).text.split('\n');

const SENTENCE = '各县（市、区）人民政府要加强统筹协调，推动先进制造业集群高质量发展，确保各项任务按期完成。';
const prose = (from: number): string[] =>
  Array.from({ length: 20 }, (_, i) => SENTENCE.repeat(3).slice((from + 18 * i) % 40, ((from + 18 * i) % 40) + 18));
/** A page of running text in two columns, which end at 288 and begin again at 312. */
const columns: HandmadePage = { draw: [...paragraph(72, 120, prose(0)), ...paragraph(312, 120, prose(7))] };

const HEAD = ['序号', '项目名称', '投资额', '建设期'];
const rowsFrom = (first: number, count: number): string[][] =>
  Array.from({ length: count }, (_, i) => [`${first + i}`, `产业园${first + i}期`, `${first + i}8000`, '2026-2028']);
/** Columns of a table made for a whole page: three of them find room in half of one, and four up to the page's edge. */
const xs = (left: number, right: number): number[] => [...[0, 80, 160, 240].map((x) => left + x).filter((x) => x < right), right];
const ys = (count: number): number[] => Array.from({ length: count + 1 }, (_, i) => 100 + 30 * i);

/** A part of the table whose lines end at `right`; what begins left of it is drawn, as far as it goes. */
function ruled(left: number, right: number, rows: readonly string[][]): string[] {
  const at = xs(left, right);
  const seen = rows.map((row) => row.slice(0, at.length - 1));
  return [...grid(at, ys(rows.length)), ...cells(at, ys(rows.length), seen)];
}

/** A part of the table without lines. */
function plain(left: number, rows: readonly string[][], from = 100): string[] {
  return rows.flatMap((row, r) => row.map((words, c) => text(left + 80 * c, from + 30 * r, words, 10)));
}

const names = (lines: readonly string[]): string[] =>
  lines.filter((line) => line.includes('产业园')).map((line) => line.split('\t')[1] ?? '');
const numbered = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, i) => `产业园${first + i}期`);

describe('a table made for a page and set in half of one', () => {
  it('goes on from the foot of the first column at the head of the second', async () => {
    const left = ruled(69, 304, [HEAD, ...rowsFrom(1, 12)]);
    const right = ruled(309, 595, rowsFrom(13, 12));
    const lines = await typed(columns, { draw: [...right, ...left] });
    expect(names(lines)).toEqual(numbered(1, 24));
    expect(lines.at(-1)).toBe('24\t产业园24期\t248000\t2026-2028');
  });

  it('has its head again, cut by the edge of the column', async () => {
    const left = [...ruled(69, 304, rowsFrom(10, 8))];
    const head = ['序号', '项目名称', '投资', '建设期'];
    const lines = await typed(
      columns,
      { draw: ruled(309, 595, [HEAD, ...rowsFrom(1, 9)]) },
      { draw: left },
      {
        draw: ruled(69, 304, [head, ...rowsFrom(18, 6)]),
      },
    );
    expect(lines.filter((line) => line.includes('序号'))).toHaveLength(1);
    expect(names(lines)).toEqual(numbered(1, 23));
  });

  it('without lines goes on in the second column and on the next page', async () => {
    const left = plain(72, [HEAD.slice(0, 3), ...rowsFrom(1, 12).map((row) => row.slice(0, 3))]);
    const right = plain(312, rowsFrom(13, 12), 108);
    const below = plain(
      72,
      rowsFrom(25, 12).map((row) => row.slice(0, 3)),
    );
    const lines = await typed(columns, { draw: [...left, ...right] }, { draw: [...below, ...plain(312, rowsFrom(37, 5), 108)] });
    expect(names(lines)).toEqual(numbered(1, 41));
  });

  it('without lines has a column in the second that the edge cut off in the first, whatever the rows need', async () => {
    const left = plain(72, [HEAD.slice(0, 3), ...rowsFrom(1, 6).map((row) => row.slice(0, 3))]);
    const far = rowsFrom(7, 5).flatMap(([n = '', name = '', ...rest], i) => [
      ...[n, name, ...rest].map((words, c) => text(312 + 80 * c, 130 + 110 * i, words, 10)),
      text(392, 143 + 110 * i, '（一期）', 10),
    ]);
    const document = await read(columns, { draw: [...left, ...far] });
    expect(texts(document).slice(-2)).toEqual(['[7x4]', '[5x4]']);
    const lines = reflow(document).text.split('\n');
    expect(lines.at(-1)).toBe('11\t产业园11期 （一期）\t118000\t2026-2028');
    expect(names(lines)).toEqual([...numbered(1, 6), ...[7, 8, 9, 10, 11].map((n) => `产业园${n}期 （一期）`)]);
  });

  it.each([
    ['a name', [72 + 80, '（一期）'], '12\t产业园12期（一期）\t128000'],
    ['a cell before figures', [72 + 80, '基地'], '12\t产业园12期基地\t128000'],
  ] as const)('the rest of %s at the head of a column is no heading over the row below', async (_what, [x, rest], row) => {
    const left = plain(72, [HEAD.slice(0, 3), ...rowsFrom(1, 12).map((cells) => cells.slice(0, 3))]);
    const right = plain(
      312,
      rowsFrom(13, 8).map((cells) => cells.slice(0, 3)),
      150,
    );
    const lines = await typed(columns, { draw: [...left, text(x + 240, 100, rest, 10), ...right] });
    expect(lines).toContain(row);
    expect(lines).toContain('13\t产业园13期\t138000');
  });

  it('a table over the page is no pair of columns, though one of its columns begins where text did', async () => {
    const rows = rowsFrom(1, 15).map((row) =>
      row.flatMap((words, c) => [text(72 + 120 * c, 100 + 30 * Number(row[0]), words, 10)]),
    );
    const document = await read(columns, { draw: rows.flat() });
    expect(texts(document).slice(40)).toEqual(['[15x4]']);
  });
});

describe('what the edge cuts', () => {
  it('a word over the edge of the page is whole', async () => {
    const document = await read({ draw: [text(72, 100, '建设期'), text(560, 100, '2026-2028', 12)] });
    expect(texts(document)).toEqual(['建设期 2026-2028']);
    expect(document.warnings).toEqual([]);
  });

  it.each([
    ['reaches over it', 285, 270],
    ['begins on it', 297, 296.5],
  ])('a cell that %s is in its table', async (_name, edge, left) => {
    const at = [72, 150, 220, 266, edge].filter((x) => x <= edge);
    const rows = [1, 2, 3].map((n) => [`${n}`, '集群', '光电']);
    const draw = [
      ...grid(edge === 297 ? [72, 150, 220, 291, edge] : at, ys(3)),
      ...cells([72, 150, 220], ys(3), rows),
      ...[1, 2, 3].map((n) => text(left, 83 + 30 * n, `${n}2345678`, 10)),
    ];
    const lines = await typed({ draw });
    expect(lines).toEqual([1, 2, 3].map((n) => `${n}\t集群\t光电\t${n}2345678`));
  });
});

describe('a table without lines in which lines of their own name the rows below them', () => {
  const GROUPS = ['一、高端装备（6个）', '二、新材料（5个）', '三、电子信息（3个）'];
  const group = (y: number, words: string): string => text(60, y, words, 10);
  const first = [...plain(60, [HEAD]), group(130, GROUPS[0] ?? ''), ...plain(60, rowsFrom(1, 5), 160)];
  const second = [...plain(60, rowsFrom(6, 1)), group(130, GROUPS[1] ?? ''), ...plain(60, rowsFrom(7, 5), 160)];

  it('keeps them as rows, also at the top and at the foot of a page', async () => {
    const pages = [{ draw: first }, { draw: [...second, group(310, GROUPS[2] ?? '')] }, { draw: plain(60, rowsFrom(12, 3)) }];
    const flow = reflow(await read(...pages));
    expect(flow.items.map(({ kind }) => kind)).toEqual(['table']);
    expect(flow.text.split('\n').flatMap((line) => line.split('\t').filter((cell) => cell.includes('、')))).toEqual(GROUPS);
  });

  it('keeps those in the middle of a page that goes on with the table, where they stand in the middle of all columns', async () => {
    const centred = text(140, 160, '六、食品及生物医药（8个）', 10);
    const pages = [{ draw: first }, { draw: [...plain(60, rowsFrom(6, 2)), centred, ...plain(60, rowsFrom(8, 3), 190)] }];
    const flow = reflow(await read(...pages));
    expect(flow.items.map(({ kind }) => kind)).toEqual(['table']);
    expect(names(flow.text.split('\n'))).toEqual(numbered(1, 10));
  });

  it('leaves a heading below the table that counts otherwise beside it', async () => {
    const flow = reflow(await read({ draw: first }, { draw: [...second, group(330, '（三）保障措施')] }));
    expect(flow.items.map(({ kind }) => kind)).toEqual(['table', 'paragraph']);
  });
});
