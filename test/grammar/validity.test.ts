import { describe, expect, it } from 'vitest';
import { proseOf, validityOf } from '../../extractors/index.js';

const own = { issued_on: '2024-05-06', isOwn: (title: string) => title === '甲市停车管理办法' };
const read = (...paragraphs: string[]): (string | null)[] => {
  const { effective_on, expires_on, validity } = validityOf(paragraphs.map(proseOf), own);
  return [effective_on, expires_on, validity];
};

describe('when a notice is in force', () => {
  it.each<[string, string | null, string | null, string]>([
    ['第九条　本办法自2024年6月1日起施行。', '2024-06-01', null, '本办法自2024年6月1日起施行'],
    ['本通知自印发之日起执行，有效期2年。', '2024-05-06', '2026-05-05', '本通知自印发之日起执行，有效期2年'],
    ['本通知自印发之日起执行。有效期2年。', '2024-05-06', '2026-05-05', '本通知自印发之日起执行；有效期2年'],
    ['本规定自公布之日起30日后施行。', '2024-06-05', null, '本规定自公布之日起30日后施行'],
    ['本规定自公布之日起30个工作日后施行。', null, null, '本规定自公布之日起30个工作日后施行'],
    ['《甲市停车管理办法》自2024年7月1日起施行。', '2024-07-01', null, '《甲市停车管理办法》自2024年7月1日起施行'],
    ['本措施有效期自2024年1月1日至2025年12月31日。', '2024-01-01', '2025-12-31', '本措施有效期自2024年1月1日至2025年12月31日'],
    ['本细则有效期自发布之日起3年。', '2024-05-06', '2027-05-05', '本细则有效期自发布之日起3年'],
    ['本细则由市财政局负责解释，自即日起执行。', '2024-05-06', null, '自即日起执行'],
    ['现予公布，自2024年9月1日起施行。', '2024-09-01', null, '自2024年9月1日起施行'],
    ['本方案试行期一年，自2024年9月起试行。', '2024-09', '2025-08', '本方案试行期一年，自2024年9月起试行'],
    ['本政策执行至2025年12月31日。', null, '2025-12-31', '本政策执行至2025年12月31日'],
    ['本通告长期有效，自2024年6月1日零时起施行。', '2024-06-01', null, '本通告长期有效，自2024年6月1日零时起施行'],
  ])('“%s”', (text, from, until, words) => {
    expect(read(text)).toEqual([from, until, words]);
  });

  it.each([
    ['another document', '《乙市停车条例》自2024年7月1日起施行。'],
    ['another document named before', '《乙市停车条例》已经省人大常委会批准，自2024年7月1日起施行。'],
    ['a licence', '许可证有效期为5年，期满前30日申请延续。'],
    ['a title that is given', '命名3家园区为示范园区，有效期三年，自2024年1月1日起计算。'],
    ['a scheme', '试点工作自2024年1月1日起实施。'],
    ['a charge', '自2024年9月1日起执行新的收费标准。'],
    ['quoted text', '“本办法自2019年1月1日起施行，有效期五年。”'],
    ['the years of a plan', '本规划期限为2021—2025年。'],
  ])('is not read from %s', (_what, text) => {
    expect(read(text)).toEqual([null, null, null]);
  });

  it('is what the first passage says', () => {
    expect(read('现印发给你们，自2024年8月1日起施行。', '第三条　本办法自2024年9月1日起施行，有效期5年。')).toEqual([
      '2024-08-01',
      '2029-07-31',
      '自2024年8月1日起施行',
    ]);
  });

  it('has no end where its beginning is not known', () => {
    const { expires_on } = validityOf([proseOf('本办法自发布之日起施行，有效期5年。')], { ...own, issued_on: null });
    expect(expires_on).toBeNull();
  });
});
