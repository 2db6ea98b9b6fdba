import type { RecordFilter, Store, UnitFilter } from '../../output/index.js';
import { askedUnit, matchesIn, type UnitMatch } from '../../questions/index.js';
import type { Obligation } from '../../schemas/index.js';
import type { Options } from '../kit/command.js';
import { readGazetteer, resolverWith } from '../kit/gazetteer.js';
import type { Text } from '../kit/language.js';
import type { Matching } from '../kit/listing.js';
import { nearestFew } from '../kit/nearest.js';

/** A task with why it is listed. */
export type MatchedObligation = Obligation & { matched?: UnitMatch[] };

/** Looks up the unit that is asked for; null where none is. */
export async function matchingUnit(filter: RecordFilter, store: Store, options: Options): Promise<Matching<Obligation> | null> {
  const { unit, role } = filter;
  if (typeof unit !== 'string') return null;
  const asked = await askedUnit(unit, options.text('place'), store, await resolverWith(readGazetteer(options)));
  return {
    filter: { ...filter, unit: asked.filter },
    mark: async (obligation): Promise<MatchedObligation> => ({
      ...obligation,
      matched: await matchesIn(obligation, asked, role, store),
    }),
    column: {
      head: { en: 'found by', zh: '匹配' },
      cell: (obligation: MatchedObligation) => matchWords(obligation.matched ?? []),
    },
    nothing: async () => (await undated(filter, asked.filter, store)) ?? nothingFor(unit, store),
  };
}

/** 各县（市、区）政府〔全体〕: the unit as written, with a mark where it is a group. */
function matchWords(matches: readonly UnitMatch[]): string {
  return matches
    .map(({ unit, share }) => (share === 'every' ? `${unit}〔全体〕` : share === 'some' ? `${unit}〔部分〕` : unit))
    .join('、');
}

/** Where a date was asked for and the unit has tasks: that those have none before it. */
async function undated({ dueBefore, ...filter }: RecordFilter, unit: UnitFilter, store: Store): Promise<Text | null> {
  if (dueBefore === undefined) return null;
  for await (const _ of store.list('obligations', { ...filter, unit, limit: 1 }))
    return {
      en: `  → the unit has tasks, but none that is due before ${dueBefore}; without --due-before those without a date are listed too`,
      zh: `  → 该单位有任务，但没有时限早于 ${dueBefore} 的；去掉 --due-before 可列出未写时限的任务`,
    };
  return null;
}

/** More names than a person could mean by a slip are not compared. */
const COMPARED = 20_000;

/** What to do where no task is found: the names that may have been meant, else where to look. */
async function nothingFor(unit: string, store: Store): Promise<Text> {
  const names = await store.names.unitNames(COMPARED);
  const similar = names.includes(unit) ? [] : nearestFew(unit, names, 3);
  if (similar.length > 0) return { en: `  → did you mean ${similar.join(', ')}?`, zh: `  → 是不是 ${similar.join('、')}？` };
  return {
    en: `  → gongbao resolve ${unit} shows what the name may mean; gongbao obligations without --unit lists all`,
    zh: `  → 用 gongbao resolve ${unit} 查看该名称所指；不加 --unit 可列出全部任务`,
  };
}
