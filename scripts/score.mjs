// npm run score [-- NOTICES [SCORER]]: ingests a folder of notices into a temporary store, exports it and holds the export
// against the gold annotations beside the scorer. The figures in required-figures.json are the least that must be reached.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, gongbao, node, root, say } from './ensure.mjs';

const least = JSON.parse(readFileSync(new URL('./required-figures.json', import.meta.url), 'utf8'));

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
