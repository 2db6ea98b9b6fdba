import { describe, expect, it } from 'vitest';
import type { RatingRead } from '../../schemas/index.js';
import { noticeOf, recordsOf, type Part } from '../support/documents.js';

const HEAD = [
  '抚河市工业和信息化局关于2025年度全市产业集群评价结果的通报',
  '抚工信字〔2026〕3号',
  '各县（市、区）工业和信息化局：',
];
const FOOT = ['抚河市工业和信息化局', '2026年2月8日'];
const ratings = (body: readonly Part[]): RatingRead[] => recordsOf(noticeOf([...HEAD, ...body, ...FOOT])).ratings;
const shown = (r: RatingRead): string =>
  [r.subject_kind, r.subject, r.grade, r.year, r.score, r.rank].filter((x) => x !== null).join(' ');
const read = (body: readonly Part[]): string[] => ratings(body).map(shown);

describe('grades given', () => {
  it('in lists under headings', () => {
    expect(
      read([
        '现将结果通报如下：',
        '一、优秀等次（2个）',
        '章贡区生物制药产业集群、信丰县电子信息产业集群',
        '二、良好等次（1个）',
        '大余县钨产业集群',
      ]),
    ).toEqual([
      'cluster 章贡区生物制药产业集群 优秀 2025',
      'cluster 信丰县电子信息产业集群 优秀 2025',
      'cluster 大余县钨产业集群 良好 2025',
    ]);
  });

  it('in numbered lists', () => {
    expect(read(['一、五星级产业集群（2个）', '1.章贡区生物制药产业集群', '2.信丰县电子信息产业集群'])).toEqual([
      'cluster 章贡区生物制药产业集群 五星级 2025',
      'cluster 信丰县电子信息产业集群 五星级 2025',
    ]);
  });

  it('to parks and places', () => {
    expect(read(['一、优秀等次', '龙南经开区、瑞金经开区。', '二、一类县（市、区）', '信丰县、大余县。'])).toEqual([
      'park 龙南经开区 优秀 2025',
      'park 瑞金经开区 优秀 2025',
      'region 信丰县 一类 2025',
      'region 大余县 一类 2025',
    ]);
  });

  it('by labels, with scores; a place only where the order is said to be theirs', () => {
    expect(
      read(['优秀等次（2个，按得分排序）：信丰县（96.35分）、大余县（95.1分）。', '良好等次（1个）：上犹县（90分）。']),
    ).toEqual(['region 信丰县 优秀 2025 96.35 1', 'region 大余县 优秀 2025 95.1 2', 'region 上犹县 良好 2025 90']);
  });

  it('in a ranking', () => {
    expect(
      read(['2025年度考核结果均为优秀等次；按得分由高到低排名依次是：信丰县（98.88分）、大余县（97.5分）、上犹县（96分）。']),
    ).toEqual(['region 信丰县 优秀 2025 98.88 1', 'region 大余县 优秀 2025 97.5 2', 'region 上犹县 优秀 2025 96 3']);
  });

  it('in a table, cells merged downwards', () => {
    expect(
      read([
        '2025年度产业集群评价结果',
        [
          ['排名', '产业集群', '得分', '等次'],
          ['1', '章贡区生物制药产业集群', '95.2', { text: '优秀', rows: 2 }],
          ['2', '信丰县电子信息产业集群', '93'],
          ['3', '大余县钨产业集群', '88', '良好'],
        ],
      ]),
    ).toEqual([
      'cluster 章贡区生物制药产业集群 优秀 2025 95.2 1',
      'cluster 信丰县电子信息产业集群 优秀 2025 93 2',
      'cluster 大余县钨产业集群 良好 2025 88 3',
    ]);
  });

  it('as an honour, by the title of an annex', () => {
    expect(read(['附件：示范园区名单', ...FOOT, '附件', '2025年度集群培育示范园区名单', '龙南经开区、信丰高新区'])).toEqual([
      'park 龙南经开区 示范园区 2025',
      'park 信丰高新区 示范园区 2025',
    ]);
  });

  it('with what is rated', () => {
    expect(ratings(['一、优秀等次', '信丰县电子信息产业集群'])[0]).toMatchObject({ scheme: '全市产业集群评价', year: 2025 });
  });

  it('with the words that gave them', () => {
    const notice = noticeOf([...HEAD, '一、优秀等次', '信丰县电子信息产业集群', ...FOOT]);
    const evidence = recordsOf(notice).ratings[0]?.evidence ?? [];
    expect(evidence.map((e) => [e.field, notice.text.slice(e.start, e.end)])).toContainEqual(['grade', '一、优秀等次']);
  });

  it('by a list, and not again by the sentence that sums it up', () => {
    expect(
      read([
        '信丰县电子信息产业集群等2个产业集群评价结果为优秀（见附件）。',
        ...FOOT,
        '附件',
        '2025年度产业集群评价优秀名单',
        '1.信丰县电子信息产业集群',
        '2.大余县钨产业集群',
      ]),
    ).toEqual(['cluster 信丰县电子信息产业集群 优秀 2025', 'cluster 大余县钨产业集群 优秀 2025']);
  });

  it('less surely where the subject stands in a clause before', () => {
    const [read] = ratings(['信丰县因发生安全事故，考核等次定为合格。']);
    expect(read).toMatchObject({ subject: '信丰县', grade: '合格', reasons: ['sentence_gives_grade', 'subject_carried'] });
  });

  it('once, where list and text say the same', () => {
    expect(read(['一、优秀等次', '信丰县电子信息产业集群', '信丰县电子信息产业集群'])).toHaveLength(1);
  });
});

describe('none', () => {
  it.each<[string, Part[]]>([
    ['under a heading without a grade', ['一、总体要求', '信丰县、大余县']],
    ['in sentences under a grade', ['一、优秀等次的使用', '对获得优秀等次的，按照规定给予奖励。']],
    ['for firms', ['一、优秀企业', '甲有限公司、乙有限公司']],
    [
      'in a table without grades',
      [
        [
          ['县（市、区）', '户数'],
          ['信丰县', '12'],
          ['大余县', '9'],
        ],
      ],
    ],
  ])('%s', (_name, body) => {
    expect(read(body)).toEqual([]);
  });
});
