import { clusters } from './records/cluster.js';
import { findings } from './records/finding.js';
import { notices } from './records/notice.js';
import { obligations } from './records/obligation.js';
import { observations } from './records/observation.js';
import { projects } from './records/project.js';
import { ratings } from './records/rating.js';
import { targets } from './records/target.js';

/** Every record type, in the order of tables, export files and docs. */
export const RECORD_TYPES = { notices, clusters, ratings, targets, obligations, projects, observations, findings } as const;
export type RecordTypeName = keyof typeof RECORD_TYPES;
