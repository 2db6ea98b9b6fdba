import { AMBIGUOUS_SHORT_NAMES, PLACE_SHORT_NAMES } from '../../corpus/lexicon/places.js';
import { REGION_NAMES } from '../../corpus/lexicon/regions.js';

const DIVISION = '(?:特别行政区|自治区|自治州|自治县|自治旗|新区|地区|省|市|县|区|州|旗|盟)';
const PARK =
  '(?:经济技术开发区|高新技术产业开发区|经济开发区|经开区|高新区|开发区|工业园区?|产业园区?|科技园区?|园区|集聚区|新区|经济区|示范区|保税区)';
/** What may stand behind a short name: its rank, or what makes it the name of a park. */
const BEHIND = new RegExp(`^(?:${DIVISION}(?![级域块位场值政民])|[\\u4e00-\\u9fa5]{0,4}?${PARK})`);
/** Words that look like a short name and its rank. */
const NO_PLACE = /^大城市/;
const REGION = new RegExp(`^(?:${[...REGION_NAMES].sort((a, b) => b.length - a.length).join('|')})`);

/** A place that a text names: how long its name is, and whether its rank, a park or a region says that it is one. */
export interface PlaceFound {
  length: number;
  sure: boolean;
}

/** The known place that begins at `at`, with its rank or park (`吉安`, `吉安市`, `吉安高新区`, `苏南`); null where none does. */
export function placeAt(text: string, at = 0): PlaceFound | null {
  const here = text.slice(at, at + 16);
  const region = REGION.exec(here)?.[0].length;
  if (region !== undefined) return { length: region + bracketLength(here.slice(region)), sure: true };
  for (let length = 4; length >= 2; length--) {
    const short = here.slice(0, length);
    const known = PLACE_SHORT_NAMES.has(short);
    if ((!known && !AMBIGUOUS_SHORT_NAMES.has(short)) || NO_PLACE.test(here)) continue;
    const behind = BEHIND.exec(here.slice(length))?.[0].length ?? 0;
    if (behind > 0) return { length: length + behind, sure: true };
    if (known) return { length, sure: /[县旗]$/.test(short) || (length > 2 && short.endsWith('市')) };
  }
  return null;
}

/** `（含江西）` behind a region belongs to it. */
const bracketLength = (rest: string) => /^（含[^（）]{2,8}）/.exec(rest)?.[0].length ?? 0;

/** The first place in `text.slice(from, to)` that is surely one; its index in `text`, or null. */
export function surePlaceIn(text: string, from: number, to: number): number | null {
  for (let i = from; i < to; i++) if (placeAt(text, i)?.sure) return i;
  return null;
}
