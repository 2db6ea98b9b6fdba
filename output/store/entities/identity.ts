import { createHash } from 'node:crypto';

/** A cluster as one notice names it, with what its names were resolved to. */
export interface NamedCluster {
  clusterId: string;
  noticeId: string;
  name: string;
  industry: string | null;
  placeCode: string | null;
  place: string | null;
  parkId: string | null;
  park: string | null;
  /** the park as written, where its name has one: the gazetteer may not know it */
  parkName: string | null;
  /** GB/T 2260 code of the county that the park lies in */
  parkCode: string | null;
  /** code of the place that issued the notice */
  regionCode: string | null;
  issuedOn: string | null;
}

/** One cluster with all its mentions, in the order of their dates. */
export interface Identified {
  id: string;
  /** what it is the cluster of: equal for those that may differ in nothing but the industry */
  base: string;
  /** folded industry */
  industry: string;
  mentions: NamedCluster[];
}

const fold = (text: string): string => text.normalize('NFKC').replace(/[\s“”‘’"'（）()、，,·・—–\-/]/gu, '');
/** Levels and sizes in front that tell nothing of what a cluster makes. */
const LEVEL = /^(?:世界级|国家级|省级|市级|县级|区级|千亿级?|百亿级?|国家|重点|特色|主导)(?=.{2})/u;
/** What the word 集群 bears in front of it, whatever the scheme calls its clusters. */
const ENDING = /(?:中小企业特色|战略性新兴|先进制造业?|创新型|特色|优势)?(?:产业)?(?:集群)?$/u;

/** The industry of a cluster in the form in which two notices write it the same. Empty where nothing is left. */
export function foldIndustry(industry: string): string {
  return fold(industry)
    .replace(ENDING, '')
    .replace(LEVEL, '')
    .replace(/[和与及暨]/gu, '');
}

export const digest = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\u0001')).digest('hex').slice(0, 16);

/** What a mention is told apart by: its park, else its place, else its whole name in the region of its notice. */
function baseOf(mention: NamedCluster): string {
  if (mention.parkId !== null) return `park:${mention.parkId}`;
  if (mention.parkName !== null) return `park:${mention.placeCode ?? ''}:${fold(mention.parkName)}`;
  if (mention.placeCode !== null) return `place:${mention.placeCode}`;
  // a name that says more than its industry names a place of its own, such as 成渝地区
  const own = fold(mention.name).replace(ENDING, '');
  return own === foldIndustry(mention.industry ?? '') ? `region:${mention.regionCode ?? ''}` : `name:${own}`;
}

const byDate = (a: NamedCluster, b: NamedCluster): number =>
  compare(a.issuedOn ?? '9999', b.issuedOn ?? '9999') || compare(a.clusterId, b.clusterId);
export const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/**
 * Mentions of one cluster together: same park or place, same industry once folded. Never by likeness. The order in
 * which mentions are given makes no difference.
 */
export function identify(mentions: Iterable<NamedCluster>): Identified[] {
  const found = new Map<string, Identified>();
  for (const mention of mentions) {
    const base = baseOf(mention);
    const industry = foldIndustry(mention.industry ?? mention.name) || fold(mention.name);
    const id = `clu-${digest(base, industry)}`;
    const known = found.get(id);
    if (known) known.mentions.push(mention);
    else found.set(id, { id, base, industry, mentions: [mention] });
  }
  const all = [...found.values()].toSorted((a, b) => compare(a.id, b.id));
  return all.map((entity) => ({ ...entity, mentions: entity.mentions.toSorted(byDate) }));
}

/** The value that most mentions have; of those that are as frequent the longest, then the first by code point. */
export function mostUsed(values: Iterable<string>): string {
  const times = new Map<string, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  const [best] = [...times].toSorted(([a, n], [b, m]) => m - n || b.length - a.length || compare(a, b));
  return best?.[0] ?? '';
}
