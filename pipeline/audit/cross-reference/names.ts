import { compact } from '../../../extractors/index.js';
import type { FindingRead, Span } from '../../../schemas/index.js';
import { finding, type Audited } from '../check.js';
import { nameLists } from '../lists.js';
import { nearlySame } from './near.js';

interface Named extends Span {
  name: string;
  listed: boolean;
}

/** Names of clusters and parks in sentences that no list has, while a list has one that is nearly the same. */
export function listedNames(audited: Audited): FindingRead[] {
  const all = named(audited);
  const listed = new Map(all.filter((n) => n.listed).map((n) => [n.name, n]));
  const told = new Set<string>();
  const singles = writtenOnce(audited);
  return all.flatMap((n) => {
    if (n.listed || listed.has(n.name) || told.has(n.name)) return [];
    const twin = candidates(n.name, listed) ?? singles.get(n.name) ?? null;
    if (twin === null) return [];
    told.add(n.name);
    return [
      finding({
        check: 'cross_reference',
        severity: 'warning',
        params: { what: 'name' },
        expected: twin,
        actual: n.name,
        start: n.start,
        end: n.end,
      }),
    ];
  });
}

function candidates(name: string, listed: ReadonlyMap<string, Named>): string | null {
  const near = [...listed.keys()].filter((other) => nearlySame(name, other));
  return near.length === 1 ? (near[0] ?? null) : null;
}

/** All names with where they stand; what a list or a table holds is listed. */
function named({ notice, records }: Audited): Named[] {
  const spans: Span[] = [...nameLists(notice).flatMap((l) => l.items), ...notice.tables];
  const inList = (at: Span) => spans.some((s) => at.start >= s.start && at.end <= s.end);
  return [
    ...records.clusters.map((c) => ({ name: compact(c.name).text, start: c.start, end: c.end })),
    ...records.ratings.map((r) => ({ name: compact(r.subject).text, start: r.start, end: r.end })),
    ...nameLists(notice).flatMap((l) => l.items.map((i) => ({ ...i, name: compact(i.name).text }))),
  ].map((n) => ({ ...n, listed: inList(n) }));
}

/** Fewest characters of a name that is compared with others outside lists. */
const LONG_NAME = 9;

/**
 * Names of clusters that the notice has once, each with the one that it has more often, where a single character is
 * another: 新能原产业集群 beside 新能源产业集群. What a list holds is told by the list.
 */
function writtenOnce({ notice, records }: Audited): Map<string, string> {
  const text = compact(notice.text).text;
  const names = [...new Set(records.clusters.map((c) => compact(c.name).text))].filter((n) => n.length >= LONG_NAME);
  const times = new Map(names.map((n) => [n, text.split(n).length - 1]));
  return new Map(
    names.flatMap((name) => {
      if (times.get(name) !== 1) return [];
      const often = names.filter((o) => (times.get(o) ?? 0) >= 2 && o.length === name.length && otherCharacters(o, name) === 1);
      const [only, ...more] = often;
      return only !== undefined && more.length === 0 && nearlySame(name, only) ? [[name, only] as const] : [];
    }),
  );
}

const otherCharacters = (a: string, b: string): number => Array.from(a).filter((c, i) => c !== b[i]).length;
