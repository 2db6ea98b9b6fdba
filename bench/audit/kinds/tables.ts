import { copyRow, gridsOf, plainRows, setCell, setRow, type Grid } from '../edit.js';
import { defineKind, type Clean, type Site } from '../kind.js';
import type { Random } from '../../../test/support/seeded.js';

const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s/g, '');
const numberIn = (text: string | null | undefined): number | null => {
  const figure = plain(text).replace(/[,，]/g, '');
  return /^\d+(?:\.\d+)?$/.test(figure) ? Number(figure) : null;
};
const TOTAL = /^(合计|总计|共计|小计|全[市省县区旗])(（.*）)?$/;
const close = (a: number, b: number): boolean => Math.abs(a - b) < 0.06;

/** A total of a table with its parts, each by row and column. */
interface Sum {
  grid: Grid;
  total: [row: number, column: number];
  parts: [row: number, column: number][];
}

/** Totals that their parts make: in rows that say so for all rows above or below, in columns for the rest of their row. */
function sums(clean: Clean): Sum[] {
  return gridsOf(clean.document).flatMap((grid) => {
    const { rows } = grid;
    const cells = rows.flatMap((row, r) => row.map((_, c): [number, number] => [r, c]));
    const value = ([r, c]: [number, number]) => numberIn(rows[r]?.[c]);
    const candidates = cells.flatMap((at): Sum[] => {
      const [r, c] = at;
      if (value(at) === null || c === 0) return [];
      const inColumn = cells.filter(([y, x]) => x === c && y !== r);
      const inRow = cells.filter(([y, x]) => y === r && x !== c && x > 0);
      return [
        ...(rows[r]?.slice(0, 3).some((t) => TOTAL.test(plain(t))) ? [{ grid, total: at, parts: inColumn }] : []),
        ...(TOTAL.test(plain(rows[0]?.[c])) ? [{ grid, total: at, parts: inRow }] : []),
      ];
    });
    return candidates
      .map((s) => ({ ...s, parts: s.parts.filter((p) => value(p) !== null) }))
      .filter((s) => s.parts.length >= 2 && (value(s.total) ?? 0) > 9)
      .filter((s) =>
        close(
          s.parts.reduce((n, p) => n + (value(p) ?? 0), 0),
          value(s.total) ?? NaN,
        ),
      );
  });
}

/** A number with a digit changed, so that it is off by more than rounding. */
function slipped(text: string, random: Random): string {
  const digits = Array.from(text).flatMap((c, i) => (/\d/.test(c) ? [i] : []));
  const whole = digits.filter((i) => !text.slice(0, i).includes('.'));
  const at = random.pick(whole);
  const digit = String((Number(text[at]) + 1 + random.below(8)) % 10);
  const changed = text.slice(0, at) + digit + text.slice(at + 1);
  return /^0/.test(changed) ? `9${changed.slice(1)}` : changed;
}

const changed = (clean: Clean, grid: Grid, at: [number, number]): Site => {
  return (random) => {
    const before = grid.rows[at[0]]?.[at[1]] ?? '';
    const after = slipped(before, random);
    return {
      document: setCell(clean.document, grid, at[0], at[1], after),
      what: `${before}→${after} in row ${at[0]} (${plain(grid.rows[at[0]]?.[0])})`,
      tells: (f) => f.check === 'sum',
    };
  };
};

export const totalChanged = defineKind({
  name: 'total_changed',
  about: 'a digit of a total changed',
  checks: ['sum'],
  follows: ['cross_reference', 'target_conflict'],
  sites: (clean) => sums(clean).map(({ grid, total }) => changed(clean, grid, total)),
});

export const partChanged = defineKind({
  name: 'part_changed',
  about: 'a digit of a part changed whose total is given',
  checks: ['sum'],
  follows: ['cross_reference', 'target_conflict'],
  sites: (clean) =>
    sums(clean).map(
      ({ grid, parts }): Site =>
        (random) =>
          changed(clean, grid, random.pick(parts))(random),
    ),
});

/** Body rows of tables that are long and wide enough for a reader to see what belongs where. */
const bodies = (clean: Clean): { grid: Grid; row: number; texts: string[] }[] =>
  gridsOf(clean.document).flatMap((grid) => {
    const rows = plainRows(grid).filter(({ texts }) => texts.filter((t) => plain(t) !== '').length >= 4);
    return grid.table.columns >= 4 && rows.length >= 5 ? rows.map((r) => ({ grid, ...r })) : [];
  });

export const cellLost = defineKind({
  name: 'cell_lost',
  about: 'a cell of a row lost, the rest a column to the left',
  checks: ['table_shape', 'sum'],
  follows: ['declared_count', 'numbering', 'cross_reference', 'rating_conflict', 'target_conflict'],
  sites: (clean) =>
    bodies(clean).map(({ grid, row, texts }) => (random) => {
      const at = 1 + random.below(texts.length - 2);
      return {
        document: setRow(clean.document, grid, row, [...texts.slice(0, at), ...texts.slice(at + 1), '']),
        what: `row ${row} without “${plain(texts[at]).slice(0, 12)}”: ${plain(texts.join('|')).slice(0, 60)}`,
        tells: (f) => f.check === 'sum' || f.check === 'table_shape',
      };
    }),
});

export const surplusDash = defineKind({
  name: 'surplus_dash',
  about: 'a dash too many in a row, the rest a column to the right',
  checks: ['table_shape', 'sum'],
  follows: ['declared_count', 'numbering', 'cross_reference', 'rating_conflict', 'target_conflict'],
  sites: (clean) =>
    bodies(clean).map(({ grid, row, texts }) => (random) => {
      const at = 1 + random.below(texts.length - 2);
      return {
        document: setRow(clean.document, grid, row, [...texts.slice(0, at), '-', ...texts.slice(at)]),
        what: `row ${row}, dash before “${plain(texts[at]).slice(0, 12)}”: ${plain(texts.join('|')).slice(0, 60)}`,
        tells: (f) => f.check === 'sum' || f.check === 'table_shape',
      };
    }),
});

export const rowDoubled = defineKind({
  name: 'row_doubled',
  about: 'a row of a table that stands again further down',
  checks: ['duplicate_row'],
  follows: ['declared_count', 'numbering', 'sum', 'cross_reference'],
  sites: (clean) =>
    bodies(clean).map(({ grid, row, texts }) => (random) => {
      const before = Math.min(grid.rows.length, row + 1 + random.below(4));
      const name = texts.map(plain).toSorted((a, b) => b.length - a.length)[0] ?? '';
      return {
        document: copyRow(clean.document, grid, row, before),
        what: `row ${row} again before ${before}: ${name.slice(0, 30)}`,
        tells: (f) => f.check === 'duplicate_row',
      };
    }),
});

const CONTENT = /(建设内容|主要内容|建设规模|项目内容)/;

/** Tables of projects with a column of contents. */
const contents = (clean: Clean): { grid: Grid; column: number; rows: number[] }[] =>
  gridsOf(clean.document).flatMap((grid) => {
    const column = grid.rows[0]?.findIndex((t) => CONTENT.test(plain(t))) ?? -1;
    const rows = plainRows(grid)
      .filter(({ texts }) => plain(texts[column]).length >= 10)
      .map(({ row }) => row);
    return column > 0 && rows.length >= 4 ? [{ grid, column, rows }] : [];
  });

export const contentsShifted = defineKind({
  name: 'contents_shifted',
  about: 'the contents of three projects a row up or down, the last one or the first empty',
  checks: ['table_shape'],
  sites: (clean) =>
    contents(clean).flatMap(({ grid, column, rows }) =>
      rows.slice(0, -2).flatMap((_, i): Site[] => {
        const run = rows.slice(i, i + 3);
        if (run.at(-1) !== (run[0] ?? 0) + 2) return [];
        const texts = run.map((r) => grid.rows[r]?.[column] ?? '');
        return [
          (random) => {
            const moved = random.below(2) === 0 ? [...texts.slice(1), ''] : ['', ...texts.slice(0, -1)];
            let document = clean.document;
            run.forEach((row, k) => {
              const [now] = gridsOf(document).filter((g) => g.at === grid.at);
              if (now) document = setCell(document, now, row, column, moved[k] ?? '');
            });
            return {
              document,
              what: `rows ${run.join(', ')}: ${moved.map((t) => plain(t).slice(0, 14)).join(' | ')}`,
              tells: (f) => f.check === 'table_shape' && f.params['problem'] === 'shifted_contents',
            };
          },
        ];
      }),
    ),
});

/** What projects cost, in the unit that a content may give: `6亿元`. */
const inWords = (yuan: number): string => (yuan >= 1e8 ? `${Number((yuan / 1e8).toFixed(4))}亿元` : `${yuan / 1e4}万元`);

export const amountSlip = defineKind({
  name: 'amount_slip',
  about: 'a content that states ten times or a tenth of its project’s investment, or 万 for 亿',
  checks: ['cross_reference'],
  sites: (clean) =>
    contents(clean).flatMap(({ grid, column, rows }) =>
      rows.flatMap((row): Site[] => {
        const cells = (grid.rows[row] ?? []).map(plain);
        const project = clean.notice.records.projects.find((p) => cells.includes(plain(p.name)));
        const amount = project?.investment_cny ?? null;
        const content = grid.rows[row]?.[column] ?? '';
        if (amount === null || amount < 1e6 || /投资/.test(content)) return [];
        return [
          (random) => {
            const wrong = random.pick([amount * 10, amount / 10, amount / 1e4 >= 1e4 ? amount / 1e4 : amount * 100]);
            return {
              document: setCell(
                clean.document,
                grid,
                row,
                column,
                `${content.replace(/。$/, '')}。项目总投资${inWords(wrong)}。`,
              ),
              what: `${plain(project?.name)} ${amount}: 总投资${inWords(wrong)}`,
              tells: (f) => f.check === 'cross_reference' && f.params['what'] === 'investment',
            };
          },
        ];
      }),
    ),
});

const PERIOD = /^(20\d{2})(年?(?:\d{1,2}月)?(?:\.\d{1,2})?\s*[-—–~至]+\s*)(20\d{2})(?=年|$|\.)/;

export const periodEnd = defineKind({
  name: 'period_end',
  about: 'a project that ends before it begins',
  checks: ['date_order'],
  sites: (clean) =>
    gridsOf(clean.document).flatMap((grid) =>
      grid.rows.flatMap((row, r) =>
        row.flatMap((text, c): Site[] => {
          const m = PERIOD.exec(plain(text));
          if (!m || text === null || Number(m[3]) <= Number(m[1])) return [];
          return [
            () => {
              const wrong = plain(text).replace(m[0], `${m[3] ?? ''}${m[2] ?? ''}${m[1] ?? ''}`);
              return {
                document: setCell(clean.document, grid, r, c, wrong),
                what: `${plain(text)}→${wrong}`,
                tells: (f) => f.check === 'date_order',
              };
            },
          ];
        }),
      ),
    ),
});

const SCORE = /^(综合|总|最终|考核|评价)?(得分|评分|总分|分数)(（分）)?$/;

export const scoresSwapped = defineKind({
  name: 'scores_swapped',
  about: 'the points of two rows of a ranking exchanged',
  checks: ['rating_conflict'],
  sites: (clean) =>
    gridsOf(clean.document).flatMap((grid) => {
      const column = grid.rows[0]?.findIndex((t) => SCORE.test(plain(t))) ?? -1;
      const scored = grid.rows.flatMap((row, r) => (numberIn(row[column]) === null ? [] : [r]));
      const values = scored.map((r) => numberIn(grid.rows[r]?.[column]) ?? 0);
      const falls = values.every((v, i) => i === 0 || v < (values[i - 1] ?? 0));
      if (column < 0 || scored.length < 5 || !falls) return [];
      return scored.slice(0, -2).map((row, i): Site => (random) => {
        const other = scored[i + 2 + random.below(scored.length - i - 2)] ?? row;
        const [a, b] = [grid.rows[row]?.[column] ?? '', grid.rows[other]?.[column] ?? ''];
        const once = setCell(clean.document, grid, row, column, b);
        const [now] = gridsOf(once).filter((g) => g.at === grid.at);
        return {
          document: now ? setCell(once, now, other, column, a) : once,
          what: `rows ${row} and ${other}: ${a}, ${b}`,
          tells: (f) => f.check === 'rating_conflict',
        };
      });
    }),
});
