import { defineListing, idColumn } from '../kit/listing.js';

export const observations = defineListing({
  type: 'observations',
  summary: { en: 'list the figures (指标数据) of all other tables', zh: '列出其他表格中的指标数据' },
  filters: ['place', 'year'],
  columns: [
    { head: { en: 'indicator', zh: '指标' }, cell: (observation) => observation.indicator },
    { head: { en: 'area', zh: '地区' }, cell: (observation) => observation.area },
    { head: { en: 'year', zh: '年份' }, cell: (observation) => observation.year },
    { head: { en: 'value', zh: '数值' }, cell: (observation) => observation.value },
    { head: { en: 'unit', zh: '单位' }, cell: (observation) => observation.unit },
    { head: { en: 'labels', zh: '其他行标' }, cell: (observation) => Object.values(observation.labels).join('，') },
    { head: { en: 'table', zh: '表' }, cell: (observation) => observation.table },
    idColumn,
  ],
  examples: ['observations --year 2025', 'observations --text 工业增加值 --place 南昌市'],
});
