import { InputRefused } from '../refused.js';
import { BOUNDS, tooLarge } from './bounds.js';

/** A ZIP archive whose members are unpacked in memory, by name and only on demand. */
export interface Archive {
  names: ReadonlySet<string>;
  unpack: (wanted: readonly string[]) => Map<string, Uint8Array>;
}

/**
 * Looks through a ZIP archive (ECMA-376 part 2, annex B). The declared sizes are summed against the bound before
 * anything is unpacked, and no member grows past its declared size.
 * @throws InputRefused when the archive is damaged or past a bound
 */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const { unzipSync } = await import('fflate');
  const guarded = (filter: (file: { name: string; originalSize: number }) => boolean): Record<string, Uint8Array> => {
    try {
      return unzipSync(bytes, { filter });
    } catch (error) {
      if (error instanceof InputRefused) throw error;
      throw damagedZip(error);
    }
  };
  const names = new Set<string>();
  let total = 0;
  guarded(({ name, originalSize }) => {
    names.add(name);
    total += originalSize;
    if (names.size > BOUNDS.archiveMembers) throw tooLarge('archiveMembers');
    if (total > BOUNDS.unzippedBytes) throw tooLarge('unzippedBytes');
    return false;
  });
  const unpack = (wanted: readonly string[]): Map<string, Uint8Array> => {
    const found = guarded(({ name }) => wanted.includes(name));
    return new Map(Object.entries(found));
  };
  return { names, unpack };
}

export function damagedZip(cause: unknown): InputRefused {
  return new InputRefused(
    'damaged',
    'the file is a damaged or cut off ZIP container',
    'Download it again, or open it in Word or WPS and save it anew.',
    {
      cause,
    },
  );
}

/** What a ZIP container is by the names in it. */
export function archiveKind(names: ReadonlySet<string>): { docx: true } | { docx: false; what: string } {
  const has = (start: string): boolean => [...names].some((name) => name.startsWith(start));
  if (has('word/') || (names.has('[Content_Types].xml') && !has('xl/') && !has('ppt/') && !has('visio/'))) return { docx: true };
  if (has('xl/')) return { docx: false, what: 'a spreadsheet (XLSX)' };
  if (has('ppt/')) return { docx: false, what: 'a presentation (PPTX)' };
  if (names.has('OFD.xml')) return { docx: false, what: 'an OFD document' };
  if (names.has('content.xml')) return { docx: false, what: 'an OpenDocument file' };
  if (has('META-INF/container.xml')) return { docx: false, what: 'an EPUB book' };
  return { docx: false, what: 'a ZIP archive' };
}
