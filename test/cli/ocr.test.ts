import PDFKit from 'pdfkit';
import { createCanvas } from '@napi-rs/canvas';
import { chmodSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { Workplace } from './support/place.js';
import { gongbao } from './support/program.js';

const place = new Workplace();

/** In place of the program: it finds one sentence on every page. The language that it has is in the environment. */
const stub = `#!${process.execPath}
const args = process.argv.slice(2);
if (args[0] === '--version') console.log('tesseract 9.9.9');
else if (args[0] === '--list-langs') console.log('List of available languages (1):\\n' + process.env.STUB_LANGUAGE);
else {
  process.stdin.resume().on('end', () => {
    console.log('5\\t1\\t1\\t1\\t1\\t1\\t300\\t300\\t1400\\t45\\t95\\t到2028年，全市规模以上工业营业收入突破3500亿元。');
  });
}
`;

async function pdf(name: string, pages: readonly ('text' | 'picture')[]): Promise<void> {
  const canvas = createCanvas(20, 28);
  canvas.getContext('2d').fillRect(0, 0, 5, 5);
  const document = new PDFKit({ autoFirstPage: false, margin: 0 });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise((resolve) => document.on('end', resolve));
  for (const page of pages) {
    document.addPage({ size: 'A4' });
    if (page === 'picture') document.image(canvas.toBuffer('image/png'), 0, 0, { width: 595, height: 842 });
    else
      document.text('Guidelines for the advanced clusters of the whole province, first edition of the year.', 72, 72, {
        width: 400,
      });
  }
  document.end();
  await done;
  place.write(`in/${name}`, Buffer.concat(chunks));
}

const withStub = { PATH: `${place.at('bin')}:${process.env['PATH'] ?? ''}`, STUB_LANGUAGE: 'chi_sim' };
const without = { PATH: place.at('empty') };
const ingest = (store: string, args: readonly string[], env: NodeJS.ProcessEnv): string[] =>
  gongbao(['ingest', 'in', '--store', store, ...args], { cwd: place.path, env }).notes;

describe('ingest --ocr', () => {
  beforeAll(async () => {
    place.write('bin/tesseract', stub);
    chmodSync(place.at('bin/tesseract'), 0o755);
    await pdf('text.pdf', ['text']);
    await pdf('partly.pdf', ['text', 'picture']);
    await pdf('scan.pdf', ['picture']);
  });

  it('reads again what has pages to recognise, once, and nothing else', () => {
    const first = ingest('again.db', [], withStub);
    expect(first.at(-1)).toBe('2 stored, 0 unchanged, 1 refused');
    expect(first.join('\n')).toMatch(/refused in\/scan\.pdf: .*--ocr/);
    const asked = ingest('again.db', ['--ocr'], withStub);
    expect(asked.at(-1)).toBe('2 stored, 1 unchanged, 0 refused');
    expect(asked.join('\n')).toContain('text.pdf: unchanged');
    expect(ingest('again.db', ['--ocr'], withStub).at(-1)).toBe('0 stored, 3 unchanged, 0 refused');
  });

  it('marks records of recognised text, and lowers their confidence', () => {
    ingest('marked.db', ['--ocr'], withStub);
    const { out } = gongbao(['targets', '--jsonl', '--store', 'marked.db'], { cwd: place.path });
    const targets = out
      .trim()
      .split('\n')
      .map((row): unknown => JSON.parse(row));
    expect(targets).toHaveLength(2);
    for (const target of targets)
      expect(target).toMatchObject({ value: 350000000000, reasons: expect.arrayContaining(['ocr_text']) as unknown });
  });

  it.each<[string, NodeJS.ProcessEnv, RegExp]>([
    ['the program is missing', without, /tesseract is not installed.*tesseract-ocr-chi-sim/],
    ['its language is missing', { ...withStub, STUB_LANGUAGE: 'eng' }, /lacks the language chi_sim.*tesseract-ocr-chi-sim/],
  ])('says what to install where %s', (name, env, said) => {
    const store = `${name.replace(/\W/g, '')}.db`;
    const notes = ingest(store, ['--ocr'], env);
    expect(notes.join('\n')).toMatch(said);
    expect(notes.at(-1)).toBe('2 stored, 0 unchanged, 1 refused');
    const { out } = gongbao(['findings', '--jsonl', '--store', store], { cwd: place.path });
    expect(out).toContain('ocr_missing');
  });
});
