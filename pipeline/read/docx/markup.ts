import { symbol } from './symbols.js';
import { childOf, childrenOf, switchOf, type XmlElement } from './xml.js';

/** Elements that hold content without adding anything: revisions that are accepted, tags, links (17.5, 17.13, 17.16). */
const TRANSPARENT = new Set([
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:customXml',
  'w:sdt',
  'w:sdtContent',
  'w:hyperlink',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
  'w:rubyBase',
  'w:ruby',
  'm:oMath',
  'm:oMathPara',
]);

/** True for an element whose children count as those of its parent. */
export function isTransparent(element: XmlElement): boolean {
  return TRANSPARENT.has(element.name) && !isPlaceholder(element);
}

/** A content control that nobody filled in shows a prompt, which is no text (17.5.2.39). */
function isPlaceholder(element: XmlElement): boolean {
  return element.name === 'w:sdt' && switchOf(childOf(element, 'w:sdtPr'), 'w:showingPlcHdr') === true;
}

/** Children with the transparent wrappers between them taken away. */
export function flattened(container: XmlElement): XmlElement[] {
  return childrenOf(container).flatMap((child) => {
    if (child.name === 'mc:AlternateContent') return flattened(alternative(child));
    return isTransparent(child) ? flattened(child) : [child];
  });
}

/** The newer form of what stands in two forms (ECMA-376 part 3, 7.5); the older one where there is no newer. */
export function alternative(element: XmlElement): XmlElement {
  return childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback') ?? element;
}

/** The words directly in an element. */
export function wordsOf(element: XmlElement): string {
  return element.children.filter((part) => typeof part === 'string').join('');
}

/** What a child of a run says; `font` is that of the run, for the signs of symbol fonts. */
export function runText(child: XmlElement, font: string): string {
  switch (child.name) {
    case 'w:t':
    case 'm:t':
      return wordsOf(child)
        .replaceAll('\u00AD', '')
        .replace(/[\r\n]+/g, ' ')
        .replace(/[\uF020-\uF0FF]/g, (sign) => symbol(font, sign.charCodeAt(0).toString(16)));
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:br':
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '-';
    case 'w:sym':
      return symbol(child.attributes.get('w:font') ?? '', child.attributes.get('w:char') ?? '');
    default:
      return '';
  }
}
