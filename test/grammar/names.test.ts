import { describe, expect, it } from 'vitest';
import { bareGrade, gradeOf, isClusterName, isGrade, kindOfName, ownPart, schemeOf, yearOf } from '../../extractors/index.js';

describe('the name of a cluster', () => {
  it.each([
    '赣州市稀土新材料及应用集群',
    '南康家具产业集群',
    '南昌小蓝经开区汽车及零部件产业集群',
    '宁德动力电池集群',
    '长三角（含江西）大飞机集群',
    '乐平市生物医药产业集群',
    '铜基新材料先进制造业集群',
    '5G物联网产业集群',
  ])('is “%s”', (name) => {
    expect(isClusterName(name)).toBe(true);
  });

  it.each([
    ['a type', '省级先进制造业集群'],
    ['a size', '千亿级产业集群'],
    ['a rank', '世界级先进制造业集群'],
    ['a quality', '优势特色产业集群'],
    ['a number', '5个百亿级产业集群'],
    ['firms', '中小企业集群'],
    ['cities', '长江中游城市集群'],
    ['servers', '智能算力集群'],
    ['a list left open', '低空经济、生物制造等产业集群'],
    ['something else', '产业集群发展'],
  ])('is not %s', (_name, text) => {
    expect(isClusterName(text)).toBe(false);
  });

  it.each([
    ['南康家具产业集群', '南康家具'],
    ['省级先进制造业集群', ''],
    ['千亿级产业集群', ''],
  ])('“%s” says “%s” of its own', (name, own) => {
    expect(ownPart(name)).toBe(own);
  });
});

describe('what a name is the name of', () => {
  it.each([
    ['南康家具产业集群', 'cluster'],
    ['龙南经开区', 'park'],
    ['樟树工业园区', 'park'],
    ['南昌综合保税区', 'park'],
    ['信丰县', 'region'],
    ['湘西州', 'region'],
    ['沙河工业园（含食品片区）', 'park'],
    ['市工信局', null],
    ['某某公司', null],
  ])('“%s”: %s', (name, kind) => {
    expect(kindOfName(name)).toBe(kind);
  });
});

describe('a grade', () => {
  it.each([
    ['评价结果优秀等次产业集群', '优秀'],
    ['五星级产业集群（5个）', '五星级'],
    ['良好等次（12家）', '良好'],
    ['A级园区', 'A级'],
    ['一类县（市、区）', '一类'],
    ['示范园区名单', '示范园区'],
    ['先进开发区（3个）', '先进开发区'],
    ['第一档：', '第一档'],
    ['不合格等次', '不合格'],
    ['基本合格', '基本合格'],
    ['总体要求', null],
    ['一级响应', null],
  ])('in the heading “%s” is %s', (heading, grade) => {
    expect(gradeOf(heading)).toBe(grade);
  });

  it.each([
    ['优秀', true],
    ['优秀等次', true],
    ['三星级', true],
    ['AAA级', true],
    ['二等奖', true],
    ['优秀企业', false],
    ['12', false],
    ['', false],
  ])('alone: “%s” %s', (text, is) => {
    expect(isGrade(text)).toBe(is);
  });

  it('comes without 等次', () => {
    expect(['优秀等次', '良好等级', '五星级'].map(bareGrade)).toEqual(['优秀', '良好', '五星级']);
  });
});

describe('what is rated', () => {
  it.each([
    ['江西省省级工业产业集群2020年度综合评价结果', '江西省省级工业产业集群综合评价'],
    ['关于2025年度全市开发区考核结果的通报', '全市开发区考核'],
    ['湖南省工业和信息化厅关于公布2025年度特色产业集群评价结果的通报', '特色产业集群评价'],
    ['集群培育示范园区名单', '集群培育示范园区'],
  ])('in “%s” is %s', (title, scheme) => {
    expect(schemeOf(title)).toBe(scheme);
  });

  it.each([
    ['2025年度评价结果', 2025],
    ['关于 2024 年工业考核情况的通报', 2024],
    ['评价结果', null],
  ])('“%s”: year %s', (title, year) => {
    expect(yearOf(title)).toBe(year);
  });
});
