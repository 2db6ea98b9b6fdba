import type { ComparedType } from '../../schemas/index.js';
import type { RecordOf } from '../store/types.js';

/** How records of one type are found again in another notice. */
export interface Rule<R> {
  /** fields that say where a record stands, not what it says: a change of these alone is a move */
  place: readonly (keyof R & string)[];
  /** natural keys, the strictest first; records that hold nothing in the first field of one have no such key */
  keys: readonly (readonly (keyof R & string)[])[];
  /** what must be the same in records that are found by likeness */
  fixed: readonly (keyof R & string)[];
  /** the words by which they are found */
  text: (record: R) => string;
  /** from which likeness on two are one, see docs/decisions/2026-11-28-diff.md */
  threshold: number;
}

const words = (...parts: (string | null)[]): string => parts.filter((part) => part !== null).join(' ');

/** What all clusters are called tells none from another. */
const withoutKind = (name: string): string => name.replace(/(?:先进制造业|产业)?集群$/, '');

export const RULES: { readonly [T in ComparedType]: Rule<RecordOf[T]> } = {
  obligations: {
    place: ['number', 'path'],
    // Several clauses of one paragraph share number and title: likeness parts them, see match.ts.
    keys: [['title', 'number', 'path'], ['title', 'number'], ['title'], ['text']],
    fixed: [],
    text: ({ title, text }) => words(title, text),
    threshold: 0.5,
  },
  targets: {
    place: [],
    keys: [
      ['indicator', 'scope', 'due', 'growth', 'frequency'],
      ['indicator', 'scope', 'due'],
      ['indicator', 'scope'],
      ['indicator', 'due'],
      ['indicator'],
    ],
    fixed: ['unit', 'scope'],
    text: ({ indicator }) => indicator,
    threshold: 0.6,
  },
  observations: {
    place: ['table'],
    keys: [
      ['indicator', 'area', 'year', 'labels', 'table'],
      ['indicator', 'area', 'year', 'labels'],
    ],
    fixed: ['area', 'year', 'unit', 'labels'],
    text: ({ indicator }) => indicator,
    threshold: 0.6,
  },
  clusters: {
    place: [],
    keys: [['name']],
    fixed: [],
    text: ({ name }) => withoutKind(name),
    threshold: 0.75,
  },
  ratings: {
    place: [],
    keys: [['subject', 'subject_kind', 'scheme', 'year'], ['subject', 'subject_kind', 'year'], ['subject']],
    fixed: ['subject_kind', 'year'],
    text: ({ subject }) => withoutKind(subject),
    threshold: 0.75,
  },
  projects: {
    place: ['table', 'seq'],
    keys: [['name', 'table', 'seq'], ['name', 'table'], ['name']],
    fixed: [],
    text: ({ name }) => name,
    threshold: 0.65,
  },
};
