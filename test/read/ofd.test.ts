import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadTools, rerun } from '../../pipeline/index.js';
import { readDocument } from '../../pipeline/read/index.js';
import type { Document } from '../../schemas/index.js';
import { ofd, ofdImage, ofdRule, ofdText, PLAIN, STYLES, type OfdSpec } from '../support/ofd.js';
import { setAsOfd } from '../support/ofd-setting.js';
import { refusal, rows, tables, texts } from './show.js';

const read = (spec: OfdSpec): Promise<Document> => readDocument(ofd(spec), 'a.ofd');
const SENTENCE = '各县（市、区）人民政府，市政府各部门，各有关单位要结合实际认真贯彻落实本方案提出的各项任务。';

/** A table of two columns and two rows with its rules. */
const table = [
  ...[60, 70, 80].map((y) => ofdRule([30, y], [130, y])),
  ...[30, 60, 130].map((x) => ofdRule([x, 60], [x, 80])),
  ofdText('序号', [32, 67], 4),
  ofdText('项目名称', [62, 67], 4),
  ofdText('1', [32, 77], 4),
  ofdText('铜箔生产项目', [62, 77], 4),
].join('');

describe('text', () => {
  const code = (attributes: string, text: string): string =>
    `<TextObject ID="1" Boundary="30 30 160 40" Font="2" Size="4"><TextCode ${attributes}>${text}</TextCode></TextObject>`;
  it.each<[string, string, string[]]>([
    ['steps repeated', code('X="0" Y="4" DeltaX="g 3 4"', '关于印发'), ['关于印发']],
    ['steps listed', code('X="0" Y="4" DeltaX="4 4 4"', '关于印发'), ['关于印发']],
    ['fewer steps than characters: the last goes on', code('X="0" Y="4" DeltaX="4"', '关于印发'), ['关于印发']],
    ['no steps', code('X="0" Y="4"', '关于印发2025年'), ['关于印发2025年']],
    ['several lines in one', code('X="0" Y="4" DeltaX="4 -4 4" DeltaY="0 8 0"', '甲乙丙丁'), ['甲乙', '丙丁']],
    ['laid out over lines of XML', code('X="0" Y="4" DeltaX="g 3 4"', '\n  关于印发\n'), ['关于印发']],
    ['characters apart', ofdText('通知', [30, 34], 4, PLAIN, { spread: 4 }), ['通知']],
    [
      'not visible',
      ofdText('通知', [30, 34], 4, PLAIN, { attributes: ' Visible="false"' }) + code('X="0" Y="20"', '正文'),
      ['正文'],
    ],
    ['inside a block', `<PageBlock ID="3">${code('X="0" Y="4"', '正文')}</PageBlock>`, ['正文']],
    [
      'one glyph for two characters',
      `<TextObject ID="1" Boundary="30 30 99 9" Font="2" Size="4"><CGTransform CodePosition="0" CodeCount="2" GlyphCount="1"><Glyphs>9</Glyphs></CGTransform><TextCode X="0" Y="4" DeltaX="2">fi2</TextCode></TextObject>`,
      ['fi2'],
    ],
  ])('%s', async (_name, content, expected) => {
    expect(texts(await read({ pages: [content] }))).toEqual(expected);
  });
});

describe('pages', () => {
  it('tables come through the same finder as those of a PDF, with boxes', async () => {
    const document = await read({ pages: [table] });
    expect(rows(tables(document)[0])).toEqual([
      ['序号', '项目名称'],
      ['1', '铜箔生产项目'],
    ]);
    expect(tables(document)[0]?.cells[0]).toMatchObject({ page: 1 });
    expect(document.pageFacts).toMatchObject([{ page: 1, ocr: null }]);
    expect(document.pageFacts[0]?.width).toBeCloseTo(595.28, 1);
  });
  it('text of templates and composite objects is text of the page', async () => {
    const template = ofdText('抚河市人民政府文件', [60, 40], 8);
    const resources = `<CompositeGraphicUnits><CompositeGraphicUnit ID="50" Width="99" Height="9"><Content>${ofdText('主动公开', [0, 8], 4)}</Content></CompositeGraphicUnit></CompositeGraphicUnits>`;
    const used = '<CompositeObject ID="4" Boundary="30 80 99 9" ResourceID="50"/>';
    expect(texts(await read({ pages: [used], template, resources }))).toEqual(['抚河市人民政府文件', '主动公开']);
  });
  it('a composite object that holds itself ends', async () => {
    const self = '<CompositeObject ID="4" Boundary="0 0 9 9" ResourceID="50"/>';
    const resources = `<CompositeGraphicUnits><CompositeGraphicUnit ID="50"><Content>${self}${self}</Content></CompositeGraphicUnit></CompositeGraphicUnits>`;
    expect(texts(await read({ pages: [self + ofdText('正文', [30, 40], 4)], resources }))).toEqual(['正文']);
  });
  it('annotations, attachments and signatures are told and left out', async () => {
    const document = await read({
      pages: [ofdText(SENTENCE.slice(0, 28), [28, 40], 5)],
      root: '<Annotations>Annots/Annotations.xml</Annotations><Attachments>Attachs/Attachments.xml</Attachments>',
      entrance: '<Signatures>/Doc_0/Signs/Signatures.xml</Signatures>',
      parts: {
        'Doc_0/Annots/Annotations.xml':
          '<Annotations><Page PageID="100"><FileLoc>Page_0/Annotation.xml</FileLoc></Page></Annotations>',
        'Doc_0/Annots/Page_0/Annotation.xml': `<PageAnnot><Annot ID="1" Type="Stamp"><Appearance Boundary="0 0 9 9">${ofdText('专用章', [9, 9], 4)}</Appearance></Annot></PageAnnot>`,
        'Doc_0/Attachs/Attachments.xml': '<Attachments><Attachment ID="1" Name="清单.xlsx"/></Attachments>',
        'Doc_0/Signs/Signatures.xml': '<Signatures><Signature ID="1"/></Signatures>',
      },
    });
    expect(texts(document)).toEqual([SENTENCE.slice(0, 28)]);
    expect(document.warnings.map(({ code, detail }) => [code, detail])).toEqual([
      ['annotations_left_out', '专用章'],
      ['attachments_left_out', '清单.xlsx'],
      ['signatures_not_checked', '1 signatures or seals were not checked'],
    ]);
  });
});

describe('what is refused', () => {
  const text = ofdText('正文', [30, 40], 4);
  it.each<[string, Uint8Array, string]>([
    ['pictures only', ofd({ pages: [ofdImage('0 0 210 297')] }), 'needs_ocr'],
    ['empty pages', ofd({ pages: [''] }), 'empty'],
    ['no page', ofd({ pages: [] }), 'empty'],
    ['encrypted', ofd({ pages: [text], parts: { 'Encryptions.xml': '<Encryptions/>' } }), 'encrypted'],
    ['no document', ofd({ pages: [text], parts: { 'OFD.xml': '<OFD/>' } }), 'damaged'],
    ['broken XML', ofd({ pages: [text], parts: { 'Doc_0/Document.xml': '<Document>' } }), 'damaged'],
    ['nested past the bound', ofd({ pages: ['<PageBlock>'.repeat(300) + '</PageBlock>'.repeat(300)] }), 'too_large'],
  ])('%s', async (_name, bytes, code) => {
    expect(await refusal(bytes, 'a.ofd')).toBe(code);
  });
});

describe('a notice gives the same from TXT and OFD', () => {
  /** Records and ids, apart from pages and offsets. */
  const made = async (document: Document): Promise<unknown> => {
    const { notices } = rerun(document, { path: 'a', file: 'a', sha256: '', bytes: 0 }, await loadTools());
    const apart = new Set(['start', 'end', 'page', 'evidence', 'quote']);
    const text = JSON.stringify(
      notices.map(({ identity, head, records }) => ({ identity, title: head.title, issued_on: head.issued_on, records })),
      (key: string, value: unknown) => (apart.has(key) ? undefined : value),
    );
    return JSON.parse(text) as unknown;
  };
  const samples = ['clusters', 'joint', 'web-capture'];
  it.each(samples.flatMap((sample) => Object.keys(STYLES).map((style) => [sample, style] as const)))(
    '%s, %s',
    async (sample, style) => {
      const txt = await readDocument(readFileSync(`corpus/samples/${sample}.txt`), 'a.txt');
      const set = await readDocument(setAsOfd(txt, STYLES[style]), 'a.ofd');
      expect(set.pages).toBeGreaterThan(1);
      expect(await made(set)).toEqual(await made(txt));
    },
  );
});

it('any change of bytes is read or refused', async () => {
  const seed = ofd({ pages: [table] });
  const change = fc.record({ at: fc.nat(seed.length - 1), put: fc.uint8Array({ maxLength: 8 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      const bytes = [...seed];
      for (const { at, put } of changes) bytes.splice(at, put.length, ...put);
      await refusal(Uint8Array.from(bytes), 'a.ofd');
    }),
    { numRuns: 80, seed: 1 },
  );
  const page = fc.string({
    unit: fc.constantFrom(
      '<TextObject Size="4" Boundary="0 0 9">',
      '</TextObject>',
      '<TextCode DeltaX="g 1e9 4 g">甲</TextCode>',
      '<PathObject CTM="1 x" Boundary="NaN"><AbbreviatedData>M 1 L C A 1 S</AbbreviatedData></PathObject>',
    ),
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(page, async (content) => {
      await refusal(ofd({ pages: [content] }), 'a.ofd');
    }),
    { numRuns: 40, seed: 1 },
  );
});
