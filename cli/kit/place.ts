import type { RecordFilter } from '../../output/index.js';
import type { Options } from './command.js';
import { usageError } from './errors.js';
import { readGazetteer, resolverWith } from './gazetteer.js';

/** The filter with its place as the gazetteer knows it, so that what lies in it comes with it; a name of several places is a usage error. */
export async function withPlace<F extends Pick<RecordFilter, 'place'>>(filter: F, options: Options): Promise<F> {
  const { place } = filter;
  // A code needs no looking up.
  if (typeof place !== 'string' || /^\d+$/.test(place)) return filter;
  const { askedPlace, placeChoices, SeveralPlaces } = await import('../../questions/index.js');
  const resolver = await resolverWith(readGazetteer(options));
  try {
    return { ...filter, place: askedPlace(place, resolver) };
  } catch (error) {
    if (!(error instanceof SeveralPlaces)) throw error;
    const choices = placeChoices(error).map(({ code, name }) => `${code} ${name}`);
    throw usageError(
      { en: `“${place}” may be several places`, zh: `“${place}”不止一处` },
      { en: `give the code of one: ${choices.join(', ')}`, zh: `请改用代码：${choices.join('、')}` },
    );
  }
}
