import type { RecordTypeName } from '../../schemas/index.js';
import type { Text } from './language.js';

/** The types of record that a notice gives, in the order of the listing commands, and what people call them. */
export const recordTypeNames: Record<Exclude<RecordTypeName, 'notices'>, Text> = {
  clusters: { en: 'clusters', zh: '集群' },
  ratings: { en: 'ratings', zh: '评价' },
  targets: { en: 'targets', zh: '目标' },
  obligations: { en: 'tasks', zh: '任务' },
  projects: { en: 'projects', zh: '项目' },
  observations: { en: 'figures', zh: '指标' },
  findings: { en: 'findings', zh: '发现' },
};

export const recordTypes = ['clusters', 'ratings', 'targets', 'obligations', 'projects', 'observations', 'findings'] as const;
