import { InputRefused } from '../../refused.js';
import { childrenOf, localNames, parseXml, type XmlElement } from '../xml.js';
import { damagedZip, type Archive } from '../zip.js';

/** What a part points at: the kind of relationship by its last word, and the name of the other part. */
export interface Relation {
  id: string;
  kind: string;
  target: string;
}

/** The parts of a workbook's package, found by their relationships (ECMA-376 part 2, 9.3). */
export class Parts {
  constructor(private readonly archive: Archive) {}

  bytes(name: string): Uint8Array | undefined {
    return this.archive.unpack([name]).get(name);
  }

  xml(name: string | undefined): XmlElement | undefined {
    const bytes = name === undefined ? undefined : this.bytes(name);
    if (bytes === undefined) return undefined;
    try {
      return parseXml(bytes, localNames);
    } catch (error) {
      throw error instanceof InputRefused ? error : damagedZip(error);
    }
  }

  /** What a part points at inside the package; the package itself has an empty name. */
  relations(name: string): Relation[] {
    const folder = name.slice(0, name.lastIndexOf('/') + 1);
    const list = this.xml(`${folder}_rels/${name.slice(folder.length)}.rels`);
    return childrenOf(list)
      .filter((relation) => relation.attributes.get('TargetMode') !== 'External')
      .map(({ attributes }) => ({
        id: attributes.get('Id') ?? '',
        kind: (attributes.get('Type') ?? '').replace(/^.*\//, ''),
        target: resolved(attributes.get('Target') ?? '', folder),
      }));
  }
}

function resolved(target: string, folder: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
