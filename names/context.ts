import type { Division, Gazetteer } from '../corpus/gazetteer.js';
import type { Resolution } from '../schemas/index.js';

/** What a name's meaning hangs on: the notice it stands in. */
export interface NameContext {
  /** the notice's own place */
  region: Resolution | null;
  /** issued_on */
  date: string | null;
  /** the notice's text, for what it defines itself (“以下简称…”) */
  text?: string;
}

/** The division that a notice is of; null for a national one. */
export function regionOf({ region }: NameContext, gazetteer: Gazetteer): Division | null {
  return region?.code ? gazetteer.places.byCode(region.code) : null;
}
