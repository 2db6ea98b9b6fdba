import { childOf, childrenOf, type XmlElement } from '../xml.js';
import { childrenNamed, textOf, type OfdPackage } from './package.js';
import type { OfdDocument } from './document.js';

/** The words of a page's annotations (GB/T 33190-2016, clause 15): stamps, watermarks, remarks. They are no part of the notice's text. */
export function annotationTexts(files: OfdPackage, document: OfdDocument): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const list = files.partOf(document.root, 'Annotations');
  if (list === null) return found;
  for (const page of childrenNamed(list.element, 'Page')) {
    const annotations = files.partOf({ element: page, folder: list.folder }, 'FileLoc');
    const texts = childrenNamed(annotations?.element, 'Annot').map((one) => wordsIn(childOf(one, 'Appearance')));
    found.set(
      page.attributes.get('PageID') ?? '',
      texts.filter((text) => text !== ''),
    );
  }
  return found;
}

function wordsIn(element: XmlElement | undefined): string {
  if (element?.name === 'TextCode') return textOf(element);
  return childrenOf(element).map(wordsIn).join('');
}
