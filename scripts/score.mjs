// npm run score [-- NOTICES [SCORER]]: ingests a folder of notices into a temporary store, exports it and holds the export
// against the gold annotations beside the scorer. The figures below are the least that must be reached.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, gongbao, node, root, say } from './ensure.mjs';

const least = {
  files: 5,
  grounding: 1,
  'notices.f1': 1,
  'notices.title.accuracy': 0.95,
  'notices.document_number.accuracy': 0.95,
  'notices.issued_on.accuracy': 0.95,
  'notices.issuers.accuracy': 0.95,
  'notices.recipients.accuracy': 0.95,
  'clusters.f1': 0.98,
  'ratings.f1': 0.99,
  'obligations.f1': 0.98,
  'obligations.units.f1': 0.98,
  'obligations.role.accuracy': 0.98,
  'obligations.text.accuracy': 0.95,
  'projects.f1': 1,
  'projects.name.accuracy': 0.99,
  'projects.investment_cny.accuracy': 1,
  'projects.period_start.accuracy': 0.99,
  'projects.period_end.accuracy': 0.99,
  'projects.content.accuracy': 0.95,
  'targets.f1': 0.9,
  'targets.due.accuracy': 0.9,
  'targets.comparator.accuracy': 0.9,
  'observations.f1': 0.95,
  'observations.value.accuracy': 0.97,
  'findings.f1': 0.6,
};

const shared = join(root, '../shared');
const flags = process.argv.slice(2).filter((arg) => arg.startsWith('--'));
const [notices = join(shared, 'notices'), scorer = join(shared, 'eval/score.mjs')] = process.argv
  .slice(2)
  .filter((arg) => !arg.startsWith('--'));
if (!existsSync(scorer)) {
  say(`no scorer at ${scorer}: nothing to score against.`);
  process.exit(0);
}

ensureInstalled();
ensureBuilt();
const work = mkdtempSync(join(tmpdir(), 'gongbao-score-'));
const [store, out] = [join(work, 'store.db'), join(work, 'out')];
process.exitCode =
  gongbao(['ingest', notices, '--store', store]) ||
  gongbao(['export', '--store', store, '--format', 'jsonl', '--out', out]) ||
  node([scorer, out, ...flags, ...Object.entries(least).flatMap(([key, figure]) => ['--min', `${key}=${figure}`])], {
    stdio: 'inherit',
  });
rmSync(work, { recursive: true, force: true });
