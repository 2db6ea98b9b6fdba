import { choicesOf, type ListSpec } from '../list.js';
import { RecordLink, Source } from '../parts/records.js';
import { field, SUBJECT_KINDS } from '../words.js';
import { GradesByPlace } from '../charts/grades.js';

export const ratingList: ListSpec<'ratings'> = {
  type: 'ratings',
  about: {
    zh: '产业集群、园区和地区在历次评价中得到的等次。',
    en: 'The grades that clusters, parks and places were given.',
  },
  fields: ['place', 'year', 'grade', 'q', 'issuer', 'notice'],
  sort: '-year',
  sorts: [
    ['-year', { zh: '年份，新的在前', en: 'year, latest first' }],
    ['rank', { zh: '名次', en: 'rank' }],
    ['-score', { zh: '得分，高的在前', en: 'score, highest first' }],
    ['subject', { zh: '评价对象', en: 'subject' }],
  ],
  choices: async (v) => ({
    grade: await choicesOf(v, 'ratings', 'grade'),
    year: (await choicesOf(v, 'ratings', 'year')).sort((a, b) => b.value.localeCompare(a.value)),
  }),
  above: (v, { filters, filter }) => GradesByPlace(v, filters, filter),
  columns: (v, { notices }) => [
    {
      head: field('subject'),
      sort: 'subject',
      kind: 'wide',
      cell: (rating) => (
        <RecordLink v={v} record={rating}>
          {rating.subject}
        </RecordLink>
      ),
    },
    { head: { zh: '类型', en: 'kind' }, cell: (rating) => v.say(SUBJECT_KINDS[rating.subject_kind]) },
    { head: field('grade'), sort: 'grade', kind: 'tight', cell: (rating) => rating.grade },
    { head: field('year'), sort: 'year', largestFirst: true, kind: 'number', cell: (rating) => rating.year },
    { head: field('rank'), sort: 'rank', kind: 'number', cell: (rating) => rating.rank },
    { head: field('score'), sort: 'score', largestFirst: true, kind: 'number', cell: (rating) => rating.score },
    { head: field('scheme'), cell: (rating) => rating.scheme },
    {
      head: { zh: '出处', en: 'Source' },
      cell: (rating) => <Source v={v} notice={notices.get(rating.notice_id)} page={rating.page} />,
    },
  ],
};
