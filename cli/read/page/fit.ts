/** Width in ems as most fonts set it: Chinese characters take a whole one. */
export function ems(text: string): number {
  let width = 0;
  for (const c of text) width += c.charCodeAt(0) < 0x2e80 && !/[“”‘’—…]/.test(c) ? 0.55 : 1;
  return width;
}

/** Breaks text into lines of so many ems. */
function broken(text: string, width: number): string[] {
  return text.split('\n').flatMap((part) => {
    const lines = [''];
    let used = 0;
    for (const c of part.trim()) {
      const w = ems(c);
      if (used + w > width && used > 0) {
        lines.push('');
        used = 0;
      }
      lines[lines.length - 1] = `${lines.at(-1) ?? ''}${c}`;
      used += w;
    }
    return lines;
  });
}

const LEADING = 1.2;
const SIZES = [10, 9, 8, 7, 6, 5, 4, 3];

/** The largest size at which text stands in a box, and its lines there. */
export function fitText(text: string, width: number, height: number): { size: number; lines: string[] } {
  let fitted = { size: 3, lines: [text] };
  for (const size of SIZES) {
    fitted = { size, lines: broken(text, Math.max(1, width / size)) };
    if (fitted.lines.length * size * LEADING <= height + 1) break;
  }
  return fitted;
}

export const leadingOf = (size: number): number => size * LEADING;
