import { SaxesParser } from 'saxes';
import { measureText } from '../../../web/charts/measure.js';

/** A line of text in a drawing, with the box that it takes. */
export interface Box {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** All lines of text of an SVG document; throws where it is not well-formed. Only translations are known, as nothing is turned. */
export function textsOf(svg: string): Box[] {
  const boxes: Box[] = [];
  const parser = new SaxesParser();
  let open: Record<string, string> | null = null;
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'text') [open, text] = [{ ...attributes }, ''];
  });
  parser.on('text', (part) => (text += part));
  parser.on('closetag', ({ name }) => {
    if (name === 'text' && open) boxes.push(boxOf(open, text));
  });
  parser.write(svg).close();
  return boxes;
}

function boxOf(attributes: Record<string, string>, text: string): Box {
  const at = /^translate\(([-\d.]+) ([-\d.]+)\)$/.exec(attributes['transform'] ?? 'translate(0 0)');
  if (!at) throw new Error(`a text is moved by ${attributes['transform']}`);
  const style = attributes['style'] ?? '';
  const size = Number(/font-size:([\d.]+)px/.exec(style)?.[1]);
  const { width } = measureText(text, `${size}px`);
  const [x, y] = [Number(at[1]) + Number(attributes['x'] ?? 0), Number(at[2]) + Number(attributes['y'] ?? 0)];
  const anchor = attributes['text-anchor'];
  const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
  // The middle of the line is at y (dominant-baseline central); letters are lower than the em.
  return { text, left, right: left + width, top: y - size * 0.45, bottom: y + size * 0.45 };
}

export function overlapping(boxes: readonly Box[]): string[] {
  const found: string[] = [];
  for (const [i, a] of boxes.entries()) {
    for (const b of boxes.slice(i + 1)) {
      if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) found.push(`${a.text} | ${b.text}`);
    }
  }
  return found;
}
