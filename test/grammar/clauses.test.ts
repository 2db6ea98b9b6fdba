import { describe, expect, it } from 'vitest';
import { clauses, type ClauseContext } from '../../extractors/grammar/clauses.js';
import { dueOf, taskDue } from '../../extractors/grammar/due.js';
import { personsOf } from '../../extractors/grammar/persons.js';
import { firstLeadsIn } from '../../extractors/grammar/role-words.js';
import { compact } from '../../extractors/index.js';

interface Expected {
  units: string[];
  due?: string;
  leaders?: string[];
  offices?: string[];
  doubtful?: boolean;
  /** the words of the clause, where they are not the whole bracket at the end */
  words?: string;
}

const UNSAID: ClauseContext = { first: null, year: null };
const first = (text: string, context = UNSAID) => clauses(compact(text).text, context)[0];

describe('a responsibility clause', () => {
  it.each<[string, string, Expected]>([
    [
      '牵头 and 责任',
      '建好园区。（牵头单位：市工信局；责任单位：市财政局）',
      { units: ['市工信局:lead', '市财政局:responsible'] },
    ],
    [
      'half-width brackets',
      '建好园区。(牵头单位:市工信局;责任单位:市财政局)',
      { units: ['市工信局:lead', '市财政局:responsible'] },
    ],
    ['square brackets', '建好园区。[责任单位：市工信局]', { units: ['市工信局:responsible'] }],
    ['a full stop behind it', '建好园区（责任单位：市工信局）。', { units: ['市工信局:responsible'] }],
    [
      'a role behind a unit',
      '建好园区。（责任单位：市工信局〔牵头〕、市财政局）',
      { units: ['市工信局:lead', '市财政局:responsible'] },
    ],
    ['责任部门', '建好园区。（责任部门：市工信局）', { units: ['市工信局:responsible'] }],
    ['落实单位', '建好园区。（落实单位：市工信局）', { units: ['市工信局:responsible'] }],
    ['主办 and 协办', '建好园区。（主办单位：市工信局；协办单位：市财政局）', { units: ['市工信局:lead', '市财政局:support'] }],
    [
      '牵头部门 and 参与单位',
      '建好园区。（牵头部门：市工信局；参与单位：市财政局）',
      { units: ['市工信局:lead', '市财政局:support'] },
    ],
    ['为 behind the label', '建好园区。（责任单位为：市工信局）', { units: ['市工信局:responsible'] }],
    [
      'a line of its own',
      '责任单位：市工信局、市财政局',
      { units: ['市工信局:responsible', '市财政局:responsible'], words: '责任单位：市工信局、市财政局' },
    ],
    [
      'labels on one line',
      '牵头单位：市工信局 配合单位：市财政局',
      { units: ['市工信局:lead', '市财政局:support'], words: '牵头单位：市工信局配合单位：市财政局' },
    ],
    ['牵头, no label', '建好园区。（市工信局牵头）', { units: ['市工信局:lead'] }],
    ['牵头负责', '建好园区。（市工信局牵头负责，市财政局配合）', { units: ['市工信局:lead', '市财政局:support'] }],
    ['负责', '建好园区。（市工信局、高新区管委会负责）', { units: ['市工信局:responsible', '高新区管委会:responsible'] }],
    [
      'the State Council’s form',
      '建好园区。（工业和信息化部牵头，国家发展改革委、财政部等按职责分工负责）',
      { units: ['工业和信息化部:lead', '国家发展改革委:responsible', '财政部:responsible'] },
    ],
    ['按职责分工负责 alone', '建好园区。（各有关部门按职责分工负责）', { units: ['各有关部门:responsible'] }],
    [
      'a due date',
      '建好园区。（责任单位：市工信局；完成时限：2026年6月底前）',
      { units: ['市工信局:responsible'], due: '2026-06-30' },
    ],
    ['no real date', '建好园区。（责任单位：市工信局；完成时限：长期坚持）', { units: ['市工信局:responsible'] }],
    [
      'leaders',
      '建好园区。（责任领导：张三、李四；责任单位：市工信局）',
      { units: ['市工信局:responsible'], leaders: ['张三', '李四'] },
    ],
    [
      'an inner division',
      '建好园区。（责任单位：市工信局（装备科）、市财政局）',
      { units: ['市工信局:responsible', '市财政局:responsible'], offices: ['装备科'] },
    ],
    [
      'brackets inside',
      '建好园区。（责任单位：各县（市、区）人民政府、市工信局）',
      { units: ['各县（市、区）人民政府:responsible', '市工信局:responsible'] },
    ],
    [
      'a bracket that is not closed',
      '建好园区。（责任单位：市工信局、市财政局',
      { units: ['市工信局:responsible', '市财政局:responsible'], doubtful: true, words: '（责任单位：市工信局、市财政局' },
    ],
    [
      'mismatched brackets',
      '建好园区。（责任单位：市工信局、市财政局]',
      { units: ['市工信局:responsible', '市财政局:responsible'] },
    ],
    [
      '各 for several',
      '建好园区。（责任单位：各乡镇、街道、园区）',
      { units: ['各乡镇:responsible', '各街道:responsible', '各园区:responsible'] },
    ],
  ])('with %s', (_name, text, expected) => {
    const clause = first(text);
    expect(clause?.units.map((u) => `${u.name}:${u.role}`)).toEqual(expected.units);
    expect(clause?.due ?? null).toBe(expected.due ?? null);
    expect(clause?.leaders).toEqual(expected.leaders ?? []);
    expect(clause?.offices).toEqual(expected.offices ?? []);
    expect(clause?.doubtful).toBe(expected.doubtful ?? false);
    const bare = compact(text).text;
    const words = bare.slice(clause?.from, clause?.to);
    expect(words).toBe(expected.words ?? bare.slice(bare.indexOf('（'), bare.lastIndexOf('）') + 1));
  });

  it('makes the first unit the lead where the notice says so', () => {
    const clause = first('建好园区。（责任单位：市工信局、市财政局）', {
      first: { others: 'responsible', sentences: false },
      year: null,
    });
    expect(clause?.units.map((u) => u.role)).toEqual(['lead', 'responsible']);
  });

  it('may stand several times in a paragraph', () => {
    const text = '编制规划。（责任单位：市发改委）建设载体。（责任单位：市工信局）';
    expect(clauses(text, UNSAID).map((k) => k.units.map((u) => u.name))).toEqual([['市发改委'], ['市工信局']]);
  });

  it.each([
    ['an aside', '规模以上工业企业（不含电力企业）达到300家。'],
    ['an abbreviation', '工业和信息化局（以下简称市工信局）要主动作为。'],
    ['a bracket in mid-sentence', '由专班（市工信局牵头）推进落实。'],
    ['years', '三年行动方案（2026—2028年）'],
    ['a score', '甲县（98.5分）'],
    ['a label without units', '（完成时限：2026年12月）'],
  ])('is not %s', (_name, text) => {
    expect(clauses(compact(text).text, UNSAID)).toEqual([]);
  });
});

describe('when a task is due', () => {
  it.each([
    ['2026年底前', '2026-12-31'],
    ['2026年12月', '2026-12'],
    ['2026 年\n6 月底', '2026-06-30'],
    ['2025年启动，2027年底前完成', '2027-12-31'],
    ['二〇二六年六月底前', '2026-06-30'],
    ['2026.6', '2026-06'],
    ['2026/6/30', '2026-06-30'],
    ['2025年6月至12月', '2025-12'],
    ['2026年1季度', '2026-03-31'],
    ['2025年6月启动', null],
    ['2026年春节前', null],
    ['每年6月底前', null],
    ['6月底前', null],
    ['年内', null],
    ['长期坚持', null],
    ['持续推进', null],
    ['', null],
  ])('“%s” is %s', (text, due) => {
    expect(dueOf(text)).toBe(due);
  });

  it.each([
    ['年内', '2025-12-31'],
    ['今年底前', '2025-12-31'],
    ['12月底前', '2025-12-31'],
    ['6月30日前', '2025-06-30'],
    ['6月至9月', '2025-09'],
    ['上半年', '2025-06-30'],
    ['第三季度', '2025-09-30'],
    ['明年3月底前', '2026-03-31'],
    ['明年底', '2026-12-31'],
    ['2月底前', null],
    ['每季度', null],
    ['每年底前', null],
    ['三年内', null],
    ['6个月内', null],
  ])('“%s” in a notice of March 2025 is %s', (text, due) => {
    expect(taskDue(text, { year: 2025, since: '2025-03-06' })).toEqual({ due, yearUnsaid: due !== null });
  });

  it('is of the year in a plan’s title, though that month is over', () => {
    expect(dueOf('2月底前', { year: 2025, since: null })).toBe('2025-02-28');
  });
});

describe('who stands first', () => {
  it.each([
    ['列第一位的为牵头单位，下同', 'responsible'],
    ['排名第一的为牵头单位，其余为配合单位', 'support'],
    ['责任单位中，首位者为牵头单位', 'responsible'],
    ['第一责任单位为牵头单位', 'responsible'],
    ['排在首位的部门为牵头部门', 'responsible'],
  ])('leads by “%s”', (text, others) => {
    expect(firstLeadsIn(text)?.others).toBe(others);
  });

  it.each(['联合申报的，排名第一的单位为牵头单位', '得分列第一位的为优秀', '牵头单位列第一位'])('does not by “%s”', (text) => {
    expect(firstLeadsIn(text)).toBeNull();
  });
});

describe('the persons of a list of leaders', () => {
  it.each([
    ['张三、李四', ['张三', '李四']],
    ['市委常委、副市长陈涛', ['陈涛']],
    ['孙晓梅（副市长）', ['孙晓梅']],
    ['韩雪梅副市长', ['韩雪梅']],
    ['欧阳明', ['欧阳明']],
    ['分管副市长', ['分管副市长']],
    ['王强 李静', ['王强', '李静']],
    ['李\n维\n平', ['李维平']],
    ['周 德', ['周德']],
    ['周德\n李维平', ['周德', '李维平']],
  ])('“%s”', (text, persons) => {
    expect(personsOf(text)).toEqual(persons);
  });
});
