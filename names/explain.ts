import type { Division, Gazetteer, Park } from '../corpus/gazetteer.js';
import type { Resolution } from '../schemas/index.js';
import type { NameContext } from './context.js';
import type { NameLookup } from './lookup.js';
import { round, type OrganRule } from './organs/query.js';
import { placed } from './results.js';
import type { UnitResolver } from './unit.js';

export const NAME_KINDS = ['park', 'place', 'organ'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** One thing that a name may mean. */
export interface Candidate {
  id: string;
  name: string;
  code: string | null;
  /** where that is, from the province down: 江西省景德镇市; empty for a national organ */
  where: string;
  /** null for one that only lost: it bears the name too, or one like it */
  method: Resolution['method'] | null;
  score: number | null;
  /** the rule by which an organ was found */
  rule: OrganRule | null;
}

/** A known name that only looks like the written one: `likeness` from 0 to 1. Nothing is resolved to it. */
export type SimilarName = Pick<Candidate, 'id' | 'name' | 'code' | 'where'> & { likeness: number };

/** How a name is understood as one kind of thing: what it resolves to, and all that it may mean, the chosen one first. */
export interface Explanation {
  kind: NameKind;
  resolution: Resolution;
  candidates: Candidate[];
  /** where the name may mean nothing at all: what looks like it, the likest first */
  similar: SimilarName[];
}

/** Says for one name what it may mean and why. */
export class Explainer {
  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly lookup: NameLookup,
    private readonly units: UnitResolver,
  ) {}

  explain(name: string, kinds: readonly NameKind[], context: NameContext): Explanation[] {
    return kinds.map((kind) => {
      const resolution = kind === 'organ' ? this.units.resolve(name, false, context, 0) : this.lookup[kind](name, context);
      const found = kind === 'organ' ? this.#organs(name, context) : [...this.#chosen(resolution), ...this.#lost(resolution)];
      const candidates = distinct(found);
      const known = candidates.length > 0 || resolution.group_kind !== null;
      return { kind, resolution, candidates, similar: known ? [] : this.#similar(name, kind, context) };
    });
  }

  /** The context of a notice of a place, given by its code or its name; null where that is none or means several. */
  contextIn(place: string, date: string | null): NameContext | null {
    const code = /^\d{6}$/u.test(place) ? place : this.lookup.place(place, { region: null, date }).entity_id;
    const division = code === null ? null : this.gazetteer.places.byCode(code);
    return division && { region: placed('region', place, division, 'exact', 1), date };
  }

  #organs(name: string, context: NameContext): Candidate[] {
    return this.units
      .meanings(name, context)
      .flatMap(({ meaning, resolution }) => this.#chosen(resolution).map((one) => ({ ...one, rule: meaning.rule })));
  }

  #chosen({ entity_id, entity_name, code, method, score }: Resolution): Candidate[] {
    if (entity_id === null) return [];
    return [{ id: entity_id, name: entity_name ?? entity_id, code, where: this.#where(code), method, score, rule: null }];
  }

  #lost({ kind, candidates }: Resolution): Candidate[] {
    return candidates.flatMap((id) => {
      const park = kind === 'park' ? this.gazetteer.parks.byId(id) : null;
      const place = this.gazetteer.places.byCode(id);
      const known = park ? this.#ofPark(park) : place && this.#ofPlace(place);
      return known ? [{ ...known, method: null, score: null, rule: null }] : [];
    });
  }

  #similar(name: string, kind: NameKind, context: NameContext): SimilarName[] {
    const told = <T>(all: readonly { entry: T; likeness: number }[], of: (entry: T) => Omit<SimilarName, 'likeness'>) =>
      all.map(({ entry, likeness }) => ({ ...of(entry), likeness: round(likeness) }));
    if (kind === 'park') return told(this.lookup.similarParks(name, context), (park) => this.#ofPark(park));
    if (kind === 'place') return told(this.lookup.similarPlaces(name, context), (division) => this.#ofPlace(division));
    return this.units.similar(name, context).map(({ id, name: full, place, likeness }) => {
      return { id, name: full, code: place.code, where: this.#where(place.code), likeness: round(likeness) };
    });
  }

  #ofPark(park: Park): Omit<SimilarName, 'likeness'> {
    const code = park.county_code ?? park.city_code;
    return { id: park.id, name: park.name, code, where: this.#where(code) };
  }

  /** A place is where it is a part of another one. */
  #ofPlace({ code, name, parent }: Division): Omit<SimilarName, 'likeness'> {
    return { id: code, name, code, where: this.#where(parent) };
  }

  #where(code: string | null): string {
    if (code === null) return '';
    return this.gazetteer.places
      .line(code)
      .reverse()
      .map(({ name }) => name)
      .join('');
  }
}

function distinct(candidates: readonly Candidate[]): Candidate[] {
  const byId = new Map<string, Candidate>();
  for (const one of candidates) if (!byId.has(one.id)) byId.set(one.id, one);
  return [...byId.values()];
}
