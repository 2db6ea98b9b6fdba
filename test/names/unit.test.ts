import { describe, expect, it } from 'vitest';
import { noticeOf, resolver } from './helpers.js';

const JX = '江西省人民政府';
const JDZ = '景德镇市人民政府';
const NC = '南昌市人民政府';
const QSH = '南昌市青山湖区人民政府';

describe('an organ’s full name in the notice’s place', () => {
  it.each([
    // departments
    ['市工信局', JDZ, '景德镇市工业和信息化局'],
    ['省工业和信息化厅', JX, '江西省工业和信息化厅'],
    ['省发展改革委', JX, '江西省发展和改革委员会'],
    ['省交通厅', JX, '江西省交通运输厅'],
    ['省政务服务办', JX, '江西省政务服务管理办公室'],
    ['市市监局', JDZ, '景德镇市市场监督管理局'],
    ['市场监管局', NC, '南昌市市场监督管理局'],
    ['市生态局', JDZ, '景德镇市生态环境局'],
    ['市国资委', JDZ, '景德镇市国有资产监督管理委员会'],
    ['区科工局', QSH, '青山湖区科技和工业信息化局'],
    ['区应急局', QSH, '青山湖区应急管理局'],
    ['市财政局', QSH, '南昌市财政局'],
    ['省工信厅', QSH, '江西省工业和信息化厅'],
    ['市财政局', '乐平市人民政府', '乐平市财政局'],
    ['市工信部门', NC, '南昌市工业和信息化局'],
    ['市发改部门', NC, '南昌市发展和改革委员会'],
    ['市经济信息化委', '上海市人民政府', '上海市经济和信息化委员会'],
    ['市经信局', '杭州市人民政府', '杭州市经济和信息化局'],
    ['区发展改革委', '浦东新区人民政府', '浦东新区发展和改革委员会'],
    ['自治区工业和信息化厅', '内蒙古自治区人民政府', '内蒙古自治区工业和信息化厅'],
    ['州工信局', '恩施州人民政府', '恩施土家族苗族自治州工业和信息化局'],
    ['旗发改委', '敖汉旗人民政府', '敖汉旗发展和改革委员会'],
    ['盟工信局', '兴安盟行政公署', '兴安盟工业和信息化局'],
    ['市发改委（市能源局）', JDZ, '景德镇市发展和改革委员会'],
    ['市文旅局', NC, '南昌市文化广电旅游局'],
    ['市交通委', '北京市人民政府', '北京市交通委员会'],
    ['市教委', '重庆市人民政府', '重庆市教育委员会'],
    ['市中医院', '济南市人民政府', '济南市中医院'],
    // governments, party, vertical agencies, mass organisations
    ['市政府', NC, '南昌市人民政府'],
    ['浮梁县', JDZ, '浮梁县人民政府'],
    ['县政府办', '浮梁县人民政府', '浮梁县人民政府办公室'],
    ['省政府办公厅', JX, '江西省人民政府办公厅'],
    ['省委组织部', JX, '中共江西省委组织部'],
    ['市委', NC, '中共南昌市委员会'],
    ['团市委', NC, '共青团南昌市委员会'],
    ['市工商联', JDZ, '景德镇市工商业联合会'],
    ['市税务局', NC, '国家税务总局南昌市税务局'],
    ['江西金融监管局', JX, '国家金融监督管理总局江西监管局'],
    ['景德镇金融监管分局', JDZ, '国家金融监督管理总局景德镇监管分局'],
    ['江西证监局', JX, '中国证券监督管理委员会江西监管局'],
    ['人行景市分行', JDZ, '中国人民银行景德镇市分行'],
    ['人民银行江西省分行', JX, '中国人民银行江西省分行'],
    ['省通信管理局', JX, '江西省通信管理局'],
    // park committees
    ['高新区管委会', JDZ, '景德镇高新技术产业开发区管理委员会'],
    ['昌南新区管委会', JDZ, '景德镇昌南新区管理委员会'],
    ['赣江新区经发局', JX, '江西赣江新区经济发展局'],
    ['高新区管委会', '合肥市人民政府', '合肥高新技术产业开发区管理委员会'],
    ['新站高新区管委会', '合肥市人民政府', '合肥新站高新技术产业开发区管理委员会'],
    // bodies with names of their own, and names that need no change
    ['国家试验区管委办', JDZ, '景德镇国家陶瓷文化传承创新试验区管理委员会办公室'],
    ['湾里管理局', NC, '南昌市湾里管理局'],
    ['区新型工业化推进工作领导小组办公室', QSH, '青山湖区新型工业化推进工作领导小组办公室'],
    ['市金融服务中心', JDZ, '景德镇市金融服务中心'],
    ['景德镇陶瓷人才服务中心', JDZ, '景德镇陶瓷人才服务中心'],
    ['南昌大学', JX, '南昌大学'],
    ['罗家镇政府', QSH, '青山湖区罗家镇人民政府'],
    // national organs
    ['工业和信息化部', JX, '工业和信息化部'],
    ['国家发展改革委', JX, '国家发展和改革委员会'],
    ['发展改革委', null, '国家发展和改革委员会'],
    ['发展改革委', NC, '南昌市发展和改革委员会'],
  ])('%s in a notice of %s → %s', (name, issuer, full) => {
    const found = resolver.unit(name, false, noticeOf(issuer), 3);
    expect(found).toMatchObject({ slot: 'units', kind: 'organ', position: 3, name, entity_name: full });
    expect(found.entity_id).toBe(`organ:${found.code ?? '100000'}:${full}`);
  });

  it.each([
    ['市政务局', JDZ],
    ['张三', JDZ],
    ['区工信局', JDZ],
    ['省工信厅', null],
    ['', JDZ],
  ])('%s in a notice of %s stays unresolved', (name, issuer) => {
    expect(resolver.unit(name, false, noticeOf(issuer), 0)).toMatchObject({
      entity_id: null,
      entity_name: null,
      method: 'unresolved',
    });
  });
});

describe('a group of units', () => {
  it('has no identity, and the place it ranges over', () => {
    expect(resolver.unit('各县（市、区）政府', true, noticeOf(JDZ), 0)).toMatchObject({
      entity_id: null,
      code: '360200',
      method: 'rule',
      score: 1,
    });
  });

  it('is known as one where nobody flagged it', () => {
    expect(resolver.unit('省直有关部门', false, noticeOf(JX), 0)).toMatchObject({ entity_id: null, method: 'rule' });
  });
});

describe('what the notice says itself', () => {
  it('a definition wins', () => {
    const text = '由景德镇市陶瓷产业发展服务中心（以下简称“陶发中心”）负责。';
    expect(resolver.unit('陶发中心', false, noticeOf(JDZ, { text }), 0)).toMatchObject({
      entity_name: '景德镇市陶瓷产业发展服务中心',
      method: 'context',
    });
  });

  it('a full name in the text wins over the general list', () => {
    const text = '景德镇市政务服务和数据管理局，各县政府。';
    expect(resolver.unit('市政务局', false, noticeOf(JDZ, { text }), 0)).toMatchObject({
      entity_name: '景德镇市政务服务和数据管理局',
      method: 'context',
    });
  });

  it('领导小组办公室 is that of the one leading group it sets up', () => {
    const text = '为加强领导，成立南昌市“产业名城”推进工作领导小组，负责统筹。';
    expect(resolver.unit('领导小组办公室', false, noticeOf(NC, { text }), 0).entity_name).toBe(
      '南昌市“产业名城”推进工作领导小组办公室',
    );
    const two = `${text}调整南昌市“节地增效”行动领导小组。`;
    expect(resolver.unit('领导小组办公室', false, noticeOf(NC, { text: two }), 0).method).toBe('unresolved');
  });
});

describe('a misspelt name', () => {
  it('is found by likeness, with those that lost', () => {
    const found = resolver.unit('市工业和信息话局', false, noticeOf(NC), 0);
    expect(found).toMatchObject({ entity_name: '南昌市工业和信息化局', method: 'fuzzy' });
    expect(found.score).toBeLessThan(0.8);
    expect(found.candidates.length).toBeGreaterThan(0);
  });

  it.each(['市大数据部门', '市图书馆局'])('%s is like no known one', (name) => {
    expect(resolver.unit(name, false, noticeOf(NC), 0).method).not.toBe('fuzzy');
  });
});
