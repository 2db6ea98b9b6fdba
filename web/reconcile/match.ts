import type { Explanation, NameContext, Resolver } from '../../names/index.js';
import type { Lang } from '../site.js';
import type { Candidate, PropertyValue, Query } from './shapes.js';
import { kindsAsked, typeOf } from './vocabulary.js';

// What a name of a user’s table may mean: what the resolver says, as candidates with scores from 0 to 100.

/** A name is sure where the resolver takes it so, and only its level or a like slight thing is left to its context. */
const SURE = 0.9;
/** A thing that bears the name too, and lost. */
const LOST = 50;
/** A thing whose name only looks like it is worth so much at most. */
const LOOKS_LIKE = 40;

const DEFAULT_LIMIT = 10;
const MOST = 50;

/** The candidates for one question, the best first. One alone that is sure is a match. */
export function candidatesFor(query: Query, resolver: Resolver, lang: Lang): Candidate[] {
  const { context, understood } = contextOf(query, resolver);
  const name = query.query?.trim() ?? '';
  const kinds = kindsAsked(query.type);
  if (name === '' || kinds.length === 0) return [];
  const explanations = resolver.explain(name, kinds, context);
  const sure = explanations.filter(isSure);
  const only = sure.length === 1 && understood ? sure[0]?.resolution.entity_id : null;
  const found = explanations.flatMap((one) => candidatesOf(one, lang)).map((one) => ({ ...one, match: one.id === only }));
  return found.sort((a, b) => b.score - a.score || Number(b.match) - Number(a.match)).slice(0, limitOf(query));
}

function limitOf({ limit = DEFAULT_LIMIT }: Query): number {
  return Math.min(MOST, Math.max(1, Math.floor(limit)));
}

function isSure({ resolution: { entity_id, method, score } }: Explanation): boolean {
  return entity_id !== null && method !== 'fuzzy' && score >= SURE;
}

function candidatesOf({ kind, resolution, candidates, similar }: Explanation, lang: Lang): Omit<Candidate, 'match'>[] {
  const as = (id: string, name: string, where: string, score: number) => ({
    id,
    name,
    description: where,
    score: Math.round(score * 10) / 10,
    type: [typeOf(kind, lang)],
  });
  return [
    ...candidates.map(({ id, name, where, score }) =>
      as(id, name, where, id === resolution.entity_id ? 100 * (score ?? 0) : Math.min(LOST, 100 * (score ?? 1))),
    ),
    ...similar.map(({ id, name, where, likeness }) => as(id, name, where, LOOKS_LIKE * likeness)),
  ];
}

/** The light in which a name is read: a place and a date that the question says. A place that is none makes nothing sure. */
function contextOf({ properties = [] }: Query, resolver: Resolver): { context: NameContext; understood: boolean } {
  const said = (...ids: string[]): string | undefined =>
    properties
      .filter(({ pid }) => ids.includes(pid))
      .map(({ v }) => wordsOf(v))
      .find((words) => words !== '');
  const date = said('date') ?? null;
  const day = date !== null && /^\d{4}(-\d{2}){0,2}$/.test(date) ? date : null;
  const place = said('in', 'place');
  if (place === undefined) return { context: { region: null, date: day }, understood: true };
  const context = resolver.contextIn(place, day);
  return { context: context ?? { region: null, date: day }, understood: context !== null };
}

/** A value as words: of an entity its id, of several the first. */
function wordsOf(value: PropertyValue | PropertyValue[]): string {
  const [one] = Array.isArray(value) ? value : [value];
  if (one === undefined) return '';
  return typeof one === 'object' ? one.id : String(one).trim();
}
