import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { libreOffice } from '../../pipeline/engines/libreoffice.js';
import { readDocument, type Converter } from '../../pipeline/read/index.js';
import { InputRefused } from '../../pipeline/refused.js';
import { xlsx } from '../support/xlsx.js';
import { handmadeDocx } from './handmade-docx.js';
import { refusal, rows, tables, texts } from './show.js';

/** A project list, written for this project and saved as XLS (BIFF8) by LibreOffice. */
const xls = new Uint8Array(readFileSync(new URL('fixtures/list.xls', import.meta.url)));
const ROWS = [
  ['序号', '项目名称', '建设地点', '总投资'],
  ['1', '铜箔生产项目', '南城县', '128000'],
];

/** `关于印发方案的通知` in GBK, and a table of two rows, as Word writes them. */
const rtf = new TextEncoder().encode(
  String.raw`{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}}` +
    String.raw`\pard\f0\fs32 \'b9\'d8\'d3\'da\'d3\'a1\'b7\'a2\'b7\'bd\'b0\'b8\'b5\'c4\'cd\'a8\'d6\'aa\par` +
    String.raw`\trowd\cellx2000\cellx4000\pard\intbl \u38656?\u27714?\cell \u24180?\u20221?\cell\row` +
    String.raw`\trowd\cellx2000\cellx4000\pard\intbl \u29992?\u22320?\cell 2026\cell\row\pard\par}`,
);

type Asked = [from: string, to: string];
const converter = (made: Uint8Array, asked: Asked[] = []): Converter => ({
  name: 'office@1',
  convert: async (_bytes, from, to) => {
    asked.push([from, to]);
    return await Promise.resolve(made);
  },
});
const paragraph = (text: string): Uint8Array => handmadeDocx({ body: `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>` });

describe('formats that are read by way of a converter', () => {
  it('an old spreadsheet becomes an XLSX, and says so', async () => {
    const asked: Asked[] = [];
    const office = converter(xlsx({ sheets: [{ rows: ROWS }] }), asked);
    const document = await readDocument(xls, '重点项目清单.xls', { converter: office });
    expect(asked).toEqual([['xls', 'xlsx']]);
    expect(rows(tables(document)[0])).toEqual(ROWS);
    expect(document).toMatchObject({ format: 'xlsx', reader: expect.stringMatching(/^xlsx@\d+\+office@1$/) as string });
    expect(document.warnings.at(-1)).toEqual({
      code: 'converted',
      page: null,
      detail: 'the file is an old spreadsheet (.xls, .et); read by way of office@1',
    });
  });

  it('an RTF becomes a DOCX whatever it is called', async () => {
    const asked: Asked[] = [];
    const document = await readDocument(rtf, '通知.doc', { converter: converter(paragraph('关于印发方案的通知'), asked) });
    expect(asked).toEqual([['rtf', 'docx']]);
    expect(texts(document)).toEqual(['关于印发方案的通知']);
    expect(document.format).toBe('docx');
    expect(document.warnings.map(({ code }) => code)).toEqual(['converted']);
  });

  it.each<[string, Uint8Array, RegExp, RegExp]>([
    ['an old spreadsheet', xls, /old spreadsheet.*LibreOffice/, /save it as XLSX.*libreoffice-calc/],
    ['an RTF', rtf, /RTF.*LibreOffice/, /save it as DOCX.*libreoffice-writer/],
  ])('%s is refused by name without one', async (_name, bytes, cause, hint) => {
    const error: unknown = await readDocument(bytes, 'a').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputRefused);
    expect(error).toMatchObject({
      code: 'unsupported',
      message: expect.stringMatching(cause) as string,
      hint: expect.stringMatching(hint) as string,
    });
  });

  it.each<[string, Uint8Array, Uint8Array, string]>([
    ['RTF that was taken for plain text', rtf, paragraph(String.raw`{\rtf1\ansi`), 'damaged'],
    ['characters without a meaning', rtf, paragraph('\uE123\uE456\uE789'.repeat(20)), 'damaged'],
    ['what is no container', xls, new Uint8Array(100), 'damaged'],
    ['a spreadsheet with nothing in it', xls, xlsx({ sheets: [{ rows: [] }] }), 'empty'],
  ])('%s is no result', async (_name, bytes, made, code) => {
    await expect(readDocument(bytes, 'a', { converter: converter(made) })).rejects.toMatchObject({ code });
  });

  it('a spreadsheet in an encrypted container is refused before any converter is asked', async () => {
    const bytes = new Uint8Array(1024);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    bytes.set(Buffer.from('EncryptedPackage\0', 'utf16le'), 512);
    expect(await refusal(bytes, 'a.xls')).toBe('encrypted');
  });
});

describe.skipIf(libreOffice() === null)('LibreOffice as that converter', { timeout: 180_000 }, () => {
  it('reads an old spreadsheet', async () => {
    const document = await readDocument(xls, '清单.xls', { converter: libreOffice() });
    expect(texts(document)).toContain('抚河市2026年重点项目清单');
    expect(rows(tables(document)[0])).toEqual([...ROWS, ['2', '显示模组线项目', '临水区', '96500.5']]);
    expect(document.reader).toMatch(/^xlsx@\d+\+libreoffice@\d/);
  });

  it('reads an RTF', async () => {
    const document = await readDocument(rtf, '通知.doc', { converter: libreOffice() });
    expect(texts(document)[0]).toBe('关于印发方案的通知');
    expect(rows(tables(document)[0])).toEqual([
      ['需求', '年份'],
      ['用地', '2026'],
    ]);
  });

  it('refuses a spreadsheet that is cut off', async () => {
    await expect(readDocument(xls.slice(0, 3000), 'a.xls', { converter: libreOffice() })).rejects.toMatchObject({
      code: expect.stringMatching(/^(?:damaged|empty)$/) as string,
    });
  });
});
