import { defineCheck } from '../check.js';
import { attachments } from './attachments.js';
import { contentAmounts, totalAmounts } from './amounts.js';
import { labels } from './labels.js';
import { listedNames } from './names.js';
import { namesWrittenOnce } from './once.js';
import { ownPlace, ownTitle } from './own-names.js';

/**
 * What one part of the notice says of another: attachments listed against annexes found, amounts in sentences against
 * columns, and names that two parts write differently.
 */
export const crossReference = defineCheck({
  name: 'cross_reference',
  version: 6,
  run: (audited) => {
    const listed = listedNames(audited);
    return [
      ...attachments(audited),
      ...contentAmounts(audited),
      ...totalAmounts(audited),
      ...labels(audited),
      ...listed,
      ...namesWrittenOnce(audited, listed),
      ...ownTitle(audited),
      ...ownPlace(audited),
    ];
  },
});
