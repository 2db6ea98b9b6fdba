import type { ClusterRead } from '../../schemas/index.js';
import { defineExtractor } from '../define.js';
import { tableClusters } from './tables.js';
import { textClusters } from './text.js';

/** One record per cluster that a notice names; the first mention grounds it. */
export const clusters = defineExtractor({
  type: 'clusters',
  version: 5,
  read: (notice) => {
    const seen = new Map<string, ClusterRead>();
    for (const found of [...tableClusters(notice), ...textClusters(notice)].sort((a, b) => a.start - b.start)) {
      const known = seen.get(found.name);
      if (!known) {
        seen.set(found.name, found);
        continue;
      }
      if (found.confidence > known.confidence) Object.assign(known, { confidence: found.confidence, reasons: found.reasons });
      if (known.evidence.length === 0) known.evidence = found.evidence;
    }
    return [...seen.values()];
  },
});
