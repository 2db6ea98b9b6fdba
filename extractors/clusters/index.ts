import type { ClusterRead } from '../../schemas/index.js';
import { defineExtractor } from '../define.js';
import { tableClusters } from './tables.js';
import { textClusters } from './text.js';

/** One record per cluster that a notice names; the first mention grounds it. */
export const clusters = defineExtractor({
  type: 'clusters',
  version: 7,
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
    return withoutShort([...seen.values()]);
  },
});

const KIND_OF_CLUSTER = /(?:先进制造业|制造业|特色产业|优势产业|重点产业|战略性新兴产业|产业|工业)?集群$/;

/** A table may leave out what all its names end with: `抚河铜箔` is the cluster that the notice calls 抚河铜箔产业集群 elsewhere. */
function withoutShort(found: ClusterRead[]): ClusterRead[] {
  const full = new Set(found.flatMap(({ name }) => (KIND_OF_CLUSTER.test(name) ? [name.replace(KIND_OF_CLUSTER, '')] : [])));
  return found.filter(({ name }) => name.endsWith('集群') || !full.has(name));
}
