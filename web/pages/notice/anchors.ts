import type { Entry } from '../../../output/index.js';
import { anchorOf } from '../view.js';

/** What an entry is called in addresses inside the page of its notice: `m-…` in the text, `r-…` in the list. */
export function entryAnchor({ values, number }: Entry): string {
  return `-${typeof values['id'] === 'string' ? anchorOf(values['id']) : String(number)}`;
}
