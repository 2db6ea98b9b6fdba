import type { Division } from '../corpus/gazetteer.js';
import type { Resolution } from '../schemas/index.js';

type Slot = 'region' | 'park' | 'place' | 'industry' | 'units';
const KINDS = { region: 'place', park: 'park', place: 'place', industry: 'industry', units: 'organ' } as const;

/** A resolution of a slot with the fields that say something; the others are null or empty. */
export function resolution(
  slot: Slot,
  name: string,
  method: Resolution['method'],
  score: number,
  entity: Partial<Omit<Resolution, 'slot' | 'name' | 'kind' | 'method' | 'score'>> = {},
): Resolution {
  return {
    slot,
    position: entity.position ?? 0,
    name,
    kind: KINDS[slot],
    entity_id: entity.entity_id ?? null,
    entity_name: entity.entity_name ?? null,
    code: entity.code ?? null,
    method,
    score,
    candidates: entity.candidates ?? [],
    group_kind: entity.group_kind ?? null,
    group_level: entity.group_level ?? null,
    group_subject: entity.group_subject ?? null,
  };
}

/** The same for a place, whose id in the gazetteer is its code. */
export function placed(
  slot: 'region' | 'place',
  name: string,
  division: Division,
  method: Resolution['method'],
  score: number,
  lost: readonly Division[] = [],
): Resolution {
  return resolution(slot, name, method, score, {
    entity_id: division.code,
    entity_name: division.name,
    code: division.code,
    candidates: lost.map((other) => other.code),
  });
}
