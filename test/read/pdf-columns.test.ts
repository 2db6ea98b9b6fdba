import { describe, expect, it } from 'vitest';
import { readDocument } from '../../pipeline/read/index.js';
import { reflow } from '../../pipeline/reflow/index.js';
import { handmadePdf, line, paragraph, text } from './handmade-pdf.js';
import { rows, tables, texts } from './show.js';

const read = async (...draw: string[]) => await readDocument(handmadePdf([{ draw }]), 'a.pdf');

/** A paragraph of a column: its first line is indented by two characters, the others are full. */
const LEFT = [
  '　　推动集群强链补链，支持龙头企',
  '业牵头组建创新联合体，完善本地配',
  '套，年内新增省级中小企业特色产业',
  '集群两个以上，培育专精特新中小企',
  '业三十家，建成公共服务平台五个。',
];
const RIGHT = [
  '　　加强要素保障，优先安排重大项',
  '目用地指标，设立集群发展基金，引',
  '导金融机构加大信贷投放，组织用工',
  '对接，强化跟踪问效，按季度通报进',
  '展情况，年底开展综合评价和考核。',
];
const column = (x: number, y: number, lines: readonly string[]): string[] => paragraph(x, y, lines, 12, 20);
const LEFT_AT = 70;
const RIGHT_AT = 310;

describe('two columns of text whose lines stand level', () => {
  it('are read one after the other, though gaps here and there look like a third column', async () => {
    const document = await read(
      ...column(LEFT_AT, 100, [...LEFT, ...LEFT]),
      ...column(RIGHT_AT, 100, RIGHT),
      ...[text(RIGHT_AT + 24, 200, '联系人：张三'), text(RIGHT_AT + 144, 200, '电话')],
      ...column(RIGHT_AT, 220, RIGHT.slice(1, 2)),
      ...[text(RIGHT_AT, 240, '工业和信息化局'), text(RIGHT_AT + 156, 240, '印发')],
      ...column(RIGHT_AT, 260, RIGHT.slice(2)),
    );
    expect(tables(document)).toEqual([]);
    const lines = texts(document).map((words) => words.trim());
    expect(lines.slice(0, 10)).toEqual([...LEFT, ...LEFT].map((words) => words.trim()));
  });

  it('a table in three columns is no such text', async () => {
    const document = await read(
      ...Array.from({ length: 12 }, (_, i) => [
        text(LEFT_AT, 100 + 20 * i, `第${i}项支持龙头企业牵头组建创新联`),
        text(RIGHT_AT, 100 + 20 * i, '工业和信息化局牵头'),
        text(RIGHT_AT + 150, 100 + 20 * i, `2026年${i}月`),
      ]).flat(),
    );
    expect(rows(tables(document)[0])).toHaveLength(12);
  });

  it('a large line in the middle of the page, with a gap where they have theirs, parts them', async () => {
    const document = await read(
      ...column(LEFT_AT, 100, LEFT),
      ...column(RIGHT_AT, 100, RIGHT),
      text(126, 225, '联系人：王小明', 18),
      text(316, 225, '电话：八五六六', 18),
      ...column(LEFT_AT, 250, LEFT),
      ...column(RIGHT_AT, 250, RIGHT),
    );
    const lines = texts(document).map((words) => words.trim());
    expect(lines.slice(5, 12)).toEqual([
      ...RIGHT.map((words) => words.trim()),
      expect.stringContaining('联系人：王小明'),
      LEFT[0]?.trim(),
    ]);
  });
});

describe('below a short rule at the foot of a page', () => {
  it('rows of cells are a table that its head has a rule under, and no notes', async () => {
    const xs = [70, 170, 270, 370];
    const document = await read(
      ...paragraph(70, 100, [...LEFT, ...RIGHT], 12, 20),
      ...xs.map((x, i) => text(x, 702, ['序号', '县区', '产值', '增速'][i] ?? '', 9)),
      line(70, 707, 180, 707),
      ...[0, 1, 2, 3].flatMap((i) => xs.map((x, c) => text(x, 720 + 14 * i, c === 1 ? '江北县' : `${c + 1}${i}`, 9))),
    );
    expect(document.blocks.filter((block) => block.kind === 'line' && block.role === 'footnote')).toEqual([]);
    expect(rows(tables(document)[0])).toHaveLength(5);
  });
});

describe('a column of numbers at mid-height beside names of two lines', () => {
  it('is a column though lines that name the rows reach over both', async () => {
    const entry = (i: number, y: number): string[] => [
      text(100, y, '新能源装备智能制造', 9),
      text(100, y + 14, '基地扩建项目', 9),
      ...[`${i}`, '续建', `${i}000`, `${i}00`, '江北县政府', '明年底'].map((words, c) =>
        text([70, 220, 270, 330, 390, 470][c] ?? 0, y + 7, words, 9),
      ),
    ];
    const group = (words: string, y: number): string[] => [
      text(70, y, words, 9),
      text(270, y, '90000', 9),
      text(330, y, '9000', 9),
    ];
    const document = await read(
      ...group('一、新能源装备产业（3个）', 100),
      ...[1, 2, 3].flatMap((i) => entry(i, 90 + 40 * i)),
      ...group('二、电子信息产业（3个）', 250),
      ...[4, 5, 6].flatMap((i) => entry(i, 120 + 40 * i)),
    );
    const found = rows(tables(document)[0]);
    expect(found.filter((row) => /^[1-6]$/.test(row[0] ?? '')).map((row) => row[1]?.replace(/\s/g, ''))).toEqual(
      Array.from({ length: 6 }, () => '新能源装备智能制造基地扩建项目'),
    );
  });
});

describe('a line that fills its column', () => {
  const flowOf = async (...lines: readonly string[]) =>
    reflow(await read(...paragraph(70, 100, [...LEFT, ...lines, ...RIGHT], 12, 20))).text.split('\n');

  it('goes on at the left edge though both have labels', async () => {
    const flow = await flowOf('　　牵头单位：市工信局责任单位：', '府谷县政府配合单位：市财政局');
    expect(flow[1]?.trim()).toBe('牵头单位：市工信局责任单位：府谷县政府配合单位：市财政局');
  });

  it('does not where the next is indented as it is, or has a number', async () => {
    const flow = await flowOf('　　牵头单位：市工信局责任单位：', '　　配合单位：市财政局');
    expect(flow.slice(1, 3).map((one) => one.trim())).toEqual(['牵头单位：市工信局责任单位：', '配合单位：市财政局']);
    const numbered = await flowOf('　　牵头单位：市工信局责任单位乙', '2.配合单位：市财政局');
    expect(numbered.slice(1, 3).map((one) => one.trim())).toEqual(['牵头单位：市工信局责任单位乙', '2.配合单位：市财政局']);
  });

  it('goes on with a number that closes its bracket', async () => {
    const flow = await flowOf('　　谋划实施重点项目八个（附件', '2），建立周调度机制并通报进展。');
    expect(flow[1]?.trim()).toBe('谋划实施重点项目八个（附件2），建立周调度机制并通报进展。');
  });
});
