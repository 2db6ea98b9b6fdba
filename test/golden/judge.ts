import { z } from 'zod';
import type { ExtractedType } from '../../schemas/index.js';

/**
 * A gold record: its type's fields and what does not count. `optional` records are neither missed nor wrong, `uncertain`
 * and `optional_fields` are not compared, `alt` has values that are as right.
 */
const goldRecord = z
  .object({
    optional: z.boolean().optional(),
    uncertain: z.array(z.string()).optional(),
    optional_fields: z.array(z.string()).optional(),
    alt: z.record(z.string(), z.array(z.unknown())).optional(),
  })
  .catchall(z.unknown());
type GoldRecord = z.infer<typeof goldRecord>;
export const goldSchema = z.object({ file: z.string() }).catchall(z.unknown());
export type Gold = z.infer<typeof goldSchema>;

type Fields = Record<string, unknown>;
/** What came of the records of one type in one file. */
export interface Judged<T> {
  right: T[];
  /** matched by a gold record, with a field that is wrong; or matched by none */
  wrong: { record: T; why: string }[];
  missed: GoldRecord[];
}

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : value === null || value === undefined
      ? ''
      : JSON.stringify(value);
const norm = (value: unknown): string =>
  text(value)
    .normalize('NFKC')
    .replace(/[\s“”"‘’'〈〉]/g, '')
    .replace(/[〔【[（]/g, '(')
    .replace(/[〕】\]）]/g, ')')
    .replace(/[—–―-]+/g, '-')
    .toLowerCase();

const empty = (value: unknown): boolean => value === null || value === undefined;
function same(a: unknown, b: unknown): boolean {
  if (empty(a) || empty(b)) return empty(a) && empty(b);
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
  return norm(a) === norm(b);
}

const values = (gold: GoldRecord, field: string): unknown[] => [gold[field] ?? null, ...(gold.alt?.[field] ?? [])];
/** Is a field right? One that gold does not hold or is not sure of is. */
const agrees = (gold: GoldRecord, found: Fields, field: string): boolean =>
  !(field in gold) ||
  [...(gold.uncertain ?? []), ...(gold.optional_fields ?? [])].includes(field) ||
  values(gold, field).some((v) => same(v, found[field]));

/** How alike two texts are: shared pairs of characters, from 0 to 1 (Dice). */
export function likeness(a: unknown, b: unknown): number {
  const pairs = (t: string): string[] => Array.from({ length: Math.max(0, t.length - 1) }, (_, i) => t.slice(i, i + 2));
  const [x, y] = [pairs(norm(a)), pairs(norm(b))];
  if (x.length + y.length === 0) return norm(a) === norm(b) ? 1 : 0;
  const left = new Map<string, number>();
  for (const p of x) left.set(p, (left.get(p) ?? 0) + 1);
  let both = 0;
  for (const p of y) {
    const n = left.get(p) ?? 0;
    if (n > 0) both++;
    left.set(p, n - 1);
  }
  return (2 * both) / (x.length + y.length);
}

interface Rule {
  /** 0 where the two are not the same record, else how well they fit */
  fits: (gold: GoldRecord, found: Fields) => number;
  /** the fields that are wrong */
  wrong: (gold: GoldRecord, found: Fields) => string[];
}

const fieldsWrong =
  (...fields: string[]) =>
  (gold: GoldRecord, found: Fields): string[] =>
    fields.filter((f) => !agrees(gold, found, f));
const all = (...tests: boolean[]): number => (tests.every(Boolean) ? 1 : 0);

const labels = (r: Fields): string[] => Object.values(r['labels'] ?? {}).map(norm);

const RULES: Record<ExtractedType, Rule> = {
  clusters: { fits: (g, r) => all(agrees(g, r, 'name')), wrong: () => [] },
  ratings: {
    fits: (g, r) => all(agrees(g, r, 'subject'), agrees(g, r, 'grade')) * (agrees(g, r, 'year') ? 2 : 1),
    wrong: fieldsWrong('year', 'score', 'rank', 'subject_kind'),
  },
  targets: {
    fits: (g, r) => {
      if (!['value', 'value_max', 'unit'].every((f) => agrees(g, r, f))) return 0;
      const [a, b] = [norm(g['quote']), norm(r['quote'])];
      const near = a.includes(b) || b.includes(a) ? 1 : likeness(a, b);
      return near > 0.25 ? near + likeness(g['indicator'], r['indicator']) + (agrees(g, r, 'due') ? 0.2 : 0) : 0;
    },
    wrong: (g, r) => [
      ...fieldsWrong('due', 'comparator', 'growth', 'frequency')(g, r),
      ...(values(g, 'indicator').some((v) =>
        [r['indicator'], `${text(r['scope'])}${text(r['indicator'])}`].some(
          (x) => likeness(v, x) >= 0.5 || norm(x).includes(norm(v)),
        ),
      )
        ? []
        : ['indicator']),
    ],
  },
  obligations: {
    fits: (g, r) => {
      const start = norm(g['text_start'] ?? g['text']).slice(0, 15);
      const like = Math.max(likeness(g['title'], r['title']), start !== '' && norm(r['text']).includes(start) ? 0.7 : 0);
      return like >= 0.6 ? like + (agrees(g, r, 'number') ? 0.5 : 0) : 0;
    },
    wrong: (g, r) => [...fieldsWrong('due', 'number')(g, r), ...(unitsAgree(g, r) ? [] : ['units'])],
  },
  projects: {
    fits: (g, r) => (Number(g['seq']) === Number(r['seq']) ? 1 : -0.4) + (likeness(g['name'], r['name']) > 0.7 ? 0.5 : 0),
    wrong: fieldsWrong('name', 'investment_cny', 'period_start', 'period_end'),
  },
  observations: {
    fits: (g, r) =>
      all(
        same(Number(g['year']), Number(r['year'])),
        agrees(g, r, 'indicator'),
        agrees(g, r, 'area') || values(g, 'area').some((v) => labels(r).includes(norm(v))),
        labels(g).every((l) => labels(r).includes(l) || norm(r['area']) === l),
      ) * (amountAgrees(g, r) ? 2 : 1),
    wrong: (g, r) => (amountAgrees(g, r) ? [] : ['value']),
  },
};

/** A value in base units, or as written where gold has that. */
function amountAgrees(gold: GoldRecord, found: Fields): boolean {
  const base = z.object({ value: z.number(), unit: z.unknown() }).safeParse(gold['base']).data;
  if (base && same(base.value, found['value']) && same(base.unit, found['unit'])) return true;
  return same(gold['value'], found['value']) && agrees(gold, found, 'unit');
}

const unitsSchema = z.array(goldRecord).catch([]);
/** The same units, each with its role. */
function unitsAgree(gold: GoldRecord, found: Fields): boolean {
  const [wanted, given] = [unitsSchema.parse(gold['units']), unitsSchema.parse(found['units'])];
  const known = wanted.every((u) => given.some((v) => agrees(u, v, 'name') && agrees(u, v, 'role')));
  return known && given.every((v) => wanted.some((u) => agrees(u, v, 'name')));
}

/** Holds the records of one type that a file gave against its gold, best fits first. */
export function judge<T extends Fields>(type: ExtractedType, gold: Gold, found: readonly T[]): Judged<T> {
  const wanted = z.array(goldRecord).catch([]).parse(gold[type]);
  const rule = RULES[type];
  const options = wanted
    .flatMap((g, i) => found.map((r, j) => ({ i, j, fit: rule.fits(g, r) })))
    .filter((o) => o.fit > 0)
    .sort((a, b) => b.fit - a.fit || a.i - b.i || a.j - b.j);
  const pairs = new Map<number, number>();
  const used = new Set<number>();
  for (const { i, j } of options) {
    if (pairs.has(j) || used.has(i)) continue;
    pairs.set(j, i);
    used.add(i);
  }
  const judged: Judged<T> = { right: [], wrong: [], missed: wanted.filter((g, i) => g.optional !== true && !used.has(i)) };
  found.forEach((record, j) => {
    const g = wanted[pairs.get(j) ?? -1];
    const why = g ? (g.optional === true ? [] : rule.wrong(g, record)) : counts(type, record, gold) ? ['not in gold'] : null;
    if (why === null || (g?.optional === true && why.length === 0)) return;
    if (why.length === 0) judged.right.push(record);
    else judged.wrong.push({ record, why: why.join(', ') });
  });
  return judged;
}

/** Records that gold need not have: tasks of sentences, targets without a figure, and those that stand in a table of figures. */
function counts(type: ExtractedType, record: Fields, gold: Gold): boolean {
  if (type === 'obligations') return record['basis'] === 'clause';
  if (type !== 'targets') return true;
  const figures = z.array(goldRecord).catch([]).parse(gold['observations']);
  const tabled = figures.some((o) => text(record['due']).startsWith(text(o['year'])) && amountAgrees(o, record));
  return record['value'] !== null && !tabled;
}
