import { BOUNDS, tooLarge } from './bounds.js';
import { readDirectory, type Entry } from './zip/directory.js';
import { namesOf } from './zip/names.js';
import { damagedZip, encryptedMember } from './zip/refusals.js';
import { unpackEntry } from './zip/unpack.js';

export { damagedZip } from './zip/refusals.js';

/** The container of a document: a ZIP archive whose parts are unpacked in memory, by name and only on demand. */
export interface Archive {
  names: ReadonlySet<string>;
  /** The wanted parts that are there. @throws InputRefused where one cannot be unpacked */
  unpack: (wanted: readonly string[]) => Map<string, Uint8Array>;
}

/** Every member of an archive that is no folder, with its name decoded. */
export interface NamedEntry extends Entry {
  name: string;
}

/**
 * Reads the directory of a ZIP archive; nothing is unpacked.
 * @throws InputRefused when the archive is damaged, holds too many members, or has members that overlap
 */
export function entriesOf(bytes: Uint8Array): NamedEntry[] {
  const entries: Entry[] = [];
  for (const entry of readDirectory(bytes)) {
    entries.push(entry);
    if (entries.length > BOUNDS.archiveMembers) throw tooLarge('archiveMembers');
  }
  refuseOverlap(entries);
  const names = namesOf(entries);
  return entries
    .map((entry, i) => ({ ...entry, name: names[i] ?? '' }))
    .filter(({ name }) => !/[/\\]$/.test(name) && name !== '');
}

/** Members that share bytes: no program packs so, but a few kilobytes can be made to unpack to terabytes by it. */
function refuseOverlap(entries: readonly Entry[]): void {
  let end = 0;
  for (const { at, packed } of [...entries].sort((a, b) => a.at - b.at)) {
    if (at < end) throw damagedZip('members of it overlap');
    end = at + packed;
  }
}

/**
 * Opens a ZIP archive as the container of one document (ECMA-376 part 2, annex B). The declared sizes are summed
 * against the bound before anything is unpacked, and no part grows past its declared size.
 * @throws InputRefused when the archive is damaged or past a bound
 */
export function openArchive(bytes: Uint8Array): Archive {
  const byName = new Map<string, Entry>();
  let total = 0;
  for (const entry of entriesOf(bytes)) {
    const name = entry.name.replaceAll('\\', '/').replace(/^\/+/, '');
    total += entry.size;
    if (total > BOUNDS.unzippedBytes) throw tooLarge('unzippedBytes');
    if (!byName.has(name)) byName.set(name, entry);
  }
  const unpack = (wanted: readonly string[]): Map<string, Uint8Array> => {
    const found = new Map<string, Uint8Array>();
    for (const name of wanted) {
      const entry = byName.get(name);
      if (entry !== undefined) found.set(name, unpackEntry(bytes, entry));
    }
    return found;
  };
  return { names: new Set(byName.keys()), unpack };
}

/** Documents that are ZIP containers, with what those that are not read are called. */
export type ContainerKind = { format: 'docx' | 'xlsx' | 'ofd' } | { what: string } | 'archive';

/** What a ZIP container is by the names in it. */
export function containerKind(names: ReadonlySet<string>): ContainerKind {
  const has = (start: string): boolean => [...names].some((name) => name.startsWith(start));
  const office = names.has('[Content_Types].xml');
  if (names.has('OFD.xml')) return { format: 'ofd' };
  if (names.has('word/document.xml') || (office && has('word/'))) return { format: 'docx' };
  if (names.has('xl/workbook.xml') || (office && has('xl/'))) return { format: 'xlsx' };
  if (names.has('ppt/presentation.xml') || (office && has('ppt/'))) return { what: 'a presentation (PPTX)' };
  if (office && has('visio/')) return { what: 'a drawing (VSDX)' };
  if (office) return { format: 'docx' };
  if (names.has('mimetype') && names.has('content.xml')) return { what: 'an OpenDocument file (ODT, ODS)' };
  if (names.has('META-INF/container.xml')) return { what: 'an EPUB book' };
  return 'archive';
}

/** A document whose parts are encrypted one by one inside its container. */
export function refuseEncryptedParts(entries: readonly Entry[]): void {
  if (entries.some((entry) => entry.encrypted)) throw encryptedMember();
}
