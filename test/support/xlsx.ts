import { strToU8, zipSync } from 'fflate';

/** A cell: text (a shared string), a number, or any other with its attributes and what is inside. */
export type SheetCell = string | number | null | { xml: string; type?: string; style?: number };

export interface SheetSpec {
  name?: string;
  state?: 'hidden' | 'veryHidden';
  rows: readonly (readonly SheetCell[])[];
  /** row and column of the first cell, from 0 */
  at?: readonly [number, number];
  merged?: readonly string[];
  hiddenRows?: readonly number[];
  /** e.g. `<col min="2" max="2" hidden="1"/>` */
  columns?: string;
  /** XML behind the sheet's data; rows put in front of its end */
  rest?: string;
  moreRows?: string;
  relations?: string;
}

export interface BookSpec {
  sheets: readonly SheetSpec[];
  /** format codes: cell style 1 is the first */
  formats?: readonly string[];
  date1904?: boolean;
  strict?: boolean;
  /** XML of string items; those of the cells come behind */
  strings?: readonly string[];
  parts?: Readonly<Record<string, string>>;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

const letters = (column: number): string => String.fromCharCode(65 + column);

/** A workbook as the standard describes it, with the parts that every program writes. */
export function xlsx(spec: BookSpec): Uint8Array {
  const strings = [...(spec.strings ?? [])];
  const sheets = spec.sheets.map((sheet) => sheetXml(sheet, strings));
  const office = spec.strict === true ? 'http://purl.oclc.org/ooxml/officeDocument/relationships' : OFFICE;
  const main = spec.strict === true ? 'http://purl.oclc.org/ooxml/spreadsheetml/main' : MAIN;
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
  const listed = spec.sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${escaped(name ?? `Sheet${i + 1}`)}" sheetId="${i + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${i + 1}"/>`,
  );
  const formats = (spec.formats ?? []).map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escaped(code)}"/>`).join('');
  const styles = (spec.formats ?? []).map((_, i) => `<xf numFmtId="${164 + i}"/>`).join('');
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}">${relation('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${spec.date1904 === true ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${spec.sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('')}${relation('s', 'sharedStrings', '/xl/sharedStrings.xml')}${relation('t', 'styles', 'styles.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings.map((item) => `<si>${item}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts>${formats}</numFmts><cellXfs><xf numFmtId="0"/>${styles}</cellXfs></styleSheet>`,
  };
  spec.sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = (sheets[i] ?? '').replaceAll(MAIN, main);
    if (sheet.relations !== undefined)
      parts[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] =
        `<Relationships xmlns="${PACKAGE}">${sheet.relations}</Relationships>`;
  });
  return zipSync(Object.fromEntries(Object.entries({ ...parts, ...spec.parts }).map(([name, xml]) => [name, strToU8(xml)])));
}

export const relation = (kind: string, target: string): string =>
  `<Relationship Id="${kind}" Type="${OFFICE}/${kind}" Target="${target}"/>`;

function sheetXml(
  { rows, at = [0, 0], merged = [], hiddenRows = [], columns = '', rest = '', moreRows = '' }: SheetSpec,
  strings: string[],
): string {
  const data = rows.map((row, y) => {
    const number = at[0] + y + 1;
    const cells = row.map((cell, x) => (cell === null ? '' : cellXml(cell, `${letters(at[1] + x)}${number}`, strings)));
    return `<row r="${number}"${hiddenRows.includes(number) ? ' hidden="1"' : ''}>${cells.join('')}</row>`;
  });
  const merges =
    merged.length === 0 ? '' : `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  const cols = columns === '' ? '' : `<cols>${columns}</cols>`;
  return `<worksheet xmlns="${MAIN}">${cols}<sheetData>${data.join('')}${moreRows}</sheetData>${merges}${rest}</worksheet>`;
}

function cellXml(cell: Exclude<SheetCell, null>, reference: string, strings: string[]): string {
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') {
    strings.push(`<t xml:space="preserve">${escaped(cell)}</t>`);
    return `<c r="${reference}" t="s"><v>${strings.length - 1}</v></c>`;
  }
  const type = cell.type === undefined ? '' : ` t="${cell.type}"`;
  return `<c r="${reference}"${cell.style === undefined ? '' : ` s="${cell.style}"`}${type}>${cell.xml}</c>`;
}

/** A number shown by a format of the workbook. */
export const styled = (value: number, style: number): SheetCell => ({ xml: `<v>${value}</v>`, style });
