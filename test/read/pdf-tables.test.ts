import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../pipeline/read/index.js';
import type { Block, TableBlock } from '../../schemas/index.js';
import { bar, cells, grid, handmadePdf, line, text } from './handmade-pdf.js';
import { rows, tables, texts } from './show.js';

const read = async (...draw: string[]) => await readDocument(handmadePdf([{ draw }]), 'a.pdf');
const fill = (x0: number, y0: number, x1: number, y1: number): string => `0.9 g ${x0} ${842 - y1} ${x1 - x0} ${y1 - y0} re f 0 g`;

describe('tables with some lines or none', () => {
  const xs = [72, 120, 300, 400];
  const ys = [100, 120, 140, 160];
  const content = [
    ['序号', '名称', '金额'],
    ['1', '甲项目', '100'],
    ['2', '乙项目', '20'],
  ];

  it('without lines between rows are parted where nothing forced a break', async () => {
    const rules = [...grid(xs, [100, 120]), ...grid(xs, [120, 160])];
    expect(rows(tables(await read(...rules, ...cells(xs, ys, content)))[0])).toEqual(content);
  });

  it('keep a wrapped cell in one row', async () => {
    const wide = [72, 112, 152, 192];
    const two = [
      ['建设标', '改造老', '新建道'],
      ['准厂房', '旧车间', '路管网'],
    ];
    const document = await read(...grid(wide, [100, 140]), ...cells(wide, [100, 114], two, 11));
    expect(rows(tables(document)[0])).toEqual([['建设标\n准厂房', '改造老\n旧车间', '新建道\n路管网']]);
  });

  it('are told by the backgrounds of their cells', async () => {
    const backs = xs
      .slice(1)
      .flatMap((x, i) => ys.slice(1).map((y, j) => fill((xs[i] ?? 0) + 1, (ys[j] ?? 0) + 1, x - 1, y - 1)));
    expect(rows(tables(await read(...backs, ...cells(xs, ys, content)))[0])).toEqual(content);
  });

  it('do not take a chart of filled bars for one', async () => {
    const bars = [0, 1, 2, 3].map((i) => fill(100 + 30 * i, 400 - 20 * i, 120 + 30 * i, 500));
    expect(tables(await read(text(72, 80, '各县区产值'), ...bars, text(100, 520, '甲', 8)))).toEqual([]);
  });

  it('leave the line of units and the note beside them', async () => {
    const document = await read(
      text(330, 90, '单位：万元', 10),
      ...cells(xs, ys, content),
      text(72, 178, '注：不含中央企业。', 10),
    );
    expect(texts(document)).toEqual(['单位：万元', '[3x3]', '注：不含中央企业。']);
  });

  it('have heads of two levels', async () => {
    const lefts = [72, 150, 210, 270, 330, 390, 450];
    const body = ['甲县', '乙县', '丙县', '丁县'].map((name, i) => [
      name,
      `${i + 10}`,
      `${i + 20}`,
      `${i + 30}`,
      `${i + 40}`,
      `${i + 50}`,
      `${i + 60}`,
    ]);
    const document = await read(
      text(72, 106, '地区', 10),
      text(183, 100, '前年', 10),
      text(303, 100, '去年', 10),
      text(423, 100, '今年', 10),
      ...cells(lefts, [100], [['', '产值', '户数', '产值', '户数', '产值', '户数']]),
      ...cells(lefts, [124, 144, 164, 184], body),
    );
    const [table] = tables(document);
    expect(rows(table).slice(0, 3)).toEqual([
      ['地区', '前年', '∅', '去年', '∅', '今年', '∅'],
      ['∅', '产值', '户数', '产值', '户数', '产值', '户数'],
      ['甲县', '10', '20', '30', '40', '50', '60'],
    ]);
  });

  it('take centred headings for the column below', async () => {
    const lefts = [72, 150, 300];
    const body = ['甲', '乙', '丙', '丁'].map((name, i) => [name, `${i}0`, `${i}5`]);
    const document = await read(
      ...cells([100, 200, 350], [100], [['名称', '产值', '户数']]),
      ...cells(lefts, [124, 148, 172, 196], body),
    );
    expect(tables(document).map((table) => [table.rows, table.columns])).toEqual([[5, 3]]);
  });
});

const visible = (blocks: readonly Block[]): string[] =>
  blocks
    .flatMap((block) => (block.kind === 'table' ? block.cells.map((cell) => cell.text) : [block.text]))
    .flatMap((words) => Array.from(words.replace(/\s/g, '')))
    .sort();

/** The grid places that cells cover, each as often as it is covered. */
const places = (table: TableBlock): string[] =>
  table.cells.flatMap((cell) =>
    Array.from({ length: cell.rowSpan * cell.columnSpan }, (_, i) =>
      [cell.row + Math.floor(i / cell.columnSpan), cell.column + (i % cell.columnSpan)].join(),
    ),
  );

describe('whatever a page holds', () => {
  const word = fc.tuple(
    fc.integer({ min: 4, max: 50 }),
    fc.integer({ min: 6, max: 70 }),
    fc.constantFrom('地区', '甲县', '产值', '100', '20.5', '先进制造业集群', '注：说明', '单位：万元', '2024年'),
  );
  const rule = fc.tuple(
    fc.boolean(),
    fc.integer({ min: 4, max: 30 }),
    fc.integer({ min: 4, max: 30 }),
    fc.integer({ min: 2, max: 20 }),
  );
  const page = fc.record({
    words: fc.array(word, { maxLength: 40 }),
    rules: fc.array(rule, { maxLength: 20 }),
    thin: fc.boolean(),
  });

  it('no character is lost or doubled, and cells fill their grid without overlap', async () => {
    await fc.assert(
      fc.asyncProperty(page, async ({ words, rules, thin }) => {
        // Words that stand on another are left out: text drawn twice at one place is there once.
        const apart = words.filter(
          ([x, y], i) => !words.slice(0, i).some(([a, b]) => Math.abs(b - y) < 2 && Math.abs(a - x) < 9),
        );
        const draw = thin ? bar : line;
        const drawn = rules.map(([across, a, b, length]) =>
          across ? draw(a * 16, b * 20, (a + length) * 16, b * 20) : draw(a * 16, b * 20, a * 16, (b + length) * 20),
        );
        const document = await read(text(72, 40, '题'), ...drawn, ...apart.map(([x, y, say]) => text(x * 9, y * 11, say, 9)));
        const said = Array.from(['题', ...apart.map(([, , say]) => say)].join('')).sort();
        expect(visible(document.blocks)).toEqual(said);
        for (const table of tables(document)) {
          const covered = places(table);
          expect(new Set(covered).size).toBe(covered.length);
          for (const cell of table.cells) {
            expect(cell.row + cell.rowSpan).toBeLessThanOrEqual(table.rows);
            expect(cell.column + cell.columnSpan).toBeLessThanOrEqual(table.columns);
            expect(cell.page).toBe(1);
          }
        }
      }),
      { numRuns: 80 },
    );
  });
});
