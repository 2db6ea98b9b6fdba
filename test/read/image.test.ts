import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { EngineMissing, readDocument, type OcrEngine, type PageImage, type RecognisedWord } from '../../pipeline/read/index.js';
import { declaredSize, pictureKind } from '../../pipeline/read/image/size.js';
import { documentSchema, type Document } from '../../schemas/document.js';
import { refusal, rows, texts } from './show.js';

type Kind = 'image/png' | 'image/jpeg';

function picture(width: number, height: number, kind: Kind = 'image/png'): Uint8Array {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#dddddd';
  context.fillRect(0, 0, width / 2, height / 2);
  return new Uint8Array(kind === 'image/png' ? canvas.toBuffer('image/png') : canvas.toBuffer('image/jpeg'));
}

const word = (line: number, x: number, text: string): RecognisedWord => ({
  text,
  box: [x, 300 + 75 * line, x + 48 * text.length, 345 + 75 * line],
  line,
  confidence: 0.95,
});

const engine = (words: readonly RecognisedWord[], seen: PageImage[] = []): OcrEngine => ({
  ready: async () => await Promise.resolve('fake@1'),
  recognise: async (image) => {
    seen.push(image);
    return await Promise.resolve(Array.from(words));
  },
});
const TITLE = [word(0, 300, '关于加快培育先进制造业集群的通知')];
const read = async (bytes: Uint8Array, ocr: OcrEngine | null): Promise<Document> =>
  await readDocument(bytes, '扫描.png', { ocr });

describe('pictures of pages', () => {
  it.each<Kind>(['image/png', 'image/jpeg'])('%s is a document of one page that was recognised', async (kind) => {
    const document = await read(picture(1240, 1754, kind), engine(TITLE));
    expect(texts(document)).toEqual(['关于加快培育先进制造业集群的通知']);
    expect(document).toMatchObject({ format: 'image', pages: 1, warnings: [] });
    const [facts] = document.pageFacts;
    expect(facts).toMatchObject({ page: 1, grade: 'image', ocr: 'fake@1' });
    expect([facts?.width, facts?.height].map((points) => Math.round(points ?? 0))).toEqual([595, 842]);
    const [block] = document.blocks;
    expect(block?.kind === 'table' ? null : block?.box?.map(Math.round)).toEqual([144, 143, 513, 167]);
    expect(documentSchema.parse(document)).toEqual(document);
  });

  it('tables are found in it', async () => {
    const table = [
      ['序号', '项目名称', '总投资'],
      ['1', '铜板带项目', '128000'],
      ['2', '显示模组线', '96500'],
      ['3', '铜箔扩建', '210000'],
    ];
    const words = table.flatMap((cells, r) => cells.map((cell, c) => word(r, 300 + 600 * c, cell)));
    expect(rows((await read(picture(1240, 1754), engine(words))).blocks[0])).toEqual(table);
  });

  it.each<[string, [number, number], number, [number, number]]>([
    ['an upright scan', [1240, 1754], 150, [595, 842]],
    ['a lying one', [1754, 1240], 150, [842, 595]],
    ['a small one', [400, 500], 48, [595, 744]],
  ])('%s goes to the engine as it is, taken for a sheet as wide as A4', async (_name, size, dpi, points) => {
    const seen: PageImage[] = [];
    const bytes = picture(...size);
    const document = await read(bytes, engine(TITLE, seen));
    expect(seen.map((image) => [image.picture, Math.round(image.dpi)])).toEqual([[bytes, dpi]]);
    const [facts] = document.pageFacts;
    expect([facts?.width, facts?.height].map((side) => Math.round(side ?? 0))).toEqual(points);
  });
});

describe('what is refused', () => {
  const good = picture(100, 140);
  it('a picture where nobody asked for recognition, with the option that does', async () => {
    await expect(read(good, null)).rejects.toMatchObject({
      code: 'needs_ocr',
      message: 'the file is a picture (PNG)',
      hint: expect.stringMatching(/--ocr.*tesseract-ocr-chi-sim/) as string,
    });
  });

  it('one where the engine is missing, with what to install', async () => {
    const missing: OcrEngine = {
      ...engine([]),
      ready: async () => await Promise.reject(new EngineMissing('the program tesseract is not installed', 'Install it.')),
    };
    await expect(read(good, missing)).rejects.toMatchObject({ code: 'needs_ocr', hint: 'Install it.' });
  });

  it('one with nothing on it, and one that the engine fails at', async () => {
    await expect(read(good, engine([]))).rejects.toMatchObject({ code: 'no_text' });
    const failing: OcrEngine = { ...engine([]), recognise: async () => await Promise.reject(new Error('too slow')) };
    await expect(read(good, failing)).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringContaining('too slow') as string,
    });
  });

  it.each<[string, Uint8Array]>([
    ['a PNG cut off in its head', good.slice(0, 20)],
    ['a PNG without a size', good.map((byte, at) => (at >= 16 && at < 24 ? 0 : byte))],
    ['a JPEG without a frame', Uint8Array.from([0xff, 0xd8, 0xff, 0xda, 0, 2, 1, 2, 3, 4, 5, 6])],
    ['a JPEG cut off in a segment', picture(100, 140, 'image/jpeg').slice(0, 30)],
  ])('%s is damaged', async (_name, bytes) => {
    await expect(read(bytes, engine(TITLE))).rejects.toMatchObject({ code: 'damaged' });
  });

  it('one that declares more pixels than the bound, before it is unpacked', async () => {
    const bomb = Uint8Array.from(good);
    new DataView(bomb.buffer).setUint32(16, 60_000);
    new DataView(bomb.buffer).setUint32(20, 60_000);
    await expect(read(bomb, engine(TITLE))).rejects.toMatchObject({
      code: 'too_large',
      message: expect.stringContaining('picturePixels') as string,
    });
  });

  it.each<[string, readonly number[]]>([
    ['a GIF', [0x47, 0x49, 0x46, 0x38, 0x39, 0x61]],
    ['a TIFF', [0x49, 0x49, 0x2a, 0x00, 8, 0, 0, 0]],
  ])('%s', async (_name, bytes) => {
    expect(await refusal(Uint8Array.from(bytes), 'a.png')).toBe('unsupported');
  });
});

describe('sizes of pictures', () => {
  it('are read from the frame, whatever segments stand before it', () => {
    const jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xff, 0xc4, 0, 3, 0, 0xff, 0xc2, 0, 17, 8, 0, 200, 1, 44, 3];
    expect(declaredSize(Uint8Array.from(jpeg), 'JPEG')).toEqual([300, 200]);
    expect(pictureKind(Uint8Array.from(jpeg))).toBe('JPEG');
  });
});
