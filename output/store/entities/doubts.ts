import { compare, type Identified } from './identity.js';

/** Two clusters that may be one, and why nobody but a person can say. */
export interface Doubt {
  why: 'similar_industry' | 'nested_place';
  a: Identified;
  b: Identified;
}

/**
 * Pairs that may be one cluster: in one place with industries that are nearly written alike (现代纺织, 现代针纺), or
 * of one industry in places of which one holds the other (a county and its park, a city and its county). Two that one
 * notice names side by side are two. Each pair once, in an order of its own.
 */
export function doubtsOf(entities: readonly Identified[]): Doubt[] {
  const all = [...similar(entities), ...nested(entities)].filter(({ a, b }) => !sideBySide(a, b));
  return all.toSorted((x, y) => compare(x.a.id, y.a.id) || compare(x.b.id, y.b.id));
}

function sideBySide(a: Identified, b: Identified): boolean {
  const notices = new Set(a.mentions.map((m) => m.noticeId));
  return b.mentions.some((m) => notices.has(m.noticeId));
}

const pairsOf = (text: string): string[] => [...new Set(Array.from(text, (_, i) => text.slice(i, i + 2)).slice(0, -1))];

/** Within one park or place, pairs that share two characters in a row, and then are nearly alike. */
function similar(entities: readonly Identified[]): Doubt[] {
  const buckets = new Map<string, Identified[]>();
  for (const entity of entities) {
    for (const pair of pairsOf(entity.industry)) {
      const key = `${entity.base}|${pair}`;
      const bucket = buckets.get(key);
      if (bucket) bucket.push(entity);
      else buckets.set(key, [entity]);
    }
  }
  const told = new Map<string, Doubt>();
  for (const bucket of buckets.values()) {
    bucket.forEach((a, i) => {
      for (const b of bucket.slice(i + 1)) {
        if (alike(a.industry, b.industry)) told.set(`${a.id} ${b.id}`, { why: 'similar_industry', a, b });
      }
    });
  }
  return [...told.values()];
}

/** One holds the other and is no more than twice as long, or all characters but one are the same. */
function alike(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.includes(short)) return short.length >= 2 && short.length * 2 >= long.length;
  if (short.length < 3 || long.length - short.length > 1) return false;
  let left = long;
  for (const c of short) left = left.replace(c, '');
  return left.length <= 1;
}

const cityOf = (code: string): string => `${code.slice(0, 4)}00`;
const isProvince = (code: string): boolean => code.endsWith('0000');

/** Of one industry: one that bears a place only, and one of a park or a county in it. */
function nested(entities: readonly Identified[]): Doubt[] {
  const broad = new Map<string, Identified>();
  for (const entity of entities) {
    const [first] = entity.mentions;
    if (first?.placeCode != null && first.parkId === null && first.parkName === null)
      broad.set(`${first.placeCode}|${entity.industry}`, entity);
  }
  return entities.flatMap((entity): Doubt[] => {
    const [first] = entity.mentions;
    const codes = [first?.placeCode, first?.parkCode].filter((c) => c !== null && c !== undefined);
    const around = [...new Set([...codes, ...codes.map(cityOf)])].filter((c) => !isProvince(c));
    return around.flatMap((code): Doubt[] => {
      const other = broad.get(`${code}|${entity.industry}`);
      if (other === undefined || other === entity) return [];
      const [a, b] = compare(entity.id, other.id) < 0 ? [entity, other] : [other, entity];
      return [{ why: 'nested_place', a, b }];
    });
  });
}
