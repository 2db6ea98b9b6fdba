import { NameIndex } from './names.js';
import type { Places } from './places.js';
import type { Division, Park, Zone } from './rows.js';

/** How a name means a park: `part` is the name of a part of it, `local` one for near home, `variant` one that nobody has seen. */
export interface ParkName {
  park: Park;
  how: 'official' | 'alias' | 'former' | 'part' | 'local' | 'variant';
}

/** Type words in full with the short ones that notices write for them. */
const TYPE_FORMS: readonly (readonly [full: string, forms: readonly string[]])[] = [
  ['高新技术产业开发区', ['高新区', '高新技术开发区', '国家高新区', '国家高新技术产业开发区', '高新技术产业园区']],
  ['高新技术产业园区', ['高新区', '高新园区', '高新技术产业园', '高新技术产业开发区']],
  ['高技术产业开发区', ['高新区', '高新技术产业开发区', '开发区']],
  ['高新技术开发区', ['高新区', '高新技术产业开发区']],
  ['经济技术开发区', ['经开区', '经济开发区', '开发区', '国家级经开区', '国家级经济技术开发区']],
  ['经济开发区', ['经开区', '经济技术开发区', '开发区']],
  ['综合保税区', ['综保区']],
  ['工业园区', ['工业园']],
  ['产业园区', ['产业园']],
];
/** What is left of a core when the place in front of it is dropped must be a name still: 仲恺. */
const MIN_CORE = 2;

/** The park's name without a leading province: 江西于都工业园区 → 于都工业园区. */
function withoutProvince(name: string, province: Division | undefined): string {
  for (const head of province ? [province.name, province.short] : []) {
    if (name.startsWith(head) && name.length - head.length >= 5) return name.slice(head.length);
  }
  return name;
}

function formsOf(category: string): readonly string[] {
  return TYPE_FORMS.find(([full]) => full === category)?.[1] ?? [];
}

/** The core with a place at its head spelled out, shortened and dropped: 惠州仲恺, 惠州市仲恺, 仲恺. */
function coresBehind(core: string, place: Division): { with: string[]; without: string[] } {
  const head = [place.name, place.short].find((name) => core.startsWith(name));
  if (head === undefined) return { with: [core], without: [] };
  const rest = core.slice(head.length);
  return { with: [place.name + rest, place.short + rest], without: rest.length >= MIN_CORE ? [rest] : [] };
}

/**
 * The cores by which a zone is known: anywhere with the city or county that it is named after, and only near home
 * without any place in front.
 */
function coresOf(core: string, line: readonly Division[]): { anywhere: Set<string>; nearHome: Set<string> } {
  const anywhere = new Set([core]);
  const nearHome = new Set<string>();
  const province = line.at(-1);
  if (province) for (const rest of coresBehind(core, province).without) anywhere.add(rest);
  for (const known of [...anywhere])
    for (const place of line) {
      const cores = coresBehind(known, place);
      for (const one of cores.with) anywhere.add(one);
      for (const one of cores.without) if (!anywhere.has(one)) nearHome.add(one);
    }
  return { anywhere, nearHome };
}

/** Makes a park of a zone: its aliases by rule, and the bare type words as ambiguous ones. */
export function parkOfZone(zone: Zone, places: Places): Park {
  const line = places.line(zone.place_code);
  const home = line[0];
  const forms = [zone.category, ...formsOf(zone.category)];
  const { anywhere, nearHome } = coresOf(zone.name.slice(0, -zone.category.length), line);
  const named = (cores: Iterable<string>) =>
    [...cores].filter((core) => core.length >= MIN_CORE).flatMap((core) => forms.map((form) => core + form));
  const aliases = new Set([...named(anywhere), ...zone.aliases]);
  aliases.delete(zone.name);
  return {
    id: zone.id,
    name: zone.name,
    name_before: null,
    since: null,
    status: 'active',
    level: zone.level,
    category: zone.category,
    city_code: line.find((division) => division.level === 'prefecture')?.code ?? line.at(-1)?.code ?? zone.place_code,
    county_code: home?.level === 'county' ? home.code : null,
    span_codes: [],
    parent_park: null,
    aliases: [...aliases],
    local_aliases: named(nearHome).filter((name) => !aliases.has(name) && name !== zone.name),
    former_names: [],
    variant_aliases: [],
    ambiguous_aliases: forms,
    sub_parks: [],
    confidence: 'medium',
    by_rule: true,
    source: zone.source,
  };
}

function formerNames({ name_before, former_names }: Park): string[] {
  return name_before === null ? former_names : [name_before, ...former_names];
}

/**
 * Parks by their names, their places and what they are called by. A name that a better known park bears is not given to a second one. What
 * places are called makes no difference here, so that the gazetteers of all days share one.
 */
class ParkIndex {
  readonly byId: ReadonlyMap<string, Park>;
  readonly names = new NameIndex<ParkName>();
  /** by the code of a division that they lie in */
  readonly byCode = new Map<string, Park[]>();
  /** the codes of the divisions that a park lies in */
  readonly codes = new Map<Park, ReadonlySet<string>>();
  /** bare forms such as 高新区 */
  readonly ambiguous = new Set<string>();

  constructor(parks: readonly Park[], places: Places) {
    this.byId = new Map(parks.map((park) => [park.id, park]));
    for (const park of parks) this.#add(park.name, { park, how: 'official' });
    for (const park of parks) for (const name of formerNames(park)) this.#add(name, { park, how: 'former' });
    for (const park of parks) for (const name of park.aliases) this.#add(name, { park, how: 'alias' });
    for (const park of parks) for (const name of park.sub_parks) this.#add(name, { park, how: 'part' });
    for (const park of parks) for (const name of park.local_aliases) this.#add(name, { park, how: 'local' });
    for (const park of parks) for (const name of park.variant_aliases) this.#add(name, { park, how: 'variant' });
    for (const park of parks) {
      for (const name of park.ambiguous_aliases) this.ambiguous.add(name);
      const codes = [park.city_code, ...(park.county_code ? [park.county_code] : []), ...park.span_codes];
      const lines = new Set(codes.flatMap((code) => places.line(code).map((division) => division.code)));
      this.codes.set(park, lines);
      for (const code of lines) {
        const there = this.byCode.get(code);
        if (there) there.push(park);
        else this.byCode.set(code, [park]);
      }
    }
  }

  #add(name: string, entry: ParkName): void {
    const known = this.names.get(name);
    if (known.some(({ park }) => park === entry.park)) return;
    const weaker = known.length > 0 && entry.how !== 'local' && (known[0]?.how !== entry.how || entry.how === 'variant');
    if (!weaker) this.names.add(name, entry);
  }
}

/** So many characters of a name tell 赣州市工业园区 from 赣州市工业和信息化局. */
const HEAD = 6;

/** What tells, without the parks, that a name is none of a park: most names that are asked about are not. */
export interface ParkSigns {
  /** the first characters of every name, `HEAD` of them or all that it has */
  heads: readonly string[];
  /** bare forms such as 高新区 */
  bare: readonly string[];
}

/** The signs of parks. */
export function signsOf(parks: readonly Park[], places: Places): ParkSigns {
  const { names, ambiguous } = new ParkIndex(parks, places);
  return { heads: [...new Set([...names.names()].map((name) => name.slice(0, HEAD)))], bare: [...ambiguous] };
}

/** Parks that are made when something of them is first looked up, for the gazetteers of all days. */
export class LazyParks {
  readonly #heads: ReadonlySet<string> | null;
  readonly #bare: ReadonlySet<string> | null;
  #parks: readonly Park[] | null = null;
  #index: ParkIndex | null = null;

  /** `signs` where they are known beforehand. */
  constructor(
    private readonly load: () => readonly Park[],
    private readonly places: () => Places,
    signs: ParkSigns | null,
  ) {
    this.#heads = signs && new Set(signs.heads);
    this.#bare = signs && new Set(signs.bare);
  }

  get parks(): readonly Park[] {
    return (this.#parks ??= this.load());
  }

  get index(): ParkIndex {
    return (this.#index ??= new ParkIndex(this.parks, this.places()));
  }

  /** Whether the name of a park may begin at a position of a text. */
  mayBegin(text: string, at: number): boolean {
    if (this.#heads === null) return true;
    for (let length = 2; length <= HEAD; length += 1) if (this.#heads.has(text.slice(at, at + length))) return true;
    return false;
  }

  get bare(): ReadonlySet<string> {
    return this.#bare ?? this.index.ambiguous;
  }
}

/** All parks, over the places as they are called on some day. */
export class Parks {
  constructor(
    private readonly known: LazyParks,
    private readonly places: Places,
  ) {}

  get parks(): readonly Park[] {
    return this.known.parks;
  }

  byId(id: string): Park | null {
    return this.known.index.byId.get(id) ?? null;
  }

  /** The parks that bear this exact name. */
  named(name: string): readonly ParkName[] {
    return this.known.index.names.get(name);
  }

  /** Names of parks that begin at `at`, the longest first. */
  startingAt(text: string, at: number): string[] {
    return this.known.mayBegin(text, at) ? this.known.index.names.startingAt(text, at) : [];
  }

  /** Bare forms such as 高新区 that mean a park only inside its own place. */
  isAmbiguous(name: string): boolean {
    return this.known.bare.has(name);
  }

  /** The type word at the end of a name, the longest that is known: 高新技术产业开发区. */
  typeOf(name: string): string | null {
    const { bare } = this.known;
    for (let at = 1; at < name.length; at += 1) if (bare.has(name.slice(at))) return name.slice(at);
    return null;
  }

  ambiguousNames(): Iterable<string> {
    return this.known.bare;
  }

  names(): Iterable<string> {
    return this.known.index.names.names();
  }

  /** Parks that lie in this division, wholly or in part. */
  in(code: string): readonly Park[] {
    return this.known.index.byCode.get(code) ?? [];
  }

  liesIn(park: Park, code: string): boolean {
    return this.known.index.codes.get(park)?.has(code) ?? false;
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
