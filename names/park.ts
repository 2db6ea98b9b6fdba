import type { Division, Gazetteer, Park, ParkName } from '../corpus/gazetteer.js';
import type { Resolution } from '../schemas/index.js';
import type { Scope } from './place.js';
import { FULL_ZONE_TYPES, ZONE_TYPES } from './words.js';

/** A park's name at a position of a text; `park` is null for a zone that is in no list. */
export interface ParkReading {
  park: Park | null;
  end: number;
  how: ParkName['how'] | 'context' | 'unknown';
  candidates: Park[];
  /** for a zone in no list: the name as written, when that is a full one */
  fullName: string | null;
}

/** A known park at the head of a name. */
export type KnownPark = ParkReading & { park: Park };

/** How sure each way of reading a park is. */
export const PARK_SCORES: Readonly<Record<ParkReading['how'], number>> = {
  official: 1,
  alias: 1,
  former: 0.95,
  local: 0.95,
  context: 0.9,
  part: 0.8,
  variant: 0.7,
  unknown: 0.6,
};

/** The method by which a park was found. */
export const PARK_METHODS: Readonly<Record<ParkReading['how'], Resolution['method']>> = {
  official: 'exact',
  alias: 'alias',
  former: 'former',
  local: 'alias',
  context: 'context',
  part: 'alias',
  variant: 'alias',
  unknown: 'rule',
};

/**
 * One short name, several zones: a name of its own before one for near home only, a listed zone before one known from the
 * area codes only (the codes keep names from before an upgrade), and a national one before a provincial one; else all of them.
 */
function foremost(meant: readonly ParkName[]): readonly ParkName[] {
  const better = [
    ({ how }: ParkName) => how !== 'local',
    ({ park }: ParkName) => !park.by_rule,
    ({ park }: ParkName) => park.level === '国家级',
  ];
  for (const one of better) {
    const only = meant.filter(one);
    if (only.length === 1) return only;
  }
  return meant;
}
/** 开发区 alone is said of an economic development zone, where a place has just one. */
const GENERIC = '开发区';
const ECONOMIC = /经济(?:技术)?开发区$/u;

/** A proper name of up to four characters and a type word: 新站高新区. */
const UNKNOWN_ZONE = new RegExp(`^\\p{Script=Han}{0,4}?(?:国家级?)?(?:${ZONE_TYPES.join('|')})`, 'u');

function byHead(names: readonly string[]): Map<string, string[]> {
  const heads = new Map<string, string[]>();
  for (const name of names) {
    const head = name.slice(0, 2);
    const begun = heads.get(head);
    if (begun === undefined) heads.set(head, [name]);
    else begun.push(name);
  }
  return heads;
}

/** Reading of park names: full and short ones anywhere, bare ones (高新区) inside a place. */
export class ParkReader {
  #bareNames: ReadonlyMap<string, readonly string[]> | null = null;

  constructor(private readonly gazetteer: Gazetteer) {}

  /** Bare forms by their first two characters, the longest first; made when first asked for, as most questions never do. */
  get #bare(): ReadonlyMap<string, readonly string[]> {
    const names = (): string[] => [...this.gazetteer.parks.ambiguousNames()].filter((name) => name.length >= 3);
    return (this.#bareNames ??= byHead(names().sort((a, b) => b.length - a.length)));
  }

  /** The park whose name begins at `at`. Behind a place's name it lies in that place. */
  read(text: string, at: number, scope: Scope): ParkReading | null {
    const known = this.#known(text, at, scope) ?? this.#inPlace(text, at, scope);
    if (known || !scope.inside) return known;
    const unknown = UNKNOWN_ZONE.exec(text.slice(at))?.[0];
    if (!unknown) return null;
    const fullName = FULL_ZONE_TYPES.some((type) => unknown.endsWith(type)) ? unknown : null;
    return { park: null, end: at + unknown.length, how: 'unknown', candidates: [], fullName };
  }

  /** A known park at the very head of a name, by a full or short form of its own. */
  named(text: string, scope: Scope): KnownPark | null {
    return this.#known(text, 0, scope);
  }

  /** The park that a whole string names: by its own name, or as 高新区 does inside `region`. */
  whole(name: string, scope: Scope): KnownPark | null {
    const reading = this.#known(name, 0, scope) ?? this.#inPlace(name, 0, scope);
    return reading?.end === name.length ? reading : null;
  }

  placeOf(park: Park): Division | null {
    return this.gazetteer.parks.placeOf(park);
  }

  #known(text: string, at: number, scope: Scope): KnownPark | null {
    const { parks } = this.gazetteer;
    const { region } = scope;
    for (const name of parks.startingAt(text, at)) {
      const meant = parks.named(name).filter((entry) => this.#possible(entry, scope));
      const near = region ? meant.filter(({ park }) => parks.liesIn(park, this.#province(region))) : [];
      const choice = foremost(near.length > 0 ? near : meant);
      const [first] = choice;
      if (!first || (choice.length > 1 && choice.some(({ how }) => how !== 'official'))) continue;
      const candidates = meant.filter(({ park }) => park !== first.park).map(({ park }) => park);
      return { park: first.park, end: at + name.length, how: first.how, candidates, fullName: null };
    }
    return null;
  }

  /** Behind a place’s name a park lies there; a name that is only used near home, or a guess, means it in its own province. */
  #possible({ park, how }: ParkName, { region, inside }: Scope): boolean {
    const { parks } = this.gazetteer;
    if (inside && !parks.liesIn(park, inside.code)) return false;
    if (how !== 'local' && how !== 'variant') return true;
    const home = inside ?? region;
    return home !== null && parks.liesIn(park, this.#province(home));
  }

  /** 高新区 and the like: the park of that type named after the place, else the only one that is the place’s own. */
  #inPlace(text: string, at: number, { region, inside }: Scope): KnownPark | null {
    const { parks } = this.gazetteer;
    const place = inside ?? region;
    if (!place || place.level === 'province') return null;
    const name = this.#bare.get(text.slice(at, at + 2))?.find((bare) => text.startsWith(bare, at));
    if (!name) return null;
    const there = parks.in(place.code).filter((park) => park.ambiguous_aliases.includes(name) && park.status === 'active');
    const own = there.filter((park) => parks.placeOf(park) === place);
    const chosen = this.#ownPark(name, own, place);
    if (!chosen) return null;
    return {
      park: chosen,
      end: at + name.length,
      how: 'context',
      candidates: there.filter((park) => park !== chosen),
      fullName: null,
    };
  }

  /** Of the parks of a place, the one that a bare type word means. */
  #ownPark(bare: string, own: readonly Park[], place: Division): Park | null {
    if (bare === GENERIC) {
      const kind = own.filter(({ category }) => ECONOMIC.test(category));
      return kind.length === 1 ? (kind[0] ?? null) : null;
    }
    const core = own.filter((park) => park.name.includes(place.short + park.category));
    return [core, own.filter((park) => !park.by_rule)].find((list) => list.length === 1)?.[0] ?? null;
  }

  #province(region: Division): string {
    return this.gazetteer.places.line(region.code).at(-1)?.code ?? region.code;
  }
}
