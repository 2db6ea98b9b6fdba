import { describe, expect, it } from 'vitest';
import { diffContents, type NoticeContents } from '../../../output/index.js';
import { comparedTypes, noticeDiffSchema, type ComparedType, type NoticeDiff } from '../../../schemas/index.js';
import { cluster, contents, noticeRecord, obligation, observation, project, rating, target, unit } from './records.js';

/** What became of the records of one type, in short: `~title,text`, `−名称`, `+名称`, `moved 1`, `same 2`. */
function told(diff: NoticeDiff, type: ComparedType): string[] {
  const { changed, gone, added, moved, same } = diff[type];
  const name = (record: object) => {
    const fields = new Map<string, unknown>(Object.entries(record));
    return String(
      fields.get('title') ?? fields.get('name') ?? fields.get('subject') ?? fields.get('indicator') ?? fields.get('text'),
    );
  };
  return [
    ...changed.map(({ fields, matched }) => `~${matched} ${fields.map(({ field }) => field).join(',')}`),
    ...gone.map((record) => `−${name(record)}`),
    ...added.map((record) => `+${name(record)}`),
    ...(moved.length > 0 ? [`moved ${moved.length}`] : []),
    ...(same > 0 ? [`same ${same}`] : []),
  ];
}

const long = '支持龙头企业开展并购重组，每年新增省级龙头企业10家以上，完善梯度培育机制。';
const cases: {
  what: string;
  type: ComparedType;
  before: Partial<NoticeContents>;
  after: Partial<NoticeContents>;
  want: string[];
}[] = [
  {
    what: 'says the same with other ids, offsets and pages',
    type: 'obligations',
    before: { obligations: [obligation({ units: [unit('市工信局', 'lead', 'a')] })] },
    after: { obligations: [obligation({ units: [unit('市工信局', 'lead', 'b')] })] },
    want: ['same 1'],
  },
  {
    what: 'differs in white space and width only',
    type: 'obligations',
    before: { obligations: [obligation({ text: '企业达到（50％）以上 。' })] },
    after: { obligations: [obligation({ text: '企业达到(50%)以上。' })] },
    want: ['same 1'],
  },
  {
    what: 'is renumbered and stands under another heading',
    type: 'obligations',
    before: { obligations: [obligation({ number: '（三）', title: '招商', path: ['一'] })] },
    after: { obligations: [obligation({ number: '（五）', title: '招商', path: ['二'] })] },
    want: ['moved 1'],
  },
  {
    what: 'has another due and another unit, the same title',
    type: 'obligations',
    before: { obligations: [obligation({ title: '招商', due: '2026', units: [unit('市工信局'), unit('市发改委')] })] },
    after: { obligations: [obligation({ title: '招商', due: '2027', units: [unit('市商务局'), unit('市工信局')] })] },
    want: ['~key due,units'],
  },
  {
    what: 'names its units in another order',
    type: 'obligations',
    before: { obligations: [obligation({ units: [unit('市工信局'), unit('市发改委')] })] },
    after: { obligations: [obligation({ units: [unit('市发改委'), unit('市工信局')] })] },
    want: ['same 1'],
  },
  {
    what: 'has another title and number: found by its text',
    type: 'obligations',
    before: { obligations: [obligation({ title: '做强龙头', text: long, number: '（一）' })] },
    after: { obligations: [obligation({ title: '壮大龙头企业', text: long.replace('10家', '12家'), number: '（四）' })] },
    want: ['~text title,text'],
  },
  {
    what: 'is another task altogether',
    type: 'obligations',
    before: { obligations: [obligation({ title: '做强龙头', text: long })] },
    after: { obligations: [obligation({ title: '优化环境', text: '深化放管服改革，推行一网通办。' })] },
    want: ['−做强龙头', '+优化环境'],
  },
  {
    what: 'are two clauses of one paragraph, in another order, one of them changed',
    type: 'obligations',
    before: {
      obligations: [
        obligation({ title: '招商', text: '建设产业招商地图并动态更新。', due: '2026' }),
        obligation({ title: '招商', text: long }),
      ],
    },
    after: {
      obligations: [
        obligation({ title: '招商', text: long }),
        obligation({ title: '招商', text: '建设产业招商地图并每季更新。', due: '2026' }),
      ],
    },
    want: ['~key text', 'same 1'],
  },
  {
    what: 'has a higher figure',
    type: 'targets',
    before: { targets: [target({ value: 50, value_text: '50家' }), target({ indicator: '产值', unit: '元' })] },
    after: { targets: [target({ value: 60, value_text: '60家' }), target({ indicator: '产值', unit: '元' })] },
    want: ['~key value,value_text', 'same 1'],
  },
  {
    what: 'is due later',
    type: 'targets',
    before: { targets: [target({ due: '2026' })] },
    after: { targets: [target({ due: '2027' })] },
    want: ['~key due'],
  },
  {
    what: 'has two years of one indicator, one of them new',
    type: 'targets',
    before: { targets: [target({ due: '2025', value: 40 })] },
    after: { targets: [target({ due: '2025', value: 45 }), target({ due: '2027', value: 60 })] },
    want: ['~key value', '+企业'],
  },
  {
    what: 'has its indicator reworded',
    type: 'targets',
    before: { targets: [target({ indicator: '规模以上工业企业营业收入' })] },
    after: { targets: [target({ indicator: '规模以上工业营业收入' })] },
    want: ['~text indicator'],
  },
  {
    what: 'has an indicator that is like the other one in another unit',
    type: 'targets',
    before: { targets: [target({ indicator: '高新技术企业数', unit: '家' })] },
    after: { targets: [target({ indicator: '高新技术企业数增速', unit: '%' })] },
    want: ['−高新技术企业数', '+高新技术企业数增速'],
  },
  {
    what: 'has another figure in one area',
    type: 'observations',
    before: { observations: [observation(), observation({ area: '珠山区', value: 7, value_text: '7' })] },
    after: { observations: [observation({ area: '珠山区', value: 8, value_text: '8' }), observation()] },
    want: ['~key value,value_text', 'same 1'],
  },
  {
    what: 'stands in a table of another title',
    type: 'observations',
    before: { observations: [observation({ table: '附件1' })] },
    after: { observations: [observation({ table: '附件2 统计表' })] },
    want: ['moved 1'],
  },
  {
    what: 'is of another year: another figure',
    type: 'observations',
    before: { observations: [observation({ year: 2024 })] },
    after: { observations: [observation({ year: 2025 })] },
    want: ['−户数', '+户数'],
  },
  {
    what: 'is miswritten by a character',
    type: 'clusters',
    before: { clusters: [cluster('赣州市稀土新材料及应用产业集群', { park_id: 'a' })] },
    after: { clusters: [cluster('赣州市稀士新材料及应用产业集群', { park_id: null })] },
    want: ['~text name'],
  },
  {
    what: 'has another grade, and another one is new',
    type: 'ratings',
    before: { ratings: [rating('甲产业集群', '良好')] },
    after: { ratings: [rating('甲产业集群', '优秀'), rating('鹰潭市铜基新材料产业集群', '优秀')] },
    want: ['~key grade', '+鹰潭市铜基新材料产业集群'],
  },
  {
    what: 'costs more, in another row',
    type: 'projects',
    before: { projects: [project('新能源电池基地', { seq: 1, investment_cny: 5e8, other: { 业主: '甲' } })] },
    after: { projects: [project('新能源电池基地', { seq: 9, investment_cny: 6e8, other: { 业主: '乙' } })] },
    want: ['~key investment_cny,other'],
  },
];

describe('what differs between two notices', () => {
  it.each(cases)('$type: one that $what', async ({ type, before, after, want }) => {
    expect(told(await diffContents(contents(before), contents(after)), type)).toEqual(want);
  });

  it.each(cases)('$type: one that $what, the other way round', async ({ type, before, after }) => {
    const [there, back] = [
      await diffContents(contents(before), contents(after)),
      await diffContents(contents(after), contents(before)),
    ];
    const size = (diff: NoticeDiff) => {
      const { changed, gone, added, moved, same } = diff[type];
      return { changed: changed.length, gone: gone.length, added: added.length, moved: moved.length, same };
    };
    expect(size(back)).toEqual({ ...size(there), gone: size(there).added, added: size(there).gone });
  });

  it('gives both records whole, the fields that changed with both values, and is as its schema says', async () => {
    const [before, after] = [obligation({ title: '招商', due: '2026' }), obligation({ title: '招商', due: '2027' })];
    const diff = await diffContents(contents({ obligations: [before] }), contents({ obligations: [after] }));
    expect(diff.obligations.changed).toEqual([
      { before, after, fields: [{ field: 'due', before: '2026', after: '2027' }], matched: 'key', likeness: 1 },
    ]);
    expect(noticeDiffSchema.parse(diff)).toEqual(diff);
  });

  it('compares the heads, and the whole texts', async () => {
    const after = noticeRecord({
      id: 'm',
      file: '通知.pdf',
      issued_on: '2024-03-08',
      attachments: ['清单'],
      text: '各单位：请严格执行。',
    });
    const { head, likeness } = await diffContents(contents(), contents({ notice: after }));
    expect(head).toEqual([
      { field: 'issued_on', before: '2024-03-05', after: '2024-03-08' },
      { field: 'attachments', before: [], after: ['清单'] },
    ]);
    expect(likeness).toBeGreaterThan(0.5);
    expect(likeness).toBeLessThan(1);
  });

  it('finds rows of a large table again whose heading and figures have all changed', async () => {
    const counties = Array.from({ length: 1500 }, (_, i) => `${String.fromCodePoint(0x4e00 + i, 0x7000 + i * 7)}县`);
    const rows = (indicator: string, more: number) =>
      counties.map((area, i) =>
        observation({ indicator, area, value: i + more, value_text: String(i + more), labels: { 产业: '陶瓷' } }),
      );
    const { observations } = await diffContents(
      contents({ observations: rows('规上企业户数', 0) }),
      contents({ observations: rows('规上企业数', 1).toReversed() }),
    );
    expect(observations.changed).toHaveLength(1500);
    expect(observations.changed.every(({ before, after }) => before.area === after.area)).toBe(true);
  });

  it('has a place for every type that it compares', async () => {
    const diff = await diffContents(contents(), contents());
    for (const type of comparedTypes) expect(diff[type]).toEqual({ added: [], gone: [], changed: [], moved: [], same: 0 });
  });
});
