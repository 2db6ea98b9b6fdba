import { InputRefused } from '../../refused.js';
import { childOf, childrenOf, type XmlElement } from '../xml.js';
import type { Archive } from '../zip.js';
import { Parts } from './package.js';
import { NumberFormats } from './styles.js';

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  name: string;
  hidden: boolean;
  /** name of its part */
  part: string;
  /** parts of the text boxes drawn on it */
  drawings: string[];
  commented: boolean;
}

export interface Workbook {
  parts: Parts;
  sheets: SheetEntry[];
  strings: string[];
  formats: NumberFormats;
  /** days are counted from 1904, as old Macs did */
  date1904: boolean;
}

/** Opens a workbook (ECMA-376 part 1, clause 18), transitional or strict. @throws InputRefused where it has no sheet that is read */
export function openWorkbook(archive: Archive): Workbook {
  const parts = new Parts(archive);
  const main = parts.relations('').find(({ kind }) => kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (main.endsWith('.bin'))
    throw new InputRefused('unsupported', 'the file is a binary workbook (XLSB)', 'Open it, save it as XLSX and ingest that.');
  const book = parts.xml(main);
  if (book === undefined)
    throw new InputRefused(
      'unsupported',
      'the file is a ZIP container without a workbook in it',
      'Open it, save it as XLSX and ingest that.',
    );
  const relations = parts.relations(main);
  const target = (kind: string): string | undefined => relations.find((relation) => relation.kind === kind)?.target;
  const sheets = childrenOf(childOf(book, 'sheets')).flatMap((sheet): SheetEntry[] => {
    const relation = relations.find(({ id }) => id !== '' && id === sheet.attributes.get('id'));
    if (relation?.kind !== 'worksheet') return [];
    const own = parts.relations(relation.target);
    return [
      {
        name: sheet.attributes.get('name') ?? '',
        hidden: (sheet.attributes.get('state') ?? 'visible') !== 'visible',
        part: relation.target,
        drawings: own.filter(({ kind }) => kind === 'drawing').map((drawing) => drawing.target),
        commented: own.some(({ kind }) => kind === 'comments'),
      },
    ];
  });
  const date1904 = ['1', 'true'].includes(childOf(book, 'workbookPr')?.attributes.get('date1904') ?? '0');
  return {
    parts,
    sheets,
    strings: childrenOf(parts.xml(target('sharedStrings'))).map(stringItem),
    formats: new NumberFormats(parts.xml(target('styles'))),
    date1904,
  };
}

/** The text of a string item (18.4.8): its runs, without the phonetic guides. */
export function stringItem(item: XmlElement): string {
  return childrenOf(item)
    .map((child) => (child.name === 't' ? plainText(child) : child.name === 'r' ? stringItem(child) : ''))
    .join('');
}

function plainText(element: XmlElement): string {
  return unescaped(element.children.filter((child) => typeof child === 'string').join(''));
}

/** Characters that XML cannot hold are written `_x000D_` (ST_Xstring, 22.9.2.19). */
export function unescaped(text: string): string {
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\r\n?/g, '\n');
}
