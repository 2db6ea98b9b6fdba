import type { Gazetteer } from '../../corpus/gazetteer.js';
import type { Resolver } from '../../names/index.js';
import { entityOf, type Entity } from '../../questions/index.js';
import type { Lang } from '../site.js';
import type { Cell, ExtensionQuery, extensionSchema } from './shapes.js';
import { fetchedName, isFetched, typeOf, type Fetched } from './vocabulary.js';
import type { z } from 'zod';

/** Values of entities by their ids, for columns beside the matched one. What is not known has none. */
export function extension(
  { ids, properties }: ExtensionQuery,
  gazetteer: Gazetteer,
  resolver: Resolver,
  lang: Lang,
): z.output<typeof extensionSchema> {
  const asked = properties.map(({ id }) => id);
  const meta = asked.map((id) => ({
    id,
    name: fetchedName(id, lang),
    ...(id === 'place' ? { type: typeOf('place', lang) } : {}),
  }));
  const rowOf = (id: string): Record<string, Cell[]> => {
    const entity = entityOf(id, gazetteer, resolver);
    return Object.fromEntries(asked.map((name) => [name, entity && isFetched(name) ? VALUES[name](entity, gazetteer) : []]));
  };
  return { meta, rows: Object.fromEntries(ids.map((id) => [id, rowOf(id)])) };
}

const words = (...all: readonly (string | null)[]): Cell[] => all.flatMap((str) => (str === null ? [] : [{ str }]));

const VALUES: Record<Fetched, (entity: Entity, gazetteer: Gazetteer) => Cell[]> = {
  name: ({ name }) => words(name),
  kind: ({ kind }) => words(kind),
  code: ({ code }) => words(code),
  level: ({ level }) => words(level),
  names: ({ names }) => words(...names),
  place: ({ kind, code }, { places }) => {
    const [own, outer] = code === null ? [] : places.line(code);
    const place = kind === 'place' ? outer : own;
    return place ? [{ id: place.code, name: place.name }] : [];
  },
};
