import { defineListing, idColumn } from '../kit/listing.js';

export const findings = defineListing({
  type: 'findings',
  summary: { en: 'list what the audit noticed (核查发现)', zh: '列出核查发现' },
  filters: ['check', 'severity'],
  columns: [
    { head: { en: 'severity', zh: '程度' }, cell: (finding) => finding.severity },
    { head: { en: 'check', zh: '核查项' }, cell: (finding) => finding.check },
    { head: { en: 'finding', zh: '发现' }, cell: (finding) => finding.message },
    { head: { en: 'file', zh: '文件' }, cell: (finding) => finding.file },
    { head: { en: 'page', zh: '页' }, cell: (finding) => finding.page },
    idColumn,
  ],
  examples: ['findings --severity warning', 'findings --check declared_count --notice 洪府发〔2021〕14号'],
});
