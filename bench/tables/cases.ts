import { fromSheets, handmade, type TableCase } from './compose.js';
import {
  corner,
  decimals,
  dense,
  figures,
  list,
  merged,
  projects,
  threeLevels,
  totals,
  twoLevels,
  withEmpties,
} from './contents.js';
import { layOut } from './layout.js';
import { A4, LANDSCAPE, type Drawing } from './paper.js';
import { expectedOf } from './spec.js';
import { Words, Dice } from './words.js';

const SEED = 20261127;

/** The suite: the kinds of tables that notices have, each written by hand with a seed. */
export function suite(seed = SEED): TableCase[] {
  const words = new Words(new Dice(seed));
  return [...ruled(words), ...pens(words), ...pagesOf(words), ...placesOf(words), ...partlyRuled(words), ...unruled(words)];
}

const TITLE = '附件：先进制造业集群重点项目表';
const NOTE = '注：以上数据由各县（市、区）报送，市统计局审核。';
const PROSE = '以上项目由各县（市、区）人民政府组织实施，市发展改革委负责调度推进，';

function ruled(words: Words): TableCase[] {
  const made = (
    kind: string,
    name: string,
    content: ReturnType<typeof list>,
    rest: Partial<Parameters<typeof layOut>[0]> = {},
    setting = {},
  ) => handmade('ruled', kind, name, { ...content, rules: 'grid', ...rest }, setting);
  return [
    made('plain', 'plain', list(words, 6), {}, { before: [TITLE], after: [NOTE] }),
    made('wrapped', 'wrapped cells', projects(words, 6, 2), {}, { before: [TITLE] }),
    made('wrapped', 'wrapped inside words and figures', projects(words, 6, 1, 330), { breakAnywhere: true, size: 9 }),
    made('merged', 'row and column spans', merged(words), { middle: true }, { before: [TITLE] }),
    made('merged', 'corner and block', corner(words), { middle: true }),
    made('heads', 'two levels', twoLevels(words, 6), { middle: true }, { before: [TITLE], unit: '单位：亿元、%' }),
    made('heads', 'three levels', threeLevels(words, 5), { middle: true }),
    made('empty', 'empty cells and an empty column', withEmpties(list(words, 8), words, 0.25, [3])),
    made('figures', 'decimal points', decimals(words, 8), {}, { unit: '单位：万元', before: [TITLE] }),
    made('figures', 'totals and groups', totals(words), {}, { unit: '单位：户、亿元' }),
    made('dense', '14 columns of small type', dense(words, 13, 10), { size: 6.5, padX: 1, padY: 1 }),
    made('dense', '20 columns lying', dense(words, 19, 8, 33), { size: 6, padX: 1, padY: 0.5 }, { paper: LANDSCAPE }),
  ];
}

function pens(words: Words): TableCase[] {
  return [
    handmade('ruled', 'pens', 'thin filled rectangles', { ...list(words, 5), rules: 'grid', pen: 'bars' }),
    handmade('ruled', 'pens', 'a rectangle for each cell', { ...merged(words), rules: 'grid', pen: 'rects' }),
    handmade('ruled', 'pens', 'dashes', { ...list(words, 5), rules: 'grid', pen: 'dashes' }),
    handmade('ruled', 'pens', 'double outer lines', { ...list(words, 5), rules: 'grid', pen: 'double' }),
    handmade('ruled', 'pens', 'a stroke for each side', { ...corner(words), rules: 'grid', pen: 'pieces' }),
    handmade('ruled', 'transforms', 'scaled', { ...list(words, 5), rules: 'grid' }, { transform: 'scaled', before: [TITLE] }),
    handmade('ruled', 'transforms', 'flipped', { ...twoLevels(words, 5), rules: 'grid', pen: 'bars' }, { transform: 'flipped' }),
    handmade(
      'ruled',
      'transforms',
      'text that runs up the page',
      { ...projects(words, 4), rules: 'grid' },
      { transform: 'turned', before: [TITLE] },
    ),
    handmade('ruled', 'transforms', '/Rotate 90', { ...list(words, 5), rules: 'grid' }, { rotate: 90, before: [TITLE] }),
    handmade('ruled', 'transforms', '/Rotate 270', { ...merged(words), rules: 'grid' }, { rotate: 270 }),
    handmade(
      'ruled',
      'transforms',
      'turned and /Rotate 90',
      { ...figures(words, 6, 6), rules: 'grid' },
      { transform: 'turned', rotate: 90 },
    ),
    handmade('ruled', 'shaded', 'stripes under lines', { ...list(words, 7), rules: 'grid', fill: 'stripes' }),
    handmade('ruled', 'shaded', 'cells filled, no strokes', { ...merged(words), rules: 'none', fill: 'cells' }),
    handmade('partly ruled', 'shaded', 'stripes, no strokes', { ...list(words, 8), rules: 'none', fill: 'stripes', padY: 1 }),
  ];
}

function pagesOf(words: Words): TableCase[] {
  const foot = { bottom: 760, numbered: true };
  return [
    handmade('ruled', 'pages', 'head repeated', { ...projects(words, 60), rules: 'grid', repeatHead: true }, foot),
    handmade('ruled', 'pages', 'head not repeated', { ...projects(words, 60), rules: 'grid' }, { ...foot, after: [NOTE] }),
    handmade('ruled', 'pages', 'rows cut', { ...projects(words, 14, 6), rules: 'grid', cutRows: true }, foot),
    handmade(
      'ruled',
      'pages',
      'rows cut, head repeated',
      { ...projects(words, 14, 6), rules: 'grid', cutRows: true, repeatHead: true },
      foot,
    ),
    handmade(
      'ruled',
      'pages',
      'two-level head repeated, lying',
      { ...twoLevels(words, 60), rules: 'grid', repeatHead: true, middle: true },
      { paper: LANDSCAPE, numbered: true },
    ),
    handmade(
      'ruled',
      'pages',
      'empty column over pages',
      { ...withEmpties(projects(words, 40), words, 0.05, [4]), rules: 'grid' },
      foot,
    ),
    handmade(
      'unruled',
      'pages',
      'unruled, head repeated',
      { ...projects(words, 40), rules: 'none', repeatHead: true, padY: 5 },
      foot,
    ),
    handmade('unruled', 'pages', 'unruled, rows cut', { ...projects(words, 16, 5), rules: 'none', cutRows: true, padY: 5 }, foot),
    handmade('unruled', 'pages', 'unruled figures', { ...figures(words, 90, 5), rules: 'none' }, foot),
    handmade(
      'partly ruled',
      'pages',
      'three lines on every page',
      { ...figures(words, 90, 5), rules: 'three', repeatHead: true },
      foot,
    ),
    handmade(
      'partly ruled',
      'pages',
      'lines between rows, over pages',
      { ...projects(words, 40), rules: 'rows', repeatHead: true },
      foot,
    ),
  ];
}

/** The same table with another word in front of its head: tables with the same head are taken for one that goes on. */
function renamed(content: ReturnType<typeof list>, first: string): ReturnType<typeof list> {
  const [head = [], ...rest] = content.rows;
  return { ...content, rows: [[first, ...head.slice(1)], ...rest] };
}

function placesOf(words: Words): TableCase[] {
  const [left, right, below] = [
    figures(words, 5, 2, 70, 60),
    renamed(figures(words, 7, 2, 70, 60), '园区'),
    renamed(list(words, 4), '编号'),
  ];
  const room = (x: number, y: number) => ({ x, y, bottom: 780, top: 60 });
  const draw = (content: typeof left, x: number, y: number): Drawing[] =>
    layOut({ ...content, rules: 'grid' }, room(x, y))[0]?.drawings ?? [];
  const lines = (x: number, y: number, count: number, say: string): Drawing[] =>
    Array.from({ length: count }, (_, i) => ({
      kind: 'text',
      x,
      y: y + 16 * i,
      words: `${say}第${i + 10}行的文字占满一栏的宽`,
      size: 10,
    }));
  return [
    fromSheets(
      'ruled',
      'places',
      'two side by side',
      [{ ...A4, drawings: [...draw(left, 50, 100), ...draw(right, 300, 100)] }],
      [left, right].map(expectedOf),
    ),
    handmade(
      'ruled',
      'places',
      'two with little space between',
      [
        { ...list(words, 4), rules: 'grid' },
        { ...below, rules: 'grid' },
      ],
      { gap: 5 },
    ),
    handmade(
      'ruled',
      'places',
      'text close above and below',
      { ...projects(words, 4), rules: 'grid' },
      { before: [PROSE], after: [PROSE, NOTE], gap: 1 },
    ),
    fromSheets(
      'ruled',
      'places',
      'inside a column of text',
      [
        {
          ...A4,
          drawings: [
            ...lines(50, 80, 12, '左栏'),
            ...draw(left, 52, 280),
            ...lines(50, 410, 14, '左下'),
            ...lines(310, 80, 34, '右栏'),
          ],
        },
      ],
      [expectedOf(left)],
      [
        ...Array.from({ length: 12 }, (_, i) => `左栏第${i + 10}行的文字占满一栏的宽`),
        ...Array.from({ length: 34 }, (_, i) => `右栏第${i + 10}行的文字占满一栏的宽`),
      ],
    ),
  ];
}

function partlyRuled(words: Words): TableCase[] {
  return [
    handmade(
      'partly ruled',
      'three lines',
      'figures',
      { ...figures(words, 8, 5), rules: 'three' },
      { before: [TITLE], unit: '单位：万元', after: [NOTE] },
    ),
    handmade(
      'partly ruled',
      'three lines',
      'two levels',
      { ...twoLevels(words, 7), rules: 'three', middle: true },
      { unit: '单位：亿元' },
    ),
    handmade('partly ruled', 'three lines', 'wrapped', { ...projects(words, 6, 1), rules: 'three', padY: 4 }, { after: [NOTE] }),
    handmade(
      'partly ruled',
      'three lines',
      'four short columns, tight',
      { ...totals(words), rules: 'three', padY: 0.5 },
      { before: [PROSE], after: [PROSE] },
    ),
    handmade(
      'partly ruled',
      'rows',
      'lines between rows',
      { ...projects(words, 7), rules: 'rows' },
      { before: [PROSE], after: [PROSE] },
    ),
    handmade(
      'partly ruled',
      'rows',
      'lines between rows, centred',
      { ...projects(words, 8), rules: 'rows', middle: true },
      { before: [PROSE] },
    ),
    handmade(
      'partly ruled',
      'three lines',
      'three lines, centred',
      { ...projects(words, 8), rules: 'three', middle: true, padY: 3 },
      { before: [PROSE], after: [PROSE] },
    ),
    handmade('partly ruled', 'rows', 'empty cells', { ...withEmpties(list(words, 8), words, 0.3), rules: 'rows' }),
    handmade(
      'partly ruled',
      'frame',
      'frame and head line',
      { ...list(words, 7), rules: 'frame' },
      { before: [TITLE], after: [NOTE] },
    ),
    handmade(
      'partly ruled',
      'frame',
      'with figures',
      { ...figures(words, 9, 5), rules: 'frame', size: 9 },
      { unit: '单位：万元' },
    ),
    handmade('partly ruled', 'columns', 'no lines between rows', { ...list(words, 9), rules: 'columns' }, { before: [TITLE] }),
    handmade('partly ruled', 'columns', 'totals and groups', { ...totals(words), rules: 'columns' }),
    handmade('partly ruled', 'open', 'open sides', { ...list(words, 6), rules: 'open' }, { before: [TITLE] }),
    handmade('partly ruled', 'open', 'no outer lines', { ...list(words, 6), rules: 'inner' }, { before: [TITLE], after: [NOTE] }),
  ];
}

function unruled(words: Words): TableCase[] {
  const none = { rules: 'none' as const };
  return [
    handmade('unruled', 'plain', 'plain', { ...list(words, 7), ...none }, { before: [TITLE], after: [NOTE] }),
    handmade('unruled', 'plain', 'tight rows', { ...list(words, 9), ...none, padY: 0 }, { before: [TITLE], after: [NOTE] }),
    handmade('unruled', 'wrapped', 'wrapped cells', { ...projects(words, 6), ...none, padY: 4 }, { before: [TITLE] }),
    handmade('unruled', 'wrapped', 'no space between rows', { ...projects(words, 8), ...none, padY: 1.5 }, { before: [TITLE] }),
    handmade('unruled', 'wrapped', 'vertically centred', { ...projects(words, 6), ...none, padY: 6, middle: true }),
    handmade('unruled', 'wrapped', 'centred, little space', { ...projects(words, 8), ...none, padY: 3, middle: true }),
    handmade('unruled', 'figures', 'flush right', { ...figures(words, 9, 5), ...none }, { before: [TITLE], unit: '单位：万元' }),
    handmade('unruled', 'figures', 'decimal points', { ...decimals(words, 9), ...none }, { after: [NOTE] }),
    handmade('unruled', 'figures', 'totals and groups', { ...totals(words), ...none }, { after: [PROSE] }),
    handmade('unruled', 'heads', 'two levels', { ...twoLevels(words, 7), ...none, middle: true }, { before: [TITLE] }),
    handmade('unruled', 'empty', 'empty cells', { ...withEmpties(list(words, 9), words, 0.2), ...none }),
    handmade(
      'unruled',
      'empty',
      'empty figures',
      { ...withEmpties(figures(words, 9, 6, 80, 65), words, 0.25), ...none },
      { before: [TITLE] },
    ),
    handmade('unruled', 'dense', '13 columns of small type', { ...dense(words, 12, 10, 34), ...none, size: 7, padX: 2, padY: 1 }),
    handmade('unruled', 'transforms', 'text that runs up the page', { ...list(words, 6), ...none }, { transform: 'turned' }),
    handmade('unruled', 'transforms', '/Rotate 90', { ...list(words, 6), ...none }, { rotate: 90 }),
    handmade('unruled', 'centred', 'all cells centred', {
      ...list(words, 8),
      columns: list(words, 1).columns.map(({ width }) => ({ width, align: 'centre' as const })),
      ...none,
    }),
  ];
}
