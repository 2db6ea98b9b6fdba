import type { WordFile } from './fib.js';

/** A text box: the drawing that it belongs to, and its range in the story of the text boxes. */
export interface TextBox {
  drawing: number;
  start: number;
  end: number;
}

/** Bytes of a text box's and of an anchor's description (MS-DOC 2.9.107, 2.9.253). */
const BOX = 22;
const ANCHOR = 26;

/** The text boxes of the main text (2.8.32). */
export function textBoxesOf(file: WordFile): TextBox[] {
  const part = file.part('textBoxes');
  const story = file.stories.get('textBoxes');
  const count = Math.floor((part.byteLength - 4) / (4 + BOX));
  const boxes: TextBox[] = [];
  for (let i = 0; i < count; i += 1) {
    const [start, end] = [part.getUint32(i * 4, true), part.getUint32(i * 4 + 4, true)];
    const drawing = part.getUint32((count + 1) * 4 + i * BOX + 14, true);
    if (story !== undefined && end > start && story.start + end <= story.end)
      boxes.push({ drawing, start: story.start + start, end: story.start + end });
  }
  return boxes;
}

/** Where drawings hang in the main text: positions with the drawing's number (2.8.37). */
export function anchorsOf(file: WordFile): Map<number, number> {
  const part = file.part('shapes');
  const count = Math.floor((part.byteLength - 4) / (4 + ANCHOR));
  const anchors = new Map<number, number>();
  for (let i = 0; i < count; i += 1) anchors.set(part.getUint32(i * 4, true), part.getUint32((count + 1) * 4 + i * ANCHOR, true));
  return anchors;
}
