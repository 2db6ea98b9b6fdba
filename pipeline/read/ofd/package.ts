import { InputRefused } from '../../refused.js';
import { childOf, childrenOf, localNames, parseXml, type XmlElement } from '../xml.js';
import { damagedZip, type Archive } from '../zip.js';

/** A part of the package with the folder that its own locations start from. */
export interface Part {
  element: XmlElement;
  /** with a `/` at its end, empty at the root */
  folder: string;
}

/** The parts of an OFD package (GB/T 33190-2016), parsed once each. */
export class OfdPackage {
  private readonly parts = new Map<string, XmlElement | null>();
  /** names without regard to case: packages made on Windows do not always spell them the same way twice */
  private readonly spelled: ReadonlyMap<string, string>;

  constructor(private readonly archive: Archive) {
    this.spelled = new Map([...archive.names].map((name) => [name.toLowerCase(), name]));
  }

  has(name: string): boolean {
    return this.spelled.has(name.toLowerCase());
  }

  /**
   * The part at a location (ST_Loc): from the root where it begins with `/`, else from the folder of the part that
   * names it. Some producers mean the root without saying so. Null where there is none.
   * @throws InputRefused where the part is damaged
   */
  part(location: string, from = ''): Part | null {
    const name = this.nameAt(location, from);
    const element = name === null ? null : this.parsed(name);
    return name === null || element === null ? null : { element, folder: name.slice(0, name.lastIndexOf('/') + 1) };
  }

  /** The bytes of a file that is no XML, such as a picture; null where there is none. @throws InputRefused where it is damaged */
  bytes(location: string, from: string): Uint8Array | null {
    const name = this.nameAt(location, from);
    return name === null ? null : (this.archive.unpack([name]).get(name) ?? null);
  }

  private nameAt(location: string, from: string): string | null {
    const asked = location.trim();
    for (const place of asked.startsWith('/') ? [asked] : [from + asked, asked]) {
      const name = this.spelled.get(withoutDots(place).toLowerCase());
      if (name !== undefined) return name;
    }
    return null;
  }

  /** The part that a child of `part` names. */
  partOf({ element, folder }: Part, child: string): Part | null {
    const location = textOf(childOf(element, child));
    return location === '' ? null : this.part(location, folder);
  }

  private parsed(name: string): XmlElement | null {
    const known = this.parts.get(name);
    if (known !== undefined) return known;
    const bytes = this.archive.unpack([name]).get(name);
    const element = bytes === undefined ? null : parsedPart(bytes);
    this.parts.set(name, element);
    return element;
  }
}

function parsedPart(bytes: Uint8Array): XmlElement {
  try {
    return parseXml(bytes, localNames);
  } catch (error) {
    throw error instanceof InputRefused ? error : damagedZip(error);
  }
}

function withoutDots(path: string): string {
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** The text inside an element, without white space at its ends. */
export function textOf(element: XmlElement | undefined): string {
  return (element?.children ?? [])
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('')
    .trim();
}

/** All children of a name. */
export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return childrenOf(element).filter((child) => child.name === name);
}

/** The numbers of an attribute or text such as `0 0 210 297` (ST_Array); what is no number is left out. */
export function numbersOf(text: string | undefined): number[] {
  return (text ?? '')
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .map(Number)
    .filter(Number.isFinite);
}

/** One number of an attribute; `otherwise` where it has none. */
export function numberIn(element: XmlElement, attribute: string, otherwise: number): number {
  return numbersOf(element.attributes.get(attribute))[0] ?? otherwise;
}
