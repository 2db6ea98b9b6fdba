import type { Reader } from './reader.js';
import { DOCX_READER, HTML_READER, MD_READER, OFD_READER, PDF_READER, TXT_READER } from './versions.js';

/** Every reader. A new format is one file, one line here, and how it is told in `sniff.ts`. */
export const READERS: readonly Reader[] = [
  { format: 'txt', version: TXT_READER, load: async () => (await import('./txt.js')).readText },
  { format: 'md', version: MD_READER, load: async () => (await import('./md.js')).readMarkdown },
  { format: 'html', version: HTML_READER, load: async () => (await import('./html.js')).readHtml },
  { format: 'docx', version: DOCX_READER, load: async () => (await import('./docx.js')).readDocx },
  { format: 'pdf', version: PDF_READER, load: async () => (await import('./pdf.js')).readPdf },
  { format: 'ofd', version: OFD_READER, load: async () => (await import('./ofd.js')).readOfd },
];
