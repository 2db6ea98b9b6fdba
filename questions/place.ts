import type { Candidate, NameContext, Resolver } from '../names/index.js';
import type { PlaceFilter } from '../output/index.js';

/** A place's name that several places bear; whoever asks is to say which. */
export class SeveralPlaces extends Error {
  constructor(
    readonly place: string,
    readonly candidates: readonly Pick<Candidate, 'id' | 'name' | 'where'>[],
  ) {
    super(`“${place}” may be several places`);
    this.name = 'SeveralPlaces';
  }
}

const TODAY: NameContext = { region: null, date: null };

/**
 * A place that a user filters by, as the store takes it: known by its name, short name or six-digit code it means all that lies in it; the
 * beginning of a code, and a name that the gazetteer does not know, are looked for as they stand.
 * @throws SeveralPlaces where several places bear the name
 */
export function askedPlace(place: string, resolver: Pick<Resolver, 'contextIn' | 'explain'>): PlaceFilter | string {
  const region = resolver.contextIn(place, null)?.region;
  if (region?.code != null) {
    const names = [place, region.entity_name].filter((name) => name !== null && !/^\d+$/.test(name));
    return { code: region.code, names: [...new Set(names)].filter((name) => name !== null) };
  }
  if (/^\d+$/.test(place)) return place;
  const candidates = resolver.explain(place, ['place'], TODAY).flatMap((found) => found.candidates);
  if (candidates.length > 1) throw new SeveralPlaces(place, candidates);
  return place;
}

/** What lies in several places is called by its code, its name and where it is. */
export function placeChoices({ candidates }: SeveralPlaces): { code: string; name: string }[] {
  return candidates.map(({ id, name, where }) => ({ code: id, name: where.endsWith(name) ? where : `${where}${name}` }));
}
