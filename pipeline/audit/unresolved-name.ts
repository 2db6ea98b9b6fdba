import type { FindingRead } from '../../schemas/index.js';
import { defineCheck, finding, type Audited } from './check.js';

/** Names that the gazetteer could not place: one finding a name. Groups and names that bear no place are none. */
export const unresolvedName = defineCheck({
  name: 'unresolved_name',
  version: 1,
  run: ({ records }: Audited) => {
    const told = new Map<string, FindingRead>();
    for (const record of [...records.clusters, ...records.obligations]) {
      for (const r of record.resolutions) {
        if (r.method !== 'unresolved' || told.has(r.name)) continue;
        told.set(
          r.name,
          finding({
            check: 'unresolved_name',
            severity: 'info',
            params: { name: r.name, kind: r.kind },
            start: record.start,
            end: record.end,
          }),
        );
      }
    }
    return [...told.values()];
  },
});
