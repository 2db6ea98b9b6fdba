import { money } from '../../../output/index.js';
import { InvestmentByYear } from '../charts/investment.js';
import { choicesOf, type ListSpec } from '../list.js';

import { RecordLink, short, Source } from '../parts/records.js';
import { field } from '../words.js';

export const projectList: ListSpec<'projects'> = {
  type: 'projects',
  about: {
    zh: '项目清单中的项目，投资大的在前；点表头可按其他栏目排序。',
    en: 'The rows of project tables, the largest investment first; a head sorts by its column.',
  },
  fields: ['q', 'place', 'start_year', 'end_year', 'investment_min', 'investment_max', 'table', 'notice'],
  sort: '-investment_cny',
  sorts: [
    ['-investment_cny', { zh: '投资额，大的在前', en: 'investment, largest first' }],
    ['investment_cny', { zh: '投资额，小的在前', en: 'investment, smallest first' }],
    ['period_start', { zh: '开工，早的在前', en: 'start, earliest first' }],
    ['name', { zh: '名称', en: 'name' }],
  ],
  choices: async (v) => ({
    table: (await choicesOf(v, 'projects', 'table', 40)).map((one) => ({ ...one, name: short(one.name, 30) })),
  }),
  named: 0,
  above: (v, { filters, filter }) => InvestmentByYear(v, filters, filter),
  columns: (v, { notices }) => [
    {
      head: { zh: '项目', en: 'Project' },
      sort: 'name',
      kind: 'wide',
      cell: (project) => (
        <RecordLink v={v} record={project}>
          {project.name}
        </RecordLink>
      ),
    },
    {
      head: { zh: '总投资', en: 'Investment' },
      sort: 'investment_cny',
      largestFirst: true,
      kind: 'number',
      cell: (project) => money(project.investment_cny),
    },
    { head: field('period_text'), sort: 'period_start', kind: 'tight', cell: (project) => project.period_text },
    { head: field('content'), kind: 'wide', cell: (project) => (project.content === null ? null : short(project.content, 80)) },
    { head: field('table'), cell: (project) => (project.table === null ? null : short(project.table, 40)) },
    {
      head: { zh: '出处', en: 'Source' },
      cell: (project) => <Source v={v} notice={notices.get(project.notice_id)} page={project.page} />,
    },
  ],
};
