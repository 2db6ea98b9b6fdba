import { describe, expect, it } from 'vitest';
import { bareTitle, compact, isNoticeTitle, isOrganLine, isTitleLike, kindOf, titleIssuer } from '../../extractors/index.js';

const c = (text: string): string => compact(text).text;

describe('the title of a notice', () => {
  it.each([
    '宜春市人民政府关于印发锂电产业提质行动方案的通知',
    '关于公布2025年度市级示范园区名单的通知',
    '萍乡市人民政府办公室印发《关于支持专精特新企业发展的若干措施》的通知',
    '浙江省财政厅 浙江省商务厅关于做好稳外贸工作的通知',
    '九江市人民政府关于表扬2024年度先进单位的决定',
    '上饶市人民政府关于同意设立光学产业园的批复',
    '市政府办公室转发市工信局关于推进节能降碳实施意见的通知',
    '关于印发〈实施细则〉（试行）的通知',
    '鹰潭市人民政府关于加快铜基新材料产业发展的意见',
    '抚州市人民政府关于召开工业大会的函',
  ])('is “%s”', (line) => {
    expect(isNoticeTitle(c(line))).toBe(true);
  });

  it.each([
    ['a plan', '宜春市锂电产业提质行动方案'],
    ['a sentence', '现将关于印发方案的通知转发给你们，请结合实际，认真贯彻，抓好落实。'],
    ['a heading', '一、总体要求'],
    ['an address', '各县（市、区）人民政府，各有关单位：'],
    ['a label', '标题：关于印发方案的通知'],
    ['words about a notice', '关于这项工作'],
  ])('is not %s', (_name, line) => {
    expect(isNoticeTitle(c(line))).toBe(false);
  });
});

describe('the kind of document', () => {
  it.each([
    ['关于印发行动方案的通知', '通知'],
    ['关于2025年评价结果的通报', '通报'],
    ['关于加快发展的若干意见', '意见'],
    ['关于加快发展的实施意见（试行）', '意见'],
    ['三年行动计划（2026—2028年）', '计划'],
    ['任务分工方案', '方案'],
    ['关于同意设立园区的批复', '批复'],
    ['关于入选名单的公示', '公示'],
    ['专题会议纪要', '纪要'],
    ['关于征求意见的函', '函'],
    ['集群发展管理办法〔试行〕', '办法'],
    ['产业发展大事记', '大事记'],
    ['产业发展概况', null],
  ])('“%s”: %s', (title, kind) => {
    expect(kindOf(c(title))).toBe(kind);
  });
});

describe('brackets behind a title', () => {
  it.each([
    ['行动方案（2026—2028年）', '行动方案'],
    ['管理办法（试行）（2025年修订）', '管理办法'],
    ['县（市、区）考核办法', '县（市、区）考核办法'],
  ])('“%s” without them is “%s”', (title, bare) => {
    expect(bareTitle(title)).toBe(bare);
  });
});

describe('a title or a part of one', () => {
  it.each(['锂电产业提质行动方案', '重点项目一览表', '2025年度评价结果', '任务分工表', '管理办法（试行）'])(
    'is like “%s”',
    (line) => {
      expect(isTitleLike(line)).toBe(true);
    },
  );
  it.each([
    '（责任单位：市工信局，落实实施方案）',
    '各部门要制定方案。',
    '总体要求',
    '为落实行动方案，现就有关事项，提出以下，三点意见',
  ])('is not like “%s”', (line) => {
    expect(isTitleLike(line)).toBe(false);
  });
});

describe('the issuer in a title', () => {
  it.each([
    ['新余市人民政府关于印发方案的通知', '新余市人民政府'],
    ['吉安市人民政府办公室印发关于支持发展若干措施的通知', '吉安市人民政府办公室'],
    ['井冈山经开区管委会关于公布名单的公告', '井冈山经开区管委会'],
    ['江西省工业和信息化厅江西省财政厅关于开展申报工作的通知', '江西省工业和信息化厅江西省财政厅'],
    ['关于印发方案的通知', null],
    ['锂电产业链关于配套的意见', null],
  ])('of “%s” is %s', (title, issuer) => {
    expect(titleIssuer(title)).toBe(issuer);
  });
});

describe('a line that names an organ', () => {
  it.each([
    '赣州市人民政府',
    '江西省发展和改革委员会',
    '上饶经开区管委会',
    '宜春市推进新型工业化领导小组',
    '共青团抚州市委员会',
    '南昌海关',
  ])('is “%s”', (line) => {
    expect(isOrganLine(line)).toBe(true);
  });
  it.each(['各县（市、区）人民政府：', '关于市工信局', '附件1', '2024年工信局', '由市财政局', '有关单位', '赣州', '组织保障。'])(
    'is not “%s”',
    (line) => {
      expect(isOrganLine(c(line))).toBe(false);
    },
  );
});
