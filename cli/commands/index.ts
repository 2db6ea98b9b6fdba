import type { CommandDefinition } from '../kit/command.js';
import { backup } from './backup.js';
import { check } from './check.js';
import { clusters } from './clusters.js';
import { completionOf } from './completion.js';
import { diff } from './diff.js';
import { exportCommand } from './export.js';
import { findings } from './findings.js';
import { ingest } from './ingest.js';
import { notices } from './notices.js';
import { obligations } from './obligations.js';
import { observations } from './observations.js';
import { projects } from './projects.js';
import { ratings } from './ratings.js';
import { read } from './read.js';
import { resolve } from './resolve.js';
import { search } from './search.js';
import { serve } from './serve.js';
import { show } from './show.js';
import { stats } from './stats.js';
import { targets } from './targets.js';
import { unresolved } from './unresolved.js';
import { watch } from './watch.js';

/** Every command, in the order of `--help`. */
export const commands: readonly CommandDefinition[] = [
  ingest,
  watch,
  notices,
  clusters,
  ratings,
  targets,
  obligations,
  projects,
  observations,
  findings,
  search,
  show,
  diff,
  read,
  resolve,
  unresolved,
  stats,
  exportCommand,
  check,
  backup,
  serve,
  completionOf(() => commands),
];
