import { memberOf, type Resolver } from '../names/index.js';
import type { Store, StoredGroup, StoredOrgan, UnitFilter } from '../output/index.js';
import type { Obligation, ObligationUnit, Resolution } from '../schemas/index.js';

/** Why a unit of a task is what was asked for: it is that organ, a group that it belongs to, or its name holds the words. */
export interface UnitMatch {
  unit: string;
  via: 'unit' | 'group' | 'name';
  /** of a group: are all of its kind meant (各县（市、区）政府), or is it said that only some are (有关部门)? */
  share: 'every' | 'some' | null;
}

/** A unit that a user asks for, as the store can look for it. */
export interface AskedUnit {
  filter: UnitFilter;
  organs: readonly StoredOrgan[];
}

/** A name read in a notice’s place is as good as said where only its level is left out (市工信局); below that it is a guess. */
const SURE = 0.9;

/**
 * What a unit's name means in this store: the organ by any of its names. A name that says where the organ is means one; a name
 * that does not (市工信局) means in each notice what it means there, and any unit whose name holds it is found as well.
 * `place` is the one that the user names beside it.
 */
export async function askedUnit(
  name: string,
  place: string | undefined,
  store: Pick<Store, 'names'>,
  resolver: Resolver,
): Promise<AskedUnit> {
  const organs = new Map<string, StoredOrgan>();
  const add = (organ: StoredOrgan | null) => organ && organs.set(organ.id, organ);
  const alone = resolver.unit(name, false, { region: null, date: null }, 0);
  const whole = alone.code !== null || alone.method === 'exact' ? organOf(alone) : null;
  add(whole);
  if (!whole && alone.group_kind === null) {
    for (const code of place === undefined ? await store.names.regions() : [place]) {
      const context = resolver.contextIn(code, null);
      if (context) add(organOf(resolver.unit(name, false, context, 0)));
    }
  }
  // What the store has resolved under that name: by rows of the user’s own, or by a definition in a notice.
  for (const organ of await store.names.organs(name)) add(organ);
  const found = [...organs.values()];
  const groups = (await store.names.groups()).filter((group) => shareIn(group, found) !== null);
  return {
    organs: found,
    filter: { ids: [...organs.keys()], groups, part: whole ? null : name },
  };
}

function organOf({ entity_id, entity_name, code, method, score }: Resolution): StoredOrgan | null {
  if (entity_id === null || entity_name === null || method === 'fuzzy' || score < SURE) return null;
  return { id: entity_id, name: entity_name, code };
}

function shareIn(group: StoredGroup | Resolution, organs: readonly StoredOrgan[]): 'every' | 'some' | null {
  let some: 'some' | null = null;
  for (const { name, code } of organs) {
    const share = memberOf(group, { entity_name: name, code });
    if (share === 'every') return share;
    some ??= share;
  }
  return some;
}

/** Which units of a task are the one asked for, and why. */
export async function matchesIn(
  obligation: Obligation,
  { filter, organs }: AskedUnit,
  role: ObligationUnit['role'] | undefined,
  store: Pick<Store, 'names'>,
): Promise<UnitMatch[]> {
  // A group has no organ of its own: only units without one may be groups, where the organ belongs to any.
  const mayBeGroup = filter.groups.length > 0 && obligation.units.some(({ unit_id }) => unit_id === null);
  const resolved = mayBeGroup ? await store.names.of(obligation.id) : [];
  const resolutions = new Map(resolved.map((one) => [one.position, one]));
  return obligation.units.flatMap((unit, position): UnitMatch[] => {
    if (role !== undefined && unit.role !== role) return [];
    const { name, unit_id, canonical } = unit;
    if (unit_id !== null && filter.ids.includes(unit_id)) return [{ unit: name, via: 'unit', share: null }];
    const resolution = resolutions.get(position);
    const share = resolution ? shareIn(resolution, organs) : null;
    if (share !== null) return [{ unit: name, via: 'group', share }];
    const part = filter.part;
    const held = part !== null && (name.includes(part) || (canonical?.includes(part) ?? false));
    return held ? [{ unit: name, via: 'name', share: null }] : [];
  });
}
