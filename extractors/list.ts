import { clusters } from './clusters.js';
import type { Extractor } from './define.js';
import { obligations } from './obligations.js';
import { observations } from './observations.js';
import { projects } from './projects.js';
import { ratings } from './ratings.js';
import { targets } from './targets/index.js';
import type { ExtractedType } from '../schemas/index.js';

/** Every extractor, in the order they run; a later one sees what earlier ones read. A new extractor is one line here. */
export const EXTRACTORS: readonly { [T in ExtractedType]: Extractor<T> }[ExtractedType][] = [
  clusters,
  ratings,
  obligations,
  projects,
  observations,
  targets,
];
