import { InputRefused } from '../../refused.js';
import { damagedZip, type Archive } from '../zip.js';
import { childrenOf, parseXml } from './xml.js';

/** The parts of a DOCX that hold text or say how to read it. */
export interface DocxParts {
  main: Uint8Array;
  others: Map<'styles' | 'numbering' | 'w:footnote' | 'w:endnote', Uint8Array>;
  /** Everything unpacked, by member name. */
  unpacked: Map<string, Uint8Array>;
}

const KINDS = [
  ['styles', 'styles'],
  ['numbering', 'numbering'],
  ['footnotes', 'w:footnote'],
  ['endnotes', 'w:endnote'],
] as const;

/** Finds the parts by their relationships (ECMA-376 part 2, 9.3), for their names are free. */
export function packageParts(archive: Archive): DocxParts {
  const first = archive.unpack(['[Content_Types].xml', '_rels/.rels']);
  const main = relations(first.get('_rels/.rels'), '').get('officeDocument') ?? 'word/document.xml';
  if (!archive.names.has(main)) {
    throw new InputRefused(
      'unsupported',
      'the file is a ZIP container without a Word document in it',
      'Check what the file is; supported are TXT, Markdown, DOCX and PDF.',
    );
  }
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relationsPart = `${folder}_rels/${main.slice(folder.length)}.rels`;
  const targets = relations(archive.unpack([relationsPart]).get(relationsPart), folder);
  const named = KINDS.map(([type, kind]) => [kind, targets.get(type) ?? `${folder}${type}.xml`] as const);
  const unpacked = archive.unpack(['[Content_Types].xml', '_rels/.rels', relationsPart, main, ...named.map(([, name]) => name)]);
  const others: DocxParts['others'] = new Map();
  for (const [kind, name] of named) {
    const bytes = unpacked.get(name);
    if (bytes !== undefined) others.set(kind, bytes);
  }
  const mainBytes = unpacked.get(main);
  if (mainBytes === undefined) throw damagedZip(new Error('the main part cannot be unpacked'));
  return { main: mainBytes, others, unpacked };
}

/** Relationship types by their last word, with the member names they point at. */
function relations(bytes: Uint8Array | undefined, folder: string): Map<string, string> {
  const found = new Map<string, string>();
  if (bytes === undefined) return found;
  try {
    for (const relation of childrenOf(parseXml(bytes))) {
      const type = (relation.attributes.get('Type') ?? '').replace(/^.*\//, '');
      const target = relation.attributes.get('Target') ?? '';
      if (!found.has(type)) found.set(type, target.startsWith('/') ? target.slice(1) : folder + target);
    }
  } catch (error) {
    throw error instanceof InputRefused ? error : damagedZip(error);
  }
  return found;
}
