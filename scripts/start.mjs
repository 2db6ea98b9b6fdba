// npm start [-- PATH… --store STORE]: from a fresh clone to a store that answers questions.
// Without a path it reads the notices of corpus/samples.
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt, ensureInstalled, giveUp, gongbao, root, say, standWhereTheUserStands } from './ensure.mjs';

function readArguments() {
  try {
    const options = { store: { type: 'string' }, lang: { type: 'string' }, force: { type: 'boolean' }, jobs: { type: 'string' } };
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    say(error.message);
    say('usage: npm start [-- PATH… --store STORE]');
    process.exit(2);
  }
}

const { values, positionals } = readArguments();
ensureInstalled();
ensureBuilt();
standWhereTheUserStands('start');

const store = values.store ?? process.env.GONGBAO_STORE ?? 'gongbao.db';
const paths = positionals.length > 0 ? positionals : [join(root, 'corpus/samples')];
const lang = values.lang ? ['--lang', values.lang] : [];
const extra = [...(values.force ? ['--force'] : []), ...(values.jobs ? ['--jobs', values.jobs] : [])];

const code = gongbao(['ingest', ...paths, '--store', store, ...extra, ...lang]);
if (code !== 0 && code !== 3) process.exit(code);
if (!existsSync(store)) giveUp('nothing was stored.', 'Give a folder of notices in TXT, HTML, DOCX or PDF: npm start -- FOLDER');
console.log();
if (gongbao(['notices', '--store', store, ...lang]) !== 0) process.exit(1);

const own = 'npm run --silent gongbao --';
const where = values.store ? ` --store ${relative(process.cwd(), store) || store}` : '';
console.log(`
Ask it something:
  ${own} obligations --role lead${where}
  ${own} findings --severity warning${where}
  ${own} export --format csv --out out${where}
Or look at it in the browser, at http://127.0.0.1:8610/ :
  ${own} serve${where}
`);
process.exit(code);
