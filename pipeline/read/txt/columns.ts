/** A piece of a line, and the columns of a fixed-width screen that it takes: Chinese characters take two. */
export interface Piece {
  text: string;
  from: number;
  to: number;
}

/** Columns of one character; those of box drawing are as wide as the file's own font has them. */
export function widthOf(character: string, box: 1 | 2): number {
  const code = character.charCodeAt(0);
  if (code === 0x09) return 8;
  if (code >= 0x2500 && code <= 0x257f) return box;
  return code < 0x1100 && character !== '·' && character !== '×' ? 1 : 2;
}

/** White space, of which there is none beyond these codes. */
function isBlank(character: string): boolean {
  const code = character.charCodeAt(0);
  return (code <= 0x3000 || code === 0xfeff) && /\s/.test(character);
}

/** What stands between two pieces, wherever it stands in the line: two blanks, or one that may be wide. */
const GAP = /\s\s|[\t\u1680\u2000-\u3000\uFEFF]/;

/** False for a line that is one piece. */
export const mayHavePieces = (line: string): boolean => GAP.test(line.trim());

/** The pieces of a line between gaps of two blanks and more, or one that is full-width. */
export function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = [];
  let [column, from, text, gap] = [0, 0, '', 0];
  const end = (): void => {
    if (text.trim() !== '') pieces.push({ text: text.trim(), from, to: column - gap });
    text = '';
  };
  for (const character of line) {
    const width = widthOf(character, 2);
    if (isBlank(character)) {
      gap += width;
      if (gap >= 2) end();
      else text += character;
    } else {
      if (text === '') from = column;
      text += character;
      gap = 0;
    }
    column += width;
  }
  end();
  return pieces;
}
