import { describe, expect, it } from 'vitest';
import { noticeOf, planOf, recordsOf, type Part } from '../support/documents.js';

const names = (body: readonly Part[]): string[] => recordsOf(noticeOf(planOf(body))).clusters.map((c) => c.name);

describe('the park beside a cluster in a table', () => {
  const parks = (head: string, cell: string): string[] => {
    const body = [
      '集群名单',
      [
        ['集群名称', head, '所在地'],
        ['石门县轴承产业集群', cell, '石门县'],
      ],
    ];
    const notice = noticeOf(planOf(body));
    const found = recordsOf(notice).clusters.flatMap((c) => c.evidence.filter((e) => e.field === 'park'));
    return found.map(({ start, end }) => notice.text.slice(start, end));
  };

  it.each(['核心园区', '核心区', '依托平台', '所在园区', '开发区名称', '依托园区（集聚区）'])(
    'stands in a column headed %s',
    (head) => {
      expect(parks(head, '石门经济开发区')).toEqual(['石门经济开发区']);
    },
  );

  it.each([
    ['园区数量', '石门经济开发区'],
    ['核心园区', '—'],
    ['核心园区', '石门经济开发区、石门工业园区'],
    ['依托平台', '石门轴承有限公司'],
  ])('does not stand in a column headed %s that says %s', (head, cell) => {
    expect(parks(head, cell)).toEqual([]);
  });
});

describe('clusters named in a text', () => {
  it.each<[string, string[]]>([
    ['重点支持南康家具产业集群建设。', ['南康家具产业集群']],
    ['打造抚河市稀土永磁先进制造业集群。', ['抚河市稀土永磁先进制造业集群']],
    ['推动乐平市生物医药产业集群、浮梁县茶叶产业集群升级。', ['乐平市生物医药产业集群', '浮梁县茶叶产业集群']],
    ['以南昌小蓝经开区汽车及零部件产业集群为龙头。', ['南昌小蓝经开区汽车及零部件产业集群']],
    ['（一）做强吉安电子信息产业集群。完善配套。', ['吉安电子信息产业集群']],
    ['将“鹰潭铜基新材料产业集群”列入培育名单。', ['鹰潭铜基新材料产业集群']],
    ['参与长三角（含江西）大飞机先进制造业集群建设。', ['长三角（含江西）大飞机先进制造业集群']],
    ['赣州高新区稀钨产业集群和龙南经开区电子信息产业集群被评为优秀。', ['赣州高新区稀钨产业集群', '龙南经开区电子信息产业集群']],
    ['做强有色金属精深加工产业集群。', ['有色金属精深加工产业集群']],
    ['做大做强南康 家具产业集群。', ['南康家具产业集群']],
    ['推荐信丰县电子信息产业集群申报省级试点。', ['信丰县电子信息产业集群']],
    ['以贵溪铜产业集群、铜产业集群为重点。', ['贵溪铜产业集群', '铜产业集群']],
    ['支持共建赣粤电子信息产业带和电子信息产业集群。', ['电子信息产业集群']],
    ['支持安义县打造铝型材产业集群。', ['铝型材产业集群']],
  ])('“%s”', (text, expected) => {
    expect(names(['一、重点任务', text])).toEqual(expected);
  });

  it.each([
    ['a type', '争创省级先进制造业集群。'],
    ['a size', '培育2个千亿级产业集群。'],
    ['a rank', '建成具有国际竞争力的世界级先进制造业集群。'],
    ['a number of them', '重点打造5个特色产业集群。'],
    ['an enumeration', '已形成铜基新材料、光电信息、生物医药三大产业集群。'],
    ['industries to grow', '加快培育生物制造、低空经济等产业集群。'],
    ['clustering', '推动产业集群化发展。'],
    ['the policy', '完善产业集群发展机制。'],
    ['clusters at large', '各产业集群要建立联系机制。'],
    ['firms', '壮大中小企业集群。'],
    ['cities', '融入长江中游城市群和城市集群。'],
  ])('none in %s', (_name, text) => {
    expect(names(['一、重点任务', text])).toEqual([]);
  });
});

describe('a cluster', () => {
  it('named twice is one, grounded where it is first named', () => {
    const notice = noticeOf(planOf(['一、目标', '做强南康家具产业集群。', '支持南康家具产业集群申报国家级。']));
    const { clusters } = recordsOf(notice);
    expect(clusters).toHaveLength(1);
    expect(clusters[0]?.start).toBe(notice.text.indexOf('南康家具产业集群'));
  });

  it('in a list of a grade', () => {
    expect(names(['一、优秀等次（2个）', '1.章贡区生物制药产业集群', '2.信丰县电子信息产业集群'])).toEqual([
      '章贡区生物制药产业集群',
      '信丰县电子信息产业集群',
    ]);
  });

  it('in a table', () => {
    expect(
      names([
        '集群名单',
        [
          ['序号', '集群名称', '所在地'],
          ['1', '南康家具产业集群', '南康区'],
          ['2', '樟树\n中医药产业集群', '樟树市'],
        ],
      ]),
    ).toEqual(['南康家具产业集群', '樟树中医药产业集群']);
  });
});
