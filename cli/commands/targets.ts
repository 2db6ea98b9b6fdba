import { defineListing, idColumn } from '../kit/listing.js';
import { withComparator } from '../kit/words.js';

export const targets = defineListing({
  type: 'targets',
  summary: { en: 'list the targets (目标): what was promised, how much, by when', zh: '列出量化目标' },
  filters: ['place', 'dueBefore'],
  columns: [
    { head: { en: 'indicator', zh: '指标' }, cell: (target) => target.indicator },
    { head: { en: 'scope', zh: '范围' }, cell: (target) => target.scope },
    { head: { en: 'target', zh: '目标值' }, cell: withComparator },
    { head: { en: 'due', zh: '时限' }, cell: (target) => target.due },
    { head: { en: 'words', zh: '原文' }, cell: (target) => target.value_text },
    idColumn,
  ],
  examples: ['targets --due-before 2026', 'targets --text 营业收入'],
});
