import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadTools, runPipeline, type PipelineTools } from '../../pipeline/index.js';
import { difference, linesOf } from './records.js';

/** The samples in every form; another folder holds more of them, as their build script writes with --out. */
const folder = process.env['GONGBAO_FORMS'] ?? fileURLToPath(new URL('forms/', import.meta.url));
const samples = fileURLToPath(new URL('../../corpus/samples/', import.meta.url));

const files = readdirSync(folder).sort();
const stemOf = (file: string): string => file.slice(0, file.indexOf('.'));
/** The text that says all: merged cells written out in each row that they cover. */
const textOf = (stem: string): string => (files.includes(`${stem}.filled.txt`) ? `${stem}.filled.txt` : `${stem}.txt`);
const stems = [...new Set(files.map(stemOf))];

let tools: PipelineTools;
beforeAll(async () => {
  tools = await loadTools();
});
const read = async (path: string, file: string): Promise<string[]> =>
  linesOf(await runPipeline(readFileSync(join(path, file)), { path: file }, tools));

describe.each(stems)('%s gives the same records and ids from TXT and', (stem) => {
  let wanted: string[];
  beforeAll(async () => {
    wanted = await read(folder, textOf(stem));
  });

  it.each(files.filter((file) => stemOf(file) === stem && file !== textOf(stem)))('%s', async (file) => {
    expect(difference(wanted, await read(folder, file))).toEqual([]);
  });

  it.each(readdirSync(samples).filter((file) => stemOf(file) === stem))('the sample %s', async (file) => {
    expect(difference(wanted, await read(samples, file))).toEqual([]);
  });
});

describe('the comparison', () => {
  it('shows what is missing and what is too many', () => {
    expect(difference(['a', 'b', 'b'], ['b', 'c'])).toEqual(['- a', '- b', '+ c']);
  });

  it('covers every sample, and PDF of three producers', () => {
    expect(stems).toEqual([...new Set(readdirSync(samples).map(stemOf))].sort());
    for (const producer of ['libreoffice.pdf', 'chromium.pdf', 'pdfkit.pdf', 'npm.docx', 'python.docx', 'html'])
      expect(files.some((file) => file.endsWith(`.${producer}`))).toBe(true);
  });
});
