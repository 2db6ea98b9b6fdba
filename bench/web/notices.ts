import { prepareRows } from '../../corpus/gazetteer.js';
import type { Ingested, IngestedNotice, Resolution } from '../../schemas/index.js';
import { Random } from '../../test/support/seeded.js';
import { frequentCharacters, sampleInputs, variant } from '../search/notices.js';

// Made-up notices of an archive: the samples with other words, as `bench:search` stores them, but each of a place and a day of its own, its tasks, targets and
// projects with dates and sums of their own, and one in ten a long one.

/** Sample notices that one long notice is put together from. */
const LONG = 5;
/** So many notices have one long one among them. */
const ONE_IN = 10;

/** Gives the `n`-th notice, always the same one. */
export type Maker = (n: number) => Ingested;

/** What the notices are like. */
export interface Kind {
  /** how many are kept of the samples' records: 1 is all of them */
  part: number;
  /** running text without records that is added, as a share of the samples' own */
  prose: number;
}

/** A maker of notices from the samples that hold one. */
export async function notices(root: string, { part, prose }: Kind): Promise<Maker> {
  const inputs = (await sampleInputs(root)).filter((input) => input.notices.length === 1);
  const [samples, characters] = [inputs.map((input) => JSON.stringify(input)), frequentCharacters(inputs, 2000)];
  const lines = inputs
    .flatMap((input) => input.notices.flatMap(({ head }) => head.text.split('\n')))
    .filter((line) => line.length > 30);
  const places = prepareRows().divisions.filter(({ level }) => level === 'prefecture');
  return (n) => {
    const random = new Random(n * 7919 + 1);
    const made = variant(samples, characters, n);
    const parts = n % ONE_IN === 0 ? LONG : 1;
    const all = Array.from({ length: parts }, (_, i) => (i === 0 ? made : variant(samples, characters, n * LONG + i + 13)));
    const notice = joined(all.flatMap((input) => input.notices.slice(0, 1).map((each) => thinned(each, part, random))));
    const blocks = all.flatMap((input) => input.document.blocks);
    return {
      ...made,
      document: { ...made.document, blocks },
      notices: [placed(withProse(notice, lines, prose, random), random.pick(places), random)],
    };
  };
}

/** The notice with so many of its records only. */
function thinned(notice: IngestedNotice, part: number, random: Random): IngestedNotice {
  const some = <R>(records: R[]): R[] => records.filter(() => random.next() < part);
  const { clusters, ratings, targets, obligations, projects, observations } = notice.records;
  return {
    ...notice,
    records: {
      ...{ clusters: some(clusters), ratings: some(ratings), targets: some(targets) },
      ...{ obligations: some(obligations), projects: some(projects), observations: some(observations) },
    },
  };
}

/** Several notices as one: texts one below the other, records moved along. */
function joined(parts: readonly IngestedNotice[]): IngestedNotice {
  const [first, ...others] = parts;
  if (!first) throw new Error('nothing to join');
  const result = structuredClone(first);
  others.forEach((part, i) => {
    const by = result.head.text.length + 1;
    result.head.text += `\n${part.head.text}`;
    const moved = <R extends { key: string; start: number | null; end: number | null }>(record: R): R => ({
      ...record,
      key: `${record.key}-${i}`,
      start: record.start === null ? null : record.start + by,
      end: record.end === null ? null : record.end + by,
    });
    const { clusters, ratings, targets, obligations, projects, observations } = part.records;
    result.records.clusters.push(...clusters.map(moved));
    result.records.ratings.push(...ratings.map(moved));
    result.records.targets.push(...targets.map(moved));
    result.records.obligations.push(...obligations.map(moved));
    result.records.projects.push(...projects.map(moved));
    result.records.observations.push(...observations.map(moved));
    result.findings.push(...part.findings.map(moved));
  });
  return result;
}

function withProse(notice: IngestedNotice, lines: readonly string[], prose: number, random: Random): IngestedNotice {
  const wanted = notice.head.text.length * (1 + prose);
  const parts = [notice.head.text];
  for (let length = notice.head.text.length; length < wanted;) {
    const line = random.pick(lines);
    parts.push(line);
    length += line.length + 1;
  }
  return { ...notice, head: { ...notice.head, text: parts.join('\n') } };
}

/** Gives a notice its place and day, and its records dates, sums and units of that place. */
function placed(notice: IngestedNotice, { code, name }: { code: string; name: string }, random: Random): IngestedNotice {
  const day = (from: number, years: number): string =>
    `${from + random.below(years)}-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`;
  const due = (): string | null => random.pick([null, '2026', '2027', '2030', '2026-12-31', '2027-06', day(2025, 6)]);
  const here = (resolution: Resolution): Resolution => {
    if (resolution.entity_name === null || resolution.code === null) return resolution;
    const organ = `${name}${resolution.name.replace(/^[省市县区]/, '')}`;
    return { ...resolution, entity_id: `organ:${code}:${organ}`, entity_name: organ, code };
  };
  const { records } = notice;
  return {
    ...notice,
    head: { ...notice.head, issued_on: day(2018, 9) },
    resolutions: notice.resolutions.map((each) => ({ ...each, entity_id: code, entity_name: name, code, method: 'exact' })),
    records: {
      ...records,
      targets: records.targets.map((target) => ({ ...target, due: due() })),
      obligations: records.obligations.map((task) => ({ ...task, due: due(), resolutions: task.resolutions.map(here) })),
      projects: records.projects.map((project) => ({
        ...project,
        investment_cny: Math.round(10 ** (6 + 4 * random.next())) * 100,
        period_start: random.pick([null, '2023', '2024', '2025-03', '2026']),
      })),
    },
  };
}
