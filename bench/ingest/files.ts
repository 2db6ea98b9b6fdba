import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asDocx } from './docx.js';
import { noticeOf } from './notice.js';
import { asPdf } from './pdf.js';
import { textOf, type Sheet } from './sheet.js';

export const FORMATS = ['txt', 'docx', 'pdf'] as const;
export type Format = (typeof FORMATS)[number];

const MAKERS: Record<Format, (sheet: Sheet) => Uint8Array | Promise<Uint8Array>> = {
  txt: (sheet) => new TextEncoder().encode(textOf(sheet)),
  docx: asDocx,
  pdf: asPdf,
};

/** Made files stay in the temporary folder, under the print of what makes them: setting a PDF takes longer than reading it. */
export const made = join(tmpdir(), 'gongbao-bench', printOf(['notice', 'words', 'sheet', 'docx', 'pdf']));

function printOf(names: readonly string[]): string {
  const print = createHash('sha256');
  for (const name of names) print.update(readFileSync(fileURLToPath(new URL(`${name}.ts`, import.meta.url))));
  return print.digest('hex').slice(0, 12);
}

/** The path of the notice of a seed in one format, made where it is not there yet; `length` in characters, else as archives have them. */
export async function noticeFile(format: Format, seed: number, length?: number): Promise<string> {
  const path = join(made, `${seed}${length === undefined ? '' : `-${length}`}.${format}`);
  if (existsSync(path)) return path;
  const bytes = await MAKERS[format](noticeOf(seed, length));
  mkdirSync(made, { recursive: true });
  writeFileSync(`${path}.${process.pid}`, bytes);
  renameSync(`${path}.${process.pid}`, path);
  return path;
}

/** The notices of the seeds from `first` on. */
export async function noticeFiles(format: Format, count: number, first = 1): Promise<string[]> {
  const paths: string[] = [];
  for (let seed = first; seed < first + count; seed += 1) paths.push(await noticeFile(format, seed));
  return paths;
}
