// npm run bench:variants [-- NAME ...] [--misses FOLDER]: the notices beside the repository as DOCX and PDF in several forms, each scored
// apart; a line is a form, a column the f1 of a record type with its distance to what the TXT gives. NAME keeps the forms whose name
// holds it. The exit code is 1 where a form is further below the TXT than TOLERANCE allows. A second table says what share of the TXT's
// records each PDF holds the words of, and the best f1 that they allow: below that, and only there, the reader is at fault.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadTools } from '../pipeline/index.js';
import { table } from './table.js';
import { bestF1, heldIn, type Held } from './variants/held.js';
import { hasLibreOffice, pythonWithDocx, VARIANTS, variantFolder } from './variants/make.js';
import { scoreFolder, type Figures } from './variants/score.js';

const TYPES = ['clusters', 'ratings', 'targets', 'obligations', 'projects', 'observations', 'findings'] as const;
const HELD = [...TYPES.slice(0, 5), 'projects, whole row', ...TYPES.slice(5)];
const TOLERANCE = { ruled: 0.01, unruled: 0.03 };

const shared = fileURLToPath(new URL('../../shared/', import.meta.url));
const [maker, scorer, notices] = [join(shared, 'eval/make_variants.py'), join(shared, 'eval/score.mjs'), join(shared, 'notices')];
const { values, positionals } = parseArgs({ options: { misses: { type: 'string' } }, allowPositionals: true });

function giveUp(cause: string): never {
  console.error(`bench:variants: ${cause}`);
  process.exit(1);
}

for (const file of [maker, scorer, notices]) if (!existsSync(file)) giveUp(`nothing at ${file}: the notices are kept apart.`);
const python = pythonWithDocx() ?? giveUp('no Python with python-docx is here. Debian: apt-get install python3-docx');
if (!hasLibreOffice()) giveUp('LibreOffice is not here. Debian: apt-get install libreoffice-writer');
if (values.misses !== undefined) mkdirSync(values.misses, { recursive: true });

const tools = await loadTools();
const missesOf = (name: string): string | null =>
  values.misses === undefined ? null : join(values.misses, `${name.replaceAll(/[ ,]+/g, '-')}.txt`);
const f1 = (figures: Figures, type: string): number => figures[`${type}.f1`] ?? 0;

const shareOf = (of: Held | undefined): string => (of === undefined ? '-' : `${of.held}/${of.all} (${bestF1(of).toFixed(3)})`);

const plain = await scoreFolder(tools, scorer, notices, '.txt', missesOf('txt'));
const lines = [['TXT', ...TYPES.map((type) => f1(plain, type).toFixed(3))]];
const below: string[] = [];
const inFile: string[][] = [];
for (const variant of VARIANTS.filter((v) => positionals.length === 0 || positionals.some((p) => v.name.includes(p)))) {
  const folder = variantFolder(python, maker, notices, variant);
  const tolerance = variant.ruled ? TOLERANCE.ruled : TOLERANCE.unruled;
  for (const ending of ['docx', 'pdf']) {
    const name = `${ending.toUpperCase()}, ${variant.name}`;
    const figures = await scoreFolder(tools, scorer, folder, `.${ending}`, missesOf(name));
    const cells = TYPES.map((type) => {
      const difference = f1(figures, type) - f1(plain, type);
      if (difference < -tolerance) below.push(`${name}: ${type} is ${(-difference).toFixed(3)} below`);
      return `${f1(figures, type).toFixed(3)} (${difference < -0.0005 ? '−' : '+'}${Math.abs(difference).toFixed(3)})`;
    });
    lines.push([name, ...cells]);
    console.error(lines.at(-1)?.join('  '));
  }
  const held = await heldIn(tools, notices, folder);
  inFile.push([`PDF, ${variant.name}`, ...HELD.map((type) => shareOf(held[type]))]);
}
console.log(table(['form', ...TYPES], lines));
console.log(`\nin the file: records of the TXT whose words the PDF holds, and the best f1 that they allow\n`);
console.log(table(['form', ...HELD], inFile));
console.log(
  `\nfurther below the TXT than ${TOLERANCE.ruled} with rules, ${TOLERANCE.unruled} without: ${below.length || 'none'}`,
);
for (const line of below) console.log(`  ${line}`);
process.exitCode = below.length > 0 ? 1 : 0;
