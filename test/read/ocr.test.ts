import PDFKit from 'pdfkit';
import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { wordsOfTsv } from '../../pipeline/engines/tesseract-tsv.js';
import { EngineMissing, readDocument, type OcrEngine, type PageImage, type RecognisedWord } from '../../pipeline/read/index.js';
import { mendedWords } from '../../pipeline/read/ocr/mend.js';
import { reflow } from '../../pipeline/reflow/index.js';
import { segment } from '../../pipeline/segment/index.js';
import { documentSchema, type Document } from '../../schemas/document.js';
import { recordsOf } from '../support/documents.js';
import { rows, texts } from './show.js';

interface Page {
  /** points; a picture over the whole page unless told otherwise */
  size?: [number, number];
  picture?: 'whole' | 'small' | 'none';
  words?: string;
}

/** Pages with a picture of one colour: what it shows is the engine's to say. */
async function scanned(pages: readonly Page[]): Promise<Uint8Array> {
  const canvas = createCanvas(20, 28);
  canvas.getContext('2d').fillStyle = '#eeeeee';
  canvas.getContext('2d').fillRect(0, 0, 20, 28);
  const png = canvas.toBuffer('image/png');
  const pdf = new PDFKit({ autoFirstPage: false, margin: 0 });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise((resolve) => pdf.on('end', resolve));
  for (const { size = [595, 842], picture = 'whole', words = '' } of pages) {
    pdf.addPage({ size, margin: 0 });
    if (picture === 'whole') pdf.image(png, 0, 0, { width: size[0], height: size[1] });
    if (picture === 'small') pdf.image(png, 400, 700, { width: 60, height: 84 });
    if (words !== '') pdf.fontSize(12).text(words, 72, 72, { width: 450 });
  }
  pdf.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}

/** Words of one line at 300 dots to the inch: 50 pixels a character, in rows 75 pixels apart. */
function line(number: number, words: readonly (readonly [x: number, text: string])[], confidence = 0.95): RecognisedWord[] {
  const top = 300 + 75 * number;
  return words.map(([x, text]) => ({ text, box: [x, top, x + 48 * text.length, top + 45], line: number, confidence }));
}

function engine(words: readonly RecognisedWord[], seen: PageImage[] = []): OcrEngine {
  return {
    ready: async () => await Promise.resolve('fake@1'),
    recognise: async (image) => {
      seen.push(image);
      return await Promise.resolve(Array.from(words));
    },
  };
}

const missing: OcrEngine = {
  ready: async () => await Promise.reject(new EngineMissing('the program tesseract is not installed', 'Install it.')),
  recognise: async () => await Promise.reject(new Error('not asked')),
};

const NOTICE = line(1, [[300, '关于加快培育先进制造业集群的通知']]);
const ENGLISH = 'Guidelines for the clusters of the province, first edition, with all that belongs to them.';
const read = async (pages: readonly Page[], ocr: OcrEngine | null = null): Promise<Document> =>
  await readDocument(await scanned(pages), 'scan.pdf', { ocr });
const codes = (document: Document): (string | number | null)[][] => document.warnings.map(({ code, page }) => [code, page]);

describe('page grades', () => {
  it.each<[string, Page, string, string[]]>([
    ['text', { words: ENGLISH, picture: 'none' }, 'text', []],
    ['text on a picture', { words: ENGLISH }, 'text', []],
    ['a title page', { words: 'Annex 1', picture: 'none' }, 'sparse', []],
    ['a title and a small picture', { words: 'Annex 1', picture: 'small' }, 'sparse', []],
    ['a caption on a picture', { words: 'Scanned in the year 2026 at hall 5' }, 'sparse', ['picture_page']],
    ['a picture with a number', { words: '- 2 -' }, 'image', ['picture_page']],
    ['a picture', {}, 'image', ['page_without_text']],
    ['nothing', { picture: 'none' }, 'sparse', []],
  ])('%s', async (_name, page, grade, warnings) => {
    const document = await read([{ words: ENGLISH, picture: 'none' }, page]);
    expect(document.pageFacts[1]).toEqual({ page: 2, width: 595, height: 842, grade, ocr: null });
    expect(codes(document)).toEqual(warnings.map((code) => [code, 2]));
    expect(documentSchema.parse(document)).toEqual(document);
  });
});

describe('recognition', () => {
  it('reads pages that are pictures, and those only', async () => {
    const seen: PageImage[] = [];
    const document = await read([{ words: ENGLISH, picture: 'none' }, {}], engine(NOTICE, seen));
    expect(texts(document).at(-1)).toBe('关于加快培育先进制造业集群的通知');
    expect(document.pageFacts.map(({ grade, ocr }) => [grade, ocr])).toEqual([
      ['text', null],
      ['image', 'fake@1'],
    ]);
    expect(document.warnings).toEqual([]);
    expect(seen.map(({ dpi }) => dpi)).toEqual([300]);
    const block = document.blocks.at(-1);
    expect(block?.kind === 'table' ? null : block?.box?.map(Math.round)).toEqual([72, 89, 256, 101]);
  });

  it('finds columns and tables in what was recognised', async () => {
    const table = [
      ['序号', '项目名称', '总投资'],
      ['1', '铜板带项目', '128000'],
      ['2', '显示模组线', '96500'],
      ['3', '铜箔扩建', '210000'],
    ];
    const words = table.flatMap((cells, r) =>
      line(
        r,
        cells.map((cell, c) => [300 + 600 * c, cell] as const),
      ),
    );
    const document = await read([{}], engine(words));
    expect(rows(document.blocks[0])).toEqual(table);
  });

  it.each([
    ['a line of its own', 1500, -2],
    ['right above the column of the amounts', 1500, -1],
    ['over the head’s first column', 300, -1],
  ])('a unit that stands above a table as %s is the unit of its amounts', async (_name, x, row) => {
    const table = [
      ['序号', '项目名称', '总投资'],
      ['1', '铜板带项目', '128000'],
      ['2', '显示模组线', '96500'],
      ['3', '铜箔扩建', '210000'],
    ];
    const body = table.flatMap((cells, r) =>
      line(
        r + 4,
        cells.map((cell, c) => [300 + 600 * c, cell] as const),
      ),
    );
    const words = [...line(0, [[700, '重点项目清单']]), ...line(row + 4, [[x, '单位:万元']]), ...body];
    const document = await read([{}], engine(words));
    const projects = segment(reflow(document)).flatMap(({ notice }) => recordsOf(notice).projects);
    expect(projects.map(({ name, investment_cny }) => [name, investment_cny])).toEqual([
      ['铜板带项目', 1_280_000_000],
      ['显示模组线', 965_000_000],
      ['铜箔扩建', 2_100_000_000],
    ]);
  });

  it('keeps the order of words whose boxes overlap', async () => {
    const words = line(0, [
      [300, '到'],
      [345, '2028'],
      [400, '年'],
      [500, '建成'],
    ]);
    expect(texts(await read([{}], engine(words)))).toEqual(['到2028年建成']);
  });

  it('says what to install where the engine is missing', async () => {
    const partly = await read([{ words: ENGLISH, picture: 'none' }, {}, {}], missing);
    expect(codes(partly)).toEqual([
      ['ocr_missing', null],
      ['page_without_text', 2],
      ['page_without_text', 3],
    ]);
    await expect(read([{}], missing)).rejects.toMatchObject({ code: 'needs_ocr', hint: 'Install it.' });
  });

  it('is named where nobody asked for it', async () => {
    await expect(read([{}])).rejects.toMatchObject({
      code: 'needs_ocr',
      hint: expect.stringMatching(/--ocr.*tesseract-ocr-chi-sim/) as string,
    });
  });

  it('a page that it fails at is told, and the others go on', async () => {
    let asked = 0;
    const failing: OcrEngine = {
      ...engine(NOTICE),
      recognise: async () => ((asked += 1) === 1 ? await Promise.reject(new Error('too slow')) : await Promise.resolve(NOTICE)),
    };
    const document = await read([{}, {}], failing);
    expect(codes(document)).toEqual([
      ['ocr_not_run', 1],
      ['page_without_text', 1],
    ]);
    expect(document.pageFacts.map(({ ocr }) => ocr)).toEqual([null, 'fake@1']);
  });

  it('a page that it finds nothing on counts as recognised', async () => {
    const document = await read([{ words: ENGLISH, picture: 'none' }, {}], engine([]));
    expect(codes(document)).toEqual([['ocr_no_text', 2]]);
    await expect(read([{}], engine([]))).rejects.toMatchObject({ code: 'no_text' });
  });

  it('a page that it is hardly sure of is told', async () => {
    expect(codes(await read([{}], engine(line(0, [[300, '关于印发方案的通知']], 0.5))))).toEqual([['ocr_unsure', 1]]);
  });

  it('a page with text of its own keeps it where no more is recognised', async () => {
    const page: Page = { words: 'Scanned in the year 2026 at hall 5' };
    expect(texts(await read([page], engine(line(0, [[300, '扫描']]))))).toEqual(['Scanned in the year 2026 at hall 5']);
    const more = line(0, [[300, '关于加快培育先进制造业集群的通知'.repeat(5)]]);
    expect(texts(await read([page], engine(more)))).toHaveLength(1);
    expect(texts(await read([page], engine(more)))[0]).toContain('先进制造业集群');
  });

  it('draws a large page with fewer dots', async () => {
    const seen: PageImage[] = [];
    await read([{ size: [2384, 3370] }], engine(NOTICE, seen));
    expect(seen[0]?.dpi).toBeLessThan(120);
    expect(seen[0]?.dpi).toBeGreaterThan(110);
  });
});

describe('what engines take for something else', () => {
  it.each<[string, string]>([
    ['2026一2028年', '2026—2028年'],
    ['统一2项', '统一2项'],
    ['〈市、区)人民政府', '（市、区)人民政府'],
    ['〈办法〉', '〈办法〉'],
    ['| 128000', '  128000'],
  ])('%s', (from, to) => {
    const words = Array.from(from).map((text): RecognisedWord => ({ text, box: [0, 0, 1, 1], line: 0, confidence: 1 }));
    expect(
      mendedWords(words)
        .map((word) => word.text)
        .join(''),
    ).toBe(to);
  });
});

describe("tesseract's table of words", () => {
  it('gives words with their lines and boxes, and passes over all else', () => {
    const tsv = [
      'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext',
      '1\t1\t0\t0\t0\t0\t0\t0\t2481\t3508\t-1\t',
      '5\t1\t1\t1\t1\t1\t312\t468\t156\t60\t96.5\t附件',
      '5\t1\t1\t1\t1\t2\t480\t464\t28\t62\t-3\t1',
      '5\t1\t2\t1\t1\t1\t10\t10\t5\t5\t95\t ',
      '5\t1\t3\t1\t1\t1\t647\t646\t233\t86\t95\t先进',
      'broken\trow',
    ].join('\n');
    expect(wordsOfTsv(tsv)).toEqual([
      { text: '附件', box: [312, 468, 468, 528], line: 0, confidence: 0.965 },
      { text: '1', box: [480, 464, 508, 526], line: 0, confidence: 0 },
      { text: '先进', box: [647, 646, 880, 732], line: 2, confidence: 0.95 },
    ]);
    expect(wordsOfTsv('')).toEqual([]);
  });
});
