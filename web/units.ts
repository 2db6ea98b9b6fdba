import type { Resolver } from '../names/index.js';
import type { Store } from '../output/index.js';
import { askedUnit, type AskedUnit } from '../questions/index.js';
import { Remembered, rememberedAnswer } from './remembered.js';

/** What units were understood as: the pages of one list ask for the same one. */
const understood = new Remembered<Promise<AskedUnit>>(200);

/** The same as `askedUnit`, looked up once for each state of the store. */
export function rememberedUnit(name: string, place: string | undefined, store: Store, resolver: Resolver): Promise<AskedUnit> {
  return rememberedAnswer(understood, store, JSON.stringify([name, place]), () => askedUnit(name, place, store, resolver));
}
