import type { Document, Ingested, IngestedNotice, KeyedFinding } from '../../schemas/index.js';
import type { Random } from '../../test/support/seeded.js';

/** A notice as it was written, read, and all that was made of it. */
export interface Clean {
  path: string;
  document: Document;
  ingested: Ingested;
  /** the first notice, and most often the only one */
  notice: IngestedNotice;
}

/** One error put into a notice: the document with it, what was done, and which finding tells of it. */
export interface Seeded {
  document: Document;
  what: string;
  tells: (finding: KeyedFinding) => boolean;
}

/** A place in a notice where an error of a kind can be made. */
export type Site = (random: Random) => Seeded;

/** A kind of error. A site is one where a person who reads the notice can see that something is wrong. */
export interface Kind {
  name: string;
  about: string;
  /** the checks that may tell of it */
  checks: readonly string[];
  /** checks that rightly tell of what follows from it: a row too many is a wrong sum too */
  follows?: readonly string[];
  sites: (clean: Clean) => Site[];
}

export const defineKind = (kind: Kind): Kind => kind;

/** A count that is off by one to three. */
export const otherCount = (n: number, random: Random): number =>
  n > 4 && random.below(2) === 0 ? n - 1 - random.below(3) : n + 1 + random.below(3);
