import type { SearchFilter, Store } from '../../output/index.js';
import type { Options } from '../kit/command.js';
import { readGazetteer, resolverWith } from '../kit/gazetteer.js';

/** A filter whose unit is an organ by any of its names, with the groups that it belongs to, as `obligations --unit` has it. */
export async function organFilter(filter: SearchFilter, store: Store, options: Options): Promise<SearchFilter> {
  const { unit } = filter;
  if (typeof unit !== 'string') return filter;
  const { askedUnit } = await import('../../questions/index.js');
  const asked = await askedUnit(unit, options.text('place'), store, await resolverWith(readGazetteer(options)));
  return { ...filter, unit: asked.filter, issuer: unit };
}
