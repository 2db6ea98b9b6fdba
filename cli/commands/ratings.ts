import { defineListing, idColumn } from '../kit/listing.js';

export const ratings = defineListing({
  type: 'ratings',
  summary: { en: 'list the grades (评价结果) that clusters, parks and regions were given', zh: '列出集群、园区、地区的评价结果' },
  filters: ['place', 'year', 'grade'],
  columns: [
    { head: { en: 'subject', zh: '评价对象' }, cell: (rating) => rating.subject },
    { head: { en: 'grade', zh: '等次' }, cell: (rating) => rating.grade },
    { head: { en: 'year', zh: '年度' }, cell: (rating) => rating.year },
    { head: { en: 'scheme', zh: '评价项目' }, cell: (rating) => rating.scheme },
    { head: { en: 'rank', zh: '位次' }, cell: (rating) => rating.rank },
    { head: { en: 'score', zh: '得分' }, cell: (rating) => rating.score },
    idColumn,
  ],
  examples: ['ratings --grade 优秀', 'ratings --year 2020 --text 南昌'],
});
