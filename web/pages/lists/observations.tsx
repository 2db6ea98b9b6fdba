import { choicesOf, type ListSpec } from '../list.js';
import { plain, RecordLink, short, Source } from '../parts/records.js';
import { field } from '../words.js';

export const observationList: ListSpec<'observations'> = {
  type: 'observations',
  about: { zh: '表格中的单个数据。', en: 'Single figures of tables.' },
  fields: ['indicator', 'area', 'year', 'place', 'table', 'q', 'notice'],
  sorts: [
    ['', { zh: '按公文顺序', en: 'as in the notices' }],
    ['-value', { zh: '数值，大的在前', en: 'value, largest first' }],
    ['-year', { zh: '年份，新的在前', en: 'year, latest first' }],
    ['area', { zh: '地区', en: 'area' }],
  ],
  choices: async (v) => ({ table: await choicesOf(v, 'observations', 'table') }),
  columns: (v, { notices }) => [
    {
      head: field('indicator'),
      sort: 'indicator',
      kind: 'wide',
      cell: (figure) => (
        <RecordLink v={v} record={figure}>
          {figure.indicator}
        </RecordLink>
      ),
    },
    { head: field('area'), sort: 'area', cell: (figure) => figure.area },
    { head: field('labels'), cell: (figure) => plain(figure.labels) },
    { head: field('year'), sort: 'year', largestFirst: true, kind: 'number', cell: (figure) => figure.year },
    { head: field('value_text'), sort: 'value', largestFirst: true, kind: 'number', cell: (figure) => figure.value_text },
    { head: { zh: '基本单位', en: 'base unit' }, kind: 'tight', cell: (figure) => figure.unit },
    {
      head: field('table'),
      cell: (figure) =>
        figure.table === null ? null : <a href={v.href('/observations', { table: figure.table })}>{short(figure.table, 30)}</a>,
    },
    {
      head: { zh: '出处', en: 'Source' },
      cell: (figure) => <Source v={v} notice={notices.get(figure.notice_id)} page={figure.page} />,
    },
  ],
};
