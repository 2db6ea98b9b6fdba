/** Raise a reader's number when what it yields for some file changes: files are then read again. */
export const TXT_READER = 'txt@1';
export const DOCX_READER = 'docx@1';
export const PDF_READER = 'pdf@3';
export const HTML_READER = 'html@1';
