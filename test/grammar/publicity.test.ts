import { describe, expect, it } from 'vitest';
import { proseOf, publicityOf } from '../../extractors/index.js';

const read = (title: string, text: string): (string | null)[] => {
  const { public_from, public_until, public_term } = publicityOf([proseOf(text)], { title, issued_on: '2024-05-06' });
  return [public_from, public_until, public_term];
};

describe('the term of a publicity notice', () => {
  it.each<[string, string | null, string | null, string]>([
    ['公示期为2024年5月6日至5月10日。', '2024-05-06', '2024-05-10', '2024年5月6日至5月10日'],
    ['公示时间：5月6日—5月10日', '2024-05-06', '2024-05-10', '5月6日—5月10日'],
    ['公示期自公示之日起5个工作日。', '2024-05-06', null, '自公示之日起5个工作日'],
    ['公示期5个工作日，从2024年5月6日至10日止。', '2024-05-06', '2024-05-10', '5个工作日，从2024年5月6日至10日止'],
    ['现公示7天，公示期内如有异议请反映。', null, null, '7天'],
    ['公示期为2024年5月6日起7日，监督电话12345。', '2024-05-06', '2024-05-12', '2024年5月6日起7日'],
  ])('“%s”', (text, from, until, words) => {
    expect(read('关于拟认定名单的公示', text)).toEqual([from, until, words]);
  });

  it.each([
    ['公示期不少于5个工作日。'],
    ['公示期满无异议的，发文公布。'],
    ['公示期间收到的意见已核实。'],
    ['第八条　公示期为5个工作日。'],
    ['拟认定名单经公示5个工作日无异议。'],
  ])('is not in “%s”', (text) => {
    expect(read('关于拟认定名单的公示', text)).toEqual([null, null, null]);
  });

  it('is none in a notice that makes nothing public', () => {
    expect(read('关于组织申报的通知', '公示期为2024年5月6日至5月10日。')).toEqual([null, null, null]);
    expect(read('关于组织申报的通知', '评审结果向社会公示5个工作日，公示无异议后发文公布。')).toEqual([null, null, null]);
    expect(read('关于组织申报的通知', '请于2024年6月10日前将意见反馈至市工信局。')).toEqual([null, null, null]);
  });
});

describe('the term of a call for opinions', () => {
  it.each<[string, string | null, string | null, string]>([
    ['请于2024年6月10日前将意见反馈至市工信局。', null, '2024-06-10', '2024年6月10日前'],
    ['征求意见时间为2024年5月6日至6月5日。', '2024-05-06', '2024-06-05', '2024年5月6日至6月5日'],
    ['意见反馈截止时间：2024年6月5日', null, '2024-06-05', '2024年6月5日'],
    ['请自本公告发布之日起30日内，将意见反馈至我局。', '2024-05-06', null, '自本公告发布之日起30日内'],
  ])('“%s”', (text, from, until, words) => {
    expect(read('关于征求《甲办法（征求意见稿）》意见的公告', text)).toEqual([from, until, words]);
  });
});
