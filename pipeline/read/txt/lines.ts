/** One line of a text file with what stands around it. */
export interface SourceLine {
  /** As it stands in the file, without its line end and characters without width. */
  raw: string;
  /** 1-based, null when the file has no form feeds. */
  page: number | null;
  /** An empty line, a dropped rule or a page break stands before it. */
  blankBefore: boolean;
}

const BLANK = /^[\s\u200B-\u200D\u2060\uFEFF]*$/;
/** Characters without width, and the byte order marks of files that were joined. */
const NO_WIDTH = /[\u200B\u2060\uFEFF\u00AD]/g;
/** `---`, `***`, `___`, `===` (CommonMark thematic breaks, and the underlines of its setext headings). */
const RULE = /^\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,}\s*)$/;

/** The lines that hold something. Form feeds are page breaks. */
export function sourceLines(text: string): { lines: SourceLine[]; pages: number | null } {
  // Ctrl-Z ends a DOS text file; a form feed at the very end closes the last page and opens none.
  const sheets = text.replaceAll('\u001A', '').split('\f');
  while (sheets.length > 1 && BLANK.test(sheets.at(-1) ?? '')) sheets.pop();
  const paged = sheets.length > 1;
  const lines: SourceLine[] = [];
  sheets.forEach((sheet, index) => {
    let blankBefore = index > 0;
    for (const given of sheet.split(/\r\n|[\n\r\v\u0085\u2028\u2029]/)) {
      const raw = given.replace(NO_WIDTH, '');
      if (BLANK.test(raw) || RULE.test(raw)) {
        blankBefore = true;
        continue;
      }
      lines.push({ raw, page: paged ? index + 1 : null, blankBefore });
      blankBefore = false;
    }
  });
  return { lines, pages: paged ? sheets.length : null };
}
