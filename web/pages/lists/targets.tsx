import { comparison } from '../../../output/index.js';
import { TargetsOverTime } from '../charts/targets.js';
import type { ListSpec } from '../list.js';
import { Due, RecordLink, Source } from '../parts/records.js';
import { field } from '../words.js';

const GROWTH = { annual: { zh: '年均增长', en: 'a year' }, total: { zh: '增长', en: 'in all' } } as const;

export const targetList: ListSpec<'targets'> = {
  type: 'targets',
  about: {
    zh: '公文中对将来的量化目标：指标、数值和时限。',
    en: 'What notices commit to in figures: the indicator, its value and the date.',
  },
  fields: ['indicator', 'place', 'due_after', 'due_before', 'q', 'issuer', 'notice'],
  sort: 'due',
  sorts: [
    ['due', { zh: '时限，近的在前', en: 'due, earliest first' }],
    ['-due', { zh: '时限，远的在前', en: 'due, latest first' }],
    ['indicator', { zh: '指标', en: 'indicator' }],
    ['-value', { zh: '数值，大的在前', en: 'value, largest first' }],
  ],
  above: (v, { filters, filter }) => TargetsOverTime(v, filters, filter),
  columns: (v, { notices }) => [
    {
      head: field('indicator'),
      sort: 'indicator',
      kind: 'wide',
      cell: (target) => (
        <RecordLink v={v} record={target}>
          {target.indicator}
        </RecordLink>
      ),
    },
    { head: field('scope'), cell: (target) => target.scope },
    {
      head: field('value'),
      sort: 'value',
      largestFirst: true,
      kind: 'number',
      cell: (target) => (
        <>
          {target.growth === null ? null : <small>{v.say(GROWTH[target.growth])} </small>}
          {comparison(target)}
        </>
      ),
    },
    { head: field('due'), sort: 'due', kind: 'tight', cell: (target) => <Due v={v} due={target.due} /> },
    {
      head: { zh: '同一指标', en: 'Same indicator' },
      kind: 'tight',
      cell: (target) => (
        <a href={v.href('/targets', { indicator: target.indicator })}>
          {v.say({ zh: '查看', en: 'show' })}
          <span class="hidden">{`：${target.indicator}`}</span>
        </a>
      ),
    },
    {
      head: { zh: '出处', en: 'Source' },
      cell: (target) => <Source v={v} notice={notices.get(target.notice_id)} page={target.page} />,
    },
  ],
};
