// There is no canvas to measure text with, and nobody knows the fonts of the reader: the widths hold for the usual ones.

/** Characters that take a whole em: those of Chinese, full-width forms and punctuation (Unicode East Asian Width W and F, nearly). */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6“”‘’—…]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const NARROW = 0.55;
const CAPITAL = 0.7;

/** The width of a text in ems. */
export function ems(text: string): number {
  let width = 0;
  for (const character of text) width += emsOf(character);
  return width;
}

function emsOf(character: string): number {
  if (WIDE.test(character)) return 1;
  return /[A-Z%@&WM]/.test(character) ? CAPITAL : NARROW;
}

/** The text in lines of at most so many ems, broken anywhere between Chinese characters and at spaces, else where it must be. */
export function lines(text: string, most: number): string[] {
  const done: string[] = [];
  let line = '';
  let width = 0;
  for (const word of text.match(/[!-~]+ ?|[^!-~]/gu) ?? []) {
    for (const part of ems(word) > most ? word : [word]) {
      const own = ems(part.trimEnd());
      if (line !== '' && width + own > most + 1e-9) {
        done.push(line.trimEnd());
        [line, width] = ['', 0];
      }
      line += part;
      width += ems(part);
    }
  }
  return line === '' ? done : [...done, line.trimEnd()];
}

/** What ECharts measures with: pixels of a text in a CSS font. */
export function measureText(text: string, font = '12px'): { width: number } {
  const size = Number(/(\d+(?:\.\d+)?)px/.exec(font)?.[1] ?? 12);
  return { width: ems(text) * size };
}
