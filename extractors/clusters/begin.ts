import {
  INDUSTRY_GOES_ON,
  LEADING_PREPOSITIONS,
  LEADS,
  OTHER_THINGS,
  STRONG_LEADS,
  STRONG_LEADS_IN_INDUSTRIES,
} from '../../corpus/lexicon/cluster-words.js';
import { placeAt, surePlaceIn } from '../grammar/places.js';
import { matchesOf } from '../grammar/matches.js';

/** Ends of sentences and clauses, and quotation marks: no name reaches over them. */
const STOP = /[，。；：！？、“”《》〈〉\t]/;

/** Index after the last stop before `at` and not before `floor`; brackets are jumped over, a double dash is a stop. */
export function beginOfSegment(text: string, at: number, floor: number): number {
  let depth = 0;
  for (let i = at - 1; i >= floor; i--) {
    const c = text[i] ?? '';
    if (c === '）') depth++;
    else if (c === '（') {
      if (depth === 0) return i + 1;
      depth--;
    } else if (depth === 0 && (STOP.test(c) || (c === '—' && (text[i - 1] === '—' || text[i + 1] === '—')))) return i + 1;
  }
  return floor;
}

/**
 * Where the name that ends at `to` begins in its segment, and where what leads up to it ends: behind verbs and prepositions,
 * at the first place that stands behind other words, or behind something else that 和 joins to it.
 */
export function beginOfName(text: string, segment: number, to: number): { from: number; leadTo: number } {
  const strong = afterStrongLead(text, afterLeads(text, segment, to), to);
  const leadTo = placeAt(text, strong) ? strong : (surePlaceIn(text, strong + 2, to) ?? strong);
  return { from: afterOtherThing(text, leadTo, to), leadTo };
}

const MARK = /^(?:\d{1,3}[.、．]|（[一二三四五六七八九十\d]{1,3}）|[①-⑳])/;
const CONJUNCTION = /^(?:和|及|与|以及|或|还有)/;
const LEAD = new RegExp(`(?:${[...LEADS].sort((a, b) => b.length - a.length).join('|')})`, 'y');
const COUNTED = /(?:以及|等)?\d+个|第[一二三四五六七八九十]批/y;

/** Index after the marks, verbs and prepositions in front of a name, one after the other. */
function afterLeads(text: string, from: number, to: number): number {
  let at = from + (MARK.exec(text.slice(from, from + 8))?.[0].length ?? 0);
  at += CONJUNCTION.exec(text.slice(at, at + 2))?.[0].length ?? 0;
  for (let next = at; next < to - 2; at = next) {
    next = afterLead(text, at);
    if (next === at) break;
  }
  return at;
}

function afterLead(text: string, at: number): number {
  if (placeAt(text, at)?.sure) return at;
  for (const pattern of [LEAD, COUNTED]) {
    pattern.lastIndex = at;
    const lead = pattern.exec(text)?.[0] ?? '';
    const industry =
      STRONG_LEADS_IN_INDUSTRIES.test(lead) && INDUSTRY_GOES_ON.test(text.slice(at + lead.length, at + lead.length + 3));
    if (lead !== '' && !industry) return at + lead.length;
  }
  // `以A产业集群为主体`: no name begins with 以 but that of a country
  if (text[at] === '以' && !/^以(?:色列|[上下内外])/.test(text.slice(at, at + 3))) return at + 1;
  const preposition = LEADING_PREPOSITIONS.includes(text[at] ?? ' ') && placeAt(text, at) === null;
  return preposition && isPlaceLike(text, at + 1) ? at + 1 : at;
}

/** A known place, or two or three characters and a rank. */
const isPlaceLike = (text: string, at: number) =>
  placeAt(text, at) !== null || /^[\u4e00-\u9fa5]{2,3}[市县区州](?![级域块位场值])/.test(text.slice(at, at + 5));

const STRONG = new RegExp(`(?:${STRONG_LEADS.join('|')})`, 'g');

/** Index after the last verb or 的 in front of the name. */
function afterStrongLead(text: string, from: number, to: number): number {
  let begin = 0;
  const segment = text.slice(from, to);
  for (const m of matchesOf(segment, STRONG)) {
    const end = m.index + m[0].length;
    if (end > segment.length - 2) continue;
    if (STRONG_LEADS_IN_INDUSTRIES.test(m[0]) && m.index > begin && INDUSTRY_GOES_ON.test(segment.slice(end))) continue;
    begin = end;
  }
  return from + begin;
}

const OTHER_THING = new RegExp(`^.*(?:${OTHER_THINGS})[和与及](?=.)`);

/** `赣粤电子信息产业带和电子信息产业集群`: the name begins behind 和. */
function afterOtherThing(text: string, from: number, to: number): number {
  return from + (OTHER_THING.exec(text.slice(from, to))?.[0].length ?? 0);
}
