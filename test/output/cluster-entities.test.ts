import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../output/index.js';
import type { CitationLink, ClusterEntity, Ingested, IngestedNotice, Resolution } from '../../schemas/index.js';
import { filled, freshStore, input, linked, listed, notice, resolution } from './fixture.js';

/** A cluster as a notice names it: name, code of its place, industry, and id of its park where it has one. */
interface Spec {
  name: string;
  code: string | null;
  industry: string;
  park?: string;
  grade?: string;
}

const PLACES: Record<string, string> = {
  '360124': '进贤县',
  '360100': '南昌市',
  '360000': '江西省',
  '360111': '青山湖区',
  '430281': '醴陵市',
};

function resolutionsOf({ code, industry, park }: Spec): Resolution[] {
  const place = { entity_id: code, entity_name: PLACES[code ?? ''] ?? null, code };
  return [
    resolution('industry', industry, { kind: 'industry', method: 'rule' }),
    ...(code === null ? [] : [resolution('place', PLACES[code] ?? code, place)]),
    ...(park === undefined
      ? []
      : [resolution('park', park, { kind: 'park', entity_id: park, entity_name: `${park}开发区`, code })]),
  ];
}

/** A notice of some date that names the clusters. */
function naming(
  name: string,
  issuedOn: string | null,
  specs: readonly Spec[],
  change: Partial<IngestedNotice['head']> = {},
): IngestedNotice {
  const base = notice(name);
  const [cluster] = base.records.clusters;
  const [rating] = base.records.ratings;
  if (!cluster || !rating) throw new Error('the fixture has a cluster and a rating');
  const clusters = specs.map((spec, i) => ({ ...cluster, key: `c-${i}`, name: spec.name, resolutions: resolutionsOf(spec) }));
  const ratings = specs.flatMap((spec, i) =>
    spec.grade === undefined
      ? []
      : [{ ...rating, key: `r-${i}`, subject: spec.name, grade: spec.grade, year: Number(issuedOn?.slice(0, 4)) }],
  );
  return {
    ...base,
    head: { ...base.head, issued_on: issuedOn, cites: [], ...change },
    records: { ...base.records, clusters, ratings },
  };
}

async function entitiesOf(inputs: readonly Ingested[]): Promise<ClusterEntity[]> {
  return linked(await filled(inputs), 'cluster_entities');
}

const one = (...specs: Spec[]): Ingested[] =>
  specs.map((spec, i) => input(`${i}.txt`, { notices: [naming(`文${i}`, `202${i}-05-01`, [spec])] }));
const at = (name: string, code: string | null, industry: string, park?: string): Spec => ({
  name,
  code,
  industry,
  ...(park === undefined ? {} : { park }),
});

describe('one cluster in several notices', () => {
  const cases: [why: string, specs: Spec[], names: string[]][] = [
    [
      'with and without 县',
      [at('进贤医疗器械产业集群', '360124', '医疗器械'), at('进贤县医疗器械产业集群', '360124', '医疗器械')],
      ['进贤医疗器械产业集群', '进贤县医疗器械产业集群'],
    ],
    [
      'as 产业集群 and as 先进制造业集群',
      [at('醴陵陶瓷产业集群', '430281', '陶瓷'), at('醴陵市陶瓷先进制造业集群', '430281', '陶瓷先进制造业')],
      ['醴陵市陶瓷先进制造业集群', '醴陵陶瓷产业集群'],
    ],
    [
      'with 和, with 及 and with 省级',
      [
        at('醴陵汽车及零部件产业集群', '430281', '汽车及零部件'),
        at('醴陵省级汽车和零部件产业集群', '430281', '省级汽车和零部件'),
      ],
      ['醴陵汽车及零部件产业集群', '醴陵省级汽车和零部件产业集群'],
    ],
    [
      'by its park, whatever place it is given',
      [at('小蓝经开区医药产业集群', '360100', '医药', 'xiaolan'), at('南昌小蓝经开区医药产业集群', '360124', '医药', 'xiaolan')],
      ['南昌小蓝经开区医药产业集群', '小蓝经开区医药产业集群'],
    ],
  ];
  test.each(cases)('%s', async (_, specs, names) => {
    const [entity, ...others] = await entitiesOf(one(...specs));
    expect(others).toEqual([]);
    expect(entity?.names).toEqual(names);
    expect(entity?.mentions.map((m) => m.issued_on)).toEqual(['2020-05-01', '2021-05-01']);
    expect(entity).toMatchObject({ first_issued_on: '2020-05-01', last_issued_on: '2021-05-01' });
  });

  test('its grades stand by year, and a notice in two files counts once', async () => {
    const spec = (name: string, grade: string): Spec => ({ ...at(name, '360124', '医疗器械'), grade });
    const old = naming('旧文', '2020-12-01', [spec('进贤县医疗器械产业集群', '合格')]);
    const late = naming('新文', '2025-12-01', [spec('进贤医疗器械产业集群', '优秀')]);
    const [entity, ...others] = await entitiesOf([
      input('b.txt', { notices: [late] }),
      input('a.txt', { notices: [old] }),
      input('c.txt', { notices: [old] }),
    ]);
    expect(others).toEqual([]);
    expect(entity?.ratings.map(({ year, grade }) => [year, grade])).toEqual([
      [2020, '合格'],
      [2025, '优秀'],
    ]);
    expect(entity?.mentions).toHaveLength(2);
  });

  test('is gone when its notice is', async () => {
    const store = await filled(one(at('进贤医疗器械产业集群', '360124', '医疗器械')));
    await store.remove('0.txt');
    await store.link();
    expect(await linked(store, 'cluster_entities')).toEqual([]);
  });
});

describe('two clusters', () => {
  const cases: [why: string, specs: Spec[], doubt: string | null][] = [
    [
      'nearly one industry in one place',
      [at('青山湖区现代针纺产业集群', '360111', '现代针纺'), at('青山湖区现代纺织产业集群', '360111', '现代纺织')],
      'similar_industry',
    ],
    [
      'one industry in a city and its county',
      [at('南昌医药产业集群', '360100', '医药'), at('进贤医药产业集群', '360124', '医药')],
      'nested_place',
    ],
    [
      'one industry in a county and its park',
      [at('进贤医药产业集群', '360124', '医药'), at('进贤经开区医药产业集群', '360124', '医药', 'jinxian')],
      'nested_place',
    ],
    [
      'one industry in a province and its county',
      [at('江西医药产业集群', '360000', '医药'), at('进贤医药产业集群', '360124', '医药')],
      null,
    ],
    [
      'one industry in two counties',
      [at('青山湖区医药产业集群', '360111', '医药'), at('进贤医药产业集群', '360124', '医药')],
      null,
    ],
    [
      'other industries in one place',
      [at('进贤医药产业集群', '360124', '医药'), at('进贤钢结构产业集群', '360124', '钢结构')],
      null,
    ],
    [
      'names without a place that are not alike',
      [at('成渝地区电力装备集群', null, '电力装备'), at('长三角电力装备集群', null, '电力装备')],
      null,
    ],
  ];
  test.each(cases)('%s', async (_, specs, doubt) => {
    const store = await filled(one(...specs));
    expect(await linked(store, 'cluster_entities')).toHaveLength(2);
    const found = await listed(store, 'findings', { check: 'cluster_identity' });
    expect(found.map((f) => [f.severity, f.params.what, f.expected, f.actual])).toEqual(
      doubt === null ? [] : [['info', doubt, specs[0]?.name, specs[1]?.name]],
    );
  });

  test('that one notice names side by side are no doubt', async () => {
    const specs = [at('青山湖区现代针纺产业集群', '360111', '现代针纺'), at('青山湖区现代纺织产业集群', '360111', '现代纺织')];
    const store = await filled([input('a.txt', { notices: [naming('文', '2025-01-01', specs)] })]);
    expect(await linked(store, 'cluster_entities')).toHaveLength(2);
    expect(await listed(store, 'findings', { check: 'cluster_identity' })).toEqual([]);
  });
});

describe('documents that notices cite', () => {
  const cited = naming('甲', '2021-07-08', [], {
    title: '南昌市人民政府关于印发《产业名城工作方案》的通知',
    document_number: '洪府发〔2021〕14号',
  });
  const citing = (date: string, title: string | null, number: string | null): IngestedNotice =>
    naming('乙', date, [], {
      title: '另一通知',
      document_number: '洪府发〔2025〕2号',
      cites: [{ title, document_number: number }],
    });
  const cases: [
    why: string,
    date: string,
    title: string | null,
    number: string | null,
    by: CitationLink['by'] | null,
    told: string[],
  ][] = [
    ['by its number, whatever the brackets', '2025-03-01', '产业名城工作方案', '洪府发[2021]14号', 'number', []],
    ['by the title of what it issues', '2025-03-01', '产业名城工作方案', null, 'title', []],
    ['by its own title', '2025-03-01', '关于印发《产业名城工作方案》的通知', null, 'title', []],
    ['by its number, under another title', '2025-03-01', '工业强市行动计划', '洪府发〔2021〕14号', 'number', ['title']],
    ['before it was signed', '2021-03-01', '产业名城工作方案', null, 'title', ['later']],
    ['that are not there', '2025-03-01', '产业名城实施方案', null, null, []],
    ['that bear its title and another number', '2025-03-01', '产业名城工作方案', '赣府发〔2021〕14号', null, []],
  ];
  test.each(cases)('%s', async (_, date, title, number, by, told) => {
    const store = await filled([
      input('a.txt', { notices: [cited] }),
      input('b.txt', { notices: [citing(date, title, number)] }),
    ]);
    const links = await linked(store, 'citation_links');
    expect(links.map((link) => link.by)).toEqual(by === null ? [] : [by]);
    const found = await listed(store, 'findings', { check: 'citation' });
    expect(found.map((f) => f.params.what)).toEqual(told);
    expect(found.map((f) => f.file)).toEqual(told.map(() => 'b.txt'));
  });
});

describe('any order', () => {
  const specs: Spec[] = [
    { ...at('进贤医疗器械产业集群', '360124', '医疗器械'), grade: '优秀' },
    { ...at('进贤县医疗器械产业集群', '360124', '医疗器械'), grade: '良好' },
    at('南昌医疗器械产业集群', '360100', '医疗器械'),
    at('青山湖区现代针纺产业集群', '360111', '现代针纺'),
    at('青山湖区现代纺织产业集群', '360111', '现代纺织'),
    at('小蓝经开区医药产业集群', '360100', '医药', 'xiaolan'),
    at('电力装备集群', null, '电力装备'),
  ];
  const cites = [{ title: null, document_number: '文0发〔2026〕1号' }];
  const inputs = specs.map((spec, i) =>
    input(`${i}.txt`, {
      notices: [
        naming(`文${i}`, i === 3 ? null : `20${20 + (i % 3)}-05-01`, [spec, ...specs.slice(i + 4, i + 5)], {
          cites: i > 4 ? cites : [],
        }),
      ],
    }),
  );
  const all = [...inputs, input('copy.txt', { notices: inputs[0]?.notices ?? [] })];
  const whole = async (store: Store): Promise<unknown> => [
    await linked(store, 'cluster_entities'),
    await linked(store, 'citation_links'),
    await listed(store, 'findings'),
  ];

  test('of inputs, with links made in between or not, gives the same entities, links and findings', async () => {
    const expected = await whole(await filled(all));
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.array(fc.boolean(), { minLength: all.length, maxLength: all.length }),
        async (order, between) => {
          const store = await freshStore();
          for (const [i, each] of order.entries()) {
            await store.put(each);
            if (between[i]) await store.link();
          }
          await store.link();
          expect(await whole(store)).toEqual(expected);
          await store.link();
          expect(await whole(store)).toEqual(expected);
        },
      ),
      { numRuns: 15 },
    );
  });
});
