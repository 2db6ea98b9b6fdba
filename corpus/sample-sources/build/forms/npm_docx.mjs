// A sheet as DOCX with the npm package `docx`, the same bytes each time.
import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { unzipSync, zipSync } from 'fflate';

const ALIGN = { centre: AlignmentType.CENTER, right: AlignmentType.RIGHT };
const FIXED = '2025-01-01T00:00:00Z';

const table = ({ rows }) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((row) => new TableRow({
      children: row.map(({ text, colSpan, rowSpan }) =>
        new TableCell({ columnSpan: colSpan, rowSpan, children: text.split('\n').map((t) => new Paragraph({ children: [new TextRun(t)] })) })),
    })),
  });

const part = (p) => {
  if (p.kind === 'table') return table(p);
  if (p.kind === 'break') return new Paragraph({ pageBreakBefore: true, children: [] });
  return new Paragraph({ alignment: ALIGN[p.kind] ?? AlignmentType.LEFT, ...(p.kind === 'indented' ? { indent: { firstLine: 480 } } : {}), children: [new TextRun(p.text)] });
};

export async function npmDocx(sheet) {
  const files = unzipSync(await Packer.toBuffer(new Document({ creator: 'gongbao', sections: [{ children: sheet.map(part) }] })));
  const core = Buffer.from(files['docProps/core.xml']).toString('utf8').replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${FIXED}`);
  files['docProps/core.xml'] = Buffer.from(core, 'utf8');
  return zipSync(files, { level: 9, mtime: new Date(2025, 0, 1) });
}
