import type { Notice } from '../../extractors/index.js';
import type { FindingRead, ReadRecords, Resolution } from '../../schemas/index.js';
import type { Repair } from '../reflow/index.js';
import type { Stated } from '../segment/index.js';

/** What a check may look at: the notice, what was read from it, what its names resolved to, and what reflow mended. */
export interface Audited {
  notice: Notice;
  records: { readonly [T in keyof ReadRecords]: readonly (ReadRecords[T] & { resolutions: Resolution[] })[] };
  /** repairs inside the notice, offsets in its text */
  repairs: readonly Repair[];
  /** further copies of the notice in the same file */
  copies: number;
  /** what the block above it on its portal says, offsets in the notice's text */
  stated: readonly Stated[];
  /** titles of the files that its page links */
  linked: readonly string[];
}

/** A check compares the notice with itself. One that agrees says nothing. Raise `version` when it judges differently. */
export interface Check {
  name: string;
  version: number;
  run: (audited: Audited) => FindingRead[];
}

export const defineCheck = (check: Check): Check => check;

/** A finding with the fields that most checks leave empty. */
export function finding(given: Pick<FindingRead, 'check' | 'severity'> & Partial<FindingRead>): FindingRead {
  return { params: {}, expected: null, actual: null, rows: [], start: null, end: null, ...given };
}
