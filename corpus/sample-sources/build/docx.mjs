// Writes blocks as a DOCX that looks like a Chinese official document (GB/T 9704), the same bytes each time.
import {
  AlignmentType, BorderStyle, Document, Footer, LevelFormat, PageNumber, PageOrientation, Packer, Paragraph, SectionType,
  Table, TableCell, TableRow, TextRun, VerticalAlign, VerticalMergeType, WidthType,
} from 'docx';
import { unzipSync, zipSync } from 'fflate';
import { attachments } from './blocks.mjs';

const SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋_GB2312' };
const HEI = { ...SONG, eastAsia: '黑体' };
const KAI = { ...SONG, eastAsia: '楷体_GB2312' };
const TITLE = { ...SONG, eastAsia: '方正小标宋简体' };
const LINE = { line: 560, lineRule: 'exact' };
const TWO = { firstLine: 640 };
const MARGIN = { top: 2098, bottom: 1985, left: 1588, right: 1474 };

const run = (text, size = 32, font = SONG, more = {}) => new TextRun({ text, size, font, ...more });
const para = (children, more = {}) => new Paragraph({ spacing: LINE, children, ...more });
const indented = (children, more = {}) => para(children, { indent: TWO, alignment: AlignmentType.JUSTIFIED, ...more });
const centred = (children, more = {}) => para(children, { alignment: AlignmentType.CENTER, ...more });

const cell = (text, width, more = {}) =>
  new TableCell({
    width: { size: width, type: WidthType.PERCENTAGE },
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 60, right: 60, top: 40, bottom: 40 },
    ...more,
    children: (text ?? '').split('\n').map((t) => new Paragraph({
      alignment: more.left ? AlignmentType.LEFT : AlignmentType.CENTER,
      children: [run(t, 21, more.bold ? HEI : SONG)],
    })),
  });

/** `head` may hold several rows; a head cell is text or {text, colSpan, rowSpan}; `null` in a body row continues the cell above. */
function table({ head, rows, widths, left = [] }) {
  const headRows = Array.isArray(head[0]) ? head : [head];
  const headCell = (c, i) => (typeof c === 'string'
    ? cell(c, widths[i], { bold: true })
    : cell(c.text, widths[i], { bold: true, columnSpan: c.colSpan, rowSpan: c.rowSpan }));
  const merge = (r, i) => {
    if (rows[r][i] === null) return { verticalMerge: VerticalMergeType.CONTINUE };
    return rows[r + 1]?.[i] === null ? { verticalMerge: VerticalMergeType.RESTART } : {};
  };
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      ...headRows.map((cells) => new TableRow({ tableHeader: true, children: cells.map(headCell) })),
      ...rows.map((cells, r) => new TableRow({
        cantSplit: true,
        children: cells.map((text, i) => cell(text, widths[i], { left: left.includes(i), ...merge(r, i) })),
      })),
    ],
  });
}

const RED = { color: 'C00000' };
const writers = {
  letterhead: ([text]) => [
    centred([run(text, 60, TITLE, RED)], { spacing: { line: 1100, lineRule: 'exact', before: 100, after: 200 } }),
  ],
  number: ([text]) => [
    centred([run(text)], { border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: 'C00000', space: 6 } }, spacing: { ...LINE, after: 500 } }),
  ],
  title: (lines) => lines.map((t, i) => centred([run(t, 44, TITLE)], { spacing: { line: 640, lineRule: 'exact', after: i === lines.length - 1 ? 400 : 0 } })),
  to: ([text]) => [para([run(text)])],
  p: ([text]) => [indented([run(text)])],
  note: ([text]) => [indented([run(text)], { spacing: { ...LINE, before: 300 } })],
  h1: ([text]) => [para([run(text, 32, HEI)], { numbering: { reference: 'first', level: 0 } })],
  h2: ([text]) => [indented([run(text, 32, KAI)])],
  h3: ([title, text]) => [
    para([run(title, 32, SONG, { bold: true }), run(text)], { numbering: { reference: 'third', level: 0 }, alignment: AlignmentType.JUSTIFIED }),
  ],
  attach: (titles) => attachments(titles).map((t, i) => para([run(t)], { indent: { left: i ? 1600 : 640 }, spacing: { ...LINE, before: i ? 0 : 400 } })),
  sign: (lines) => lines.map((t, i) => para([run(t)], { alignment: AlignmentType.RIGHT, indent: { right: i === lines.length - 1 ? 1280 : 640 }, spacing: { ...LINE, before: i ? 0 : 560 } })),
  annex: ([label, ...lines]) => [para([run(label, 32, HEI)]), ...writers.title(lines)],
  unit: ([text]) => [para([run(text, 24)], { alignment: AlignmentType.RIGHT })],
  table: ([t]) => [table(t)],
  break: () => [new Paragraph({ pageBreakBefore: true, spacing: { line: 20, lineRule: 'exact' }, children: [] })],
};

const numbered = (reference, format, text, font) => ({
  reference,
  levels: [{
    level: 0, format, text, alignment: AlignmentType.LEFT, suffix: 'nothing',
    style: { run: { font, size: 32, bold: reference === 'third' }, paragraph: { indent: { left: 0, firstLine: 640 } } },
  }],
});

const page = (orientation) => ({
  margin: MARGIN,
  size: { width: 11906, height: 16838, orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
});
const footer = () => new Footer({
  children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ size: 28, font: SONG, children: ['— ', PageNumber.CURRENT, ' —'] })] })],
});

const FIXED = '2025-01-01T00:00:00Z';

/** Entry times and the dates of the properties are set, so that a rebuild changes nothing. */
function settle(bytes) {
  const files = unzipSync(bytes);
  const core = Buffer.from(files['docProps/core.xml']).toString('utf8')
    .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${FIXED}`);
  files['docProps/core.xml'] = Buffer.from(core, 'utf8');
  return zipSync(files, { level: 9, mtime: new Date(2025, 0, 1) });
}

export async function docx({ blocks }) {
  const sections = [{ orientation: 'portrait', children: [] }];
  for (const [kind, ...rest] of blocks) {
    if (kind === 'section') sections.push({ orientation: rest[0], children: [] });
    else sections.at(-1).children.push(...writers[kind](rest));
  }
  const document = new Document({
    creator: 'gongbao', lastModifiedBy: 'gongbao', description: 'A sample written for the gongbao project; not an official document.',
    numbering: { config: [numbered('first', LevelFormat.CHINESE_COUNTING, '%1、', HEI), numbered('third', LevelFormat.DECIMAL, '%1.', SONG)] },
    sections: sections.map(({ orientation, children }) => ({
      properties: { type: SectionType.NEXT_PAGE, page: page(orientation) },
      footers: { default: footer() },
      children,
    })),
  });
  return settle(await Packer.toBuffer(document));
}
