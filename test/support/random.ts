import fc from 'fast-check';
import type { Block, Cell, Document } from '../../schemas/index.js';
import { FRAGMENTS, anyText } from './text.js';

const page = fc.integer({ min: 1, max: 4 });
const words = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...FRAGMENTS, '优秀', '甲县', '', '12.5', '—', '2026', '甲厂房项目') },
  { weight: 1, arbitrary: anyText },
);
const heads = fc.constantFrom(
  ['序号', '项目名称', '总投资（万元）', '建设期限', '建设内容'],
  ['序号', '重点任务', '具体举措', '责任单位', '完成时限'],
  ['产业链', '年份', '指标', '全市', '甲县'],
  ['排名', '产业集群', '得分', '等次'],
  ['地区', '产值（亿元）', '户数'],
);

const anyTable: fc.Arbitrary<Block> = fc
  .tuple(
    fc.option(heads, { freq: 4 }),
    fc.array(fc.array(words, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
    fc.nat(3),
  )
  .map(([head, body, merged]) => {
    const rows = head === null ? body : [head, ...body];
    const columns = Math.max(...rows.map((r) => r.length));
    const cells: Cell[] = rows.flatMap((row, r) =>
      row.map((text, column) => ({ text, row: r, column, rowSpan: 1, columnSpan: 1, page: null, box: null })),
    );
    const tall = cells.find((c) => c.row === 1 && c.column === merged);
    if (tall && rows.length > 2 && !cells.some((c) => c.row === 2 && c.column === merged)) tall.rowSpan = 2;
    return { kind: 'table', page: null, rows: rows.length, columns, cells };
  });

const anyLine: fc.Arbitrary<Block> = fc
  .record({
    text: anyText,
    blankBefore: fc.boolean(),
    indented: fc.boolean(),
    level: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 1 }),
  })
  .filter(({ text }) => text.trim() !== '')
  .map(
    ({ text, level, ...rest }) =>
      ({ kind: level === null ? 'line' : 'heading', text, level, page: null, box: null, ...rest }) as const,
  );

/** Documents of lines, headings and tables, with pages or without. */
export const anyDocument: fc.Arbitrary<Document> = fc
  .tuple(
    fc.array(fc.oneof({ weight: 4, arbitrary: anyLine }, { weight: 1, arbitrary: anyTable }), { maxLength: 14 }),
    fc.option(fc.array(page, { minLength: 14, maxLength: 14 })),
  )
  .map(([blocks, given]) => {
    const pages = given === null ? null : [...given].sort((a, b) => a - b);
    const paged = blocks.map((block, i) => (pages === null ? block : { ...block, page: pages[i] ?? 4 }));
    return { format: 'txt', reader: 'txt@1', pages: pages === null ? null : 4, blocks: paged, warnings: [] };
  });
