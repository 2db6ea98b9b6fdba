import type { Division, Gazetteer, Park } from '../corpus/gazetteer.js';
import type { NameKind, Resolver } from '../names/index.js';
import type { Store } from '../output/index.js';

/** What is known of a park, place or organ by its id. */
export interface Entity {
  id: string;
  kind: NameKind;
  /** official name today */
  name: string;
  /** further names that it is known by, former ones included */
  names: string[];
  /** of a place or an organ: province, prefecture or county; of a park: 国家级, 省级, 市级 */
  level: string | null;
  /** GB/T 2260 code of the place that it is or lies in; null for a national organ */
  code: string | null;
  /** name of that place, from the province down; empty for a national organ */
  where: string;
  /** where the row is from; null for an organ, whose name follows a rule */
  source: string | null;
}

/** How often the records of a store mean it. */
export interface Mentions {
  notices: number;
  clusters: number;
  obligations: number;
}

const ORGAN = /^organ:(\d{6}):(.+)$/su;

/** What the gazetteer knows of an id; null where it knows none such. */
export function entityOf(id: string, gazetteer: Gazetteer, resolver: Resolver): Entity | null {
  const park = gazetteer.parks.byId(id);
  if (park) return parkEntity(park, gazetteer);
  const division = gazetteer.places.byCode(id);
  if (division) return placeEntity(division, gazetteer);
  return organEntity(id, gazetteer, resolver);
}

function parkEntity(park: Park, gazetteer: Gazetteer): Entity {
  const { id, name, level, source, name_before, former_names, aliases } = park;
  const names = [...(name_before === null ? [] : [name_before]), ...former_names, ...aliases];
  const code = park.county_code ?? park.city_code;
  return { id, kind: 'park', name, names: distinct(names, name), level, code, where: lineOf(code, gazetteer), source };
}

function placeEntity(division: Division, gazetteer: Gazetteer): Entity {
  const { code, name, level, source, short, shorts, former, earlier } = division;
  const names = [short, ...shorts, ...former, ...(earlier ? [earlier.name] : [])];
  return { id: code, kind: 'place', name, names: distinct(names, name), level, code, where: lineOf(code, gazetteer), source };
}

/** No list has organs: one is known where its full name, read in its own place, means it. */
function organEntity(id: string, gazetteer: Gazetteer, resolver: Resolver): Entity | null {
  const [, code = '', name = ''] = ORGAN.exec(id) ?? [];
  if (name === '') return null;
  const place = gazetteer.places.byCode(code);
  const context = (place && resolver.contextIn(code, null)) ?? { region: null, date: null };
  if (resolver.unit(name, false, context, 0).entity_id !== id) return null;
  const where = place ? lineOf(code, gazetteer) : '';
  return { id, kind: 'organ', name, names: [], level: place?.level ?? null, code: place?.code ?? null, where, source: null };
}

/** What a place is called with those above it: 江西省景德镇市浮梁县. */
function lineOf(code: string, { places }: Gazetteer): string {
  return places
    .line(code)
    .reverse()
    .map(({ name }) => name)
    .join('');
}

function distinct(names: readonly string[], own: string): string[] {
  return [...new Set(names)].filter((name) => name !== own);
}

/** How often a store means it: notices of the place or signed by the organ, clusters in the park or place, tasks of the organ. */
export async function mentionsOf({ id, kind, name }: Entity, store: Pick<Store, 'count'>): Promise<Mentions> {
  switch (kind) {
    case 'park':
      return { notices: 0, clusters: await store.count('clusters', { park: id }), obligations: 0 };
    case 'place':
      return {
        notices: await store.count('notices', { place: id }),
        clusters: await store.count('clusters', { place: id }),
        obligations: await store.count('obligations', { place: id }),
      };
    case 'organ':
      return {
        notices: await store.count('notices', { issuer: name }),
        clusters: 0,
        obligations: await store.count('obligations', { unit: { ids: [id], groups: [], part: null } }),
      };
  }
}
