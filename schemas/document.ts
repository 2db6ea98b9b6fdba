import { z } from 'zod';

/** `[left, top, right, bottom]` in points from the page's upper left corner. */
export const boxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Box = z.infer<typeof boxSchema>;

/**
 * One cell of a table as read. `text` keeps its line breaks. A merged cell stands once, at its upper left
 * corner, with its spans; the grid positions that it covers have no cell of their own.
 */
export const cellSchema = z.object({
  text: z.string(),
  row: z.int().min(0).describe('grid row, from 0, within the table block'),
  column: z.int().min(0).describe('grid column, from 0'),
  rowSpan: z.int().min(1).default(1),
  columnSpan: z.int().min(1).default(1),
  page: z.int().min(1).nullable().default(null),
  box: boxSchema.nullable().default(null),
});
export type Cell = z.infer<typeof cellSchema>;

/**
 * Text that stands on a page and is no part of its running text.
 * - `footnote`: small type at the foot of its page, which follows the paragraph that the page ends with;
 * - `margin`: text that runs another way than most of the page, or stands beside it;
 * - `seal`, `watermark`: stamped or printed over the page; kept here, and left out of the notice's text.
 */
export const textRoleSchema = z.enum(['footnote', 'margin', 'seal', 'watermark']);
export type TextRole = z.infer<typeof textRoleSchema>;

/**
 * A piece of text in reading order.
 * - `line`: one printed line; the paragraph may go on in the next one (TXT, PDF);
 * - `paragraph`: a whole paragraph as the format marks it (DOCX, HTML);
 * - `heading`: a heading that the format marks as such, with its level (Markdown `#`, Word heading styles, HTML `h1`).
 */
export const textBlockSchema = z.object({
  kind: z.enum(['line', 'paragraph', 'heading']),
  text: z.string().describe('as read; a Markdown mark is not part of it'),
  page: z.int().min(1).nullable(),
  level: z.int().min(1).max(9).nullable().default(null).describe('heading level, 1 is the outermost'),
  blankBefore: z.boolean().default(false).describe('an empty line or a wide vertical gap stands before it'),
  indented: z.boolean().default(false).describe('it begins with a first-line indent'),
  box: boxSchema.nullable().default(null),
  role: textRoleSchema.optional().describe('what it is where it is no part of the running text'),
});
export type TextBlock = z.infer<typeof textBlockSchema>;

/** Which rows and columns of a sheet a table's rows and columns are, so that a cell can be named as `Sheet1!B7`. */
export const sheetOriginSchema = z.object({
  sheet: z.string().describe('name of the sheet; empty for a CSV file'),
  rows: z.array(z.int().min(1)).describe('number of the sheet’s row for each row of the table, from 1'),
  columns: z.array(z.string()).describe('letters of the sheet’s column for each column of the table'),
});

export const tableBlockSchema = z.object({
  kind: z.literal('table'),
  page: z.int().min(1).nullable().describe('page of its first row'),
  rows: z.int().min(0),
  columns: z.int().min(0),
  cells: z.array(cellSchema).describe('in row-major order'),
  origin: sheetOriginSchema.optional().describe('of a table from a spreadsheet'),
});
export type TableBlock = z.infer<typeof tableBlockSchema>;

export const blockSchema = z.discriminatedUnion('kind', [textBlockSchema, tableBlockSchema]);
export type Block = z.infer<typeof blockSchema>;

/** Something a reader could not read or had to guess; becomes a finding. */
export const readWarningSchema = z.object({
  code: z.string().describe('short name, e.g. `page_without_text`'),
  page: z.int().min(1).nullable(),
  detail: z.string(),
});
export type ReadWarning = z.infer<typeof readWarningSchema>;

/** The formats that are read, by content, not by the name's ending: a `.wps` file is a `doc`, a scanned PNG or JPEG an `image`. */
export const formatSchema = z.enum(['txt', 'md', 'html', 'docx', 'doc', 'pdf', 'ofd', 'xlsx', 'csv', 'image']);
export type Format = z.infer<typeof formatSchema>;

/**
 * How well a page could be read.
 * - `text`: it has a text layer that makes sense;
 * - `sparse`: hardly any text for its size, as on a title page or where most of it is a picture;
 * - `garbled`: its characters have no meaning, because a font lacks its character map;
 * - `image`: a picture only.
 */
export const pageGradeSchema = z.enum(['text', 'sparse', 'garbled', 'image']);
export type PageGrade = z.infer<typeof pageGradeSchema>;

/** A page as it was found: its size as shown on a screen, and how well it could be read. */
export const pageFactsSchema = z.object({
  page: z.int().min(1),
  width: z.number().min(0).describe('in points, as shown'),
  height: z.number().min(0).describe('in points, as shown'),
  grade: pageGradeSchema.describe('of the page’s own text, before any recognition'),
  ocr: z
    .string()
    .nullable()
    .default(null)
    .describe('name and version of the engine that recognised its text; null where the text is the page’s own'),
});
export type PageFacts = z.infer<typeof pageFactsSchema>;

/** A file that a web page offers as part of its notice. */
export const linkedFileSchema = z.object({
  title: z.string().describe('the words of the link'),
  href: z.string().describe('as it stands in the page'),
  path: z
    .string()
    .nullable()
    .default(null)
    .describe('path of the input that it is; null where no such file lies beside the page'),
});
export type LinkedFile = z.infer<typeof linkedFileSchema>;

/** A file as read: the durable form that every record can be made from again. */
export const documentSchema = z.object({
  format: formatSchema,
  reader: z.string().describe('name and version of the reader, e.g. `pdf@1`'),
  pages: z.int().min(1).nullable().describe('number of pages, null where the format has none'),
  pageFacts: z.array(pageFactsSchema).default([]).describe('one for each page where the format has them (PDF, OFD, pictures)'),
  blocks: z.array(blockSchema),
  linkedFiles: z.array(linkedFileSchema).default([]).describe('files that a web page offers beside its text'),
  warnings: z.array(readWarningSchema),
});
export type Document = z.infer<typeof documentSchema>;
