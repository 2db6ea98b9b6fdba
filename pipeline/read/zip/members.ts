import { InputRefused } from '../../refused.js';
import { BOUNDS, tooLarge } from '../bounds.js';
import { containerKind, entriesOf, type NamedEntry } from '../zip.js';
import { labelOf } from './names.js';
import { unpackEntry } from './unpack.js';

/** A file inside a ZIP archive. */
export interface ZipMember {
  /** its path inside the archive with `/`: a label, never a place on a disk */
  path: string;
  /** Unpacks it. @throws InputRefused where it is encrypted, damaged, past a bound, or packed by a method that is not read */
  read: () => Uint8Array;
}

/** What an archive and the archives inside it have used up of the bounds. */
export interface ZipBudget {
  members: number;
  bytes: number;
}

/** Members smaller than this may be packed as tight as they like: a page of blanks is no bomb. */
const SMALL = 1024 * 1024;
/** Files that archivers and file managers leave in archives, and hidden ones. */
const PASSED_OVER = /^\.|^~\$|~$|^(?:Thumbs\.db|desktop\.ini|__MACOSX)$/i;

/**
 * The files of a ZIP archive, in order of path, hidden ones and the leavings of file managers passed over. Null where
 * the bytes are no ZIP archive or are the container of one document (DOCX, XLSX, OFD …), and where they are damaged in
 * such a way that reading them as a document tells best.
 * `budget` is shared by all archives that one file holds; `depth` is the number of archives around this one.
 * @throws InputRefused where the archive as a whole cannot be read or is past a bound
 */
export function membersOf(bytes: Uint8Array, name: string, budget: ZipBudget, depth: number): ZipMember[] | null {
  if (!looksLikeZip(bytes, name)) return null;
  if (bytes.length > BOUNDS.fileBytes) throw tooLarge('fileBytes');
  const entries = entriesOf(bytes);
  if (containerKind(new Set(entries.map((entry) => entry.name))) !== 'archive') return null;
  if (depth >= BOUNDS.archiveDepth) throw tooLarge('archiveDepth');
  spend(entries, budget);
  const taken = new Set<string>();
  const members: ZipMember[] = [];
  for (const entry of entries) {
    const path = labelOf(entry.name);
    if (path === '' || path.split('/').some((part) => PASSED_OVER.test(part))) continue;
    members.push({ path, read: taken.has(path) ? refuseDouble : () => unpackWithin(bytes, entry) });
    taken.add(path);
  }
  return members.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function looksLikeZip(bytes: Uint8Array, name: string): boolean {
  const [p, k, a, b] = bytes;
  if (p === 0x50 && k === 0x4b && ((a === 3 && b === 4) || (a === 5 && b === 6))) return true;
  // an archive that unpacks itself has a program in front
  return /\.(?:zip|exe)$/i.test(name) && p === 0x4d && k === 0x5a;
}

function spend(entries: readonly NamedEntry[], budget: ZipBudget): void {
  budget.members += entries.length;
  if (budget.members > BOUNDS.archiveMembers) throw tooLarge('archiveMembers');
  for (const { size } of entries) budget.bytes += size;
  if (budget.bytes > BOUNDS.archiveBytes) throw tooLarge('archiveBytes');
}

function unpackWithin(bytes: Uint8Array, entry: NamedEntry): Uint8Array {
  if (entry.size > BOUNDS.fileBytes) throw tooLarge('fileBytes');
  if (entry.size > SMALL && entry.size > BOUNDS.archiveRatio * entry.packed) throw tooLarge('archiveRatio');
  return unpackEntry(bytes, entry);
}

function refuseDouble(): never {
  throw new InputRefused(
    'damaged',
    'its archive holds two files under this path',
    'Give them different names and pack them again.',
  );
}
