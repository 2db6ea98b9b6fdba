import type { Explanation, NameKind } from '../names/index.js';
import { gazetteerFile, type OwnGazetteer } from './gazetteer.js';

/** In what light a name is looked at. */
export interface NameQuestion {
  /** as in a notice of this place: its name or GB/T 2260 code */
  in?: string;
  /** as these kinds of thing only; all unless said otherwise */
  kinds?: readonly NameKind[];
  /** as in a notice of this date: `2023`, `2023-05` or `2023-05-01` */
  date?: string;
}

/** Gives names of parks, places and organs their identity. */
export interface NameResolver {
  /**
   * What a name means as each kind of thing, and why. Pure: the same question has the same answer.
   * @throws RangeError where `in` is no place, or several
   */
  resolve(name: string, question?: NameQuestion): Explanation[];
}

/**
 * Loads the gazetteer, with rows of your own where given.
 * @throws GazetteerFileError where these are wrong
 */
export async function openResolver({ gazetteer }: { gazetteer?: OwnGazetteer } = {}): Promise<NameResolver> {
  const [{ loadGazetteer }, { createResolver, NAME_KINDS }] = await Promise.all([
    import('../corpus/gazetteer.js'),
    import('../names/index.js'),
  ]);
  const resolver = createResolver(loadGazetteer(await gazetteerFile(gazetteer)));
  return {
    resolve(name, question = {}) {
      const { in: place, kinds = NAME_KINDS, date = null } = question;
      const context = place === undefined ? { region: null, date } : resolver.contextIn(place, date);
      if (context) return resolver.explain(name, kinds, context);
      throw new RangeError(`“${place ?? ''}” is no place, or several; give its full name or its GB/T 2260 code, such as 360200`);
    },
  };
}
