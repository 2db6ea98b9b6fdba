import { describe, expect, it } from 'vitest';
import { reflow } from '../../pipeline/reflow/index.js';
import { documentOf, type CellSpec, type Part } from '../support/documents.js';

/** The tables after reflow: a line a row, `|` between grid places, a merged cell with its rows×columns behind it. */
function tablesOf(parts: readonly Part[]): string[][] {
  const flow = reflow(documentOf(parts));
  return flow.items.flatMap((item) => {
    if (item.kind !== 'table') return [];
    const rows = item.rows.map((row) => {
      const line = Array.from({ length: item.columns }, () => '');
      for (const c of row.cells) {
        const span = c.rowSpan > 1 || c.columnSpan > 1 ? `[${c.rowSpan}×${c.columnSpan}]` : '';
        line[c.column] = flow.text.slice(c.start, c.end) + span;
      }
      return line.join('|');
    });
    return [rows];
  });
}
/** Rows written as `a|b|c`; a cell `a[2×1]` is merged over two rows, its covered places are left out. */
const grid = (...rows: string[]): CellSpec[][] =>
  rows.map((row) =>
    row.split('|').map((text): CellSpec => {
      const m = /^(.*)\[(\d+)×(\d+)\]$/.exec(text);
      return m ? { text: m[1] ?? '', rows: Number(m[2]), columns: Number(m[3]) } : text;
    }),
  );
const p = (page: number): Part => ({ page });
const HEAD = '序号|项目名称|总投资|责任单位';

interface Case {
  name: string;
  parts: Part[];
  tables: string[][];
  aside?: string[];
}

const CASES: Case[] = [
  {
    name: 'the same head on the next page is left out',
    parts: [p(1), grid(HEAD, '1|甲|10|A'), p(2), grid(HEAD, '2|乙|20|B')],
    tables: [[HEAD, '1|甲|10|A', '2|乙|20|B']],
    aside: ['序号', '项目名称', '总投资', '责任单位'],
  },
  {
    name: 'the rest of a row that begins with a word of heads',
    parts: [
      p(1),
      grid(HEAD, '1|甲|10|市经济合作外', '2|新签约|20|市经济信'),
      p(2),
      grid('|项目25个，其中新建10个|30|息化局', '3|丙|40|C'),
    ],
    tables: [[HEAD, '1|甲|10|市经济合作外', '2|新签约项目25个，其中新建10个|2030|市经济信息化局', '3|丙|40|C']],
  },
  {
    name: 'the rest of a name alone in the first column, but no line that names rows',
    parts: [
      p(1),
      grid('地区|产值|户数', '甲县|10|1', '乙县|20|2', '东至|30|3'),
      p(2),
      grid('县||', '丙县|40|4'),
      p(3),
      grid('一、二||', '丁县|50|5'),
    ],
    tables: [['地区|产值|户数', '甲县|10|1', '乙县|20|2', '东至县|30|3', '丙县|40|4', '一、二||', '丁县|50|5']],
  },
  {
    name: 'over four pages',
    parts: [1, 2, 3, 4].flatMap((n) => [p(n), grid(HEAD, `${n}|甲|10|A`)]),
    tables: [[HEAD, '1|甲|10|A', '2|甲|10|A', '3|甲|10|A', '4|甲|10|A']],
  },
  {
    name: 'without a head on the next page',
    parts: [p(1), grid(HEAD, '1|甲|10|A'), p(2), grid('2|乙|20|B')],
    tables: [[HEAD, '1|甲|10|A', '2|乙|20|B']],
  },
  {
    name: 'in a text without pages, where the rows are counted and the count goes on',
    parts: [grid(HEAD, '1|甲|10|A', '2|乙|20|B'), '— 3 —', grid('3|丙|30|C', '4|丁|40|D'), '— 4 —'],
    tables: [[HEAD, '1|甲|10|A', '2|乙|20|B', '3|丙|30|C', '4|丁|40|D']],
  },
  {
    name: 'in a text without pages a count that begins anew is another table',
    parts: [grid(HEAD, '1|甲|10|A', '2|乙|20|B'), '— 3 —', grid('1|丙|30|C', '2|丁|40|D'), '— 4 —'],
    tables: [
      [HEAD, '1|甲|10|A', '2|乙|20|B'],
      ['1|丙|30|C', '2|丁|40|D'],
    ],
  },
  {
    name: 'a head of two rows with merged cells',
    parts: [
      p(1),
      grid('地区[2×1]|产值[1×2]', '2024|2025', '甲县|1|2'),
      p(2),
      grid('地区[2×1]|产值[1×2]', '2024|2025', '乙县|3|4'),
    ],
    tables: [['地区[2×1]|产值[1×2]|', '|2024|2025', '甲县|1|2', '乙县|3|4']],
  },
  {
    name: 'a head of three rows',
    parts: [
      p(1),
      grid('地区[3×1]|产值[1×2]', '上半年[1×2]', '目标|完成', '甲县|1|2'),
      p(2),
      grid('地区[3×1]|产值[1×2]', '上半年[1×2]', '目标|完成', '乙县|3|4'),
    ],
    tables: [['地区[3×1]|产值[1×2]|', '|上半年[1×2]|', '|目标|完成', '甲县|1|2', '乙县|3|4']],
  },
  {
    name: 'a head whose first row is the title, on later pages with （续）',
    parts: [p(1), grid('项目清单[1×4]', HEAD, '1|甲|10|A'), p(2), grid('项目清单（续）[1×4]', HEAD, '2|乙|20|B')],
    tables: [['项目清单[1×4]|||', HEAD, '1|甲|10|A', '2|乙|20|B']],
  },
  {
    name: 'a row 续表 above the repeated head',
    parts: [p(1), grid(HEAD, '1|甲|10|A'), p(2), grid('续表[1×4]', HEAD, '2|乙|20|B')],
    tables: [[HEAD, '1|甲|10|A', '2|乙|20|B']],
    aside: ['续表', '序号', '项目名称', '总投资', '责任单位'],
  },
  {
    name: 'a line 续表 between the parts',
    parts: [p(1), grid(HEAD, '1|甲|10|A'), p(2), '续表', grid(HEAD, '2|乙|20|B')],
    tables: [[HEAD, '1|甲|10|A', '2|乙|20|B']],
    aside: ['续表', '序号', '项目名称', '总投资', '责任单位'],
  },
  {
    name: 'a line 续表1 and no head below it',
    parts: [p(1), grid(HEAD, '1|甲|10|A'), p(2), '续表1', grid('2|乙|20|B')],
    tables: [[HEAD, '1|甲|10|A', '2|乙|20|B']],
  },
  {
    name: 'title and unit again above the next part',
    parts: [p(1), '投资计划表', '单位：万元', grid(HEAD, '1|甲|10|A'), p(2), '投资计划表', '单位：万元', grid(HEAD, '2|乙|20|B')],
    tables: [[HEAD, '1|甲|10|A', '2|乙|20|B']],
  },
  {
    name: 'title with （续） and the unit again',
    parts: [
      p(1),
      '投资计划表',
      '单位：万元',
      grid(HEAD, '1|甲|10|A'),
      p(2),
      '投资计划表（续）',
      '单位：万元',
      grid(HEAD, '2|乙|20|B'),
    ],
    tables: [[HEAD, '1|甲|10|A', '2|乙|20|B']],
  },
  {
    name: 'a line 续表 without pages',
    parts: [grid(HEAD, '1|甲|10|A'), '续表', grid(HEAD, '2|乙|20|B')],
    tables: [[HEAD, '1|甲|10|A', '2|乙|20|B']],
  },
  {
    name: 'another unit on the next page begins another table',
    parts: [p(1), '单位：万元', grid('地区|产值', '甲县|1'), p(2), '单位：人', grid('地区|产值', '乙县|3')],
    tables: [
      ['地区|产值', '甲县|1'],
      ['地区|产值', '乙县|3'],
    ],
  },
  {
    name: 'a paragraph between ends the table',
    parts: [p(1), grid(HEAD, '1|甲|10|A'), p(2), '以上项目已经开工。', grid(HEAD, '1|乙|20|B')],
    tables: [
      [HEAD, '1|甲|10|A'],
      [HEAD, '1|乙|20|B'],
    ],
  },
  {
    name: 'another head is another table',
    parts: [p(1), grid(HEAD, '1|甲|10|A'), p(2), grid('序号|企业名称|产值|地区', '1|乙|20|B')],
    tables: [
      [HEAD, '1|甲|10|A'],
      ['序号|企业名称|产值|地区', '1|乙|20|B'],
    ],
  },
  {
    name: 'as many columns on the next page, but words above its figures: another table',
    parts: [p(1), grid('地区|产值|利润', '甲县|10|2', '乙县|20|4'), p(2), grid('园区|营收|税收', '东园|30|5', '西园|40|6')],
    tables: [
      ['地区|产值|利润', '甲县|10|2', '乙县|20|4'],
      ['园区|营收|税收', '东园|30|5', '西园|40|6'],
    ],
  },
  {
    name: 'a row of words among figures is a row',
    parts: [p(1), grid('地区|产值|利润', '甲县|10|2', '乙县|20|4'), p(2), grid('丙县|未报|未报', '丁县|40|6')],
    tables: [['地区|产值|利润', '甲县|10|2', '乙县|20|4', '丙县|未报|未报', '丁县|40|6']],
  },
  {
    name: 'two tables on one page with different columns',
    parts: [p(1), grid('地区|产值', '甲县|1'), grid('地区|产值|户数', '乙县|3|4')],
    tables: [
      ['地区|产值', '甲县|1'],
      ['地区|产值|户数', '乙县|3|4'],
    ],
  },
  {
    name: 'rows of equal words under the same head are no head',
    parts: [p(1), grid('等次|名称', '优秀|甲县'), p(2), grid('等次|名称', '优秀|甲县', '良好|乙县')],
    tables: [['等次|名称', '优秀|甲县', '优秀|甲县', '良好|乙县']],
  },
  {
    name: 'a first row of figures is no head',
    parts: [p(1), grid('1|甲|10', '2|乙|20'), p(2), grid('1|甲|10', '3|丙|30')],
    tables: [['1|甲|10', '2|乙|20', '1|甲|10', '3|丙|30']],
  },
  {
    name: 'years in the head',
    parts: [p(1), grid('指标|2024|2025', '产值|1|2'), p(2), grid('指标|2024|2025', '户数|3|4')],
    tables: [['指标|2024|2025', '产值|1|2', '户数|3|4']],
  },
  {
    name: 'an empty last column on the next page',
    parts: [p(1), grid(`${HEAD}|备注`, '1|甲|10|A|新建'), p(2), grid('2|乙|20|B|', '3|丙|30|C|')],
    tables: [[`${HEAD}|备注`, '1|甲|10|A|新建', '2|乙|20|B|', '3|丙|30|C|']],
  },
  {
    name: 'last columns that the next page has not, its count going on',
    parts: [p(1), grid(`${HEAD}|备注`, '1|甲|10|A|新建'), p(2), grid('2|乙|20|B', '3|丙|30|C')],
    tables: [[`${HEAD}|备注`, '1|甲|10|A|新建', '2|乙|20|B|', '3|丙|30|C|']],
  },
  {
    name: 'other columns and another count: another table',
    parts: [p(1), grid(`${HEAD}|备注`, '1|甲|10|A|新建'), p(2), grid('1|乙|20|B', '2|丙|30|C')],
    tables: [
      [`${HEAD}|备注`, '1|甲|10|A|新建'],
      ['1|乙|20|B', '2|丙|30|C'],
    ],
  },
  {
    name: 'an empty column in the middle is kept',
    parts: [p(1), grid(HEAD, '1|甲||A'), p(2), grid('2|乙||B')],
    tables: [[HEAD, '1|甲||A', '2|乙||B']],
  },
  {
    name: 'a row cut by the page, joined cell by cell',
    parts: [p(1), grid(HEAD, '1|新能源汽车|10|市工业和'), p(2), grid('|产业园||信息化局', '2|乙|20|B')],
    tables: [[HEAD, '1|新能源汽车产业园|10|市工业和信息化局', '2|乙|20|B']],
  },
  {
    name: 'a row cut by the page under a repeated head',
    parts: [p(1), grid(HEAD, '1|新能源汽车|10|A'), p(2), grid(HEAD, '|产业园||', '2|乙|20|B')],
    tables: [[HEAD, '1|新能源汽车产业园|10|A', '2|乙|20|B']],
  },
  {
    name: 'a row cut by the page where names stand in front',
    parts: [
      p(1),
      grid('任务|举措|单位', '产业升级|建设园区|市工信局', '科技创新|支持企业建设研发|市科技局'),
      p(2),
      grid('|机构||', '人才引育|引进专家|市人社局'),
    ],
    tables: [
      ['任务|举措|单位', '产业升级|建设园区|市工信局', '科技创新|支持企业建设研发机构|市科技局', '人才引育|引进专家|市人社局'],
    ],
  },
  {
    name: 'a row cut by the page in the middle of a clause, its name too',
    parts: [
      p(1),
      grid('任务|举措|单位', '产业升级|建设园区|市工信局', '科技创|支持企业（含民营企业|市科技局'),
      p(2),
      grid('新|）建设研发机构|、市财政局', '人才引育|引进专家|市人社局'),
    ],
    tables: [
      [
        '任务|举措|单位',
        '产业升级|建设园区|市工信局',
        '科技创新|支持企业（含民营企业）建设研发机构|市科技局、市财政局',
        '人才引育|引进专家|市人社局',
      ],
    ],
  },
  {
    name: 'a row with a name of its own below a list that stops at a comma is a row',
    parts: [
      p(1),
      grid('任务|举措|单位', '产业升级|建设园区|市工信局', '科技创新|支持研发|市科技局、'),
      p(2),
      grid('人才引育|引进专家|市人社局'),
    ],
    tables: [['任务|举措|单位', '产业升级|建设园区|市工信局', '科技创新|支持研发|市科技局、', '人才引育|引进专家|市人社局']],
  },
  {
    name: 'a head that the page cut, whole on the next page',
    parts: [p(1), grid('序号|项目名称|总投资|责任'), p(2), grid(HEAD, '1|甲|10|A', '2|乙|20|B')],
    tables: [[HEAD, '1|甲|10|A', '2|乙|20|B']],
  },
  {
    name: 'a head of which two cells differ is another head',
    parts: [p(1), grid(HEAD, '1|甲|10|A'), p(2), grid('序号|项目|投资|责任单位', '1|乙|20|B')],
    tables: [
      [HEAD, '1|甲|10|A'],
      ['序号|项目|投资|责任单位', '1|乙|20|B'],
    ],
  },
  {
    name: 'a row over three pages',
    parts: [p(1), grid(HEAD, '1|甲乙|10|A'), p(2), grid('|丙丁||'), p(3), grid('|戊己||', '2|庚|20|B')],
    tables: [[HEAD, '1|甲乙丙丁戊己|10|A', '2|庚|20|B']],
  },
  {
    name: 'a row without a number that is whole stays a row',
    parts: [p(1), grid(HEAD, '1|甲|10|A'), p(2), grid('合计|2个|30|', '备注|略||')],
    tables: [[HEAD, '1|甲|10|A', '合计|2个|30|', '备注|略||']],
  },
  {
    name: 'a merged cell that the page cuts reaches over both parts',
    parts: [
      p(1),
      grid('类别|任务|单位', '产业[2×1]|建园区|A', '育企业|B'),
      p(2),
      grid('[2×1]|引项目|C', '强链条|D', '科技|建平台|E'),
    ],
    tables: [['类别|任务|单位', '产业[4×1]|建园区|A', '|育企业|B', '|引项目|C', '|强链条|D', '科技|建平台|E']],
  },
  {
    name: 'a merged cell cut with one row below the break',
    parts: [p(1), grid('类别|任务|单位', '产业[2×1]|建园区|A', '育企业|B'), p(2), grid('|引项目|C', '科技|建平台|E')],
    tables: [['类别|任务|单位', '产业[3×1]|建园区|A', '|育企业|B', '|引项目|C', '科技|建平台|E']],
  },
  {
    name: 'words of a merged cell go on below the break',
    parts: [p(1), grid('序号|任务|单位', '1|建园区|市工业和[2×1]', '2|育企业'), p(2), grid('||信息化局', '3|引项目|C')],
    tables: [['序号|任务|单位', '1|建园区|市工业和信息化局[2×1]', '2|育企业|', '3|引项目|C']],
  },
  {
    name: 'rows that are all empty shorten the cells merged over them',
    parts: [grid('类别|任务', '产业[3×1]|建园区', '', '育企业', '科技|建平台')],
    tables: [['类别|任务', '产业[2×1]|建园区', '|育企业', '科技|建平台']],
  },
  {
    name: 'a repeated head in the middle shortens the cells merged over it',
    parts: [grid('类别|任务', '产业|建园区', '类别|任务', '科技|建平台')],
    tables: [['类别|任务', '产业|建园区', '科技|建平台']],
  },
  {
    name: 'spans over the last row are cut',
    parts: [grid('类别|任务', '产业[5×1]|建园区')],
    tables: [['类别|任务', '产业|建园区']],
  },
  {
    name: 'page numbers and running heads between the parts',
    parts: [...[1, 2, 3, 4].flatMap((n): Part[] => [p(n), '抚河市人民政府公报', grid(HEAD, `${n}|甲|10|A`), `— ${n} —`])],
    tables: [[HEAD, '1|甲|10|A', '2|甲|10|A', '3|甲|10|A', '4|甲|10|A']],
  },
  {
    name: 'group rows at the break',
    parts: [p(1), grid(HEAD, '一、续建[1×4]', '1|甲|10|A'), p(2), grid(HEAD, '二、新建[1×4]', '2|乙|20|B')],
    tables: [[HEAD, '一、续建[1×4]|||', '1|甲|10|A', '二、新建[1×4]|||', '2|乙|20|B']],
  },
  {
    name: 'a note below the last part stays in the table',
    parts: [p(1), grid(HEAD, '1|甲|10|A'), p(2), grid(HEAD, '2|乙|20|B', '注：投资含税。[1×4]')],
    tables: [[HEAD, '1|甲|10|A', '2|乙|20|B', '注：投资含税。[1×4]|||']],
  },
  {
    name: 'a head that lost its merged cells',
    parts: [p(1), grid('地区|产值|', '|2024|2025', '甲县|1|2'), p(2), grid('地区|产值|', '|2024|2025', '乙县|3|4')],
    tables: [['地区|产值|', '|2024|2025', '甲县|1|2', '乙县|3|4']],
  },
  {
    name: 'a held line is text where no part follows',
    parts: [p(1), grid(HEAD, '1|甲|10|A'), p(2), '续表', '以上项目已经开工。'],
    tables: [[HEAD, '1|甲|10|A']],
    aside: [],
  },
  {
    name: 'one column is never joined without a head',
    parts: [p(1), grid('名单', '甲县'), p(2), grid('乙县')],
    tables: [['名单', '甲县'], ['乙县']],
  },
];

describe('tables joined', () => {
  it.each(CASES)('$name', ({ parts, tables, aside }) => {
    expect(tablesOf(parts)).toEqual(tables);
    if (aside)
      expect(reflow(documentOf(parts)).aside.flatMap((a) => (a.reason === 'repeated_head' ? [a.text] : []))).toEqual(aside);
  });

  it('in the next text column of the same page', () => {
    const at = (parts: Part[], left: number, top: number) =>
      documentOf(parts).blocks.map((block) =>
        block.kind === 'table'
          ? {
              ...block,
              cells: block.cells.map((c) => {
                const [x, y] = [left + c.column * 50, top + c.row * 20];
                return { ...c, box: [x, y, x + 50, y + 20] as [number, number, number, number] };
              }),
            }
          : block,
      );
    const document = documentOf([p(1)]);
    const blocks = [...at([p(1), grid('序号|名称', '1|甲')], 50, 600), ...at([p(1), grid('2|乙', '3|丙')], 300, 80)];
    const [table] = reflow({ ...document, blocks }).items;
    expect(table?.kind === 'table' ? table.rows : []).toHaveLength(4);
  });

  it('no word of a block is lost: it stands in the text or is set aside', () => {
    for (const { parts } of CASES) {
      const document = documentOf(parts);
      const flow = reflow(document);
      const told = flow.text + flow.aside.map((a) => a.text).join('');
      for (const block of document.blocks)
        for (const text of block.kind === 'table' ? block.cells.map((c) => c.text) : [block.text]) expect(told).toContain(text);
    }
  });
});
