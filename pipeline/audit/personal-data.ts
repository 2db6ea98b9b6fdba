import { personalNumbers } from '../../corpus/lexicon/personal-numbers.js';
import { defineCheck, finding } from './check.js';

/** Mobile and identity numbers of people, each where it stands. The number is no part of what the finding says of it. */
export const personalData = defineCheck({
  name: 'personal_data',
  version: 1,
  run: ({ notice }) =>
    personalNumbers(notice.text).map(({ start, end, kind }) =>
      finding({
        check: 'personal_data',
        severity: kind === 'identity' ? 'warning' : 'info',
        params: { what: kind },
        start,
        end,
      }),
    ),
});
