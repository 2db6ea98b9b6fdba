import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findingMessage, type FindingFacts } from '../../output/index.js';

const facts = (check: string, change: Partial<FindingFacts> = {}): FindingFacts => ({
  ...{ check, params: {}, expected: null, actual: null, rows: [] },
  ...change,
});

const cases: [string, FindingFacts, string, string][] = [
  [
    'a count that differs',
    facts('declared_count', { params: { what: '良好' }, expected: 29, actual: 28 }),
    '“良好”文中称 29 个，实际列出 28 个，两者不符',
    '"良好": the notice says 29, but lists 28',
  ],
  [
    'a count that agrees',
    facts('declared_count', { params: { what: '良好' }, expected: 29, actual: 29 }),
    '“良好”文中称 29 个，与实际列出的数目一致',
    '"良好": the notice says 29 and lists as many',
  ],
  [
    'a sum with its label',
    facts('sum', { params: { label: '冶金建材产业链 2023 户数' }, expected: 21, actual: 12 }),
    '“冶金建材产业链 2023 户数”各分项合计 12，与合计数 21 不符',
    '"冶金建材产业链 2023 户数": the parts add up to 12, the total says 21',
  ],
  [
    'a sum in a row of a table',
    facts('sum', { params: { table: '目标预测表', label: '户数' }, expected: 21, actual: 12, rows: [3] }),
    '表“目标预测表”第3行“户数”各分项合计 12，与合计数 21 不符',
    'table "目标预测表", row 3, "户数": the parts add up to 12, the total says 21',
  ],
  [
    'a row that stands twice',
    facts('duplicate_row', { params: { label: '食品医药产业链 2024 户数' }, expected: 1, actual: 2, rows: [8, 12] }),
    '第8行、第12行“食品医药产业链 2024 户数”重复出现 2 次',
    'rows 8, 12, "食品医药产业链 2024 户数": stands 2 times',
  ],
  [
    'words that stand twice',
    facts('duplicate_text', { params: { table: '项目清单', label: '厂区规划五栋' }, rows: [47] }),
    '表“项目清单”第47行：“厂区规划五栋”重复出现',
    'table "项目清单", row 47, "厂区规划五栋": the same words stand more than once',
  ],
  [
    'a run of rows',
    facts('table_shape', {
      params: { table: '项目清单', problem: 'shifted_contents', towards: 'down', applied: 'no' },
      rows: [21, 22, 23, 24, 25],
    }),
    '表“项目清单”第21行至第25行：内容错行（疑为下一行的内容，记录仍按原文）',
    'table "项目清单", rows 21 to 25: shifted contents (they seem to belong to the row below, the records follow the source)',
  ],
  [
    'a problem in words',
    facts('table_shape', { params: { problem: '多出一个“-”' }, rows: [4] }),
    '第4行：多出一个“-”',
    'row 4: 多出一个“-”',
  ],
  [
    'a problem not said',
    facts('table_shape'),
    '表格行列与表头不一致',
    'a table: rows and columns do not fit the head of the table',
  ],
  [
    'a repair',
    facts('text_repair', { params: { from: '产产业集群', to: '产业集群', kind: 'repeated_at_break' } }),
    '“产产业集群”已订正为“产业集群”（换行或换页处文字重复）',
    '"产产业集群" was mended to "产业集群" (repeated at break)',
  ],
  [
    'a repair with the words around it',
    facts('text_repair', { params: { from: '各各', to: '各', kind: 'other' }, expected: '各镇、街道', actual: '各各镇、街道' }),
    '“各各镇、街道”已订正为“各镇、街道”',
    '"各各镇、街道" was mended to "各镇、街道" (other)',
  ],
  [
    'cells beside their heads',
    facts('table_shape', {
      params: { table: '预测表', problem: 'shifted_cells', shifted: 8, surplus: 11, relabelled: 0, rows: 38, applied: 'yes' },
      rows: [1, 2, 4, 5, 6, 9],
    }),
    '表“预测表”第1行、第2行、第4行至第6行、第9行：单元格与表头错位（8 行移位，11 行多出单元格，已按此订正）',
    'table "预测表", rows 1, 2, 4 to 6, 9: shifted cells (put right in the records)',
  ],
  [
    'figures that nothing heads',
    facts('table_shape', { params: { table: '预测表', problem: 'figures_without_head' }, rows: [2, 3] }),
    '表“预测表”第2行、第3行：数值所在列没有表头，未收录',
    'table "预测表", rows 2, 3: figures without head',
  ],
  [
    'a row with a cell too few',
    facts('table_shape', {
      params: { table: '项目清单', problem: 'moved_cells', column: '建设内容', repair: 'cell_lost', applied: 'no' },
      rows: [5],
    }),
    '表“项目清单”第5行：单元格与表头错位（“建设内容”处疑缺一格，记录仍按原文）',
    'table "项目清单", row 5: moved cells (a cell seems to be missing at "建设内容", the records follow the source)',
  ],
  [
    'a total that the table contradicts',
    facts('cross_reference', { params: { what: 'total_investment' }, expected: 1100000000, actual: 1200000000 }),
    '文中称投资合计 12 亿元，而表中各项目合计 11 亿元',
    'the text says 12 亿元 in all, the projects of the table add up to 11 亿元',
  ],
  [
    'an attachment that does not follow',
    facts('cross_reference', { params: { what: 'missing', number: 2 }, expected: '联系表' }),
    '附件2“联系表”列于附件说明，文中未见',
    'attachment 2, "联系表", is listed and does not follow',
  ],
  [
    'a name written in two ways',
    facts('cross_reference', { params: { what: 'label' }, expected: '现代针纺产业链', actual: '现代纺织产业链', rows: [1] }),
    '第1行表中称“现代纺织产业链”，文中称“现代针纺产业链”',
    'row 1: the table says "现代纺织产业链", the text "现代针纺产业链"',
  ],
  [
    'a number that is left out',
    facts('numbering', { params: { what: 'row', table: '项目清单', mark: '4' }, expected: 3, actual: 4 }),
    '表“项目清单”：序号不连续：“4”处应为第 3',
    'table "项目清单": the numbers of rows do not count up: "4" should be 3',
  ],
  [
    'a share above the whole',
    facts('share', { params: { what: '占规上工业的比重' }, expected: 100, actual: 142.5 }),
    '“占规上工业的比重”为 142.5%，超过 100%',
    '"占规上工业的比重" is 142.5 %, more than 100 %',
  ],
  [
    'a period that runs backwards',
    facts('date_order', { params: { what: 'period' }, expected: '2027', actual: '2025', rows: [3] }),
    '第3行建设期结束（2025）早于开始（2027）',
    'row 3: the period ends (2025) before it begins (2027)',
  ],
  [
    'a target with two figures',
    facts('target_conflict', {
      params: { what: 'value', indicator: '高新技术企业', due: '2027', table: '指标表' },
      expected: '350',
      actual: '300家',
    }),
    '“高新技术企业”前后不一致：2027年目标为 300家，表“指标表”中为 350',
    '"高新技术企业" by 2027: 300家 here, 350 in table "指标表"',
  ],
  [
    'a target that falls',
    facts('target_conflict', {
      params: { what: 'falls', indicator: '数控化率', due: '2027', before: '2025' },
      expected: '75%',
      actual: '70%',
    }),
    '“数控化率”2027年目标为 70%，低于此前（2025）的 75%',
    '"数控化率" is to rise, but is 70% by 2027 and 75% by 2025',
  ],
  [
    'a name with two grades',
    facts('rating_conflict', { params: { what: 'two_grades', name: '信丰县' }, expected: '优秀', actual: '良好' }),
    '“信丰县”有两个等次：优秀、良好',
    '"信丰县" has two grades: 优秀 and 良好',
  ],
  [
    'a sum of money',
    facts('sum', { params: { table: '项目清单', label: '总投资（元）' }, expected: 5000000000, actual: 4512340000 }),
    '表“项目清单”“总投资（元）”各分项合计 45.1234 亿元，与合计数 50 亿元 不符',
    'table "项目清单", "总投资（元）": the parts add up to 45.1234 亿元, the total says 50 亿元',
  ],
  [
    'an attachment under two titles',
    facts('cross_reference', { params: { what: 'attachment', number: 2 }, expected: '青山湖区目标表', actual: '青山区目标表' }),
    '附件2的标题前后不一致：附件说明列为“青山湖区目标表”，附件题为“青山区目标表”',
    'attachment 2: listed as "青山湖区目标表", headed "青山区目标表"',
  ],
  [
    'an investment that the text contradicts',
    facts('cross_reference', { params: { what: 'investment' }, expected: 2966000000, actual: 500000, rows: [21] }),
    '第21行投资金额为 29.66 亿元，而建设内容称总投资 50 万元，两者不一致',
    'row 21: the investment is 29.66 亿元, but the content says 50 万元',
  ],
  [
    'a notice that stands twice',
    facts('duplicate_notice', { expected: 1, actual: 2 }),
    '文件中同一公文出现 2 次，只计一次',
    'the file holds the same notice 2 times; it is counted once',
  ],
  ['a file without a notice', facts('no_notice'), '文件中没有识别出公文', 'no notice was found in the file'],
  [
    'a name that nobody knows',
    facts('unresolved_name', { params: { name: '高新区', kind: 'park' } }),
    '未能确定开发区“高新区”所指',
    'it is not known which park "高新区" stands for',
  ],
  [
    'two passages that disagree',
    facts('cross_reference', {
      params: { what: '附件2标题' },
      expected: '青山湖区重点产业链目标预测表',
      actual: '青山区重点产业链目标预测表',
    }),
    '“附件2标题”前后不一致，应为 青山湖区重点产业链目标预测表，实为 青山区重点产业链目标预测表',
    '"附件2标题": they do not agree: should be 青山湖区重点产业链目标预测表, is 青山区重点产业链目标预测表',
  ],
  [
    'a warning of a reader',
    facts('read_warning', { params: { code: 'page_without_text', detail: 'the page has no text layer', page: 3 } }),
    '读取文件时发现问题：第3页没有可读取的文字，可能是扫描件，可用 --ocr 识别',
    'reading the file: page without text: page 3: the page has no text layer',
  ],
  [
    'a sentence that no record took',
    facts('coverage', { params: { sentence: '市财政局负责资金保障。' } }),
    '有一句话未被收入任何记录：“市财政局负责资金保障。”',
    'no record holds this sentence: "市财政局负责资金保障。"',
  ],
  [
    'a check without words of its own',
    facts('share_above_100', { params: { label: '占比' }, actual: 120, rows: [2] }),
    '核查项“share_above_100”提示需要核对：第2行，label=占比，实为 120',
    'the check "share_above_100" asks for a look: row 2, label=占比, is 120',
  ],
];

describe('findings as sentences', () => {
  test.each(cases)('%s', (_, finding, zh, en) => {
    expect(findingMessage(finding)).toBe(zh);
    expect(findingMessage(finding, 'en')).toBe(en);
  });

  test('whatever a check gives, there is a sentence, and it names the rows', () => {
    const scalar = fc.oneof(fc.string(), fc.integer(), fc.constant(null));
    const checks = fc.constantFrom(...cases.map(([, finding]) => finding.check), 'constructor', 'other', '__proto__');
    const names = fc.constantFrom(
      'what',
      'label',
      'table',
      'problem',
      'from',
      'to',
      'kind',
      'name',
      'code',
      'detail',
      'sentence',
      'indicator',
      'due',
      'mark',
      'column',
      'repair',
      'towards',
      'applied',
      'number',
      'toString',
    );
    const finding = fc.record({
      check: checks,
      params: fc.dictionary(names, scalar),
      expected: scalar,
      actual: scalar,
      rows: fc.array(
        fc.integer({ min: 1, max: 150 }).map((n) => 2 * n),
        { maxLength: 3 },
      ),
    });
    fc.assert(
      fc.property(finding, fc.constantFrom('zh' as const, 'en' as const), (each, lang) => {
        const sentence = findingMessage(each, lang);
        expect(sentence).toMatch(/\S/);
        expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
        const aboutRows = ['sum', 'duplicate_row', 'duplicate_text', 'table_shape', 'cross_reference', 'text_repair'].includes(
          each.check,
        );
        if (lang === 'zh' && aboutRows) for (const row of each.rows) expect(sentence).toContain(`第${row}行`);
      }),
    );
  });
});
