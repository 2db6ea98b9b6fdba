import type { Gazetteer } from '../corpus/gazetteer.js';
import type { Resolution } from '../schemas/index.js';
import { ClusterResolver, type ClusterSurroundings } from './cluster.js';
import type { NameContext } from './context.js';
import { Explainer, type Explanation, type NameKind } from './explain.js';
import { FUZZY_THRESHOLD } from './fuzzy.js';
import { NameLookup } from './lookup.js';
import { OrganTable } from './organs/table.js';
import { ParkReader } from './park.js';
import { PlaceReader } from './place.js';
import { RegionResolver } from './region.js';
import { UnitResolver } from './unit.js';
import { WholeParkReader } from './whole-park.js';

export type { NameContext } from './context.js';
export { NAME_KINDS, type Candidate, type Explanation, type NameKind, type SimilarName } from './explain.js';
export { ORGAN_RULES, type OrganRule } from './organs/query.js';
export { FUZZY_THRESHOLD } from './fuzzy.js';
export { memberOf, type Group, type Member } from './groups.js';

/** Gives names their identity. Pure: the same arguments give the same answer; no string makes it throw. */
export interface Resolver {
  /**
   * The place that issues a notice (slot `region`). A national organ has none: method `rule`, no entity. A place that
   * could not be decided: method `unresolved`. `date`: the day of the notice.
   */
  region(issuers: string[], title: string | null, text: string, date?: string | null): Resolution;
  /**
   * Slots `park`, `place` and `industry` of a cluster. A slot that the name says nothing about has no resolution; a place
   * across cities or provinces has one without entity, method `rule`; only `unresolved` ones call for a look. `park` and
   * `place` are what the notice itself says that the cluster stands in, where its name holds none.
   */
  cluster(name: string, context: NameContext, around?: ClusterSurroundings): Resolution[];
  /** The organ that a unit's name means (slot `units`). A group has no entity, method `rule`, and the code it ranges over. */
  unit(name: string, group: boolean, context: NameContext, position: number): Resolution;
  /** A park's name by itself (slot `park`). */
  park(name: string, context: NameContext): Resolution;
  /** A place's name by itself (slot `place`). */
  place(name: string, context: NameContext): Resolution;
  /** What a name may mean as each of these kinds of thing, and why. */
  explain(name: string, kinds: readonly NameKind[], context: NameContext): Explanation[];
  /** The context of a notice of a place, by the place's code or name; null where that is none or means several. */
  contextIn(place: string, date: string | null): NameContext | null;
}

/** The resolver over a gazetteer, places being called as on the day of each notice; `threshold` says how unlike a misspelt name may be, 0 to 1. */
export function createResolver(gazetteer: Gazetteer, { threshold = FUZZY_THRESHOLD } = {}): Resolver {
  const made = new Map<Gazetteer, Resolver>();
  // organs are the same on all days
  const organs = new OrganTable(gazetteer, threshold);
  const find = (date: string | null): Resolver => {
    const then = gazetteer.on(date);
    const resolver = made.get(then) ?? resolverOver(then, organs, threshold);
    made.set(then, resolver);
    return resolver;
  };
  // all names of a notice are asked for on its day
  let last: { date: string | null; resolver: Resolver } | null = null;
  const on = (date: string | null): Resolver => {
    if (last === null || last.date !== date) last = { date, resolver: find(date) };
    return last.resolver;
  };
  return {
    region: (issuers, title, text, date = null) => on(date).region(issuers, title, text),
    cluster: (name, context, around) => on(context.date).cluster(name, context, around),
    unit: (name, group, context, position) => on(context.date).unit(name, group, context, position),
    park: (name, context) => on(context.date).park(name, context),
    place: (name, context) => on(context.date).place(name, context),
    explain: (name, kinds, context) => on(context.date).explain(name, kinds, context),
    contextIn: (place, date) => on(date).contextIn(place, date),
  };
}

/** The resolver over a gazetteer of one time. */
function resolverOver(gazetteer: Gazetteer, organs: OrganTable, threshold: number): Resolver {
  const places = new PlaceReader(gazetteer);
  const parks = new ParkReader(gazetteer);
  const regions = new RegionResolver(gazetteer, places, parks);
  const clusters = new ClusterResolver(gazetteer, places, parks);
  const whole = new WholeParkReader(places, parks);
  const units = new UnitResolver(gazetteer, places, parks, whole, organs);
  const lookup = new NameLookup(gazetteer, places, whole, threshold);
  const explainer = new Explainer(gazetteer, lookup, units);
  return {
    region: (issuers, title, text) => regions.resolve(issuers, title, text),
    cluster: (name, context, around) => clusters.resolve(name, context, around),
    unit: (name, group, context, position) => units.resolve(name, group, context, position),
    park: (name, context) => lookup.park(name, context),
    place: (name, context) => lookup.place(name, context),
    explain: (name, kinds, context) => explainer.explain(name, kinds, context),
    contextIn: (place, date) => explainer.contextIn(place, date),
  };
}
