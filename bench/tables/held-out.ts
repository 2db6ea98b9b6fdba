import { handmade, type Setting, type TableCase } from './compose.js';
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
import { LANDSCAPE } from './paper.js';
import type { RuleStyle, TableSpec } from './spec.js';
import { Dice, Words } from './words.js';

type Content = Pick<TableSpec, 'columns' | 'rows' | 'head'>;

/**
 * Tables drawn with a seed: contents, columns' widths, sizes, leading, padding, alignment and lines by chance. Looked at
 * for scoring only.
 */
export function heldOut(seed: number, each = 24): TableCase[] {
  const words = new Words(new Dice(seed));
  const draw = (family: TableCase['family'], styles: readonly RuleStyle[]): TableCase[] =>
    Array.from({ length: each }, (_, i) => drawn(family, words.dice.pick(styles), words, `${seed}-${family}-${i + 1}`));
  return [
    ...draw('ruled', ['grid']),
    ...draw('partly ruled', ['open', 'inner', 'rows', 'three', 'frame', 'columns']),
    ...draw('unruled', ['none']),
  ];
}

function drawn(family: TableCase['family'], rules: RuleStyle, words: Words, name: string): TableCase {
  const { dice } = words;
  const [kind, made] = content(words, family === 'ruled');
  const size = kind === 'dense' ? dice.between(6, 7) : dice.between(8, 11);
  const leading = dice.between(1.2, 1.5);
  const stretched = stretch(made, words, size);
  const width = stretched.columns.reduce((sum, column) => sum + column.width, 0);
  const spec: TableSpec = {
    ...stretched,
    rules,
    size,
    leading,
    padX: dice.between(2.5, 5),
    // Rows of text without lines between them are told by the space between them.
    padY: rules === 'grid' || kind !== 'projects' ? dice.between(0.5, 5) : dice.between(0.3, 0.6) * size,
    middle: family === 'ruled' && dice.chance(0.5),
    pen: dice.pick(['lines', 'lines', 'bars', 'pieces', 'dashes', 'double']),
    fill: family === 'ruled' ? dice.pick(['none', 'none', 'head', 'stripes']) : 'none',
    repeatHead: dice.chance(0.5),
    cutRows: family === 'ruled' && dice.chance(0.5),
  };
  const setting: Setting = {
    numbered: dice.chance(0.5),
    gap: dice.between(4, 12),
    left: dice.between(40, 60),
    ...(dice.chance(0.5) ? { before: [`附件：${words.place()}${words.trade()}集群有关情况表`] } : {}),
    ...(dice.chance(0.3) ? { unit: dice.pick(['单位：万元', '单位：亿元、%', '计量单位：户']) } : {}),
    ...(dice.chance(0.4) ? { after: [`注：数据由${words.organ()}提供，按现行口径统计，不含驻市中央企业。`] } : {}),
    ...(width > 490 ? { paper: LANDSCAPE } : {}),
    ...(dice.chance(0.3) ? { bottom: dice.between(300, 500) } : {}),
  };
  return handmade(family, rules === 'grid' || rules === 'none' ? kind : rules, name, spec, setting);
}

function content(words: Words, spans: boolean): [string, Content] {
  const { dice } = words;
  const count = dice.whole(4, 24);
  const drawn = dice.pick([
    ['list', () => list(words, count)],
    ['projects', () => projects(words, count, dice.whole(1, 2), dice.between(400, 480))],
    ['figures', () => figures(words, count, dice.whole(3, 6))],
    ['empties', () => withEmpties(list(words, count), words, dice.between(0.05, 0.25))],
    ['decimals', () => decimals(words, count)],
    ['totals', () => totals(words)],
    ['dense', () => dense(words, dice.whole(9, 14), count, dice.between(30, 36))],
    ...(spans
      ? ([
          ['merged', () => merged(words)],
          ['corner', () => corner(words)],
          ['three levels', () => threeLevels(words, count)],
        ] as const)
      : []),
    ['two levels', () => twoLevels(words, count)],
  ] as const);
  return [drawn[0], drawn[1]()];
}

/** Other widths of columns, as wide as their longest word at least. */
function stretch(made: Content, { dice }: Words, size: number): Content {
  const columns = made.columns.map(({ width, ...rest }) => ({
    ...rest,
    width: Math.max(width * dice.between(0.9, 1.15), 4 * size),
  }));
  return { ...made, columns };
}
