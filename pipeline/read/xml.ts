import { SaxesParser } from 'saxes';
import { BOUNDS, tooLarge } from './bounds.js';

/** An element with its namespace's usual prefix, whatever prefix the file uses; attributes likewise. */
export interface XmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: (XmlElement | string)[];
}

/** Transitional (ECMA-376) and strict (ISO/IEC 29500) names of the namespaces that matter. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'c'],
  ['http://schemas.openxmlformats.org/drawingml/2006/diagram', 'dgm'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', ''],
]);

/** How an element or attribute of a namespace is called in the tree. */
type Naming = (uri: string, local: string) => string;

/** Names without any prefix, for formats whose producers do not agree on the namespace. */
export const localNames: Naming = (_uri, local) => local;

/** Parses an XML part into a tree. @throws on XML that is not well-formed, and InputRefused past a bound */
export function parseXml(bytes: Uint8Array, named: Naming = usualNames): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const top: XmlElement = { name: '', attributes: new Map(), children: [] };
  const open: XmlElement[] = [top];
  let elements = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    elements += 1;
    if (elements > BOUNDS.xmlElements) throw tooLarge('xmlElements');
    if (open.length > BOUNDS.xmlDepth) throw tooLarge('xmlDepth');
    const attributes = new Map(Object.values(tag.attributes).map((a) => [named(a.uri, a.local), a.value]));
    const element: XmlElement = { name: named(tag.uri, tag.local), attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => open.at(-1)?.children.push(text));
  parser.on('cdata', (text) => open.at(-1)?.children.push(text));
  parser.write(decodeXml(bytes)).close();
  return childrenOf(top)[0] ?? top;
}

function usualNames(uri: string, local: string): string {
  if (uri === '') return local;
  const prefix = PREFIXES.get(uri) ?? '?';
  return prefix === '' ? local : `${prefix}:${local}`;
}

/** The text of an XML part: UTF-16 by its mark, else UTF-8. */
export function decodeXml(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

export function childrenOf(element: XmlElement | undefined): XmlElement[] {
  return element?.children.filter((child) => typeof child !== 'string') ?? [];
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return childrenOf(element).find((child) => child.name === name);
}

/** The `w:val` of a child, undefined when either is missing. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes.get('w:val');
}

/** A whole number in an attribute, else undefined. */
export function numberOf(element: XmlElement | undefined, attribute = 'w:val'): number | undefined {
  const value = element?.attributes.get(attribute);
  return value !== undefined && /^-?\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** A switch such as `<w:vanish/>` (ECMA-376 part 1, 17.17.4): on when it is there and not off, undefined when not there. */
export function switchOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const child = childOf(element, name);
  if (child === undefined) return undefined;
  return !['0', 'false', 'off'].includes(child.attributes.get('w:val') ?? 'true');
}
