import type { NameContext, Resolver } from '../../names/index.js';
import { didYouMean, usageError } from '../kit/errors.js';

/** The context in which a user asks about a name: a notice of `place` on `date`. */
export function askedContext(resolver: Resolver, place: string | undefined, date: string | null): NameContext {
  if (place === undefined) return { region: null, date };
  const context = resolver.contextIn(place, date);
  if (context) return context;
  const [found] = resolver.explain(place, ['place'], { region: null, date });
  const several = found?.candidates.map(({ id, name, where }) => `${id} ${where}${name}`) ?? [];
  const similar = found?.similar.map(({ name, where }) => `${where}${name}`) ?? [];
  if (several.length > 0)
    throw usageError(
      { en: `“${place}” may be several places`, zh: `“${place}”不止一处` },
      { en: `give the code of one: ${several.join(', ')}`, zh: `请改用代码：${several.join('、')}` },
    );
  throw usageError(
    { en: `there is no place “${place}”`, zh: `没有地方叫“${place}”` },
    similar.length > 0
      ? didYouMean(...similar)
      : {
          en: 'give a place’s name or its GB/T 2260 code, e.g. 景德镇市 or 360200',
          zh: '请用地名或行政区划代码，如 景德镇市、360200',
        },
  );
}
