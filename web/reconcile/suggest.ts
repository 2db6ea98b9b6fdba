import type { Gazetteer } from '../../corpus/gazetteer.js';
import type { NameKind, Resolver } from '../../names/index.js';
import { entityOf, NameIndex } from '../../questions/index.js';
import type { Lang } from '../site.js';
import type { Suggested } from './shapes.js';
import { typeOf } from './vocabulary.js';

const indexes = new WeakMap<Gazetteer, NameIndex>();

function indexOf(gazetteer: Gazetteer): NameIndex {
  const index = indexes.get(gazetteer) ?? new NameIndex(gazetteer);
  indexes.set(gazetteer, index);
  return index;
}

/**
 * Entities that may be meant by what is typed so far: what it means as it is, then parks and places whose names begin so. Organs follow
 * rules and stand in no list, so that they are found by a whole name only.
 */
export function suggestEntities(
  prefix: string,
  kinds: readonly NameKind[],
  limit: number,
  { gazetteer, resolver, lang }: { gazetteer: Gazetteer; resolver: Resolver; lang: Lang },
): Suggested {
  const whole = resolver
    .explain(prefix, kinds, { region: null, date: null })
    .flatMap(({ candidates }) => candidates.map(({ id }) => id));
  const beginning = indexOf(gazetteer)
    .beginning(prefix, kinds, limit)
    .map(({ id }) => id);
  const result = [...new Set([...whole, ...beginning])].slice(0, limit).flatMap((id) => {
    const entity = entityOf(id, gazetteer, resolver);
    return entity ? [{ id, name: entity.name, description: entity.where, notable: [typeOf(entity.kind, lang)] }] : [];
  });
  return { result };
}

/** Those whose id or name holds what is typed so far; all where nothing is. */
export function holding(prefix: string, all: readonly { id: string; name: string }[]): Suggested {
  return {
    result: all.filter(({ id, name }) => id.includes(prefix) || name.includes(prefix)).map(({ id, name }) => ({ id, name })),
  };
}
