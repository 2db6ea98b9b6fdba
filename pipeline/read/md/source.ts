/** A line of a Markdown file with what stands around it. */
export interface MarkdownLine {
  raw: string;
  blankBefore: boolean;
  /** a line of code: its marks are text */
  code: boolean;
}

export interface MarkdownSource {
  lines: MarkdownLine[];
  defined: Set<string>;
}

const FENCE = /^ {0,3}(`{3,}(?!`)|~{3,}(?!~))[^`]*$/;
/** CommonMark 4.7; a note of its own is text. */
const DEFINITION = /^ {0,3}\[(?!\^)([^\]\n]{1,100})\]:\s*\S+(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*$/;
const BREAK = /^\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/;

/** The lines of a file that hold something; comments, fences, breaks and link definitions are none. */
export function markdownLines(text: string): MarkdownSource {
  const lines: MarkdownLine[] = [];
  const defined = new Set<string>();
  let fence: string | null = null;
  let blankBefore = false;
  const source = withoutComments(text).split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
  const fences = lastFences(source);
  source.forEach((given, index) => {
    const raw = given.replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '');
    const mark = FENCE.exec(raw)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence) === true && raw.trim() === mark) fence = null;
      else if (raw.trim() !== '') lines.push({ raw, blankBefore: false, code: true });
      return;
    }
    const definition = DEFINITION.exec(raw)?.[1];
    if (definition !== undefined) defined.add(definition.toLowerCase());
    else if (mark !== undefined && (fences.get(mark) ?? -1) > index) fence = mark;
    else if (raw.trim() === '' || (BREAK.test(raw) && !underlines(lines.at(-1), raw, blankBefore))) blankBefore = true;
    else {
      lines.push({ raw, blankBefore, code: false });
      blankBefore = false;
    }
  });
  return { lines, defined };
}

/** Comments may go over lines; an open one ends with the file (HTML Standard, 13.2.5.44), which would lose its text: it stays. */
const withoutComments = (text: string): string => text.replace(/<!--(?:(?!<!--)[^])*?-->/g, '');

/** Where a fence of each length stands last: an opening one without a closing one is a slip, and no reason to take the rest for code. */
function lastFences(source: readonly string[]): Map<string, number> {
  const last = new Map<string, number>();
  source.forEach((line, index) => {
    const bare = line.trim();
    if (/^(?:`{3,}|~{3,})$/.test(bare)) last.set(bare, index);
  });
  return last;
}

/** `---` right under a line that may be a heading is its underline (CommonMark 4.3). */
export function underlines(above: MarkdownLine | undefined, raw: string, blankBefore: boolean): boolean {
  if (above === undefined || blankBefore || above.code || !/^ {0,3}(?:-+|=+)\s*$/.test(raw)) return false;
  const text = above.raw.trim();
  return text.length <= 60 && !/[。；，：]$/.test(text) && !/^(?:[#>|\-*+<]|\d+[.)])/.test(text) && !text.includes('|');
}
