import type { Division, Gazetteer } from '../corpus/gazetteer.js';
import type { Resolution } from '../schemas/index.js';
import type { ParkReader } from './park.js';
import { PLACE_METHODS, PLACE_SCORES, type PlaceReader, type PlaceReading } from './place.js';
import { placed, resolution } from './results.js';
import { fold } from './text.js';

/** How much of a text is looked through for the place it speaks of. */
const TEXT_LIMIT = 20_000;
const STATE = /^中华人民共和国/u;
const PARTY = /^(?:中国共产党|中共)/u;

/** Finds the place that issues a notice. */
export class RegionResolver {
  readonly #national: readonly string[];

  constructor(
    gazetteer: Gazetteer,
    private readonly reader: PlaceReader,
    private readonly parks: ParkReader,
  ) {
    this.#national = gazetteer.organs.national
      .flatMap((organ) => [
        organ.name,
        ...organ.aliases.filter((alias) => /^(?:国|中央|中国|全国|最高)|(?:部|署|总局)$/u.test(alias)),
      ])
      .sort((a, b) => b.length - a.length);
  }

  /** From the issuers, else from the title, else from the places that the text names. */
  resolve(issuers: readonly string[], title: string | null, text: string): Resolution {
    const folded = title === null ? '' : fold(title);
    const company = `${folded}\n${text.slice(0, TEXT_LIMIT)}`;
    let national: Resolution | null = null;
    for (const issuer of issuers) {
      const found = this.#fromOrgan(fold(issuer).replace(STATE, ''), issuer, company);
      if (found?.method === 'rule' && found.entity_id === null) national ??= found;
      else if (found) return found;
    }
    return (
      national ?? this.#fromTitle(folded) ?? this.#fromText(text) ?? resolution('region', issuers[0] ?? folded, 'unresolved', 0)
    );
  }

  /** The place at the head of an organ's name; a national organ has none, and says so by method `rule`. */
  #fromOrgan(organ: string, written: string, company: string): Resolution | null {
    const head = this.#national.find((name) => organ.startsWith(name));
    const chain = this.reader.readChain(organ.replace(PARTY, ''), 0, { region: null });
    if (head && !this.reader.read(organ, head.length, { region: null })?.division)
      return resolution('region', written, 'rule', 1);
    if (head) return this.#fromChain(this.reader.readChain(organ, head.length, { region: null }), written, company);
    const park = this.parks.named(organ, { region: null });
    const home = park && this.parks.placeOf(park.park);
    const last = chain.at(-1);
    if (home && (!last || park.end > last.end)) return placed('region', written, home, 'rule', 0.9);
    return this.#fromChain(chain, written, company);
  }

  #fromChain(chain: readonly PlaceReading[], written: string, company: string): Resolution | null {
    const last = chain.at(-1);
    if (!last) return null;
    if (last.division)
      return placed('region', written, last.division, PLACE_METHODS[last.how], PLACE_SCORES[last.how], last.candidates);
    const decided = this.reader.byCompany(last.candidates, company);
    if (decided) return placed('region', written, decided, 'context', 0.8, without(last.candidates, decided));
    const above = chain.at(-2)?.division;
    if (above) return placed('region', written, above, 'rule', 0.6, last.candidates);
    return resolution('region', written, 'unresolved', 0, { candidates: last.candidates.map((division) => division.code) });
  }

  #fromTitle(title: string): Resolution | null {
    if (this.#national.some((name) => title.startsWith(name))) return resolution('region', title, 'rule', 0.9);
    const mention = this.reader.mentions(title, null)[0];
    if (mention) {
      const last = this.reader.readChain(title, mention.start, { region: null }).at(-1)?.division ?? mention.division;
      return placed('region', title, last, 'rule', 0.9);
    }
    for (let at = 0; at < title.length; at += 1) {
      const reading = this.reader.read(title, at, { region: null });
      if (reading?.division && (at === 0 || reading.division.level !== 'county'))
        return placed('region', title, reading.division, 'rule', 0.8);
    }
    return null;
  }

  /** The place that the text names most often, when it does so twice at least and no other as often. */
  #fromText(text: string): Resolution | null {
    const counts = new Map<Division, number>();
    for (const { division } of this.reader.mentions(text.slice(0, TEXT_LIMIT), null))
      counts.set(division, (counts.get(division) ?? 0) + 1);
    const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
    if (!first || first[1] < 2 || first[1] === second?.[1]) return null;
    return placed('region', first[0].name, first[0], 'context', 0.5, second ? [second[0]] : []);
  }
}

function without(divisions: readonly Division[], one: Division): Division[] {
  return divisions.filter((division) => division !== one);
}
