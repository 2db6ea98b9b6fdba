// npm run bench:typeset [-- SET ...] [--style WORD] [--wrong]: the trial notices set on paper by a browser in several styles and read back as PDF, as a
// web page printed or a document exported would come; a line is a set and style, a column a record type: f1, right of all, wrong.
// Needs Debian's chromium and fonts-noto-cjk. Read as it stands in the repository comes first in each set: what the form costs is
// the distance to it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { parseArgs } from 'node:util';
import { readDocument, reflow } from '../pipeline/index.js';
import { collections, judgedRecords, tally, type Collection } from '../test/golden/collections.js';
import { table } from './table.js';
import { pageOf } from './typeset/page.js';
import { STYLES, type Style } from './typeset/styles.js';

const CHROMIUM = '/usr/bin/chromium';
const TYPES = ['clusters', 'ratings', 'targets', 'obligations', 'projects', 'observations'];

const { values, positionals } = parseArgs({
  options: { style: { type: 'string' }, wrong: { type: 'boolean' } },
  allowPositionals: true,
});
if (!existsSync(CHROMIUM)) {
  console.error(`bench:typeset: there is no ${CHROMIUM}. Debian: apt-get install chromium fonts-noto-cjk`);
  process.exit(1);
}

/** Prints every notice of a collection in a style; answers the same collection with its PDFs as its notices. */
async function printed(collection: Collection, style: Style, work: string): Promise<Collection> {
  const folder = join(work, `${collection.name}-${STYLES.indexOf(style)}`);
  mkdirSync(folder);
  for (const file of readdirSync(collection.notices).sort()) {
    const page = join(work, 'page.html');
    const flow = reflow(await readDocument(readFileSync(join(collection.notices, file)), file));
    writeFileSync(page, pageOf(flow, style.css));
    const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', '--disable-background-networking'];
    const target = join(folder, `${parse(file).name}.pdf`);
    execFileSync(CHROMIUM, [...flags, `--user-data-dir=${join(work, 'profile')}`, `--print-to-pdf=${target}`, `file://${page}`], {
      stdio: 'ignore',
    });
  }
  return { ...collection, notices: folder };
}

async function line(name: string, collection: Collection): Promise<string[]> {
  const counts = await tally(collection);
  const cells = TYPES.map((type) => {
    const { right = 0, wrong = 0, missed = 0 } = counts[type] ?? {};
    if (right + wrong + missed === 0) return '-';
    return `${((2 * right) / (2 * right + wrong + missed)).toFixed(3)} (${right}/${right + missed}, +${wrong})`;
  });
  return [name, ...cells];
}

async function tellWrong(collection: Collection): Promise<void> {
  for (const { file, type, record, why } of await judgedRecords(collection))
    if (why !== null) console.error(`${file} ${type}: ${why}: ${JSON.stringify(record.quote).slice(0, 160)}`);
}

const work = mkdtempSync(join(tmpdir(), 'gongbao-typeset-'));
try {
  const sets = collections().filter(({ name }) => name !== 'real' && (positionals.length === 0 || positionals.includes(name)));
  const lines: string[][] = [];
  for (const set of sets) {
    lines.push(await line(`${set.name}, as it is`, set));
    for (const style of STYLES.filter(({ name }) => name.includes(values.style ?? ''))) {
      const pdfs = await printed(set, style, work);
      lines.push(await line(`${set.name}, ${style.name}`, pdfs));
      console.error(lines.at(-1)?.join('  '));
      if (values.wrong === true) await tellWrong(pdfs);
    }
  }
  console.log(table(['set and style', ...TYPES], lines));
} finally {
  rmSync(work, { recursive: true, force: true });
}
