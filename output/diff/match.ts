import type { Field } from '../model.js';
import { closest, type Match } from './closest.js';
import { normalForm } from './fields.js';
import { likeness, pairsOf } from './likeness.js';
import type { Rule } from './rules.js';

/** Two records found to be one, and by what. */
export interface Found<R> extends Match<R> {
  matched: 'key' | 'text';
}

/** How records of two notices go together. */
export interface Matching<R> {
  /** say the same in the same place */
  same: number;
  moved: { before: R; after: R }[];
  found: Found<R>[];
  gone: R[];
  added: R[];
}

/** Below this, records that share a key with others are not paired by their texts. */
const AMONG_EQUALS = 0.3;

/**
 * Finds the records of one notice again in another: first those that say the same, then by natural keys from the
 * strictest to the loosest, then by likeness. Work grows with the number of records, not with its square.
 */
export function match<R extends object>(
  before: readonly R[],
  after: readonly R[],
  fields: readonly Field[],
  rule: Rule<R>,
): Matching<R> {
  const spelt = new Spelling(fields);
  const inPlace: readonly string[] = rule.place;
  const said = fields.filter(({ name }) => !inPlace.includes(name)).map(({ name }) => name);
  const all = fields.map(({ name }) => name);
  const same = pairEqual(before, after, (record) => spelt.key(record, all));
  const moved = pairEqual(same.gone, same.added, (record) => spelt.key(record, said));
  let left: Left<R> = moved;
  const found: Found<R>[] = [];
  for (const key of rule.keys) {
    const named = pairNamed(left, (record) => (spelt.isEmpty(record, key[0]) ? null : spelt.key(record, key)), rule.text);
    found.push(...named.pairs.map((pair) => ({ ...pair, matched: 'key' as const })));
    left = named;
  }
  const alike = pairAlike(left, (record) => spelt.key(record, rule.fixed), rule);
  found.push(...alike.pairs.map((pair) => ({ ...pair, matched: 'text' as const })));
  return { same: same.pairs.length, moved: moved.pairs, found: inOrderOf(found, after), gone: alike.gone, added: alike.added };
}

/** Records that nothing has been found for yet. */
interface Left<R> {
  gone: R[];
  added: R[];
}

interface Paired<R, P> extends Left<R> {
  pairs: P[];
}

/** Values of records in one spelling, each worked out once. */
class Spelling {
  private readonly known = new WeakMap<object, Map<string, string>>();
  constructor(private readonly fields: readonly Field[]) {}

  key(record: object, names: readonly string[]): string {
    return names.map((name) => this.value(record, name)).join('\u0000');
  }

  isEmpty(record: object, name: string | undefined): boolean {
    const value = name === undefined ? 'null' : this.value(record, name);
    return value === 'null' || value === '""';
  }

  private value(record: object, name: string): string {
    const values = this.known.get(record) ?? new Map<string, string>();
    this.known.set(record, values);
    const field = this.fields.find((each) => each.name === name);
    const value = values.get(name) ?? (field ? normalForm(field, record) : 'null');
    values.set(name, value);
    return value;
  }
}

function grouped<R>(records: readonly R[], key: (record: R) => string | null): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const record of records) {
    const name = key(record);
    if (name === null) continue;
    const group = groups.get(name);
    if (group) group.push(record);
    else groups.set(name, [record]);
  }
  return groups;
}

/** Pairs records of equal keys in their order. */
function pairEqual<R extends object>(
  before: readonly R[],
  after: readonly R[],
  key: (record: R) => string,
): Paired<R, { before: R; after: R }> {
  const others = grouped(after, key);
  const pairs = [...grouped(before, key)].flatMap(([name, group]) => {
    const same = others.get(name) ?? [];
    return group.flatMap((record, i) => (same[i] ? [{ before: record, after: same[i] }] : []));
  });
  return { pairs, ...without({ gone: [...before], added: [...after] }, pairs) };
}

/** Pairs records of one natural key: the only ones that have it in any case, several by their texts. */
function pairNamed<R extends object>(
  left: Left<R>,
  key: (record: R) => string | null,
  text: (record: R) => string,
): Paired<R, Match<R>> {
  const others = grouped(left.added, key);
  const pairs = [...grouped(left.gone, key)].flatMap(([name, group]) => {
    const among = others.get(name);
    return among === undefined ? [] : pairGroup({ gone: group, added: among }, text);
  });
  return { pairs, ...without(left, pairs) };
}

function pairGroup<R extends object>(group: Left<R>, text: (record: R) => string): Match<R>[] {
  const pairs = group.gone.length > 1 || group.added.length > 1 ? closest(group.gone, group.added, text, AMONG_EQUALS) : [];
  const { gone, added } = without(group, pairs);
  const [before, after] = [gone[0], added[0]];
  if (gone.length !== 1 || added.length !== 1 || before === undefined || after === undefined) return pairs;
  return [...pairs, { before, after, likeness: likeness(pairsOf(text(before)), pairsOf(text(after))) }];
}

function pairAlike<R extends object>(
  left: Left<R>,
  fixed: (record: R) => string,
  { text, threshold }: Rule<R>,
): Paired<R, Match<R>> {
  const others = grouped(left.added, fixed);
  const pairs = [...grouped(left.gone, fixed)].flatMap(([name, group]) =>
    closest(group, others.get(name) ?? [], text, threshold),
  );
  return { pairs, ...without(left, pairs) };
}

function without<R extends object>({ gone, added }: Left<R>, pairs: readonly { before: R; after: R }[]): Left<R> {
  const [before, after] = [new Set(pairs.map((pair) => pair.before)), new Set(pairs.map((pair) => pair.after))];
  return { gone: gone.filter((record) => !before.has(record)), added: added.filter((record) => !after.has(record)) };
}

function inOrderOf<R>(found: readonly Found<R>[], after: readonly R[]): Found<R>[] {
  const places = new Map(after.map((record, i) => [record, i]));
  return found.toSorted((a, b) => (places.get(a.after) ?? 0) - (places.get(b.after) ?? 0));
}
