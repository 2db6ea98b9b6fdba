import type { Division, Gazetteer, PlaceName } from '../corpus/gazetteer.js';
import { occurrences } from './text.js';

/** A place's name at a position of a text. `division` is null where the name means several and nothing decides. */
export interface PlaceReading {
  division: Division | null;
  candidates: Division[];
  end: number;
  /** `ending`: its short name with another ending (吴江市, now 吴江区), in no list */
  how: PlaceName['how'] | 'ending';
}

/** Where a name stands: in a notice of `region`, or right behind the name of `inside`. */
export interface Scope {
  region: Division | null;
  inside?: Division | null;
}

/** By which way of reading a place’s name it is found, and how sure that is. */
export const PLACE_METHODS = { full: 'exact', short: 'alias', former: 'former', ending: 'rule' } as const;
export const PLACE_SCORES = { full: 1, short: 1, former: 0.95, ending: 0.7 } as const;

const MUNICIPALITIES = new Set(['110000', '120000', '310000', '500000']);
const RANK = { province: 0, prefecture: 1, county: 2 } as const;
/** A short name followed by one of these is a name with another ending (吴江市, now 吴江区), unless it is a word like 市场. */
const OTHER_ENDING = /^[市县区](?![场域政级块间位容])/u;

/** 北京, 天津, 上海, 重庆: provinces that are cities. */
export function isMunicipality(division: Division): boolean {
  return MUNICIPALITIES.has(division.code);
}

/** Reading of place names under the gazetteer's knowledge and the notice's own place. */
export class PlaceReader {
  constructor(private readonly gazetteer: Gazetteer) {}

  /** The longest place name that begins at `at` and can be meant here. */
  read(text: string, at: number, scope: Scope): PlaceReading | null {
    const { places } = this.gazetteer;
    for (const name of places.startingAt(text, at)) {
      const meant = places.named(name).filter((entry) => this.#possible(entry, name, scope));
      const first = meant[0];
      if (!first) continue;
      const { best, others } = this.#nearest(meant, scope.region);
      const end = at + name.length;
      if (first.how === 'short' && best?.level === 'county' && OTHER_ENDING.test(text.slice(end, end + 2)))
        return { division: best, candidates: others, end: end + 1, how: 'ending' };
      return { division: best, candidates: others, end, how: first.how };
    }
    return null;
  }

  /** A place and the places inside it that follow at once: 南昌市青山湖区. Stops before a name that means several. */
  readChain(text: string, at: number, scope: Scope): PlaceReading[] {
    const chain: PlaceReading[] = [];
    let reading = this.read(text, at, scope);
    while (reading) {
      chain.push(reading);
      const inside: Division | null = reading.division;
      reading = inside ? this.read(text, reading.end, { region: scope.region, inside }) : null;
    }
    return chain;
  }

  /** The place that a whole string names, with nothing left over. */
  whole(name: string, scope: Scope): Division | null {
    const last = this.readChain(name, 0, scope).at(-1);
    return last?.end === name.length ? last.division : null;
  }

  /** Is a whole string the full name of a division, with or without those above it? */
  isFull(name: string, scope: Scope): boolean {
    const last = this.readChain(name, 0, scope).at(-1);
    return last?.how === 'full' && last.end === name.length;
  }

  /** The full names of places that stand in a text, with their positions; short names are too often other words. */
  mentions(text: string, region: Division | null): { division: Division; start: number; end: number }[] {
    const found: { division: Division; start: number; end: number }[] = [];
    for (let at = 0; at < text.length; at += 1) {
      const reading = this.read(text, at, { region });
      if (!reading?.division || reading.how === 'short' || reading.how === 'ending') continue;
      found.push({ division: reading.division, start: at, end: reading.end });
      at = reading.end - 1;
    }
    return found;
  }

  /** Among divisions of one name, the one whose city or province a text speaks of; null where the text does not decide. */
  byCompany(candidates: readonly Division[], text: string): Division | null {
    const weighed = candidates
      .map((division) => ({ division, weight: this.#company(division, text) }))
      .sort((a, b) => b.weight - a.weight);
    const [first, second] = weighed;
    return first && first.weight > 0 && first.weight > (second?.weight ?? 0) ? first.division : null;
  }

  #company(division: Division, text: string): number {
    const above = this.gazetteer.places.line(division.code).slice(1);
    return above.reduce((sum, outer) => sum + occurrences(text, outer.short) * (outer.level === 'prefecture' ? 3 : 1), 0);
  }

  #possible({ division, how }: PlaceName, name: string, scope: Scope): boolean {
    const { places } = this.gazetteer;
    const { inside, region } = scope;
    const plain = name.length === 2 && division.ordinary;
    if (inside) {
      if (division.code === inside.code || !places.within(division.code, inside.code)) return false;
      return !plain || inside.level !== 'province' || isMunicipality(inside);
    }
    if (plain || (name.length === 2 && how === 'former')) return this.#near(division, region);
    if (how !== 'short' || division.level !== 'county') return true;
    return region === null || places.common(division.code, region.code) !== null;
  }

  /** In the same prefecture or municipality, and a prefecture in the same province? */
  #near(division: Division, region: Division | null): boolean {
    if (!region) return false;
    const shared = this.gazetteer.places.common(division.code, region.code);
    return shared !== null && (shared.level !== 'province' || isMunicipality(shared) || division.level === 'prefecture');
  }

  #nearest(meant: readonly PlaceName[], region: Division | null): { best: Division | null; others: Division[] } {
    const { places } = this.gazetteer;
    const depth = (division: Division) => {
      const shared = region && places.common(division.code, region.code);
      return shared ? 1 + RANK[shared.level] : 0;
    };
    // As near and as high, what bears the name now comes before what bore it once (清河区).
    const former = new Set(meant.filter(({ how }) => how === 'former').map(({ division }) => division));
    const rows = [...new Set(meant.map(({ division }) => division))]
      .map((division) => {
        const late = (division.until ? 5 : 0) + (former.has(division) ? 0.5 : 0);
        return { division, key: depth(division) * 10 - RANK[division.level] - late };
      })
      .sort((a, b) => b.key - a.key);
    const [first, second] = rows;
    const clear = first !== undefined && first.key !== second?.key;
    return { best: clear ? first.division : null, others: rows.slice(clear ? 1 : 0).map(({ division }) => division) };
  }
}
