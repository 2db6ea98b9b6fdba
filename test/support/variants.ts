/** A paragraph as lines of a width in full-width characters, as an office programme breaks them; the first line indented. */
export function wrapped(paragraph: string, width: number, indent = '　　'): string[] {
  const lines: string[] = [];
  let line = indent;
  let used = indent.length;
  for (const c of paragraph) {
    const w = c.charCodeAt(0) < 0x2e80 && !/[“”‘’—…]/.test(c) ? 0.5 : 1;
    // no line begins with a full stop or a closing bracket: it hangs at the end of the line before
    if (used + w > width && !/[，。、；：！？）》”％%]/.test(c)) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += c;
    used += w;
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** The other widths and brackets that the same words come in. */
export const VARIANTS: Record<string, (text: string) => string> = {
  'half-width brackets and punctuation': (text) =>
    text.replace(/[（）：；]/g, (c) => ({ '（': '(', '）': ')', '：': ':', '；': ';' })[c] ?? c),
  'square brackets in document numbers': (text) => text.replace(/〔/g, '[').replace(/〕/g, ']'),
  'full-width figures': (text) => text.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
  'blanks beside figures': (text) => text.replace(/(?<=[\u4e00-\u9fff])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff])/g, ' '),
  'blanks at line ends': (text) => text.replaceAll('\n', ' 　\n'),
  'empty lines between': (text) => text.replaceAll('\n', '\n\n'),
  'an indent before each line': (text) => text.replaceAll('\n', '\n　　'),
};
