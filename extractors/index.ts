export * from './notice.js';
export * from './define.js';
export * from './grammar/fold.js';
export * from './grammar/numerals.js';
export * from './grammar/quantities.js';
export * from './grammar/dates.js';
export * from './grammar/headings.js';
export * from './grammar/titles.js';
export * from './grammar/document-numbers.js';
export * from './grammar/lists.js';
export * from './grammar/citations.js';
export * from './grammar/table-head.js';
export * from './grammar/names.js';
export * from './grammar/grades.js';

export * from './grammar/figure-table.js';
export { projectRows, type ProjectRow } from './projects.js';
export { EXTRACTORS, extract } from './list.js';
export { isReadElsewhere } from './observations.js';
