import type { FilterName } from '../kit/filters.js';

// What the export command offers, apart, so that its help loads nothing else.

export const formats = ['jsonl', 'csv', 'xlsx', 'ledger', 'datapackage', 'ics', 'html', 'parquet', 'sqlite'] as const;
export const exportFilters: readonly FilterName[] = [
  'notice',
  'unit',
  'role',
  'place',
  'dueBefore',
  'year',
  'grade',
  'check',
  'severity',
  'text',
];
