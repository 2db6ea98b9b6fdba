import { describe, expect, it } from 'vitest';
import { cellUnits, clauses } from '../../extractors/grammar/clauses.js';
import { unitList } from '../../extractors/grammar/units.js';
import { isUnit } from '../../extractors/grammar/unit-words.js';
import { compact } from '../../extractors/index.js';
import { casesOf, fieldOf } from '../cases/csv.js';

/** Units joined by |, a group with a star, offices behind &. */
function read(text: string, context: string): string {
  const offices: string[] = [];
  let units: string[];
  if (context === 'list') {
    const list = unitList(compact(text).text);
    units = list.units.map((u) => `${u.name}${u.group ? '*' : ''}`);
    offices.push(...list.offices);
  } else {
    const found = clauses(compact(`完善机制。（${text}）`).text, { first: null, year: null });
    units = found.flatMap((c) => c.units.map((u) => `${u.name}:${u.role}${u.group ? '*' : ''}`));
    offices.push(...found.flatMap((c) => c.offices));
  }
  return [units.join('|'), ...offices].join('&');
}

describe('units', () => {
  it.each(casesOf('units').map((c) => [fieldOf(c, 'context'), fieldOf(c, 'text'), fieldOf(c, 'expected')]))(
    '%s: “%s” is %s',
    (context, text, expected) => {
      expect(read(text, context)).toBe(expected);
    },
  );
});

describe('a cell of units', () => {
  it.each<[string, string, string[]]>([
    ['lines', '市工信局\n市财政局', ['市工信局:responsible', '市财政局:responsible']],
    ['、', '市工信局、市财政局', ['市工信局:responsible', '市财政局:responsible']],
    ['roles inside', '市工信局牵头，市财政局配合', ['市工信局:lead', '市财政局:support']],
    ['labels inside', '牵头单位：市工信局\n配合单位：市财政局', ['市工信局:lead', '市财政局:support']],
    [
      'a line that breaks a name',
      '市发展\n改革委\n市工业和信\n息化局',
      ['市发展改革委:responsible', '市工业和信息化局:responsible'],
    ],
    ['a line behind a name that others would go on', '市政府\n办公室', ['市政府办公室:responsible']],
    ['an ending that a line breaks', '三江新区管委\n会、市财政局', ['三江新区管委会:responsible', '市财政局:responsible']],
    [
      'an ending that itself looks like one',
      '光电子产业发展办\n公室、各街道办\n事处',
      ['光电子产业发展办公室:responsible', '各街道办事处:responsible'],
    ],
    [
      'a group of places whose government stands in the next line',
      '省统计局\n各市（区）\n政府',
      ['省统计局:responsible', '各市（区）政府:responsible'],
    ],
    ['brackets on the next line', '投资促进局\n(会展服务中心)', ['投资促进局（会展服务中心）:responsible']],
    ['brackets over lines', '各县（市、\n区）人民政府', ['各县（市、区）人民政府:responsible']],
    ['roles as labels', '牵头：市商务局\n配合：市文旅局、市体育局', ['市商务局:lead', '市文旅局:support', '市体育局:support']],
    ['roles in brackets', '市工信局（牵头）、市财政局', ['市工信局:lead', '市财政局:responsible']],
    ['a shared ending', '高新区、昌南新区管委会', ['高新区管委会:responsible', '昌南新区管委会:responsible']],
    ['nothing', '', []],
  ])('with %s', (_name, cell, expected) => {
    expect(cellUnits(cell.replaceAll('：', '：'), 'responsible').units.map((u) => `${u.name}:${u.role}`)).toEqual(expected);
  });
});

describe('a name', () => {
  it.each([
    '市工信局',
    '工业和信息化部',
    '国务院有关部门',
    '各县（市、区）人民政府',
    '市委',
    '应急管理部',
    '经开区管委会',
    '市推进新型工业化工作领导小组办公室',
    '国网抚河供电公司'.replace('抚河', '赣州'),
    '抚河海关',
  ])('“%s” is that of a unit', (name) => {
    expect(isUnit(name)).toBe(true);
  });

  it.each([
    '企业',
    '申报单位',
    '龙头企业',
    '运营公司',
    '产业布局',
    '数字政府',
    '全部',
    '主办',
    '工作部署',
    '各企业',
    '（市工信局',
    '对市工信局',
    '市工信局的',
    '会议由市工信局',
    '成立领导小组',
  ])('“%s” is not', (name) => {
    expect(isUnit(name)).toBe(false);
  });
});
