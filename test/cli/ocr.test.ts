import PDFKit from 'pdfkit';
import { createCanvas, GlobalFonts, type Canvas } from '@napi-rs/canvas';
import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Workplace } from './support/place.js';
import { gongbao } from './support/program.js';

/** The program is started for each call, on machines that have other things to do too. */
const TIMEOUT = 120_000;
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

async function pdf(name: string, pages: readonly ('text' | Canvas)[]): Promise<void> {
  const document = new PDFKit({ autoFirstPage: false, margin: 0 });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise((resolve) => document.on('end', resolve));
  for (const page of pages) {
    document.addPage({ size: 'A4' });
    if (page !== 'text') document.image(page.toBuffer('image/png'), 0, 0, { width: 595, height: 842 });
    else
      document.text('Guidelines for the advanced clusters of the whole province, first edition of the year.', 72, 72, {
        width: 400,
      });
  }
  document.end();
  await done;
  place.write(name, Buffer.concat(chunks));
}

const withStub = { PATH: `${place.at('bin')}:${process.env['PATH'] ?? ''}`, STUB_LANGUAGE: 'chi_sim' };
const ingest = (folder: string, store: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): string[] =>
  gongbao(['ingest', folder, '--store', store, ...args], { cwd: place.path, env }).notes;
const targetsOf = (store: string): unknown[] =>
  gongbao(['targets', '--jsonl', '--store', store], { cwd: place.path })
    .out.trim()
    .split('\n')
    .map((row): unknown => JSON.parse(row));
const marked = { value: 350000000000, reasons: expect.arrayContaining(['ocr_text']) as unknown };

describe('--ocr', { timeout: TIMEOUT }, () => {
  beforeAll(async () => {
    place.write('bin/tesseract', stub);
    chmodSync(place.at('bin/tesseract'), 0o755);
    const grey = createCanvas(20, 28);
    grey.getContext('2d').fillRect(0, 0, 5, 5);
    await pdf('in/text.pdf', ['text']);
    await pdf('in/scan.pdf', [grey]);
    await pdf('mixed/partly.pdf', ['text', grey]);
    place.write('in/photo.png', grey.toBuffer('image/png'));
  }, TIMEOUT);

  it('reads again what has pages to recognise, once, and nothing else; its records are marked', () => {
    const first = ingest('in', 'again.db', [], withStub);
    expect(first.at(-1)).toBe('1 stored, 0 unchanged, 2 refused');
    expect(first.join('\n')).toMatch(/refused in\/scan\.pdf: .*--ocr/);
    expect(first.join('\n')).toMatch(/refused in\/photo\.png: the file is a picture \(PNG\) \(.*--ocr/);
    const asked = ingest('in', 'again.db', ['--ocr'], withStub);
    expect(asked.at(-1)).toBe('2 stored, 1 unchanged, 0 refused');
    expect(asked.join('\n')).toContain('text.pdf: unchanged');
    expect(ingest('in', 'again.db', ['--ocr'], withStub).at(-1)).toBe('0 stored, 3 unchanged, 0 refused');
    const targets = targetsOf('again.db');
    expect(targets).toHaveLength(2);
    for (const target of targets) expect(target).toMatchObject(marked);
  });

  it('a file of which some pages are pictures is read without it, and again with it', () => {
    expect(ingest('mixed', 'mixed.db', [], withStub).at(-1)).toBe('1 stored, 0 unchanged, 0 refused');
    expect(ingest('mixed', 'mixed.db', ['--ocr'], withStub).at(-1)).toBe('1 stored, 0 unchanged, 0 refused');
    expect(targetsOf('mixed.db')).toMatchObject([marked]);
  });

  it.each<[string, NodeJS.ProcessEnv, RegExp]>([
    ['the program is missing', { PATH: place.at('empty') }, /tesseract is not installed.*tesseract-ocr-chi-sim/],
    ['its language is missing', { ...withStub, STUB_LANGUAGE: 'eng' }, /lacks the language chi_sim.*tesseract-ocr-chi-sim/],
  ])('read says what to install where %s', (_name, env, said) => {
    for (const file of ['in/scan.pdf', 'in/photo.png']) {
      const { code, out, notes } = gongbao(['read', file, '--ocr'], { cwd: place.path, env });
      expect({ code, out }).toEqual({ code: 3, out: '' });
      expect(notes).toHaveLength(1);
      expect(notes[0]).toMatch(said);
    }
  });

  it('a missing program is a finding where other pages are read', () => {
    expect(ingest('mixed', 'missing.db', ['--ocr'], { PATH: place.at('empty') }).at(-1)).toMatch(/^1 stored/);
    const { out } = gongbao(['findings', '--jsonl', '--store', 'missing.db'], { cwd: place.path });
    expect(out).toContain('ocr_missing');
  });

  it('read shows what was recognised', () => {
    const { code, out } = gongbao(['read', 'in/scan.pdf', '--ocr', '--json'], { cwd: place.path, env: withStub });
    expect(code).toBe(0);
    expect(out).toContain('突破3500亿元');
    expect(out).toContain('tesseract@9.9.9');
  });
});

const FONT = GlobalFonts.families.map(({ family }) => family).find((family) => /CJK|Source Han/.test(family));
const hasTesseract = /chi_sim/.test(spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' }).stdout);

describe.skipIf(!hasTesseract || FONT === undefined)('the tesseract program', { timeout: TIMEOUT }, () => {
  /** A sheet of A4 at 150 dots to the inch with one line. */
  const sheet = (): Canvas => {
    const canvas = createCanvas(1240, 1754);
    const context = canvas.getContext('2d');
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, 1240, 1754);
    context.fillStyle = '#000000';
    context.font = `36px "${FONT ?? ''}"`;
    context.fillText('到2028年，全市规模以上工业营业收入突破3500亿元。', 130, 300);
    return canvas;
  };
  const looked = z.object({
    document: z.object({
      format: z.string(),
      pageFacts: z.array(z.object({ grade: z.string(), ocr: z.string().nullable() })),
    }),
    text: z.string(),
  });

  it('recognises a scanned PDF and a picture, and what is read of them is marked', async () => {
    await pdf('real/scan.pdf', [sheet()]);
    place.write('real/photo.jpg', sheet().toBuffer('image/jpeg'));
    for (const [file, format] of [
      ['real/scan.pdf', 'pdf'],
      ['real/photo.jpg', 'image'],
    ] as const) {
      const { document, text } = looked.parse(JSON.parse(gongbao(['read', file, '--ocr', '--json'], { cwd: place.path }).out));
      expect(text).toMatch(/2028年.*3500亿元/s);
      expect(document).toMatchObject({
        format,
        pageFacts: [{ grade: 'image', ocr: expect.stringMatching(/^tesseract@\d/) as unknown }],
      });
    }
    expect(ingest('real', 'real.db', ['--ocr']).at(-1)).toBe('2 stored, 0 unchanged, 0 refused');
    const targets = targetsOf('real.db');
    expect(targets.length).toBeGreaterThan(0);
    for (const target of targets) expect(target).toMatchObject(marked);
    const confidence = z.object({ confidence: z.number().lt(1) });
    for (const target of targets) expect(confidence.safeParse(target).success).toBe(true);
  });

  it('a damaged picture is refused with what the program says of it', () => {
    place.write('cut.png', sheet().toBuffer('image/png').subarray(0, 200));
    const { code, notes } = gongbao(['read', 'cut.png', '--ocr'], { cwd: place.path });
    expect(code).toBe(3);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(/^refused cut\.png: the file is a picture \(PNG\), and text recognition/);
  });
});
