/** Raise a reader's number when what it yields for some file changes: files are then read again. */
export const TXT_READER = 'txt@5';
export const MD_READER = 'md@1';
export const DOCX_READER = 'docx@2';
export const PDF_READER = 'pdf@11';
export const HTML_READER = 'html@2';
export const OFD_READER = 'ofd@7';
export const XLSX_READER = 'xlsx@2';
export const CSV_READER = 'csv@1';
export const DOC_READER = 'doc@1';
export const IMAGE_READER = 'image@5';
