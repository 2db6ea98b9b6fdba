import { childOf, childrenOf, type XmlElement } from '../xml.js';

/** A text box with the row of the sheet at which it is anchored, from 0. */
export interface TextBox {
  row: number;
  paragraphs: string[];
}

/** The text boxes of a drawing part (ECMA-376 part 1, 20.5): what shapes say, by paragraphs. Pictures and charts say nothing. */
export function textBoxes(drawing: XmlElement | undefined): TextBox[] {
  return childrenOf(drawing).flatMap((anchor) => {
    const row = Number(
      textIn({ name: 't', attributes: new Map(), children: childOf(childOf(anchor, 'from'), 'row')?.children ?? [] }),
    );
    const paragraphs = paragraphsIn(anchor).filter((text) => text !== '');
    return paragraphs.length === 0 ? [] : [{ row: Number.isFinite(row) ? row : 0, paragraphs }];
  });
}

function paragraphsIn(element: XmlElement): string[] {
  // what an older program shows in place of a shape would say the same again
  if (element.name === 'Fallback') return [];
  if (element.name === 'p') return [textIn(element).trim()];
  return childrenOf(element).flatMap(paragraphsIn);
}

function textIn(element: XmlElement): string {
  if (element.name === 't') return element.children.filter((child) => typeof child === 'string').join('');
  if (element.name === 'br') return '\n';
  return childrenOf(element).map(textIn).join('');
}
