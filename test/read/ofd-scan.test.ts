import { describe, expect, it } from 'vitest';
import { InputRefused } from '../../pipeline/index.js';
import { turnOf } from '../../pipeline/read/image/turn.js';
import { EngineMissing, readDocument, type OcrEngine, type PageImage } from '../../pipeline/read/index.js';
import { documentSchema, type Document } from '../../schemas/document.js';
import { exif, picture } from '../support/pictures.js';
import { ofd, ofdText, type OfdSpec } from '../support/ofd.js';
import { texts } from './show.js';

const TITLE = '关于加快培育先进制造业集群的通知';
const SENTENCE =
  '各县（市、区）人民政府，市政府各部门，各有关单位要结合实际认真贯彻落实本方案提出的各项任务，不得延误，逐项抓好落实。';

/** An engine that finds one line, in characters of 40 pixels. */
const engine = (seen: PageImage[] = []): OcrEngine => ({
  ready: async () => await Promise.resolve('fake@1'),
  recognise: async (image) => {
    seen.push(image);
    return await Promise.resolve([{ text: TITLE, box: [200, 300, 200 + 40 * TITLE.length, 336], line: 0, confidence: 0.95 }]);
  },
});
const missing: OcrEngine = {
  ready: async () => await Promise.reject(new EngineMissing('the program tesseract is not installed', 'Install it.')),
  recognise: async () => await Promise.reject(new Error('not asked')),
};

const RESOURCES =
  '<MultiMedias><MultiMedia ID="3" Type="Image" Format="PNG"><MediaFile>scan.png</MediaFile></MultiMedia></MultiMedias>';
const whole = (ctm = '210 0 0 297 0 0', box = '0 0 210 297'): string =>
  `<ImageObject ID="7" Boundary="${box}" ResourceID="3" CTM="${ctm}"/>`;
const A4 = picture(1240, 1754);
const scan = (pages: readonly string[], file: Uint8Array | null = A4, more: Partial<OfdSpec> = {}): Uint8Array =>
  ofd({ pages, resources: RESOURCES, ...(file === null ? {} : { files: { 'Doc_0/Res/scan.png': file } }), ...more });
const read = (bytes: Uint8Array, ocr: OcrEngine | null): Promise<Document> => readDocument(bytes, '扫描.ofd', { ocr });

async function refused(bytes: Uint8Array, ocr: OcrEngine | null): Promise<string[]> {
  try {
    await read(bytes, ocr);
    return [];
  } catch (error) {
    if (error instanceof InputRefused) return [error.code, error.message, error.hint];
    throw error;
  }
}

describe('an OFD of pictures', () => {
  it('is read through the engine, which gets the picture as it is', async () => {
    const seen: PageImage[] = [];
    const document = await read(scan([whole(), whole()]), engine(seen));
    expect(texts(document)).toEqual([TITLE, TITLE]);
    expect(document.pageFacts.map(({ grade, ocr }) => [grade, ocr])).toEqual([
      ['image', 'fake@1'],
      ['image', 'fake@1'],
    ]);
    expect(document.warnings).toEqual([]);
    expect(seen.map(({ picture: bytes, dpi }) => [bytes.length, Math.round(dpi)])).toEqual([
      [A4.length, 150],
      [A4.length, 150],
    ]);
    expect(documentSchema.parse(document)).toEqual(document);
  });

  it('has the boxes of the page, not of the picture', async () => {
    const boxOf = async (content: string): Promise<unknown> => {
      const [block] = (await read(scan([content]), engine())).blocks;
      return block?.kind === 'table' ? null : block?.box?.map(Math.round);
    };
    const [left = 0, top = 0] = ((await boxOf(whole())) as number[] | null) ?? [];
    // a picture of the same size, 10 mm to the right and 20 mm down
    const shifted = (await boxOf(whole('210 0 0 297 0 0', '10 20 210 297'))) as number[] | null;
    expect([(shifted?.[0] ?? 0) - left, (shifted?.[1] ?? 0) - top]).toEqual([28, 57]);
  });

  it('may have pages with text too: those are left as they are', async () => {
    const document = await read(scan([ofdText(SENTENCE, [10, 40], 3), whole()]), engine());
    expect(document.pageFacts.map(({ grade, ocr }) => [grade, ocr])).toEqual([
      ['text', null],
      ['image', 'fake@1'],
    ]);
    expect(texts(document)).toEqual([SENTENCE, TITLE]);
  });

  it.each<[string, OcrEngine | null, RegExp, RegExp]>([
    ['without --ocr, with the word', null, /they are pictures$/, /--ocr/],
    ['without the program, with what to install', missing, /tesseract is not installed/, /Install it/],
  ])('is refused %s', async (_name, ocr, cause, hint) => {
    const [code, message, advice] = await refused(scan([whole()]), ocr);
    expect(code).toBe('needs_ocr');
    expect(message).toMatch(cause);
    expect(advice).toMatch(hint);
  });

  const half = whole('210 0 0 148 0 0', '0 0 210 148');
  const turned = new Uint8Array([...picture(1240, 1754, 'image/jpeg')]);
  const cases: [string, Uint8Array, RegExp][] = [
    ['in strips', scan([half + half.replace('0 0 210 148"', '0 148 210 149"')]), /several pictures/],
    ['upside down', scan([whole('-210 0 0 -297 210 297')]), /turned or mirrored/],
    ['on its side', scan([whole('0 297 -210 0 210 0')]), /turned or mirrored/],
    ['that is missing', scan([whole()], null), /missing/],
    ['of another kind', scan([whole()], new TextEncoder().encode('BM 123')), /neither PNG nor JPEG/],
    ['that is cut off', scan([whole()], A4.slice(0, 20)), /cut off/],
    ['that EXIF turns', scan([whole()], exif(turned, 6)), /EXIF/],
  ];
  it.each(cases)('with a picture %s is refused by the cause', async (_name, bytes, why) => {
    const [code, message] = await refused(bytes, engine());
    expect([code, message]).toEqual(['needs_ocr', expect.stringMatching(why)]);
  });

  it('a page that cannot be recognised is told where others are read', async () => {
    const document = await read(scan([ofdText(SENTENCE, [10, 40], 3), whole()], null), engine());
    expect(document.warnings.map(({ code, page }) => [code, page])).toEqual([
      ['ocr_not_run', 2],
      ['page_without_text', 2],
    ]);
  });
});

describe('what a JPEG says of its orientation', () => {
  const jpeg = picture(30, 20, 'image/jpeg');
  it.each<[string, Uint8Array, 'JPEG' | 'PNG', 'upright' | 'turned']>([
    ['nothing', jpeg, 'JPEG', 'upright'],
    ['upright', exif(jpeg, 1), 'JPEG', 'upright'],
    ['turned', exif(jpeg, 6), 'JPEG', 'turned'],
    ['flipped', exif(jpeg, 2), 'JPEG', 'turned'],
    ['in the other order of bytes', exif(jpeg, 8, true), 'JPEG', 'turned'],
    ['a value that is none', exif(jpeg, 77), 'JPEG', 'upright'],
    ['cut off', exif(jpeg, 6).slice(0, 20), 'JPEG', 'upright'],
    ['a PNG', picture(3, 3), 'PNG', 'upright'],
  ])('%s', (_name, bytes, kind, turn) => {
    expect(turnOf(bytes, kind)).toBe(turn);
  });

  it('refuses a photograph that is to be turned', async () => {
    const error = await readDocument(exif(picture(1240, 1754, 'image/jpeg'), 6), '照片.jpg', { ocr: engine() }).catch(
      (e: unknown) => e,
    );
    expect(error).toMatchObject({ code: 'unsupported', message: expect.stringContaining('EXIF') as unknown });
  });

  it('and a TIFF, by its kind', async () => {
    const tiff = new Uint8Array([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 0, 0]);
    const error = await readDocument(tiff, '扫描.tif', { ocr: engine() }).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'unsupported', message: expect.stringContaining('TIFF') as unknown });
  });
});
