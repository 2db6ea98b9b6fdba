import type { RecognisedWord } from '../reader.js';

/**
 * Signs that engines take for others, put right where the neighbours leave no doubt: a dash between figures is read as
 * the numeral one (`2026一2028年`), the opening bracket of `（市、区)` as an angle one, the rules between cells as bars.
 */
export function mendedWords(words: readonly RecognisedWord[]): RecognisedWord[] {
  const byLine = new Map<number, RecognisedWord[]>();
  for (const word of words) {
    const line = byLine.get(word.line);
    if (line === undefined) byLine.set(word.line, [{ ...word }]);
    else line.push({ ...word });
  }
  return [...byLine.values()].flatMap(mendedLine);
}

function mendedLine(line: readonly RecognisedWord[]): RecognisedWord[] {
  const text = line.map((word) => word.text).join('');
  const mended = text
    .replace(/[|｜]/g, ' ')
    .replace(/(?<=\d)\s*一\s*(?=\d)/g, (dash) => dash.replace('一', '—'))
    .replace(/[〈<](?=[^〈〉<>（）()]{0,40}[)）])/g, '（')
    .replace(/(?<=[（(][^〈〉<>（）()]{0,40})[〉>](?![^〈〉<>（）()]{0,40}[)）])/g, '）');
  let at = 0;
  return line.map((word) => {
    const end = at + word.text.length;
    const part = mended.slice(at, end);
    at = end;
    return { ...word, text: part };
  });
}
