import type { Reader } from './reader.js';
import * as versions from './versions.js';

/** Every reader. A new format is one file, one line here, and how it is told in `sniff.ts`. */
export const READERS: readonly Reader[] = [
  { format: 'txt', version: versions.TXT_READER, load: async () => (await import('./txt.js')).readText },
  { format: 'md', version: versions.MD_READER, load: async () => (await import('./md.js')).readMarkdown },
  { format: 'html', version: versions.HTML_READER, load: async () => (await import('./html.js')).readHtml },
  { format: 'docx', version: versions.DOCX_READER, load: async () => (await import('./docx.js')).readDocx },
  { format: 'doc', version: versions.DOC_READER, load: async () => (await import('./doc.js')).readDoc },
  { format: 'pdf', version: versions.PDF_READER, load: async () => (await import('./pdf.js')).readPdf },
  { format: 'ofd', version: versions.OFD_READER, load: async () => (await import('./ofd.js')).readOfd },
  { format: 'xlsx', version: versions.XLSX_READER, load: async () => (await import('./xlsx.js')).readXlsx },
  { format: 'csv', version: versions.CSV_READER, load: async () => (await import('./csv.js')).readCsv },
  { format: 'image', version: versions.IMAGE_READER, load: async () => (await import('./image.js')).readImage },
];
