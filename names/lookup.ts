import type { Division, Gazetteer } from '../corpus/gazetteer.js';
import type { Resolution } from '../schemas/index.js';
import type { NameContext } from './context.js';
import { PARK_SCORES, type ParkReader } from './park.js';
import type { PlaceReader } from './place.js';
import { placed, resolution } from './results.js';
import { fold } from './text.js';

/** Resolves whole names of parks and places, wherever they stand. */
export class NameLookup {
  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly places: PlaceReader,
    private readonly parks: ParkReader,
  ) {}

  park(written: string, context: NameContext): Resolution {
    const name = fold(written);
    const region = this.#region(context);
    const found = this.parks.whole(name, { region });
    if (!found) return resolution('park', written, 'unresolved', 0);
    const method = found.how === 'official' ? 'exact' : found.how === 'context' ? 'context' : 'alias';
    return resolution('park', written, method, PARK_SCORES[found.how], {
      entity_id: found.park.id,
      entity_name: this.gazetteer.parks.nameOn(found.park, context.date),
      code: found.park.county_code ?? found.park.city_code,
      candidates: found.candidates.map(({ id }) => id),
    });
  }

  place(written: string, context: NameContext): Resolution {
    const name = fold(written);
    const division = this.places.whole(name, { region: this.#region(context) });
    return division ? placed('place', written, division, 'exact', 1) : resolution('place', written, 'unresolved', 0);
  }

  #region(context: NameContext): Division | null {
    return context.region?.code ? this.gazetteer.places.byCode(context.region.code) : null;
  }
}
