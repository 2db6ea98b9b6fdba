#!/usr/bin/env node
// Makes test/parity/forms: every sample in every form, by several producers.
//
//   node corpus/sample-sources/build/forms/build.mjs [STEM ...]               # those that are committed
//   node corpus/sample-sources/build/forms/build.mjs --out FOLDER [STEM ...]  # all; GONGBAO_FORMS=FOLDER makes the test read them
//
// It needs a Python with python-docx, LibreOffice, Chromium and the Noto CJK fonts (Debian: python3-docx, libreoffice-writer, chromium,
// fonts-noto-cjk). PDFs hold a date, so a rebuild changes their bytes; the test asks for the same records only.
//
//   STEM.txt  STEM.html          written here
//   STEM.filled.txt              merged cells written out in each row; samples with merged cells only
//   STEM.npm.docx                npm package docx
//   STEM.python.docx             python-docx
//   STEM.pdfkit.pdf              pdfkit; samples without merged cells only
//   STEM.libreoffice.pdf         LibreOffice Writer, from STEM.python.docx
//   STEM.chromium.pdf            Chromium's print, from STEM.html
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Setter } from '../pdf.mjs';
import { html } from './html.mjs';
import { npmDocx } from './npm_docx.mjs';
import { sheetOfBlocks, sheetOfText, textOf } from './sheet.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const committed = join(here, '../../../../test/parity/forms');
/** PDFs embed their fonts: only so many are kept. The samples themselves are PDFs by pdfkit too. */
const KEPT = /\.(?:txt|html|npm\.docx|python\.docx)$|^(?:clusters|figures|joint|plan|projects)\.libreoffice\.pdf$|^(?:figures|joint|clusters)\.chromium\.pdf$|^(?:joint|web-capture)\.pdfkit\.pdf$/;
const STEMS = ['clusters', 'figures', 'gazette', 'joint', 'plan', 'projects', 'web-capture'];

function run(program, args, options = {}) {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8', ...options });
  if (status !== 0) throw new Error(`${program} failed\n${stderr}`);
}

const python = ['python3', '/usr/bin/python3'].find((p) => spawnSync(p, ['-c', 'import docx'], { stdio: 'ignore' }).status === 0);
if (python === undefined) throw new Error('no Python with python-docx is here. Debian: apt-get install python3-docx');

/** Plain pages by pdfkit: paragraphs and simple tables over pages, page numbers. */
async function pdfkit(sheet) {
  const setter = new Setter({ size: 14, lead: 24 });
  setter.newPage();
  for (const part of sheet) {
    if (part.kind === 'table') {
      const [head, ...rows] = part.rows.map((row) => row.map((c) => c.text));
      setter.table({ head, rows, widths: head.map((_, i) => Math.min(30, Math.max(...part.rows.map((row) => row[i]?.text.length ?? 0), 3))) });
    } else if (part.kind === 'break') setter.newPage();
    else setter.lines(part.text, { align: { centre: 'center', right: 'right' }[part.kind] ?? 'left', indent: part.kind === 'indented' ? 28 : 0 });
  }
  return setter.end();
}

const isSimple = (sheet) => sheet.every((p) => p.kind !== 'table' || p.rows.every((row) => row.every((c) => c.colSpan === 1 && c.rowSpan === 1)));

const { values, positionals: wanted } = parseArgs({ options: { out: { type: 'string' } }, allowPositionals: true });
const out = values.out ?? mkdtempSync(join(tmpdir(), 'gongbao-forms-all-'));
mkdirSync(out, { recursive: true });
mkdirSync(committed, { recursive: true });
const work = mkdtempSync(join(tmpdir(), 'gongbao-forms-'));
for (const stem of STEMS.filter((s) => wanted.length === 0 || wanted.includes(s))) {
  const source = await import(`../../source/${stem}.mjs`);
  const sheet = source.blocks ? sheetOfBlocks(source.blocks) : sheetOfText(source.plain ?? source.text);
  const file = (ending) => join(out, `${stem}.${ending}`);
  writeFileSync(file('txt'), textOf(sheet, false));
  if (!isSimple(sheet)) writeFileSync(file('filled.txt'), textOf(sheet, true));
  writeFileSync(file('html'), html(sheet, stem));
  writeFileSync(file('npm.docx'), await npmDocx(sheet));
  run(python, [join(here, 'python_docx.py'), file('python.docx')], { input: JSON.stringify(sheet) });
  if (isSimple(sheet)) writeFileSync(file('pdfkit.pdf'), await pdfkit(sheet));
  run('soffice', [`-env:UserInstallation=file://${work}/profile`, '--headless', '--convert-to', 'pdf', '--outdir', work, file('python.docx')]);
  run('mv', [join(work, `${stem}.python.pdf`), file('libreoffice.pdf')]);
  run('chromium', [`--user-data-dir=${work}/chromium`, '--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', `--print-to-pdf=${file('chromium.pdf')}`, `file://${file('html')}`]);
  console.log(stem);
}
rmSync(work, { recursive: true, force: true });
if (values.out === undefined) {
  for (const name of readdirSync(out).filter((f) => KEPT.test(f))) copyFileSync(join(out, name), join(committed, name));
  rmSync(out, { recursive: true, force: true });
}
