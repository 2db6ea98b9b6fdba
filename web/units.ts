import type { Resolver } from '../names/index.js';
import type { Store } from '../output/index.js';
import { askedUnit, type AskedUnit } from '../questions/index.js';

/** What units were understood as, while the store stays as it is: the pages of one list ask for the same one. */
interface Understood {
  revision: string;
  units: Map<string, Promise<AskedUnit>>;
}
const understood = new WeakMap<Store, Understood>();
/** Units that are kept. */
const KEPT = 200;

/** The same as `askedUnit`, looked up once for each state of the store. */
export async function rememberedUnit(
  name: string,
  place: string | undefined,
  store: Store,
  resolver: Resolver,
): Promise<AskedUnit> {
  const revision = await store.revision();
  const before = understood.get(store);
  const { units } = before?.revision === revision ? before : { units: new Map<string, Promise<AskedUnit>>() };
  understood.set(store, { revision, units });
  const key = JSON.stringify([name, place]);
  const asked = units.get(key) ?? askedUnit(name, place, store, resolver);
  units.set(key, asked);
  // What has failed is asked again.
  asked.catch(() => units.delete(key));
  const [oldest] = units.keys();
  if (units.size > KEPT && oldest !== undefined) units.delete(oldest);
  return asked;
}
