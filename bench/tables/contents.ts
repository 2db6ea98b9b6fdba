import type { CellSpec, ColumnSpec, TableSpec } from './spec.js';
import type { Words } from './words.js';

type Rows = TableSpec['rows'];
type Content = Pick<TableSpec, 'columns' | 'rows' | 'head'>;

const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
const widths = (...all: readonly number[]): ColumnSpec[] => all.map((width) => ({ width }));

/** 序号, project, money, years, content: the commonest table there is. */
export function projects(words: Words, count: number, works = 1, width = 475): Content {
  const share = (part: number): number => (width * part) / 475;
  const rows: Rows = many(count, (i) => [`${i + 1}`, words.project(), words.figure(), words.span(), words.works(works)]);
  return {
    columns: [
      { width: share(35), align: 'centre' },
      { width: share(140) },
      { width: share(70), align: 'right' },
      { width: share(70), align: 'centre' },
      { width: share(160) },
    ],
    rows: [['序号', '项目名称', '总投资', '建设年限', '建设内容'], ...rows],
    head: 1,
  };
}

/** Regions down, figures across. */
export function figures(words: Words, count: number, columns: number, first = 90, width = 70): Content {
  return {
    columns: [{ width: first }, ...many(columns, (): ColumnSpec => ({ width, align: 'right' }))],
    rows: [
      [
        '地区',
        ...many(columns, (i) => ['营业收入', '利润总额', '税收', '从业人数', '研发投入', '企业数', '出口额'][i % 7] ?? ''),
      ],
      ...many(count, () => [words.place(), ...many(columns, () => words.figure())]),
    ],
    head: 1,
  };
}

/** Short texts in every column. */
export function list(words: Words, count: number): Content {
  return {
    columns: [{ width: 50, align: 'centre' }, { width: 110 }, { width: 120 }, { width: 130 }, { width: 60, align: 'centre' }],
    rows: [
      ['序号', '所在地', '产业', '责任单位', '等次'],
      ...many(count, (i) => [`${i + 1}`, words.place(), words.trade(), words.organ(), words.dice.pick(['优秀', '良好', '合格'])]),
    ],
    head: 1,
  };
}

const group = (text: string, columnSpan: number): CellSpec => ({ text, columnSpan });
const tall = (text: string, rowSpan: number): CellSpec => ({ text, rowSpan });

/** A head of two levels: years over figures. */
export function twoLevels(words: Words, count: number): Content {
  return {
    columns: [{ width: 90 }, ...many(6, (): ColumnSpec => ({ width: 62, align: 'right' }))],
    rows: [
      [tall('地区', 2), group('2024年', 2), group('2025年目标', 2), group('2026年目标', 2)],
      many(6, (i) => (i % 2 === 0 ? '营收' : '增速')),
      ...many(count, () => [words.place(), ...many(6, (i) => (i % 2 === 0 ? words.figure() : words.share()))]),
    ],
    head: 2,
  };
}

/** A head of three levels. */
export function threeLevels(words: Words, count: number): Content {
  return {
    columns: [{ width: 80 }, ...many(6, (): ColumnSpec => ({ width: 65, align: 'centre' }))],
    rows: [
      [tall('园区', 3), group('主要经济指标', 4), group('创新能力', 2)],
      [group('营业收入', 2), group('利润总额', 2), tall('企业数', 2), tall('平台数', 2)],
      ['2025年', '2026年', '2025年', '2026年'],
      ...many(count, () => [words.place(), ...many(6, () => words.figure(9999))]),
    ],
    head: 3,
  };
}

/** Groups of rows with one merged cell in front, and one over the whole width between. */
export function merged(words: Words): Content {
  const block = (name: string, rows: number): Rows =>
    many(rows, (i) => [...(i === 0 ? [tall(name, rows)] : []), words.place(), words.project(), words.figure()]);
  return {
    columns: [...widths(60, 90, 200), { width: 80, align: 'right' }],
    rows: [
      ['类别', '所在地', '项目名称', '总投资'],
      ...block('产业链', 3),
      [{ text: '以上为省级重点项目', columnSpan: 4, align: 'centre' }],
      ...block('创新平台', 2),
      [{ text: '合计', columnSpan: 3, align: 'centre' }, words.figure()],
    ],
    head: 1,
  };
}

/** A corner cell over two rows and two columns, and a block in the middle. */
export function corner(words: Words): Content {
  return {
    columns: widths(60, 80, 80, 80, 80, 80),
    rows: [
      [{ text: '指标与地区', rowSpan: 2, columnSpan: 2 }, group('工业', 2), group('服务业', 2)],
      ['产值', '户数', '产值', '户数'],
      [tall('市区', 2), '东岭区', ...many(4, () => words.figure())],
      ['西河区', { text: '未统计', rowSpan: 2, columnSpan: 2, align: 'centre' }, words.figure(), words.figure()],
      [tall('县域', 2), '南塘县', words.figure(), words.figure()],
      ['北溪县', ...many(4, () => words.figure())],
    ],
    head: 2,
  };
}

/** The same content with some cells left empty: a share of them, and all of the given columns. */
export function withEmpties(content: Content, words: Words, share: number, columns: readonly number[] = []): Content {
  const rows = content.rows.map((row, r) =>
    row.map((cell, c) => (r >= content.head && c > 0 && (columns.includes(c) || words.dice.chance(share)) ? '' : cell)),
  );
  return { ...content, rows };
}

/** Total and group rows. */
export function totals(words: Words): Content {
  const line = (name: string): string[] => [name, words.figure(), words.decimal(), words.share()];
  return {
    columns: [{ width: 160 }, { width: 90, align: 'right' }, { width: 90, align: 'decimal' }, { width: 90, align: 'right' }],
    rows: [
      ['项目', '户数', '营业收入', '增速'],
      line('总计'),
      line('一、先进制造业'),
      ...many(3, (i) => line(`\u3000${i + 1}. ${words.trade()}`)),
      line('二、现代服务业'),
      ...many(3, (i) => line(`\u3000${i + 1}. ${words.organ()}`)),
    ],
    head: 1,
  };
}

/** Many narrow columns of small figures. */
export function dense(words: Words, columns: number, count: number, width = 30): Content {
  return {
    columns: [{ width: 50 }, ...many(columns, (): ColumnSpec => ({ width, align: 'right' }))],
    rows: [
      ['县区', ...many(columns, (i) => `${i + 1}月`)],
      ...many(count, () => [words.place(), ...many(columns, () => words.figure(9999))]),
    ],
    head: 1,
  };
}

/** Figures of other lengths with their points one below the other. */
export function decimals(words: Words, count: number): Content {
  return {
    columns: [{ width: 120 }, ...many(4, (): ColumnSpec => ({ width: 85, align: 'decimal' }))],
    rows: [
      ['指标', '一季度', '二季度', '三季度', '四季度'],
      ...many(count, () => [words.trade(), ...many(4, () => words.decimal())]),
    ],
    head: 1,
  };
}
