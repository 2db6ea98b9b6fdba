#!/usr/bin/env node
// Makes corpus/samples and their gold files from `source/`:
//
//   node corpus/sample-sources/build/build.mjs [STEM ...]
//
// PDF needs the Noto CJK fonts (Debian: fonts-noto-cjk); GONGBAO_FONT_DIR names another folder that holds them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { plain } from './blocks.mjs';
import { verify } from './check.mjs';
import { docx } from './docx.mjs';
import { layOut } from './gold.mjs';
import { pdf } from './pdf.mjs';

const here = join(dirname(fileURLToPath(import.meta.url)), '..');

const txt = async ({ text }) => Buffer.from(text, 'utf8');
const gb18030 = async ({ text }) => iconv.encode(text, 'gb18030');

const SAMPLES = {
  'clusters.txt': txt, 'web-capture.txt': txt, 'joint.txt': gb18030, 'plan.docx': docx, 'figures.docx': docx, 'projects.pdf': pdf,
  'gazette.pdf': pdf,
};

const wanted = process.argv.slice(2);
mkdirSync(join(here, 'gold'), { recursive: true });
for (const [file, make] of Object.entries(SAMPLES)) {
  const stem = file.replace(/\.\w+$/, '');
  if (wanted.length && !wanted.includes(stem)) continue;
  const source = await import(`../source/${stem}.mjs`);
  const { default: gold } = await import(`../source/gold/${stem}.mjs`);
  const strays = verify(gold, source.blocks ? plain(source.blocks) : (source.plain ?? source.text));
  if (strays.length) {
    console.error(`${file}: not in the source\n  ${strays.join('\n  ')}`);
    process.exitCode = 1;
  }
  const bytes = await make(source);
  writeFileSync(join(here, '..', 'samples', file), bytes);
  writeFileSync(join(here, 'gold', `${stem}.json`), layOut(gold));
  console.log(`${file}  ${Math.ceil(bytes.length / 1024)} kB`);
}
