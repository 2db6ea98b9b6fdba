import { describe, expect, it } from 'vitest';
import type { Piece } from '../../pipeline/read/pdf/aligned-cells.js';
import { centredMergedRows } from '../../pipeline/read/pdf/centred-merged.js';
import { centredRows } from '../../pipeline/read/pdf/centred.js';
import { ruledTables, stacksOf } from '../../pipeline/read/pdf/level-rules.js';
import type { Line } from '../../pipeline/read/pdf/lines.js';
import { ruledRows } from '../../pipeline/read/pdf/ruled-rows.js';
import { rowOf } from '../../pipeline/read/pdf/strips.js';

const PITCH = 12;

function line(text: string, baseline: number, left = 60): Line {
  const glyphs = Array.from(text).map((one, i) => ({
    text: one,
    left: left + 10 * i,
    right: left + 10 * (i + 1),
    baseline,
    size: 10,
  }));
  return { glyphs, left, right: left + 10 * glyphs.length, baseline, size: 10 };
}

const piece = (text: string, column: number, baseline: number): Piece => ({
  line: line(text, baseline, 60 + 100 * column),
  column,
  span: 1,
});

const texts = (rows: readonly (readonly Piece[])[] | null): string[][] | null =>
  rows?.map((row) => row.map((one) => one.line.glyphs.map((glyph) => glyph.text).join('')).sort((a, b) => a.localeCompare(b))) ??
  null;

describe('rows whose cells are set at mid-height', () => {
  it('parts a column that no gap parts by the middles of the other cells', () => {
    const placed = [
      [piece('甲', 2, 100)],
      [piece('1', 0, 106)],
      [piece('乙', 2, 112)],
      [piece('丙', 2, 124)],
      [piece('2', 0, 130)],
      [piece('丁', 2, 136)],
    ];
    expect(texts(centredRows(placed, PITCH))).toEqual(
      [
        ['1', '甲', '乙'],
        ['2', '丙', '丁'],
      ].map((row) => [...row].sort((a, b) => a.localeCompare(b))),
    );
  });

  it('says nothing of cells that begin at one height', () => {
    const placed = [[piece('1', 0, 100), piece('甲', 1, 100)], [piece('乙', 1, 112)], [piece('2', 0, 130), piece('丙', 1, 130)]];
    expect(centredRows(placed, PITCH)).toBeNull();
  });
});

describe("cells merged over rows that share no row's middle", () => {
  /** Rows of two lines, 30 points apart, in two columns, a line at mid-height in a third, and cells of a fourth at the given heights. */
  const placed = (...merged: readonly number[]) =>
    [0, 30, 60, 90]
      .flatMap((at) => [
        [piece('甲', 0, at), piece('乙', 1, at)],
        [piece('甲', 0, at + 12), piece('乙', 1, at + 12)],
      ])
      .concat(
        [0, 30, 60, 90].map((at) => [piece('1', 3, at + 6)]),
        merged.map((at) => [piece('丙', 2, at)]),
      );
  const spans = (rows: readonly (readonly Piece[])[] | null) =>
    rows?.map((row) => row.find(({ column }) => column === 2)?.rows ?? (row.some(({ column }) => column === 2) ? 1 : 0)) ?? null;

  it.each([
    ['two and two', [21, 81], [2, 0, 2, 0]],
    ['one and three', [6, 66], [1, 0, 1, 0]],
    ['three of them', [21, 66, 96], [2, 0, 1, 1]],
    ['what a page before began stands above the first', [81], [0, 0, 2, 0]],
  ])('%s', (_, heights, expected) => {
    expect(spans(centredMergedRows(placed(...heights), PITCH))).toEqual(expected);
  });

  it('is no explanation where cells begin at one height', () => {
    const rows = placed(21, 81).filter((row) => row[0]?.column !== 3);
    expect(centredMergedRows(rows, PITCH)).toBeNull();
  });

  it('is no explanation where a cell lies off all middles', () => {
    expect(centredMergedRows(placed(11, 81), PITCH)).toBeNull();
  });
});

describe('rules across', () => {
  const rule = (at: number, from = 50, to = 450) => ({ across: true, at, from, to });
  const columns = [
    { from: 60, to: 100 },
    { from: 160, to: 200 },
  ];
  const rulesAt = (levels: number[], ...parts: readonly ReturnType<typeof rule>[]) => ({
    rules: { levels, parts: new Map(parts.map((part) => [part.at, [part]])) },
    columns,
    pitch: PITCH,
  });

  it('are two tables where a caption stands between them', () => {
    const stacks = stacksOf(
      [10, 40, 100, 140, 170, 230].map((at) => rule(at)),
      () => false,
    );
    const rows = [line('甲', 30), line('乙', 60), line('附件2', 120), line('丙', 160), line('丁', 190)].map(rowOf);
    expect(ruledTables(stacks, rows).map((table) => table.levels)).toEqual([
      [10, 40, 100],
      [140, 170, 230],
    ]);
  });

  it.each([
    ['larger than the cells', 12, 2],
    ['as large as the cells, which may be a line that names rows', 10, 1],
  ])('are two tables where a title between them is %s', (_, size, tables) => {
    const stacks = stacksOf(
      [10, 40, 100, 130, 160, 220].map((at) => rule(at)),
      () => false,
    );
    const cells = (at: number) => {
      const [left, right] = [line('甲', at), line('1', at, 200)];
      return { ...left, glyphs: [...left.glyphs, ...right.glyphs], right: right.right };
    };
    const rows = [cells(30), cells(60), { ...line('各县指标分解', 120), size }, cells(150), cells(180)].map(rowOf);
    expect(ruledTables(stacks, rows)).toHaveLength(tables);
  });

  it('part headings and no rows where a cell merged over rows would hold figures one below the other', () => {
    const placed = [
      [piece('名', 0, 24), piece('产', 1, 24)],
      [piece('量', 1, 44)],
      ...[74, 94, 114].map((at) => [piece('甲', 0, at), piece(`${at}`, 1, at)]),
    ];
    const rules = rulesAt([0, 30, 60, 130], rule(30, 150), rule(60, 50, 150));
    const rows = ruledRows(placed, rules, (from, to) => placed.slice(from, to));
    expect(rows.slice(-3).map((row) => row.length)).toEqual([2, 2, 2]);
  });

  it('leaves those that a ruled table took', () => {
    expect(
      stacksOf(
        [10, 40].map((at) => rule(at)),
        () => true,
      ),
    ).toEqual([]);
  });

  it('make a row of what stands between two of them', () => {
    const levels = [0, 30, 60, 90, 120];
    const placed = [14, 44, 74, 104].flatMap((at) => [[piece('甲', 0, at), piece('1', 1, at)], [piece('乙', 0, at + 12)]]);
    expect(ruledRows(placed, rulesAt(levels), () => []).map((row) => row.length)).toEqual([3, 3, 3, 3]);
  });

  it('merge the cell of a column that they leave out', () => {
    const placed = [14, 44, 74].flatMap((at) => [[piece('甲', 0, at + 15)], [piece('1', 1, at)]]).filter((_, i) => i !== 2);
    const rows = ruledRows(placed, rulesAt([0, 30, 60, 90], rule(30, 150), rule(60, 50)), () => []);
    expect(rows.map((row) => row.map(({ column, rows: over }) => [column, over ?? 1]))).toEqual([
      [
        [1, 1],
        [0, 2],
      ],
      [[1, 1]],
      [
        [1, 1],
        [0, 1],
      ],
    ]);
  });

  it('leave a heading alone above them over all the columns that they part from it', () => {
    const wide = [60, 160, 260].map((from) => ({ from, to: from + 40 }));
    const at = (text: string, column: number, baseline: number) => [piece(text, column, baseline)];
    const placed = [
      ...at('组', 1, 14).map((one) => [one]),
      [piece('名', 0, 29)],
      [piece('一', 1, 44), piece('二', 2, 44)],
      [piece('甲', 0, 74)],
    ];
    const inner = rule(30, 150, 310);
    const rules = { levels: [0, 30, 60, 150], parts: new Map([[30, [inner]]]) };
    const rows = ruledRows(placed, { rules, columns: wide, pitch: PITCH }, (from, to) => placed.slice(from, to));
    expect(rows.slice(0, 2).map((row) => row.map(({ column, span, rows: over }) => [column, span, over ?? 1]))).toEqual([
      [
        [1, 2, 1],
        [0, 1, 2],
      ],
      [
        [1, 1, 1],
        [2, 1, 1],
      ],
    ]);
  });

  it('that are shorter belong to the table whose edge they begin at, but not a footnote line below it', () => {
    const stacks = stacksOf([rule(10), rule(40), rule(70, 150), rule(100), rule(300, 50, 180)], () => false);
    expect(stacks.map(({ levels, parts }) => [levels, [...parts.keys()]])).toEqual([[[10, 40, 70, 100], [70]]]);
  });

  it('leave the rows below a head to be told otherwise', () => {
    const placed = [[piece('甲', 0, 14)], [piece('1', 0, 44)], [piece('2', 0, 70)], [piece('3', 0, 96)]];
    const rows = ruledRows(placed, rulesAt([0, 30, 120]), (from, to) => placed.slice(from, to));
    expect(rows.map((row) => row.length)).toEqual([1, 1, 1, 1]);
  });
});
