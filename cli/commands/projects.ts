import { defineListing, idColumn } from '../kit/listing.js';
import { inYuan } from '../kit/words.js';

export const projects = defineListing({
  type: 'projects',
  summary: { en: 'list the rows of project tables (项目清单)', zh: '列出项目清单中的项目' },
  filters: ['place'],
  columns: [
    { head: { en: 'no.', zh: '序号' }, cell: (project) => project.seq },
    { head: { en: 'project', zh: '项目' }, cell: (project) => project.name },
    { head: { en: 'investment', zh: '总投资' }, cell: (project) => inYuan(project.investment_cny) },
    { head: { en: 'from', zh: '开工' }, cell: (project) => project.period_start },
    { head: { en: 'to', zh: '竣工' }, cell: (project) => project.period_end },
    { head: { en: 'table', zh: '表' }, cell: (project) => project.table },
    idColumn,
  ],
  examples: ['projects --text 光伏', 'projects --limit 20 --json'],
});
