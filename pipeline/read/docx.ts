import type { Block, Document, ReadWarning } from '../../schemas/index.js';
import { InputRefused } from '../refused.js';
import { blockText, documentOf } from './blocks.js';
import { BodyReader } from './docx/body.js';
import { lostText } from './docx/crosscheck.js';
import { listsOf, Numbering } from './docx/numbering.js';
import { packageParts, type DocxParts } from './docx/parts.js';
import { Styles } from './docx/styles.js';
import { childOf, childrenOf, parseXml, switchOf, type XmlElement } from './docx/xml.js';
import { garbledShare } from './garbled.js';
import type { ReadInput } from './reader.js';
import { DOCX_READER } from './versions.js';
import { damagedZip, type Archive } from './zip.js';

/** Past this size of the main part, in bytes, mammoth's second look takes too long. */
const CROSS_CHECKED = 20 * 1024 * 1024;

/**
 * Reads a DOCX (ECMA-376): paragraphs and headings with their automatic numbers, tables with merged cells, text boxes,
 * notes at the end. Deleted and hidden text, field codes, tables of contents, headers and footers are left out. There are
 * no pages: Word makes them when it prints, and the breaks that it leaves behind are those of the last printer.
 */
export async function readDocx({ archive }: ReadInput): Promise<Document> {
  if (archive === null) throw new Error('a DOCX comes with its archive opened');
  const parts = packageParts(archive);
  const reader = new BodyReader(new Styles(part(parts, 'styles')), new Numbering(listsOf(part(parts, 'numbering'))));
  const blocks = bodyBlocks(parts, reader);
  if (blocks.length === 0) throw noText(archive);
  const text = blocks.map(blockText).join('\n');
  const warnings: ReadWarning[] = [...reader.warnings];
  if (garbledShare(text) > 0.2) {
    warnings.push({ code: 'garbled_text', page: null, detail: 'more than a fifth of the characters have no meaning' });
  }
  if (parts.main.length <= CROSS_CHECKED) {
    const lost = await lostText(parts.unpacked, text + reader.leftOut).catch(() => '');
    if (lost !== '')
      warnings.push({ code: 'text_lost', page: null, detail: `${lost.length} characters were not read: ${lost.slice(0, 40)}` });
  }
  return documentOf({ format: 'docx', reader: DOCX_READER, blocks, warnings });
}

function bodyBlocks(parts: DocxParts, reader: BodyReader): Block[] {
  const root = parsed(parts.main);
  const body = childOf(root, 'w:body');
  if (body === undefined) throw damagedZip(new Error('no body'));
  const heading = letterhead(parts, body, reader);
  const read = reader.blocks(body);
  const said = new Set(read.map(blockText));
  const blocks = [...heading.filter((block) => !said.has(blockText(block))), ...read];
  for (const { kind, id } of reader.notes.splice(0)) {
    const note = childrenOf(part(parts, kind)).find((child) => child.name === kind && child.attributes.get('w:id') === id);
    if (note !== undefined) blocks.push(...reader.blocks(note));
  }
  return blocks;
}

/**
 * Headers and footers say on each page what is no text of the notice. One that is for the first page only (17.10.6)
 * is where some producers put the letterhead; a first page that merely shows the usual header is none.
 */
function letterhead(parts: DocxParts, body: XmlElement, reader: BodyReader): Block[] {
  const section = firstSection(body);
  if (switchOf(section, 'w:titlePg') !== true) return [];
  const header = (type: string): string | undefined =>
    childrenOf(section)
      .find((child) => child.name === 'w:headerReference' && child.attributes.get('w:type') === type)
      ?.attributes.get('r:id');
  const blocksOf = (id: string | undefined): Block[] => {
    const bytes = parts.headers.get(id ?? '');
    return bytes === undefined ? [] : reader.blocks(parsed(bytes));
  };
  const usual = new Set(blocksOf(header('default')).map(blockText));
  return blocksOf(header('first')).filter((block) => block.kind !== 'table' && !usual.has(blockText(block)));
}

/** The properties of the first section: those of the first paragraph that ends one, else the body's own (17.6.18). */
function firstSection(body: XmlElement): XmlElement | undefined {
  for (const child of childrenOf(body)) {
    const section = child.name === 'w:p' ? childOf(childOf(child, 'w:pPr'), 'w:sectPr') : undefined;
    if (section !== undefined) return section;
  }
  return childOf(body, 'w:sectPr');
}

function part(parts: DocxParts, kind: 'styles' | 'numbering' | 'w:footnote' | 'w:endnote'): XmlElement | undefined {
  const bytes = parts.others.get(kind);
  return bytes === undefined ? undefined : parsed(bytes);
}

function parsed(bytes: Uint8Array): XmlElement {
  try {
    return parseXml(bytes);
  } catch (error) {
    throw error instanceof InputRefused ? error : damagedZip(error);
  }
}

function noText(archive: Archive): InputRefused {
  const pictures = [...archive.names].some((name) => name.startsWith('word/media/'));
  return pictures
    ? new InputRefused(
        'needs_ocr',
        'the document holds pictures and no text',
        'Run the pictures through OCR (text recognition) first and ingest the result.',
      )
    : new InputRefused('empty', 'the document holds no text', 'Check that it was saved or downloaded whole.');
}
