import type { Division } from '../../corpus/gazetteer.js';
import type { Resolution } from '../../schemas/index.js';

/** What a unit’s name is asked with: the name folded, the notice’s own place, its date and its text. */
export interface Query {
  name: string;
  region: Division | null;
  date: string | null;
  text: string;
}

/** The rules by which an organ is found, in the order in which they are tried. */
export const ORGAN_RULES = [
  'definition',
  'body',
  'national',
  'template',
  'park_committee',
  'department',
  'leading_group',
  'government',
  'misspelt',
  'as_written',
] as const;
export type OrganRule = (typeof ORGAN_RULES)[number];

/** A unit’s identity, before it becomes a resolution. `place` is null for a national organ. */
export interface Found {
  name: string;
  place: Division | null;
  method: Resolution['method'];
  score: number;
  /** ids of what lost against it */
  lost?: string[];
}

/** One rule: finds what a name means, or has nothing to say. */
export type Step = (query: Query) => Found | null;

export function round(score: number): number {
  return Math.round(score * 100) / 100;
}

/** GB/T 2260 has no code for the country; map services use this one. */
const NATION = '100000';

/** The id of an organ, which no list has: its place and its full name. */
export function organId(place: Division | null, name: string): string {
  return `organ:${place?.code ?? NATION}:${name}`;
}
