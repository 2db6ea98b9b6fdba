import type { Document, ReadWarning } from '../../schemas/index.js';
import { InputRefused } from '../refused.js';
import { blockText, documentOf } from './blocks.js';
import { secondReading } from './doc/crosscheck.js';
import { wordBody, type WordBody } from './doc/body.js';
import { readDocx } from './docx.js';
import { garbledShare } from './garbled.js';
import { lettersLost } from './lost.js';
import type { Converter, ReadInput, ReadOptions } from './reader.js';
import { DOC_READER } from './versions.js';
import { openArchive } from './zip.js';

/** Past this size in bytes word-extractor's second look takes too long: it goes over the text for each row. */
const CROSS_CHECKED = 4 * 1024 * 1024;

/**
 * Reads a Word 97–2003 document (MS-DOC), which is what Kingsoft's WPS writes too: paragraphs and headings with their
 * automatic numbers, tables with merged cells, text boxes, notes at the end. Deleted and hidden text, field codes, tables
 * of contents, headers and footers are left out. What cannot be read so is converted where a converter is lent.
 */
export async function readDoc(input: ReadInput, { converter = null }: ReadOptions): Promise<Document> {
  let body: WordBody;
  try {
    body = wordBody(input.bytes);
  } catch (error) {
    if (!(error instanceof InputRefused) || error.code === 'encrypted' || error.code === 'too_large') throw error;
    const document = converter === null ? null : await converted(input, converter, error.message);
    if (document === null) throw error;
    return document;
  }
  const text = body.blocks.map(blockText).join('\n');
  if (text.trim() === '') throw noText();
  const second = input.bytes.length <= CROSS_CHECKED ? await secondReading(input.bytes) : '';
  const lost = lettersLost(second, text + body.leftOut);
  if (lost !== '' && converter !== null) {
    const document = await converted(input, converter, `${lost.length} characters were not read`);
    const lostThere = document === null ? lost : lettersLost(second, document.blocks.map(blockText).join('\n') + body.leftOut);
    if (document !== null && lostThere.length < lost.length) return document;
  }
  const warnings = [...body.warnings];
  if (isGarbled(text)) warnings.push(warning('garbled_text', 'more than a fifth of the characters have no meaning'));
  if (lost !== '') warnings.push(warning('text_lost', `${lost.length} characters were not read: ${lost.slice(0, 40)}`));
  return documentOf({ format: 'doc', reader: DOC_READER, blocks: body.blocks, warnings });
}

/**
 * Lets the converter read what we cannot, and says so. Null where it cannot either: LibreOffice takes what it does not
 * know for plain text, so a result without meaning is none.
 */
async function converted(input: ReadInput, converter: Converter, why: string): Promise<Document | null> {
  try {
    const bytes = await converter.convert(input.bytes, 'doc', 'docx');
    const document = await readDocx({ bytes, name: input.name, archive: openArchive(bytes) });
    if (isGarbled(document.blocks.map(blockText).join('\n'))) return null;
    const told = warning('converted', `${why}; read by way of ${converter.name}`);
    const reader = `${DOC_READER}+${converter.name}`;
    return { ...document, format: 'doc', reader, warnings: [...document.warnings, told] };
  } catch (error) {
    if (error instanceof InputRefused) return null;
    throw error;
  }
}

function isGarbled(text: string): boolean {
  return garbledShare(text) > 0.2;
}

function noText(): InputRefused {
  return new InputRefused(
    'empty',
    'the document holds no text',
    'If it holds pictures of pages, run them through OCR (text recognition) first; else check that it was saved whole.',
  );
}

function warning(code: string, detail: string): ReadWarning {
  return { code, page: null, detail };
}
