import type { Gazetteer } from '../corpus/gazetteer.js';
import type { Resolution } from '../schemas/index.js';
import type { NameContext } from './context.js';
import type { NameLookup } from './lookup.js';
import type { OrganRule } from './organs/query.js';
import { placed } from './results.js';
import type { UnitResolver } from './unit.js';

export const NAME_KINDS = ['park', 'place', 'organ'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** One thing that a name may mean. */
export interface Candidate {
  id: string;
  name: string;
  code: string | null;
  /** null for one that only lost: it bears the name too, or one like it */
  method: Resolution['method'] | null;
  score: number | null;
  /** the rule by which an organ was found */
  rule: OrganRule | null;
}

/** How a name is understood as one kind of thing: what it resolves to, and all that it may mean, the chosen one first. */
export interface Explanation {
  kind: NameKind;
  resolution: Resolution;
  candidates: Candidate[];
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
      const found = kind === 'organ' ? this.#organs(name, context) : [...chosen(resolution), ...this.#lost(resolution)];
      return { kind, resolution, candidates: distinct(found) };
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
      .flatMap(({ meaning, resolution }) => chosen(resolution).map((one) => ({ ...one, rule: meaning.rule })));
  }

  #lost({ kind, candidates }: Resolution): Candidate[] {
    return candidates.flatMap((id) => {
      const park = kind === 'park' ? this.gazetteer.parks.byId(id) : null;
      const name = park?.name ?? this.gazetteer.places.byCode(id)?.name;
      const code = park ? (park.county_code ?? park.city_code) : id;
      return name === undefined ? [] : [{ id, name, code, method: null, score: null, rule: null }];
    });
  }
}

function chosen({ entity_id, entity_name, code, method, score }: Resolution): Candidate[] {
  return entity_id === null ? [] : [{ id: entity_id, name: entity_name ?? entity_id, code, method, score, rule: null }];
}

function distinct(candidates: readonly Candidate[]): Candidate[] {
  const byId = new Map<string, Candidate>();
  for (const one of candidates) if (!byId.has(one.id)) byId.set(one.id, one);
  return [...byId.values()];
}
