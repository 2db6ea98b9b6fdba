import { defineCheck, finding } from './check.js';

/** A page that holds its notice more than once: told, and counted once. */
export const duplicateNotice = defineCheck({
  name: 'duplicate_notice',
  version: 1,
  run: ({ copies }) =>
    copies === 0 ? [] : [finding({ check: 'duplicate_notice', severity: 'info', expected: 1, actual: copies + 1 })],
});
