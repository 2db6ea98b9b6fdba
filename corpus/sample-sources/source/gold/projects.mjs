import { finding, target } from '../../build/gold.mjs';
import { projects, sum, TOTAL } from '../projects.mjs';

const LIST = '洛阳市2026年产业发展重点项目清单';

export default {
  file: 'projects.pdf',
  notices: [
    {
      ordinal: 1,
      title: '洛阳市人民政府办公室关于印发洛阳市2026年产业发展重点项目清单的通知',
      document_number: '洛政办〔2026〕5号',
      issuers: ['洛阳市人民政府办公室'],
      issued_on: '2026-02-06',
      kind: '通知',
      recipients: ['各县区人民政府', '各开发区管委会', '市人民政府各部门', '有关单位'],
      region: '洛阳市',
      region_code: '410300',
      attachments: [LIST],
      cites: [{ title: LIST, document_number: null, optional: true }],
    },
  ],
  clusters: [],
  ratings: [],
  targets: [
    target('计划年内开工项目开工率', 'gte', 100, '%', '100%', null, '计划年内开工项目开工率达到100%', { alt: { due: ['2026', '2026-12-31'] } }),
    target('投放项目贷款', 'gte', 30000000000, '元', '300亿元', null, '全年投放项目贷款不少于300亿元', { alt: { due: ['2026', '2026-12-31'] } }),
  ],
  obligations: [],
  projects: projects.map(({ seq, name, content, amount, start, end, period, unit }) => ({
    table: LIST, seq, name, investment_cny: amount * 10000, period_start: start, period_end: end, period_text: period, content,
    other: { 责任单位: unit },
  })),
  observations: [],
  findings: [
    finding('sum', `项目清单合计为${TOTAL}万元，${projects.length}个项目总投资相加为${sum}万元`, TOTAL, sum, { anchor: `合计（${projects.length}个）` }),
  ],
};
