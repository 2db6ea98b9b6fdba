import type { IngestedNotice, RecordTypeName, Resolution } from '../../schemas/index.js';
import { MODELS } from '../model.js';
import type { SqlValue } from './driver.js';
import type { KeyOf } from './meanings.js';
import { hasOwnPlace, PLACE_COLUMN } from './tables.js';

/** Where the records of a notice belong; see places.ts. */
export class NoticePlaces {
  private readonly region: number | null;
  private readonly clusters = new Map<string, number | null>();

  constructor(
    { resolutions, records }: IngestedNotice,
    private readonly meaningOf: KeyOf,
  ) {
    this.region = this.placeIn(resolutions, 'region');
    const inText = records.clusters.toSorted((a, b) => a.start - b.start || a.end - b.end);
    for (const { name, resolutions: own } of inText)
      if (!this.clusters.has(name)) this.clusters.set(name, this.placeIn(own, 'place'));
  }

  /** The column that leads to a record's place, in types that have one. */
  of(
    type: RecordTypeName,
    record: { resolutions: readonly Resolution[]; subject_kind?: unknown; subject?: unknown },
  ): Record<string, SqlValue> {
    if (!hasOwnPlace(MODELS[type])) return {};
    const { subject_kind: kind, subject } = record;
    const own = type === 'clusters' ? this.placeIn(record.resolutions, 'place') : null;
    const rated = kind === 'cluster' && typeof subject === 'string' ? this.clusters.get(subject) : null;
    return { [PLACE_COLUMN]: own ?? rated ?? this.region };
  }

  /** What a slot means, where that is a place. */
  private placeIn(resolutions: readonly Resolution[], slot: string): number | null {
    const found = resolutions.find((one) => one.slot === slot && one.position === 0);
    return found && (found.entity_name !== null || found.code !== null) ? this.meaningOf(found) : null;
  }
}
