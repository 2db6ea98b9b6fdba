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
  return all.flatMap((n) => {
    if (n.listed || listed.has(n.name) || told.has(n.name)) return [];
    const twin = candidates(n.name, listed);
    if (twin === null) return [];
    told.add(n.name);
    return [otherName(twin, n.name, n)];
  });
}

/** The finding of a name that stands elsewhere in another spelling. */
export const otherName = (expected: string, actual: string, at: Span): FindingRead =>
  finding({
    check: 'cross_reference',
    severity: 'warning',
    params: { what: 'name' },
    expected,
    actual,
    start: at.start,
    end: at.end,
  });

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
