import { strToU8, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const NAMESPACES = [
  `xmlns:w="${W}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ');

/** The parts of a DOCX written by hand, each as the XML inside its root element. */
export interface HandmadeParts {
  body: string;
  styles?: string;
  numbering?: string;
  footnotes?: string;
}

/** A DOCX with only what the test needs. */
export function handmadeDocx({ body, styles = '', numbering = '', footnotes = '' }: HandmadeParts): Uint8Array {
  const part = (root: string, inner: string): Uint8Array =>
    strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${root} ${NAMESPACES}>${inner}</w:${root}>`);
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const relations = (inner: string): Uint8Array =>
    strToU8(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`);
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    '_rels/.rels': relations(relation(1, 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relations(
      relation(1, 'styles', 'styles.xml') + relation(2, 'numbering', 'numbering.xml') + relation(3, 'footnotes', 'footnotes.xml'),
    ),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    'word/styles.xml': part('styles', styles),
    'word/numbering.xml': part('numbering', numbering),
    'word/footnotes.xml': part('footnotes', footnotes),
  });
}

/** A run of text with run properties. */
export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph around runs, or around plain text. */
export function para(inner: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${inner.startsWith('<') ? inner : run(inner)}</w:p>`;
}

/** A table cell around text or paragraphs. */
export function tc(inner: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${inner.startsWith('<') ? inner : para(inner)}</w:tc>`;
}

/** A table of rows of cells. */
export function tbl(...rows: string[][]): string {
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** Numbering properties of a paragraph. */
export function numbered(level: number, id = 1): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
}

/** One level of a list. */
export function level(at: number, format: string, text: string, rest = ''): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${rest}<w:lvlText w:val="${text}"/></w:lvl>`;
}

/** A list definition with one list on it, or several. */
export function list(levels: readonly string[], nums = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'): string {
  return `<w:abstractNum w:abstractNumId="0">${levels.join('')}</w:abstractNum>${nums}`;
}
