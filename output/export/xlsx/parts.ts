import { columnName, xmlAttribute } from './cells.js';
import { headRowOf, type WrittenSheet } from './layout.js';

// The small files of a workbook beside its sheets (ECMA-376 part 1: 12 packages, 18.2 workbook, 18.8 styles).

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const sheetHead = `${DECLARATION}<worksheet xmlns="${MAIN}">`;

export function contentTypes(sheets: readonly WrittenSheet[]): string {
  const parts = sheets.map(
    (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  return `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${parts.join('')}</Types>`;
}

export const packageRelations = `${DECLARATION}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

export function workbookRelations(sheets: readonly WrittenSheet[]): string {
  const each = sheets.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const styles = `<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/>`;
  return `${DECLARATION}<Relationships xmlns="${RELATIONS}">${each.join('')}${styles}</Relationships>`;
}

export function workbook(sheets: readonly WrittenSheet[]): string {
  const named = sheets.map(({ name }, i) => `<sheet name="${xmlAttribute(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${named.join('')}</sheets><definedNames>${sheets.map(definedNames).join('')}</definedNames></workbook>`;
}

/** The range that is filtered, and the rows that stand on top of every printed page (18.2.5). */
function definedNames({ layout, name, lastRow }: WrittenSheet, index: number): string {
  const sheet = `'${xmlAttribute(name).replaceAll("'", "''")}'`;
  const head = headRowOf(layout);
  const last = columnName(layout.columns.length - 1);
  const filtered = `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${sheet}!$A$${head}:$${last}$${lastRow}</definedName>`;
  return `${filtered}<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sheet}!$1:$${head}</definedName>`;
}

/** Fonts, fills and borders by number, then the styles of `STYLE` in its order (18.8.10). */
export const styles = `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="3"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font><font><b/><sz val="16"/><name val="等线"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF7"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"><color rgb="FF9AA5B1"/></${side}>`).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7">${[
  xf(0, 0, 0, 0, ''),
  xf(0, 1, 2, 1, '<alignment horizontal="center" vertical="center" wrapText="1"/>'),
  xf(164, 0, 0, 0, '<alignment horizontal="left" vertical="top"/>'),
  xf(0, 0, 0, 0, '<alignment vertical="top" wrapText="1"/>'),
  xf(0, 2, 0, 0, '<alignment horizontal="center" vertical="center"/>'),
  xf(0, 0, 0, 1, '<alignment vertical="center" wrapText="1"/>'),
  xf(164, 0, 0, 1, '<alignment horizontal="center" vertical="center" wrapText="1"/>'),
].join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function xf(format: number, font: number, fill: number, border: number, alignment: string): string {
  return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`;
}
