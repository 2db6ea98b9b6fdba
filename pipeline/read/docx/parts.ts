import { InputRefused } from '../../refused.js';
import { damagedZip, type Archive } from '../zip.js';
import { childrenOf, parseXml } from './xml.js';

/** The parts of a DOCX that hold text or say how to read it. */
export interface DocxParts {
  main: Uint8Array;
  others: Map<'styles' | 'numbering' | 'w:footnote' | 'w:endnote', Uint8Array>;
  /** Headers by their relationship. */
  headers: Map<string, Uint8Array>;
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
  const main =
    relations(first.get('_rels/.rels'), '').find((one) => one.type === 'officeDocument')?.target ?? 'word/document.xml';
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
  const named = KINDS.map(
    ([type, kind]) => [kind, targets.find((one) => one.type === type)?.target ?? `${folder}${type}.xml`] as const,
  );
  const headings = targets.filter((one) => one.type === 'header').map(({ id, target }) => [id, target] as const);
  const wanted = ['[Content_Types].xml', '_rels/.rels', relationsPart, main, ...named.map(([, name]) => name)];
  const unpacked = archive.unpack([...wanted, ...headings.map(([, name]) => name)]);
  const mainBytes = unpacked.get(main);
  if (mainBytes === undefined) throw damagedZip(new Error('the main part cannot be unpacked'));
  const headers = found(headings, unpacked);
  for (const [, name] of headings) unpacked.delete(name);
  return { main: mainBytes, others: found(named, unpacked), headers, unpacked };
}

function found<K>(named: readonly (readonly [K, string])[], unpacked: ReadonlyMap<string, Uint8Array>): Map<K, Uint8Array> {
  return new Map(
    named.flatMap(([key, name]) => {
      const bytes = unpacked.get(name);
      return bytes === undefined ? [] : [[key, bytes] as const];
    }),
  );
}

interface Relation {
  id: string;
  /** the last word of its type */
  type: string;
  /** the member that it points at */
  target: string;
}

function relations(bytes: Uint8Array | undefined, folder: string): Relation[] {
  if (bytes === undefined) return [];
  try {
    return childrenOf(parseXml(bytes)).map(({ attributes }) => {
      const target = attributes.get('Target') ?? '';
      return {
        id: attributes.get('Id') ?? '',
        type: (attributes.get('Type') ?? '').replace(/^.*\//, ''),
        target: target.startsWith('/') ? target.slice(1) : folder + target,
      };
    });
  } catch (error) {
    throw error instanceof InputRefused ? error : damagedZip(error);
  }
}
