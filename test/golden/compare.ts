import type { Ingested } from '../../schemas/index.js';

/** Gold as `corpus/sample-sources/gold` has it: records with marks of what does not count. */
export type Gold = Record<string, GoldRecord[]>;
export type GoldRecord = Record<string, unknown> & {
  notice?: number;
  optional?: boolean;
  alt?: Record<string, unknown[]>;
  uncertain?: string[];
};

/** Key fields per record type: those that make a record the one it is, and those that must be right in it. */
const FIELDS: Record<string, { key: string[]; right: string[] }> = {
  clusters: { key: ['name'], right: ['park', 'place_code', 'industry'] },
  ratings: { key: ['subject', 'grade', 'year'], right: ['subject_kind', 'score', 'rank'] },
  obligations: { key: ['number', 'title'], right: ['due', 'units'] },
  projects: { key: ['seq'], right: ['name', 'investment_cny', 'period_start', 'period_end', 'content'] },
  observations: { key: ['indicator', 'area', 'year', 'value'], right: ['unit'] },
  targets: { key: ['value', 'value_max', 'unit'], right: ['due', 'comparator'] },
};

const norm = (value: unknown): string => {
  if (Array.isArray(value))
    return value
      .map((v: unknown) => (typeof v === 'object' && v !== null && 'name' in v ? norm(v.name) : norm(v)))
      .sort()
      .join('、');
  if (typeof value === 'number') return String(Number(value.toPrecision(12)));
  return typeof value === 'string'
    ? value
        .normalize('NFKC')
        .replace(/[\s“”"]/g, '')
        .replace(/[—–-]+/g, '-')
    : JSON.stringify(value ?? null);
};
const either = (gold: GoldRecord, field: string): string[] => [gold[field], ...(gold.alt?.[field] ?? [])].map(norm);
const agrees = (gold: GoldRecord, found: Record<string, unknown>, field: string): boolean =>
  (gold.uncertain ?? []).includes(field) || either(gold, field).includes(norm(found[field]));

/** The records of one type with the fields that names resolve to, as an export shows them. */
function recordsOf(ingested: Ingested, type: string, ordinal: number): Record<string, unknown>[] {
  const notice = ingested.notices.find((n) => n.head.ordinal === ordinal);
  const found = notice ? (Object.entries(notice.records).find(([name]) => name === type)?.[1] ?? []) : [];
  return found.map((r) => {
    const of = (slot: string) => r.resolutions.find((x) => x.slot === slot);
    return {
      ...r,
      park: of('park')?.entity_name ?? null,
      place_code: of('place')?.code ?? null,
      industry: of('industry')?.entity_name ?? null,
    };
  });
}

/** What a run gives otherwise than gold says, a line each: missed, extra, wrong. Empty where all is as it should be. */
export function differences(ingested: Ingested, gold: Gold): string[] {
  const lines: string[] = [];
  for (const notice of gold['notices'] ?? []) {
    const ordinal = Number(notice['ordinal'] ?? 1);
    const head: Record<string, unknown> = { ...ingested.notices.find((n) => n.head.ordinal === ordinal)?.head };
    for (const field of ['title', 'document_number', 'issuers', 'issued_on', 'kind', 'recipients', 'attachments'])
      if (!agrees(notice, head, field)) lines.push(`notices ${ordinal}.${field}: ${norm(notice[field])} ≠ ${norm(head[field])}`);
    for (const [type, { key, right }] of Object.entries(FIELDS)) {
      const wanted = (gold[type] ?? []).filter((g) => (g.notice ?? 1) === ordinal);
      const left = recordsOf(ingested, type, ordinal);
      const name = (r: Record<string, unknown>): string =>
        `${type} ${ordinal} ${key.map((k) => norm(r[k])).join(' ')}${type === 'targets' ? ` ${norm(r['indicator'])}` : ''}`;
      for (const g of wanted) {
        const fits = left.filter((r) => key.every((k) => agrees(g, r, k)));
        const best =
          fits.find((r) => right.every((f) => agrees(g, r, f)) && alike(g, r)) ?? fits.find((r) => alike(g, r)) ?? fits[0];
        if (!best) {
          if (g.optional !== true) lines.push(`missed ${name(g)}`);
          continue;
        }
        left.splice(left.indexOf(best), 1);
        if (g.optional === true) continue;
        for (const f of right)
          if (f in g && !agrees(g, best, f)) lines.push(`wrong ${name(g)}.${f}: ${norm(g[f])} ≠ ${norm(best[f])}`);
      }
      lines.push(...left.filter((r) => isWanted(type, r, gold)).map((r) => `extra ${name(r)}`));
    }
  }
  return lines;
}

/**
 * A record that gold would have: it has the tasks with a clause of their own, what a sentence tells is more; targets without a
 * figure and those that a table of figures has as observations it leaves out.
 */
function isWanted(type: string, r: Record<string, unknown>, gold: Gold): boolean {
  if (type !== 'targets') return r['basis'] !== 'inline';
  const inTable = (gold['observations'] ?? []).some(
    (o) => norm(o['value']) === norm(r['value']) && norm(r['due']).startsWith(norm(o['year'])),
  );
  return r['value'] !== null && !inTable;
}

/** Targets with one value: the words tell which is which. */
const alike = (g: GoldRecord, r: Record<string, unknown>): boolean => {
  if (!('quote' in g)) return true;
  const [a, b] = [norm(g['quote']), norm(r['quote'])];
  return a.includes(b) || b.includes(a);
};

/** Findings that gold tells of and the run does not, by check. */
export function untold(ingested: Ingested, gold: Gold): string[] {
  const found = [...ingested.findings, ...ingested.notices.flatMap((n) => n.findings)].map((f) => f.check);
  return (gold['findings'] ?? [])
    .filter((f) => f.optional !== true && !found.includes(String(f['check'])))
    .map((f) => String(f['check']));
}
