import { Document as WordDocument, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../pipeline/read/index.js';
import { reflow } from '../../pipeline/reflow/index.js';
import { segment } from '../../pipeline/segment/index.js';
import type { Document } from '../../schemas/index.js';
import { documentOf, recordsOf, type CellSpec, type Part } from '../support/documents.js';

/** A table whose type of task and leading unit are merged over rows; '' is a place that a cell above covers. */
interface Sheet {
  title: string;
  head: string[];
  rows: string[][];
}

const TASKS: Sheet = {
  title: '重点任务分解表',
  head: ['序号', '重点任务', '具体举措', '牵头单位', '配合单位', '完成时限'],
  rows: [
    ['1', '培育产业集群', '编制集群发展规划，明确主导方向和空间布局', '市工业和信息化局', '市商务局', '2026年6月'],
    ['2', '', '建设公共技术服务平台，服务中小企业', '', '市财政局', '2026年12月'],
    ['3', '', '组织企业对接活动，每季度不少于一次', '市商务局', '市科技局', '2026年9月'],
    ['4', '强化要素保障', '保障重点项目用地', '市自然资源局', '市林业局', '2027年3月'],
  ],
};
const PROJECTS: Sheet = {
  title: '重点项目清单',
  head: ['类别', '序号', '项目名称', '总投资（万元）', '建设期限'],
  rows: [
    ['续建项目', '1', '铜基新材料产业园', '12000', '2024-2026'],
    ['', '2', '光电信息标准厂房', '8000', '2025-2026'],
    ['新建项目', '3', '生物医药中试基地', '5000', '2025-2027'],
  ],
};

const HEAD = [
  '抚河市人民政府关于印发产业发展行动方案的通知',
  '抚府发〔2025〕7号',
  '各县（市、区）人民政府：',
  '现将方案印发给你们。',
];
const FOOT = ['抚河市人民政府', '2025年3月6日'];

/** How far down the cell at a place is merged; 0 where another covers it. */
function rowSpan(rows: readonly string[][], r: number, c: number): number {
  if (rows[r]?.[c] === '') return 0;
  let span = 1;
  while (rows[r + span]?.[c] === '') span += 1;
  return span;
}

const all = ({ head, rows }: Sheet): string[][] => [head, ...rows];
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const html = (sheet: Sheet): string => {
  const rows = all(sheet);
  const line = (row: string[], r: number): string =>
    `<tr>${row.map((t, c) => (t === '' ? '' : `<td rowspan="${rowSpan(rows, r, c)}">${t}</td>`)).join('')}</tr>`;
  const lines = [...HEAD, ...FOOT, sheet.title].map((t) => `<p>${t}</p>`).join('\n');
  return `<html><meta charset="utf-8"><body>${lines}<table>${rows.map(line).join('')}</table></body></html>`;
};

function docx(sheet: Sheet): Promise<Uint8Array> {
  const rows = all(sheet);
  const cells = (row: string[], r: number): TableCell[] =>
    row.flatMap((t, c) => (t === '' ? [] : [new TableCell({ rowSpan: rowSpan(rows, r, c), children: [new Paragraph(t)] })]));
  const table = new Table({ rows: rows.map((row, r) => new TableRow({ children: cells(row, r) })) });
  const lines = [...HEAD, ...FOOT, sheet.title].map((t) => new Paragraph(t));
  return Packer.toBuffer(new WordDocument({ sections: [{ children: [...lines, table] }] }));
}

/** As a reader of pages gives it: cells with boxes, cut after the second row of the body, the head again on the second page. */
function pages(sheet: Sheet): Document {
  const spec = (rows: string[][]): CellSpec[][] =>
    rows.map((row, r) =>
      row.flatMap((text, c): CellSpec[] => (r > 0 && text === '' ? [] : [{ text, rows: Math.max(1, rowSpan(rows, r, c)) }])),
    );
  const parts: Part[] = [{ page: 1 }, ...HEAD, ...FOOT, sheet.title, spec([sheet.head, ...sheet.rows.slice(0, 2)])];
  const [cut = [], ...rest] = sheet.rows.slice(2);
  const below = [sheet.head, cut, ...rest].map((row) => row.map((text): CellSpec => ({ text })));
  return documentOf([...parts, { page: 2 }, below], { format: 'pdf' });
}

const tabbed = (s: Sheet): Promise<Document> =>
  readDocument(bytes([...HEAD, ...FOOT, s.title, ...all(s).map((r) => r.join('\t'))].join('\n')), 'a.txt');

const FORMS: Record<string, (sheet: Sheet) => Promise<Document> | Document> = {
  pipes: (s) =>
    readDocument(
      bytes(
        [
          ...HEAD,
          ...FOOT,
          s.title,
          '',
          ...all(s).flatMap((r, i) => [`| ${r.join(' | ')} |`, ...(i === 0 ? [`${r.map(() => '|---').join('')}|`] : [])]),
        ].join('\n'),
      ),
      'a.md',
    ),
  html: (s) => readDocument(bytes(html(s)), 'a.html'),
  docx: async (s) => readDocument(await docx(s), 'a.docx'),
  pages,
};

/** What is read from the rows, without what is of the form. */
function rowsOf(document: Document): unknown {
  return segment(reflow(document)).map(({ notice }) => {
    const { obligations, projects } = recordsOf(notice);
    return [
      ...obligations.map(({ number, title, text, due, units }) => ({ number, title, text, due, units })),
      ...projects.map(({ seq, name, investment_cny, period_start, period_end, other }) => ({
        seq,
        name,
        investment_cny,
        period_start,
        period_end,
        other,
      })),
    ];
  });
}

describe.each([
  ['tasks', TASKS, 4],
  ['projects', PROJECTS, 3],
])('a table of %s with merged cells', (_name, sheet, rows) => {
  it.each(Object.entries(FORMS))('gives the same records as %s', async (_form, make) => {
    const tabs = rowsOf(await tabbed(sheet));
    expect(tabs).toEqual([expect.objectContaining({ length: rows })]);
    expect(rowsOf(await make(sheet))).toEqual(tabs);
  });
});

describe('a leading unit that stands above as text', () => {
  const leadsOf = async (rows: string[][]): Promise<string[][]> => {
    const document = await tabbed({ ...TASKS, rows });
    return segment(reflow(document)).flatMap(({ notice }) =>
      recordsOf(notice).obligations.map(({ units }) => units.filter(({ role }) => role === 'lead').map(({ name }) => name)),
    );
  };

  it('holds for the rest of its task and for no other task', async () => {
    const leads = await leadsOf([
      ['1', '培育产业集群', '编制集群发展规划，明确主导方向', '市工业和信息化局', '市商务局', '2026年6月'],
      ['2', '', '建设公共技术服务平台，服务中小企业', '', '市财政局', '2026年12月'],
      ['3', '强化要素保障', '保障重点项目用地，盘活存量土地', '', '市林业局', '2027年3月'],
      ['4', '', '保障重点项目用电用气', '', '市发展改革委', '2027年3月'],
    ]);
    expect(leads).toEqual([['市工业和信息化局'], ['市工业和信息化局'], [], []]);
  });

  it('is missing where merged cells are told and leave it empty', async () => {
    const rows = [
      '<tr><td>1</td><td rowspan="2">培育产业集群</td><td>编制集群发展规划</td><td>市工业和信息化局</td><td>市商务局</td></tr>',
      '<tr><td>2</td><td>建设公共技术服务平台</td><td></td><td>市财政局</td></tr>',
    ];
    const head = `<tr>${TASKS.head
      .slice(0, 5)
      .map((t) => `<td>${t}</td>`)
      .join('')}</tr>`;
    const lines = [...HEAD, ...FOOT, TASKS.title].map((t) => `<p>${t}</p>`).join('');
    const page = `<html><meta charset="utf-8"><body>${lines}<table>${head}${rows.join('')}</table></body></html>`;
    const document = await readDocument(bytes(page), 'a.html');
    const [notice] = segment(reflow(document));
    const obligations = notice ? recordsOf(notice.notice).obligations : [];
    expect(obligations.map(({ units }) => units.map(({ name }) => name))).toEqual([
      ['市工业和信息化局', '市商务局'],
      ['市财政局'],
    ]);
  });
});
