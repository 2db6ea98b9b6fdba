import type { Division, Gazetteer, Park } from '../corpus/gazetteer.js';
import type { Resolution } from '../schemas/index.js';
import type { NameContext } from './context.js';
import { PARK_METHODS, PARK_SCORES, type KnownPark, type ParkReader, type ParkReading } from './park.js';
import { PLACE_METHODS, PLACE_SCORES, type PlaceReader, type PlaceReading } from './place.js';
import { placed, resolution } from './results.js';
import { fold } from './text.js';
import { CLUSTER_ENDINGS, CLUSTER_RANK, ZONE_TYPES } from './words.js';

/** What a cluster's name is made of: places, a park, then the industry. */
interface Reading {
  chain: PlaceReading[];
  park: ParkReading | null;
  /** it names several places, or an area of several provinces */
  spans: boolean;
  /** where the industry begins */
  end: number;
}

const LINK = /^[、和与及—–－-]/u;
const BRACKET = /^（[^）]*）/u;
/** A town behind its county or at the head: 陈埭镇. */
const TOWN = /^\p{Script=Han}{2,3}(?:(?<![城乡小古])镇|街道)(?=\p{Script=Han}{2})/u;
/** Where a text names a town: the characters in front may be its name. */
const TOWNS = /(\p{Script=Han}{2,4})(?:(?<![城乡小古强点色心制要])镇|街道)/gu;
/** Areas that no gazetteer lists, behind their place or with a name of their own: 综合实验区, 港区, 六合产业园. What is made there begins behind them. */
const AREA =
  /^(?:综合实验区|综合保税区|保税港?区|石化区|化工区|临?港区|临空(?:经济)?区|\p{Script=Han}{2,3}(?:产业|工业)(?:园区?|基地)|\p{Script=Han}{0,3}(?:航天|航空|科学|科技|科创|大学)城)(?=\p{Script=Han}{2})/u;
/** Zones with a name of their own that no gazetteer lists: 大岭开发区, 临港松湖科技城. */
const ZONE =
  /^\p{Script=Han}{2,6}?(?:经济技术开发区|高新技术产业开发区|经济开发区|开发区|经开区|高新区|科技城|科学城)(?=\p{Script=Han}{2})/u;
const SENTENCE_END = /[。；！？\n]/u;

/** What stands around a cluster's name: its sentence, and the park and the place that the notice itself gives it. */
export interface ClusterSurroundings {
  surrounding?: string | undefined;
  park?: string | undefined;
  place?: string | undefined;
}

/** Finds park, place and industry of a cluster. A slot that the name says nothing about has no resolution. */
export class ClusterResolver {
  /** the towns of the notice that was asked about last: all its clusters are asked for in turn */
  #towns: { text: string; names: ReadonlySet<string> } | null = null;

  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly places: PlaceReader,
    private readonly parks: ParkReader,
  ) {}

  resolve(name: string, context: NameContext, { surrounding, park, place }: ClusterSurroundings = {}): Resolution[] {
    const body = withoutEnding(fold(name));
    const region = this.#division(context.region);
    const reading = this.#read(body, region, context.text ?? '');
    const beside = park === undefined ? '' : fold(park);
    const industry = body.slice(Math.max(reading.end, parkLength(body, beside))).replace(CLUSTER_RANK, '');
    const found = [
      this.#park(body, reading, context.date) ?? (beside === '' ? null : this.#parkBeside(beside, region, context.date)),
      this.#named(body, reading, context.text ?? '') ??
        this.#placeBeside(place, region) ??
        this.#around(body, fold(name), region, surrounding),
      industry === '' ? null : resolution('industry', industry, 'rule', 1, { entity_name: industry }),
    ];
    return found.filter((one) => one !== null);
  }

  #division(region: Resolution | null): Division | null {
    return region?.code ? this.gazetteer.places.byCode(region.code) : null;
  }

  #read(body: string, region: Division | null, text: string): Reading {
    const area = this.gazetteer.areas.find(({ name }) => body.startsWith(name) && name.length < body.length);
    const named = this.parks.read(body, 0, { region });
    if (area && (named?.end ?? 0) <= area.name.length) return this.#area(body, area);
    const initials = this.#initials(body, region);
    if (initials > 0) return { chain: [], park: null, spans: true, end: initials };
    const chain = this.#chain(body, region);
    const park = this.#bestPark(body, chain, region);
    if (park)
      return { chain: chain.filter((place) => place.end <= park.start), park: park.reading, spans: false, end: park.reading.end };
    const last = chain.at(-1);
    if (!last) {
      const end = TOWN.exec(body)?.[0].length ?? this.#townNamed(body, text);
      return { chain, park: null, spans: false, end: end > 0 ? end : areaLength(body, 0) };
    }
    const more = this.#furtherPlaces(body, last.end, region);
    if (more > last.end) return { chain, park: null, spans: true, end: more };
    const town = last.end + this.#townLength(body, last);
    return { chain, park: null, spans: false, end: town + areaLength(body, town) };
  }

  /** The length of a town's name behind a county, or behind a city without counties (东莞). */
  #townLength(body: string, { division, end }: PlaceReading): number {
    if (!division || this.gazetteer.places.parts(division.code).length > 0) return 0;
    return TOWN.exec(body.slice(end))?.[0].length ?? 0;
  }

  /** The length of a town's name at the head of a name, where the text of the notice calls it one: 大邱庄 of 大邱庄镇; 0 for none. */
  #townNamed(body: string, text: string): number {
    if (this.#towns?.text !== text) this.#towns = { text, names: townsIn(text) };
    const { names } = this.#towns;
    return [4, 3, 2].find((length) => body.length >= length + 2 && names.has(body.slice(0, length))) ?? 0;
  }

  #area(body: string, { name, code }: { name: string; code: string | null }): Reading {
    const end = name.length + (BRACKET.exec(body.slice(name.length))?.[0].length ?? 0);
    const division = code === null ? null : this.gazetteer.places.byCode(code);
    return { chain: division ? [{ division, candidates: [], end, how: 'short' }] : [], park: null, spans: !division, end };
  }

  /** Places at the head of the name, one in brackets with them, as long as something is left for the industry. */
  #chain(body: string, region: Division | null): PlaceReading[] {
    const chain = this.places.readChain(body, 0, { region }).filter((reading) => reading.end < body.length);
    const last = chain.at(-1);
    const bracket = last?.division ? BRACKET.exec(body.slice(last.end))?.[0] : undefined;
    const division = last && bracket ? this.places.whole(bracket.slice(1, -1), { region, inside: last.division }) : null;
    if (!last || !bracket || !division) return chain;
    return [...chain, { division, candidates: [], end: last.end + bracket.length, how: 'short' }];
  }

  /** The park that reaches farthest, read at the head or behind one of the places. */
  #bestPark(
    body: string,
    chain: readonly PlaceReading[],
    region: Division | null,
  ): { reading: ParkReading; start: number } | null {
    const starts = [{ at: 0, inside: null }, ...chain.map((place) => ({ at: place.end, inside: place.division }))];
    let best: { reading: ParkReading; start: number } | null = null;
    for (const { at, inside } of starts) {
      if (at > 0 && !inside) continue;
      const reading = this.parks.read(body, at, { region, inside });
      if (!reading || reading.end >= body.length) continue;
      // 浦东新区 is a district: what is in it is in no park.
      if (chain.some(({ end, how }) => end === reading.end && how === 'full')) continue;
      if (reading.park === null && at !== (chain.at(-1)?.end ?? 0)) continue;
      const farther = !best || reading.end > best.reading.end || (reading.end === best.reading.end && best.reading.park === null);
      if (farther) best = { reading, start: at };
    }
    return best;
  }

  /** Where the list ends that goes on behind a first place: 赣州、吉安和抚州. */
  #furtherPlaces(body: string, from: number, region: Division | null): number {
    let end = from;
    while (LINK.test(body.slice(end))) {
      const next = this.places.readChain(body, end + 1, { region }).at(-1);
      if (!next || next.end >= body.length) break;
      end = next.end;
    }
    return end;
  }

  /** How many characters at the head are each of another city of the province: 鹰饶抚昌. Fewer than three may be chance. */
  #initials(body: string, region: Division | null): number {
    const province = region ? this.gazetteer.places.line(region.code).at(-1) : undefined;
    if (!province) return 0;
    const cities = this.gazetteer.places.parts(province.code).filter((division) => division.level === 'prefecture');
    const taken = new Set<Division>();
    let length = 0;
    for (const sign of body) {
      const city = cities.find((division) => !taken.has(division) && division.short.includes(sign));
      if (!city || this.places.read(body, length, { region })) break;
      taken.add(city);
      length += 1;
    }
    return length >= 3 && length < body.length ? length : 0;
  }

  #park(body: string, { park, chain }: Reading, date: string | null): Resolution | null {
    if (!park) return null;
    const written = body.slice(0, park.end);
    if (!park.park) {
      if (!park.fullName) return resolution('park', written, 'unresolved', 0);
      const entity_name = `${chain.map(({ division }) => division?.short ?? '').at(-1) ?? ''}${park.fullName}`;
      return resolution('park', written, 'rule', PARK_SCORES.unknown, { entity_name });
    }
    return this.#known(written, { ...park, park: park.park }, date);
  }

  #known(written: string, { park, how, candidates }: KnownPark, date: string | null): Resolution {
    return resolution('park', written, PARK_METHODS[how], PARK_SCORES[how], {
      entity_id: park.id,
      entity_name: this.gazetteer.parks.nameOn(park, date),
      code: park.county_code ?? park.city_code,
      candidates: candidates.map((other) => other.id),
    });
  }

  /** The park that the notice gives beside the name; one in no list under the name that it is given. */
  #parkBeside(written: string, region: Division | null, date: string | null): Resolution {
    const known = this.parks.whole(written, { region });
    if (!known) return resolution('park', written, 'rule', PARK_SCORES.unknown, { entity_name: written });
    return this.#known(written, known, date);
  }

  /** The place that the cluster's own name gives. */
  #named(body: string, { chain, park, spans, end }: Reading, text: string): Resolution | null {
    if (spans) return resolution('place', body.slice(0, end), 'rule', 1);
    const last = chain.at(-1);
    const written = body.slice(0, park?.end ?? last?.end ?? 0);
    const home = park?.park ? this.#parkHome(park.park, last?.division ?? null) : null;
    if (home) return placed('place', written, home, 'rule', 0.95);
    if (!last) return null;
    if (last.division)
      return placed('place', written, last.division, PLACE_METHODS[last.how], PLACE_SCORES[last.how], last.candidates);
    const decided = this.places.byCompany(last.candidates, text);
    const others = last.candidates.filter((division) => division !== decided);
    if (decided) return placed('place', written, decided, 'context', 0.8, others);
    return resolution('place', written, 'unresolved', 0, { candidates: others.map(({ code }) => code) });
  }

  /** The place that the notice gives beside the name. */
  #placeBeside(written: string | undefined, region: Division | null): Resolution | null {
    const division = written === undefined ? null : this.places.whole(fold(written), { region });
    return division && written !== undefined ? placed('place', written, division, 'context', 0.9) : null;
  }

  /** The place that the sentence names, else the notice's own where that is a city or a county. */
  #around(body: string, name: string, region: Division | null, surrounding: string | undefined): Resolution | null {
    const near = surrounding === undefined ? null : this.#fromSurrounding(name, fold(surrounding), region);
    if (near) return placed('place', body, near, 'context', 0.7);
    return region && region.level !== 'province' ? placed('place', body, region, 'context', 0.6) : null;
  }

  /** The place that the park's name gives, unless the cluster's own name gives a narrower one. */
  #parkHome(park: Park, named: Division | null): Division | null {
    const home = this.parks.placeOf(park);
    if (home && named && this.gazetteer.places.within(named.code, home.code)) return named;
    return home;
  }

  /** The one place or park that the sentence names before the cluster; several give what they share, inside the region. */
  #fromSurrounding(name: string, surrounding: string, region: Division | null): Division | null {
    const at = surrounding.lastIndexOf(name);
    const sentence = (at >= 0 ? surrounding.slice(0, at) : surrounding).split(SENTENCE_END).at(-1) ?? '';
    const named: (Division | null)[] = this.places.mentions(sentence, region).map(({ division }) => division);
    for (let start = 0; start < sentence.length; start += 1) {
      const park = this.parks.read(sentence, start, { region });
      if (!park?.park) continue;
      named.push(this.parks.placeOf(park.park));
      start = park.end - 1;
    }
    const distinct = [...new Set(named.filter((division) => division !== null))];
    const shared = distinct.reduce<Division | null | undefined>(
      (all, one) => (all === undefined ? one : all && this.gazetteer.places.common(all.code, one.code)),
      undefined,
    );
    return shared && shared.level !== 'province' ? shared : null;
  }
}

/** Every run of two to four characters that stands in front of 镇 and the like, behind a mark or an organ's place as well. */
function townsIn(text: string): Set<string> {
  const names = new Set<string>();
  for (const [, before = ''] of text.matchAll(TOWNS))
    for (let length = 2; length <= before.length; length++) names.add(before.slice(-length));
  return names;
}

const areaLength = (body: string, at: number): number =>
  (AREA.exec(body.slice(at)) ?? (at === 0 ? ZONE.exec(body) : null))?.[0].length ?? 0;

const ZONE_END = new RegExp(`(?:${ZONE_TYPES.join('|')})$`, 'u');

/** How much of a cluster's name is the park beside it, whole or short: 宁波石化区 for 宁波石化经济技术开发区. */
function parkLength(body: string, park: string): number {
  const stem = park.replace(ZONE_END, '');
  const names = stem === park || stem.length < 3 ? [park] : [park, `${stem}区`];
  const own = names.find((name) => name !== '' && body.startsWith(name));
  return own === undefined || own.length === body.length ? 0 : own.length;
}

function withoutEnding(name: string): string {
  const ending = CLUSTER_ENDINGS.find((word) => name.endsWith(word));
  return ending ? name.slice(0, -ending.length) : name;
}
