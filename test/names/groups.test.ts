import { describe, expect, it } from 'vitest';
import { memberOf } from '../../names/index.js';
import { noticeOf, resolver } from './helpers.js';

const JX = '江西省人民政府';
const JDZ = '景德镇市人民政府';
const NC = '南昌市人民政府';
const QSH = '南昌市青山湖区人民政府';

const group = (name: string, issuer: string | null) => resolver.unit(name, true, noticeOf(issuer), 0);
const organ = (name: string, issuer: string | null) => resolver.unit(name, false, noticeOf(issuer), 0);

describe('what a group ranges over', () => {
  it.each([
    // governments
    ['各县（市、区）政府', JDZ, '360200', 'government', 'county', null],
    ['各县区', NC, '360100', 'government', 'county', null],
    ['各有关县（区、开发区、管理局）', NC, '360100', 'government', 'county', null],
    ['各设区市人民政府', JX, '360000', 'government', 'prefecture', null],
    ['各市（州）人民政府', '四川省人民政府', '510000', 'government', 'prefecture', null],
    ['各省人民政府', null, null, 'government', 'province', null],
    ['各地', JX, '360000', 'government', null, null],
    ['县政府', NC, '360100', 'government', 'county', null],
    ['区政府', NC, '360100', 'government', 'county', null],
    ['各区', NC, '360100', 'government', 'county', null],
    ['赣州市各县（市、区）政府', JX, '360700', 'government', 'county', null],
    ['各镇', QSH, '360111', 'government', 'town', null],
    ['各街道', QSH, '360111', 'government', 'town', null],
    // departments
    ['省直有关部门', JDZ, '360000', 'department', 'province', null],
    ['市有关部门', JDZ, '360200', 'department', 'prefecture', null],
    ['各有关部门', NC, '360100', 'department', 'prefecture', null],
    ['全市各级各部门', NC, '360100', 'department', null, null],
    ['区重点产业链链长制责任部门', QSH, '360111', 'department', 'county', null],
    ['各设区市工信局', JX, '360000', 'department', 'prefecture', '工业和信息化'],
    ['各县（市、区）教体局', '成都市人民政府', '510100', 'department', 'county', '教育和体育'],
    // others
    ['市直有关单位', JDZ, '360200', 'unit', 'prefecture', null],
    ['各园区', QSH, '360111', 'park', null, null],
    ['各开发区管委会', JX, '360000', 'park', null, null],
    ['领导小组成员单位', NC, '360100', 'member', null, null],
    ['市属国有企业', NC, '360100', 'enterprise', null, null],
    ['在赣金融机构', JX, '360000', 'bank', null, null],
    ['有关高校', JX, '360000', 'school', null, null],
    ['相关行业协会', JX, '360000', 'association', null, null],
  ])('%s in a notice of %s', (name, issuer, code, group_kind, group_level, group_subject) => {
    expect(group(name, issuer)).toMatchObject({ entity_id: null, method: 'rule', code, group_kind, group_level, group_subject });
  });

  it('one organ is no group', () => {
    expect(organ('市工信局', JDZ)).toMatchObject({ group_kind: null, group_level: null, group_subject: null });
  });
});

describe('an organ in a group', () => {
  it.each([
    ['浮梁县人民政府', '各县（市、区）政府', JDZ, 'every'],
    ['乐平市人民政府', '各县（市、区）政府', JDZ, 'every'],
    ['浮梁县人民政府', '各县（市、区）政府', JX, 'every'],
    ['浮梁县人民政府', '有关县（市、区）人民政府', JDZ, 'some'],
    ['浮梁县人民政府', '各地', JDZ, 'every'],
    ['景德镇市人民政府', '各设区市人民政府', JX, 'every'],
    ['江西省人民政府', '各省人民政府', null, 'every'],
    ['江西省财政厅', '省直有关部门', JX, 'some'],
    ['江西省财政厅', '省直各部门', JX, 'every'],
    ['中共江西省委组织部', '省直有关部门', JX, 'some'],
    ['景德镇市财政局', '市直有关单位', JDZ, 'some'],
    ['赣州市工业和信息化局', '各设区市工信局', JX, 'every'],
    ['景德镇高新技术产业开发区管理委员会', '各园区', JDZ, 'every'],
    ['青山湖区罗家镇人民政府', '各镇', QSH, 'every'],
    // not in it
    ['景德镇市人民政府', '各县（市、区）政府', JDZ, null],
    ['景德镇市人民政府', '各地', JDZ, null],
    ['青山湖区人民政府', '各县（市、区）政府', JDZ, null],
    ['浮梁县财政局', '各县（市、区）政府', JDZ, null],
    ['景德镇市财政局', '省直有关部门', JX, null],
    ['赣州市财政局', '各设区市工信局', JX, null],
    ['章贡区工业和信息化局', '各设区市工信局', JX, null],
    ['景德镇市财政局', '领导小组成员单位', JDZ, null],
    ['青山湖区人民政府', '各镇', QSH, null],
    ['景德镇市财政局', '各协同区', JDZ, null],
    ['景德镇市财政局', '各产业链专班', JDZ, null],
  ])('%s and %s in a notice of %s: %s', (name, of, issuer, share) => {
    expect(memberOf(group(of, issuer), organ(name, JX))).toBe(share);
  });

  it('nothing belongs to what is no group', () => {
    expect(memberOf(organ('市工信局', JDZ), organ('浮梁县人民政府', JDZ))).toBeNull();
  });
});
