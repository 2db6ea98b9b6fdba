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
    return {
      format: 'txt',
      reader: 'txt@1',
      pageFacts: [],
      linkedFiles: [],
      pages: pages === null ? null : 4,
      blocks: paged,
      warnings: [],
    };
  });

/** Sentences that give records, in any order, under headings of any rank: a notice with head and signature. */
const SENTENCES = [
  '一、总体要求',
  '（一）主要目标。到2027年，全市规上企业达到300家，营业收入突破1800亿元。',
  '（二）优秀等次（2个）',
  '信丰县、大余县。',
  '1.建强园区。完善标准厂房。（牵头单位：市工信局；责任单位：各县（市、区）人民政府；完成时限：2026年底前）',
  '做强南康家具产业集群、樟树中医药产业集群。',
  '市工业和信息化局负责本方案的解释。',
  '优秀等次（2个）：信丰县（96.5分）、大余县（95分）。',
  '二、保障措施',
  '全市共安排重点项目2个。',
  '附件：1.重点项目清单',
  '附件1',
  '重点项目清单',
  '（单位：万元）',
] as const;
const anyBody: fc.Arbitrary<Block> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .constantFrom(...SENTENCES)
      .map((text) => ({ kind: 'line', text, page: null, level: null, blankBefore: false, indented: true, box: null }) as const),
  },
  { weight: 1, arbitrary: anyTable },
  { weight: 1, arbitrary: anyLine },
);
const line = (text: string): Block => ({
  kind: 'line',
  text,
  page: null,
  level: null,
  blankBefore: true,
  indented: false,
  box: null,
});

/** Notices with head and signature around such bodies; sometimes two of them in a file. */
export const anyNotice: fc.Arbitrary<Document> = fc
  .array(fc.array(anyBody, { minLength: 1, maxLength: 10 }), { minLength: 1, maxLength: 2 })
  .map((bodies) => ({
    format: 'txt',
    reader: 'txt@1',
    pageFacts: [],
    linkedFiles: [],
    pages: null,
    blocks: bodies.flatMap((body, i) => [
      line('抚河市人民政府关于印发抚河市产业发展行动方案的通知'),
      line(`抚府发〔2025〕${i + 1}号`),
      line('各县（市、区）人民政府：'),
      ...body,
      line('抚河市人民政府'),
      line('2025年3月6日'),
    ]),
    warnings: [],
  }));
