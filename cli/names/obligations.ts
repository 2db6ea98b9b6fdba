import type { RecordFilter, Store } from '../../output/index.js';
import type { Obligation } from '../../schemas/index.js';
import type { Text } from '../kit/language.js';
import type { Matching } from '../kit/listing.js';
import { resolverWith } from '../kit/gazetteer.js';
import { askedUnit, matchesIn, type UnitMatch } from './units.js';

/** A task with why it is listed. */
export type MatchedObligation = Obligation & { matched?: UnitMatch[] };

/** Looks up the unit that is asked for; null where none is. */
export async function matchingUnit(filter: RecordFilter, store: Store): Promise<Matching<Obligation> | null> {
  const { unit, role, place } = filter;
  if (typeof unit !== 'string') return null;
  const resolver = await resolverWith(null);
  const asked = await askedUnit(unit, place, store, resolver);
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
    nothing: nothingFor(unit),
  };
}

/** 各县（市、区）政府〔全体〕: the unit as written, with a mark where it is a group. */
function matchWords(matches: readonly UnitMatch[]): string {
  return matches
    .map(({ unit, share }) => (share === 'every' ? `${unit}〔全体〕` : share === 'some' ? `${unit}〔部分〕` : unit))
    .join('、');
}

function nothingFor(unit: string): Text {
  return {
    en: `  → gongbao resolve ${unit} shows what the name may mean; gongbao obligations without --unit lists all`,
    zh: `  → 用 gongbao resolve ${unit} 查看该名称所指；不加 --unit 可列出全部任务`,
  };
}
