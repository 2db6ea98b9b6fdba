import type { Division, Gazetteer, Park } from '../corpus/gazetteer.js';
import type { Resolution } from '../schemas/index.js';
import { regionOf, type NameContext } from './context.js';
import { definedAs } from './definitions.js';
import { FuzzyIndex, slipBetween, type Likeness, type Spelling } from './fuzzy.js';
import { round } from './organs/query.js';
import { PARK_METHODS, PARK_SCORES, type KnownPark } from './park.js';
import { PLACE_METHODS, PLACE_SCORES, type PlaceReader, type PlaceReading } from './place.js';
import { RESPELT_SCORE, respellings } from './respelt.js';
import { placed, resolution } from './results.js';
import { fold, LONGEST_NAME } from './text.js';
import type { WholeParkReader } from './whole-park.js';

/** Slips are looked for in names that have this much of their own. */
const MIN_CORE = 3;
/** A guess at a slip is worth less than a rule. */
const FUZZY_SHARE = 0.8;
/** How many parks or places that an undecided name may mean are told. */
const TOLD = 10;

/** Resolves names of parks and places that stand by themselves. */
export class NameLookup {
  #parkSpellings: FuzzyIndex<Park> | null = null;
  #placeSpellings: FuzzyIndex<Division> | null = null;

  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly places: PlaceReader,
    private readonly whole: WholeParkReader,
    private readonly threshold: number,
  ) {}

  park(written: string, context: NameContext): Resolution {
    const name = fold(written);
    if (name.length > LONGEST_NAME) return resolution('park', written, 'unresolved', 0);
    const region = regionOf(context, this.gazetteer);
    for (const defined of definedAs(name, context.text ?? '', () => 0)) {
      const { park } = this.whole.read(defined, region);
      if (park) return this.#park(written, park, context.date, { method: 'context', score: PARK_SCORES.context });
    }
    const { park } = this.whole.read(name, region);
    if (park) return this.#park(written, park, context.date);
    return this.#misspeltPark(written, name, region, context.date) ?? this.#undecidedPark(written, name, region);
  }

  place(written: string, context: NameContext): Resolution {
    const name = fold(written);
    if (name.length > LONGEST_NAME) return resolution('place', written, 'unresolved', 0);
    const region = regionOf(context, this.gazetteer);
    const reading = this.#wholePlace(name, region);
    if (reading?.division) {
      const { division, how, candidates } = reading;
      return placed('place', written, division, PLACE_METHODS[how], PLACE_SCORES[how], candidates);
    }
    const misspelt = reading ? null : this.#misspeltPlace(written, name, region);
    if (misspelt) return misspelt;
    const candidates = reading?.candidates.slice(0, TOLD).map(({ code }) => code) ?? [];
    return resolution('place', written, 'unresolved', 0, { candidates });
  }

  /** Parks whose names look like the written one, for people to choose from. */
  similarParks(written: string, context: NameContext): Likeness<Park>[] {
    const province = this.#provinceOf(context);
    return this.#parkIndex().similar(fold(written), (park) => province === null || this.gazetteer.parks.liesIn(park, province));
  }

  /** Places whose names look like the written one, for people to choose from. */
  similarPlaces(written: string, context: NameContext): Likeness<Division>[] {
    const province = this.#provinceOf(context);
    return this.#placeIndex().similar(
      fold(written),
      ({ code }) => province === null || this.gazetteer.places.within(code, province),
    );
  }

  #provinceOf(context: NameContext): string | null {
    const region = regionOf(context, this.gazetteer);
    return region && this.#province(region);
  }

  #parkIndex(): FuzzyIndex<Park> {
    return (this.#parkSpellings ??= new FuzzyIndex(this.#parkNames(), MIN_CORE, this.threshold));
  }

  #placeIndex(): FuzzyIndex<Division> {
    return (this.#placeSpellings ??= new FuzzyIndex(this.#placeNames(), MIN_CORE, this.threshold));
  }

  #park(written: string, found: KnownPark, date: string | null, guess?: Pick<Resolution, 'method' | 'score'>): Resolution {
    const { park, how, candidates } = found;
    const official = this.gazetteer.parks.nameOn(park, date);
    const method = fold(written) === official ? 'exact' : PARK_METHODS[how];
    return resolution('park', written, guess?.method ?? method, guess?.score ?? PARK_SCORES[how], {
      entity_id: park.id,
      entity_name: official,
      code: park.county_code ?? park.city_code,
      candidates: candidates.map(({ id }) => id),
    });
  }

  #misspeltPark(written: string, name: string, region: Division | null, date: string | null): Resolution | null {
    if (this.gazetteer.parks.isAmbiguous(name)) return null;
    for (const respelt of respellings(name)) {
      const { park } = this.whole.read(respelt, region);
      if (park && park.how !== 'variant') return this.#park(written, park, date, { method: 'fuzzy', score: RESPELT_SCORE });
    }
    const province = region && this.#province(region);
    const near = this.#parkIndex().closest(name, (park) => province === null || this.gazetteer.parks.liesIn(park, province));
    if (!near || this.#otherPlace(name, near.spelling) || this.#otherType(name, near.spelling)) return null;
    const found: KnownPark = {
      park: near.spelling.entry,
      how: 'alias',
      end: name.length,
      candidates: near.lost.map(({ entry }) => entry),
      fullName: null,
    };
    return this.#park(written, found, date, { method: 'fuzzy', score: round(near.score * FUZZY_SHARE) });
  }

  /** Is what differs from the known name another place’s name? 河北安平 is no misspelt 河北安次. */
  #otherPlace(name: string, { core, name: known }: Spelling<Park>): boolean {
    if (name.startsWith(known.slice(0, core))) return false;
    const own = name.slice(0, name.length - (known.length - core));
    const chain = this.places.readChain(own, 0, { region: null });
    if ((chain.at(-1)?.end ?? 0) === own.length) return true;
    return slipBetween(name, known)?.kind !== 'swap' && core - this.#placeLength(known.slice(0, core)) < MIN_CORE;
  }

  /** Does the name say in full words that it is a zone of another type? 滨海新区 is no misspelt 滨海高新区. */
  #otherType(name: string, { core, name: known }: Spelling<Park>): boolean {
    const type = this.gazetteer.parks.typeOf(name);
    return type !== null && name === known.slice(0, core) + type;
  }

  /** How much of a zone’s core is places above the one it is named after. */
  #placeLength(core: string): number {
    const chain = this.places.readChain(core, 0, { region: null }).filter(({ end }) => end < core.length);
    return chain.at(-1)?.end ?? 0;
  }

  *#parkNames(): Generator<Spelling<Park>> {
    for (const name of this.gazetteer.parks.names())
      for (const { park, how } of this.gazetteer.parks.named(name)) {
        const core = name.length - (this.gazetteer.parks.typeOf(name)?.length ?? 0);
        if (how !== 'variant' && how !== 'local') yield { name, core, entry: park };
      }
  }

  /** A bare type word in a place that has several such parks, or none of its own: those that it may mean. */
  #undecidedPark(written: string, name: string, region: Division | null): Resolution {
    const there = region && this.gazetteer.parks.isAmbiguous(name) ? this.gazetteer.parks.in(region.code) : [];
    const candidates = there.filter(({ ambiguous_aliases }) => ambiguous_aliases.includes(name)).slice(0, TOLD);
    return resolution('park', written, 'unresolved', 0, { candidates: candidates.map(({ id }) => id) });
  }

  #wholePlace(name: string, region: Division | null): PlaceReading | null {
    const last = this.places.readChain(name, 0, { region }).at(-1);
    return last?.end === name.length ? last : null;
  }

  #misspeltPlace(written: string, name: string, region: Division | null): Resolution | null {
    for (const respelt of respellings(name)) {
      const reading = this.#wholePlace(respelt, region);
      if (reading?.division) return placed('place', written, reading.division, 'fuzzy', RESPELT_SCORE, reading.candidates);
    }
    const province = region && this.#province(region);
    const near = this.#placeIndex().closest(
      name,
      ({ code }) => province === null || this.gazetteer.places.within(code, province),
    );
    if (!near) return null;
    const lost = near.lost.map(({ entry }) => entry);
    return placed('place', written, near.spelling.entry, 'fuzzy', round(near.score * FUZZY_SHARE), lost);
  }

  *#placeNames(): Generator<Spelling<Division>> {
    for (const division of this.gazetteer.places.divisions)
      if (division.until === null) yield { name: division.name, core: division.name.length - 1, entry: division };
  }

  #province(region: Division): string {
    return this.gazetteer.places.line(region.code).at(-1)?.code ?? region.code;
  }
}
