import { clusters } from './clusters/index.js';
import type { Extractor, ReadAll } from './define.js';
import type { Notice } from './notice.js';
import { obligations } from './obligations.js';
import { observations } from './observations.js';
import { projects } from './projects.js';
import { ratings } from './ratings/index.js';
import { targets } from './targets/index.js';

/** Every extractor, in the order they run; a later one sees what earlier ones read. A new extractor is one line here. */
export const EXTRACTORS: readonly Extractor[] = [clusters, ratings, obligations, projects, observations, targets];

/** Runs every extractor over a notice. */
export function extract(notice: Notice): ReadAll {
  const all: ReadAll = { clusters: [], ratings: [], targets: [], obligations: [], projects: [], observations: [] };
  for (const extractor of EXTRACTORS) extractor.readInto(notice, all);
  return all;
}
