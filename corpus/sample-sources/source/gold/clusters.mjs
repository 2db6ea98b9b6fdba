import { finding, target } from '../../build/gold.mjs';
import { grades, parks, regions } from '../clusters.mjs';

const SCHEME = '省级特色产业集群评价';

export default {
  file: 'clusters.txt',
  notices: [
    {
      ordinal: 1,
      title: '湖南省工业和信息化厅关于2025年度省级特色产业集群评价结果的通报',
      document_number: '湘工信产业集聚〔2026〕57号',
      issuers: ['湖南省工业和信息化厅'],
      issued_on: '2026-06-18',
      kind: '通报',
      recipients: ['各市州工业和信息化局', '有关园区管委会'],
      region: '湖南省',
      region_code: '430000',
      attachments: ['2025年度省级特色产业集群评价结果', '2025年度市州产业集群培育工作评价结果', '集群培育示范园区名单'],
      cites: [{ title: '湖南省产业集群监测办法（试行）', document_number: '湘工信产业集聚〔2025〕131号' }],
      alt: { title: ['关于2025年度省级特色产业集群评价结果的通报'] },
      note: 'the issuer stands on its own line above the title: with or without it',
    },
  ],
  clusters: grades.flatMap((g) => g.clusters),
  ratings: [
    ...grades.flatMap(({ grade, clusters }) =>
      clusters.map(({ name }) => ({
        subject_kind: 'cluster', subject: name, scheme: SCHEME, year: 2025, grade, score: null, rank: null,
      })),
    ),
    ...regions.map(([subject, score, grade], i) => ({
      subject_kind: 'region', subject, scheme: '市州产业集群培育工作评价', year: 2025, grade, score, rank: i + 1,
      ...(subject === '湘西自治州' ? { alt: { subject: ['湘西土家族苗族自治州'] } } : {}),
    })),
    ...parks.map((subject) => ({
      subject_kind: 'park', subject, scheme: '集群培育示范园区', year: 2025, grade: '示范园区', score: null, rank: null,
      alt: { grade: ['集群培育示范园区'], year: [2026, null], scheme: [SCHEME, '产业集群培育工作评价'] },
      note: 'no year stands beside the list: the year rated, the year of the circular or none',
    })),
  ],
  targets: [
    target('营业收入过千亿元的特色产业集群', 'gte', 8, '个', '8个', '2028', '全省营业收入过千亿元的特色产业集群达到8个', { scope: '全省' }),
    target('营业收入过五百亿元的特色产业集群', 'gt', 20, '个', '20个', '2028', '过五百亿元的超过20个', { scope: '全省' }),
    target('集群内规模以上工业企业设立研发机构的比例', 'gte', 70, '%', '70%', '2028', '集群内规模以上工业企业设立研发机构的比例不低于70%', { scope: '全省' }),
  ],
  obligations: [],
  projects: [],
  observations: [],
  findings: [
    finding('declared_count', '附件1“三、评价结果为合格的产业集群（24个）”：标明24个，实列23个', 24, 23, {
      anchor: '三、评价结果为合格的产业集群（24个）',
    }),
  ],
};
