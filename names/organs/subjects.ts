import type { Division, Gazetteer } from '../../corpus/gazetteer.js';
import { isMunicipality, type PlaceReader } from '../place.js';
import type { Query } from './query.js';

/** A unit’s name parted into whose it is and what it is. */
export interface Subject {
  place: Division;
  rest: string;
  how: 'place' | 'level' | 'own';
}

const LEVEL_WORD = /^(?:自治[区州县旗]|地区|省|市|县|区|州|盟|旗)/u;
/** 景市 for 景德镇市. */
const INITIAL = /^(\p{Script=Han})市$/u;

/** Parts the names of organs into a place and the rest. */
export class SubjectReader {
  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly places: PlaceReader,
  ) {}

  /** The ways to part a name: no place at all, a place’s full name, a level word, a place’s short name. */
  subjects({ name, region }: Query): Subject[] {
    const subjects: Subject[] = [];
    if (region) subjects.push({ place: region, rest: name, how: 'own' });
    const word = LEVEL_WORD.exec(name)?.[0];
    const above = word ? this.#atLevel(word, region) : null;
    if (word && above) subjects.push({ place: above, rest: name.slice(word.length), how: 'level' });
    for (const { division, end, how } of [...this.places.readChain(name, 0, { region })].reverse()) {
      const chance = word !== undefined && how === 'short' && division?.ordinary === true;
      if (division && !chance) subjects.push({ place: division, rest: name.slice(end), how: 'place' });
    }
    return subjects;
  }

  /** Does a name begin with a level word? 区工信局 is no name in itself. */
  hasLevel(name: string): boolean {
    return LEVEL_WORD.test(name);
  }

  /** The place that words stand for: a place’s name, a level word (市), or 景市 for 景德镇市. */
  whose(words: string, region: Division | null): Division | null {
    if (words === '') return null;
    const level = LEVEL_WORD.exec(words)?.[0] === words ? this.#atLevel(words, region) : null;
    const initial = INITIAL.exec(words)?.[1];
    const own =
      initial && region
        ? this.gazetteer.places.line(region.code).find(({ level: l, short }) => l === 'prefecture' && short.includes(initial))
        : null;
    return level ?? this.places.whole(words, { region }) ?? own ?? null;
  }

  /** The region, or the one above it, that a level word means: 市 in a notice of 青山湖区 is 南昌市. */
  #atLevel(word: string, region: Division | null): Division | null {
    if (!region) return null;
    if (word === '市' && region.level === 'county' && region.name.endsWith('市')) return region;
    return this.gazetteer.places.line(region.code).find((division) => fits(word, division)) ?? null;
  }
}

function fits(word: string, division: Division): boolean {
  if (word === '省') return division.name.endsWith('省');
  if (word === '自治区') return division.level === 'province' && division.name.endsWith(word);
  if (word === '市') return division.level === 'prefecture' || isMunicipality(division);
  return division.level !== 'province' && division.name.endsWith(word.slice(-1));
}
