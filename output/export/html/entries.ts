import type { RecordTypeName } from '../../../schemas/index.js';

/** A record or a finding in a report: what of the text it stands on, and its number there. */
export interface Entry {
  /** from 1, in the order of the text; names its place in the text and in the list */
  number: number;
  type: Exclude<RecordTypeName, 'notices'>;
  /** null where it stands on no words, as a finding about a whole notice */
  span: { start: number; end: number } | null;
  values: Record<string, unknown>;
}

/** Types in the order of the list; findings stand last. */
export const ENTRY_TYPES = ['obligations', 'targets', 'clusters', 'ratings', 'projects', 'observations', 'findings'] as const;

/** Records and findings with their numbers: by place in the text, the longer first. */
export function numbered(records: readonly Omit<Entry, 'number'>[]): Entry[] {
  const end = Number.MAX_SAFE_INTEGER;
  const order = records.toSorted(
    (a, b) =>
      (a.span?.start ?? end) - (b.span?.start ?? end) ||
      (b.span?.end ?? 0) - (a.span?.end ?? 0) ||
      ENTRY_TYPES.indexOf(a.type) - ENTRY_TYPES.indexOf(b.type),
  );
  return order.map((entry, i) => ({ ...entry, number: i + 1 }));
}
