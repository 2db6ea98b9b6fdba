import { defineListing, idColumn } from '../kit/listing.js';
import { unitsInRole } from '../kit/words.js';

export const obligations = defineListing({
  type: 'obligations',
  summary: { en: 'list the tasks (任务) and who is responsible for them', zh: '列出任务及责任单位' },
  filters: ['unit', 'role', 'place', 'dueBefore'],
  columns: [
    { head: { en: 'no.', zh: '序号' }, cell: (obligation) => obligation.number },
    { head: { en: 'task', zh: '任务' }, cell: (obligation) => obligation.title ?? obligation.text },
    { head: { en: 'lead', zh: '牵头单位' }, cell: (obligation) => unitsInRole(obligation, 'lead') },
    { head: { en: 'responsible', zh: '责任单位' }, cell: (obligation) => unitsInRole(obligation, 'responsible') },
    { head: { en: 'support', zh: '配合单位' }, cell: (obligation) => unitsInRole(obligation, 'support') },
    { head: { en: 'due', zh: '时限' }, cell: (obligation) => obligation.due },
    idColumn,
  ],
  async matching(filter, store, options) {
    const { matchingUnit } = await import('../names/obligations.js');
    return matchingUnit(filter, store, options);
  },
  examples: [
    'obligations --unit 工业和信息化局 --role lead',
    'obligations --unit 浮梁县政府',
    'obligations --unit 市工信局 --in 景德镇市 --due-before 2027-12-31',
  ],
});
