import { NameIndex } from './names.js';
import type { Places } from './places.js';
import type { Division, Park, Zone } from './rows.js';

/** How a name means a park: `part` is the name of a part of it, `variant` a form that nobody has seen. */
export interface ParkName {
  park: Park;
  how: 'official' | 'alias' | 'part' | 'variant';
}

/** Type words in full with the short ones that notices write for them. */
const TYPE_FORMS: readonly (readonly [full: string, forms: readonly string[]])[] = [
  ['高新技术产业开发区', ['高新区', '高新技术开发区', '国家高新区', '高新技术产业园区']],
  ['高新技术产业园区', ['高新区', '高新园区', '高新技术产业园', '高新技术产业开发区']],
  ['高新技术开发区', ['高新区', '高新技术产业开发区']],
  ['经济技术开发区', ['经开区', '经济开发区', '开发区', '国家级经开区']],
  ['经济开发区', ['经开区', '开发区']],
  ['综合保税区', ['综保区']],
  ['工业园区', ['工业园']],
  ['产业园区', ['产业园']],
];

/** The park's name without a leading province: 江西于都工业园区 → 于都工业园区. */
function withoutProvince(name: string, province: Division | undefined): string {
  for (const head of province ? [province.name, province.short] : []) {
    if (name.startsWith(head) && name.length - head.length >= 5) return name.slice(head.length);
  }
  return name;
}

/** Short forms of an official name: 合肥高新技术产业开发区 → 合肥高新区. */
function formsOf(name: string, type: string): string[] {
  const core = name.slice(0, name.length - type.length);
  if (core.length < 2) return [];
  const forms = TYPE_FORMS.find(([full]) => full === type)?.[1] ?? [];
  return forms.map((form) => core + form);
}

/** Makes a park of a zone: its aliases by rule, and the bare type words as ambiguous ones. */
export function parkOfZone(zone: Zone, places: Places): Park {
  const line = places.line(zone.place_code);
  const province = line.at(-1);
  const bare = withoutProvince(zone.name, province);
  const home = line[0];
  const spelled =
    home && bare.startsWith(home.name) && home.short !== home.name ? [home.short + bare.slice(home.name.length)] : [];
  const long =
    home && !bare.startsWith(home.name) && bare.startsWith(home.short) ? [home.name + bare.slice(home.short.length)] : [];
  const stems = [...new Set([bare, ...spelled, ...long])];
  const aliases = new Set([...stems, ...stems.flatMap((name) => formsOf(name, zone.category)), ...zone.aliases]);
  aliases.delete(zone.name);
  const county = home?.level === 'county' ? home.code : null;
  return {
    id: zone.id,
    name: zone.name,
    name_before: null,
    since: null,
    status: 'active',
    level: zone.level,
    category: zone.category,
    city_code: line.find((division) => division.level === 'prefecture')?.code ?? province?.code ?? zone.place_code,
    county_code: county,
    span_codes: [],
    parent_park: null,
    aliases: [...aliases],
    former_names: [],
    variant_aliases: [],
    ambiguous_aliases: [zone.category, ...(TYPE_FORMS.find(([full]) => full === zone.category)?.[1] ?? [])],
    sub_parks: [],
    confidence: 'medium',
    by_rule: true,
    source: zone.source,
  };
}

/** All parks with their names. A name that a better known park bears is not given to a second one. */
export class Parks {
  readonly #byId: ReadonlyMap<string, Park>;
  readonly #names = new NameIndex<ParkName>();
  readonly #byCode = new Map<string, Park[]>();
  readonly #codes = new Map<Park, ReadonlySet<string>>();
  readonly #ambiguous = new Set<string>();

  constructor(
    readonly parks: readonly Park[],
    private readonly places: Places,
  ) {
    this.#byId = new Map(parks.map((park) => [park.id, park]));
    for (const park of parks) this.#add(park.name, { park, how: 'official' });
    for (const park of parks) for (const name of [...park.aliases, ...park.former_names]) this.#add(name, { park, how: 'alias' });
    for (const park of parks) for (const name of park.sub_parks) this.#add(name, { park, how: 'part' });
    for (const park of parks) for (const name of park.variant_aliases) this.#add(name, { park, how: 'variant' });
    for (const park of parks) {
      for (const name of park.ambiguous_aliases) this.#ambiguous.add(name);
      const codes = [park.city_code, ...(park.county_code ? [park.county_code] : []), ...park.span_codes];
      const lines = new Set(codes.flatMap((code) => places.line(code).map((division) => division.code)));
      this.#codes.set(park, lines);
      for (const code of lines) this.#byCode.set(code, [...(this.#byCode.get(code) ?? []), park]);
    }
  }

  #add(name: string, entry: ParkName): void {
    const known = this.#names.get(name);
    if (known.some(({ park }) => park === entry.park)) return;
    const weaker = known.length > 0 && (known[0]?.how !== entry.how || entry.how === 'variant');
    if (!weaker) this.#names.add(name, entry);
  }

  byId(id: string): Park | null {
    return this.#byId.get(id) ?? null;
  }

  /** The parks that bear this exact name. */
  named(name: string): readonly ParkName[] {
    return this.#names.get(name);
  }

  /** Names of parks that begin at `at`, the longest first. */
  startingAt(text: string, at: number): string[] {
    return this.#names.startingAt(text, at);
  }

  /** Bare forms such as 高新区 that mean a park only inside its own place. */
  isAmbiguous(name: string): boolean {
    return this.#ambiguous.has(name);
  }

  ambiguousNames(): Iterable<string> {
    return this.#ambiguous;
  }

  names(): Iterable<string> {
    return this.#names.names();
  }

  /** Parks that lie in this division, wholly or in part. */
  in(code: string): readonly Park[] {
    return this.#byCode.get(code) ?? [];
  }

  liesIn(park: Park, code: string): boolean {
    return this.#codes.get(park)?.has(code) ?? false;
  }

  /** The official name on a day: a notice of before `since` knows the park under its former one. */
  nameOn(park: Park, date: string | null): string {
    const before =
      date !== null && park.since !== null && park.name_before !== null && date.slice(0, park.since.length) < park.since;
    return before && park.name_before !== null ? park.name_before : park.name;
  }

  /** The most specific place that the park's name gives; the city where its name gives none. */
  placeOf(park: Park): Division | null {
    const counties = [park.county_code, ...park.span_codes].flatMap((code) => (code ? [this.places.byCode(code)] : []));
    const city = this.places.byCode(park.city_code);
    const bare = withoutProvince(park.name, city ? this.places.line(city.code).at(-1) : undefined);
    const named = [...counties, city].find((division) => division && bare.includes(division.short));
    if (named) return named;
    return park.by_rule ? (counties[0] ?? city) : city;
  }
}
