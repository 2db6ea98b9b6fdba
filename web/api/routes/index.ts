import { reconcileRoutes } from '../../reconcile/index.js';
import type { Route } from '../route.js';
import { changedRoutes } from './changed.js';
import { entityRoutes } from './entities.js';
import { exportRoutes } from './exports.js';
import { historyRoutes } from './history.js';
import { listRoutes } from './lists.js';
import { noticeRoutes } from './notice.js';
import { questionRoutes } from './questions.js';
import { searchFileRoutes } from './search-files.js';
import { serviceRoutes } from './service.js';
import { totalRoutes } from './totals.js';
import { unresolvedRoutes } from './unresolved.js';

/**
 * Every address of the API, in the order of the document. Files come before lists: `/obligations/ledger.xlsx` is no id of a task.
 */
export function allRoutes(): Route[] {
  return [
    ...exportRoutes(),
    ...searchFileRoutes(),
    ...listRoutes(),
    ...questionRoutes(),
    ...unresolvedRoutes(),
    ...totalRoutes(),
    ...changedRoutes(),
    ...noticeRoutes(),
    ...historyRoutes(),
    ...entityRoutes(),
    ...reconcileRoutes('/reconcile', 'reconcile'),
    ...reconcileRoutes('/api/v1/reconcile', 'reconcileV1'),
    ...serviceRoutes(),
  ];
}
