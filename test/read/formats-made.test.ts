// What docs/formats says of formats that programs write: statements that no other test makes true.
import { zipSync, strToU8 } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { zipMembers } from '../../pipeline/index.js';
import { readDocument } from '../../pipeline/read/index.js';
import type { Document } from '../../schemas/document.js';
import { ofd, ofdText } from '../support/ofd.js';
import { relation, xlsx, type BookSpec } from '../support/xlsx.js';
import { handmadeZip } from '../support/zip.js';
import { handmadeDocx, para, run, tc, type HandmadeParts } from './handmade-docx.js';
import { handmadePdf, inColour, paragraph, text, turned, type HandmadePage } from './handmade-pdf.js';
import { refusal, rows, shown } from './show.js';

const codes = (document: Document): string[] => document.warnings.map(({ code }) => code);
const utf8 = (content: string): Uint8Array => new TextEncoder().encode(content);

describe('DOCX', () => {
  const docx = async (parts: HandmadeParts): Promise<Document> => await readDocument(handmadeDocx(parts), 'a.docx');
  const table = (...rows: string[]): string =>
    `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>${rows.join('')}</w:tbl>`;
  const tr = (inner: string, properties = ''): string => `<w:tr><w:trPr>${properties}</w:trPr>${inner}</w:tr>`;
  const ROW = tr(tc('甲县') + tc('1') + tc('2'));

  it.each<[string, HandmadeParts, string[]]>([
    [
      'cells merged as old programs write it',
      {
        body: table(tr(tc('地区') + tc('投资', '<w:hMerge w:val="restart"/>') + tc('', '<w:hMerge/>')), ROW),
      },
      ['地区|投资<2>', '甲县|1|2'],
    ],
    [
      'a deleted row',
      { body: table(tr(tc('地区') + tc('2024') + tc('2025')), tr(tc('乙') + tc('3') + tc('4'), '<w:del w:id="1"/>'), ROW) },
      ['地区|2024|2025', '甲县|1|2'],
    ],
    [
      'endnotes in the order of their marks',
      {
        body: para(`${run('甲')}<w:r><w:endnoteReference w:id="3"/></w:r>${run('乙')}<w:r><w:endnoteReference w:id="2"/></w:r>`),
        endnotes: `<w:endnote w:id="2">${para('后注')}</w:endnote><w:endnote w:id="3">${para('前注')}</w:endnote>`,
      },
      ['甲乙', '前注', '后注'],
    ],
    [
      'a phonetic guide',
      {
        body: para(
          `<w:r><w:ruby><w:rubyPr/><w:rt>${run('jiǎ')}</w:rt><w:rubyBase>${run('甲')}</w:rubyBase></w:ruby></w:r>${run('县')}`,
        ),
      },
      ['甲县'],
    ],
    [
      'the prompt of a content control',
      {
        body: `${para('甲')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${para('单击此处')}</w:sdtContent></w:sdt>`,
      },
      ['甲'],
    ],
    [
      'a formula, its letters in a row',
      {
        body: para(
          '<m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>',
        ),
      },
      ['x2'],
    ],
    ['a tick of Wingdings', { body: para(`<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>${run('同意')}`) }, ['☑同意']],
    ['hidden text', { body: para(`${run('甲')}${run('乙', '<w:vanish/>')}`) }, ['甲']],
    [
      'moved text, once',
      {
        body: `${para(`<w:moveFrom w:id="1">${run('乙')}</w:moveFrom>${run('甲')}`)}${para(`<w:moveTo w:id="2">${run('乙')}</w:moveTo>`)}`,
      },
      ['甲', '乙'],
    ],
  ])('%s', async (_what, parts, expected) => {
    expect(shown(await docx(parts)).filter((line) => line !== '')).toEqual(expected);
  });

  it('a row that begins later has no cell before', async () => {
    const later = tr(tc('1') + tc('2'), '<w:gridBefore w:val="1"/>');
    const document = await docx({ body: table(tr(tc('地区') + tc('2024') + tc('2025')), later, ROW) });
    expect(rows(document.blocks[0])[1]).toEqual(['∅', '1', '2']);
  });
});

describe('old Word documents', () => {
  const RTF = '{\\rtf1\\ansi 1}';
  it.each([
    ['RTF under the name of one', utf8(RTF), 'unsupported'],
    ['a compound file cut off', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'damaged'],
  ])('refused without LibreOffice: %s', async (_what, bytes, code) => {
    await expect(readDocument(bytes, 'a.doc', { converter: null })).rejects.toMatchObject({ code });
  });
});

describe('PDF', () => {
  const pdf = async (page: HandmadePage): Promise<Document> => await readDocument(handmadePdf([page]), 'a.pdf');
  const SENTENCE = '各县（市、区）人民政府要加强统筹协调，确保各项任务';
  const prose = Array.from({ length: 12 }, (_, i) => SENTENCE.slice(i % 5) + SENTENCE.slice(0, i % 5));

  it.each<[string, HandmadePage, string[]]>([
    ['a page turned to the side', { rotate: 90, draw: [...paragraph(72, 100, prose.slice(0, 3))] }, prose.slice(0, 3)],
    ['text drawn twice for boldness', { draw: [text(72, 100, '会议纪要'), text(72.4, 100, '会议纪要')] }, ['会议纪要']],
    ['letters set apart', { draw: ['通', '知'].map((letter, i) => text(200 + 40 * i, 100, letter, 22)) }, ['通知']],
    ['a red letterhead', { draw: [inColour([1, 0, 0], text(120, 100, '某某市人民政府文件', 30))] }, ['某某市人民政府文件']],
  ])('%s', async (_what, page, expected) => {
    expect(shown(await pdf(page)).filter((line) => line !== '')).toEqual(expected);
  });

  it('a watermark stands apart from the running text', async () => {
    const lines = shown(await pdf({ draw: [turned(150, 500, '内部资料', 45, 60), ...paragraph(72, 120, prose)] }));
    expect(lines.slice(0, prose.length)).toEqual(prose);
  });
});

describe('OFD', () => {
  const body = (folder: string): string =>
    `<DocBody><DocInfo><DocID>${folder}</DocID></DocInfo><DocRoot>${folder}/Document.xml</DocRoot></DocBody>`;
  const page = (words: string): string =>
    `<Page><Content><Layer ID="5" Type="Body">${ofdText(words, [30, 34], 4)}</Layer></Content></Page>`;
  const root = (at: string): string =>
    `<Document><CommonData><PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea></CommonData><Pages><Page ID="9" BaseLoc="${at}"/></Pages></Document>`;

  it('every document of a file, in the order of the entrance', async () => {
    const bytes = ofd({
      pages: [ofdText('正文', [30, 34], 4)],
      parts: {
        'OFD.xml': `<OFD DocType="OFD" Version="1.0">${body('Doc_0')}${body('Doc_1')}</OFD>`,
        'Doc_1/Document.xml': root('Pages/Page_0/Content.xml'),
        'Doc_1/Pages/Page_0/Content.xml': page('附件'),
      },
    });
    const read = await readDocument(bytes, 'a.ofd');
    expect(shown(read)).toEqual(['正文', '附件']);
    expect(read.blocks.map((block) => block.page)).toEqual([1, 2]);
  });

  it('the version that is marked as the current one', async () => {
    const versions =
      '<Versions><Version ID="1" Index="0" BaseLoc="Doc_0/V/V1.xml"/><Version ID="2" Index="1" Current="true" BaseLoc="Doc_0/V/V2.xml"/></Versions>';
    const bytes = ofd({
      pages: [ofdText('旧稿', [30, 34], 4)],
      entrance: versions,
      parts: {
        'Doc_0/V/V2.xml': '<DocVersion ID="2"><FileList/><DocRoot>/Doc_0/New.xml</DocRoot></DocVersion>',
        'Doc_0/New.xml': root('/Doc_0/Pages/New/Content.xml'),
        'Doc_0/Pages/New/Content.xml': page('定稿'),
      },
    });
    expect(shown(await readDocument(bytes, 'a.ofd'))).toEqual(['定稿']);
  });

  const code = (attributes: string, inner: string, words: string): string =>
    `<TextObject ID="1" Boundary="30 30 160 40" Font="2" Size="4" ${attributes}><TextCode ${inner}>${words}</TextCode></TextObject>`;
  it.each<[string, string, number]>([
    ['as wide as they are', '', 16],
    ['set narrow', 'HScale="0.5"', 8],
  ])('letters without steps, %s', async (_what, attributes, width) => {
    const document = await readDocument(ofd({ pages: [code(attributes, 'X="0" Y="4"', '关于印发')] }), 'a.ofd');
    const boxes = document.blocks.map((block) => (block.kind === 'table' ? null : block.box));
    const widths = boxes.map((box) => (box === null ? 0 : ((box[2] - box[0]) / 72) * 25.4));
    expect(widths).toEqual([expect.closeTo(width, 1)]);
  });
});

describe('XLSX', () => {
  const book = async (spec: BookSpec): Promise<Document> => await readDocument(xlsx(spec), '清单.xlsx');
  const ROWS = [
    ['序号', '项目名称'],
    [1, '铜箔'],
    [2, '光电'],
  ];

  it('comments are told and are no text', async () => {
    const document = await book({
      sheets: [{ rows: ROWS, relations: relation('comments', '../comments1.xml') }],
      parts: {
        'xl/comments1.xml':
          '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>甲</author></authors><commentList><comment ref="A1" authorId="0"><text><t>待核</t></text></comment></commentList></comments>',
      },
    });
    expect(shown(document).join()).not.toContain('待核');
    expect(codes(document)).toContain('comments_left_out');
  });

  it.each([
    ['a binary workbook', zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.bin': strToU8('x') }), 'a.xlsb'],
    [
      'OpenDocument',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': strToU8('<a/>') }),
      'a.ods',
    ],
  ])('refused: %s', async (_what, bytes, name) => {
    expect(await refusal(bytes, name)).toBe('unsupported');
  });
});

describe('archives', () => {
  const data = utf8('正文');
  const paths = async (bytes: Uint8Array): Promise<string[]> =>
    ((await zipMembers(bytes, 'a.zip', { budget: { members: 0, bytes: 0 }, depth: 0 })) ?? []).map(({ path }) => path);

  it.each<[string, Uint8Array, string]>([
    ['GB 18030', new Uint8Array(iconv.encode('附件/通知.txt', 'gb18030')), '附件/通知.txt'],
    ['Big5', new Uint8Array(iconv.encode('關於開發區產業發展的通知.txt', 'big5')), '關於開發區產業發展的通知.txt'],
  ])('a name in %s', async (_what, name, expected) => {
    expect(await paths(handmadeZip([{ name, data }]))).toEqual([expected]);
  });

  it('leavings of systems and editors are passed over', async () => {
    const names = ['__MACOSX/._通知.txt', 'Thumbs.db', '.~lock.通知.docx#', '~$通知.docx', '通知.txt'];
    expect(await paths(handmadeZip(names.map((name) => ({ name, data, flags: 0x800 }))))).toEqual(['通知.txt']);
  });

  it.each([
    ['RAR', 'Rar!\x1a\x07\x00', 'a.rar'],
    ['7z', '7z\xbc\xaf\x27\x1c', 'a.7z'],
    ['gzip', '\x1f\x8b\x08\x00', 'a.gz'],
    ['bzip2', 'BZh91AY', 'a.bz2'],
    ['XZ', '\xfd7zXZ\x00', 'a.xz'],
    ['CAB', 'MSCF\x00\x00\x00\x00', 'a.cab'],
    ['GIF', 'GIF89a\x01\x00\x01\x00', 'a.gif'],
    ['WebP', 'RIFF\x00\x00\x00\x00WEBPVP8 ', 'a.webp'],
  ])('refused: %s', async (_what, head, name) => {
    const bytes = new Uint8Array(Buffer.concat([Buffer.from(head, 'latin1'), Buffer.alloc(600, 7)]));
    expect(await refusal(bytes, name)).toBe('unsupported');
  });
});
