import { createReadStream } from 'node:fs';
import { open, readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { memberOf } from './archive.js';
import { digestOf } from './digest.js';
import type { Stretch } from './range.js';

/** The bytes that a notice was read from, with the first of them, which say what they are; or why they cannot be given. */
export type Original =
  | { ok: true; head: Uint8Array; size: number; body(of?: Stretch): ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> }
  | { ok: false; why: Missing };
export type Missing = 'off' | 'missing' | 'changed' | 'too_large';

/** As large as a file is that is read (`fileBytes` of the pipeline’s bounds). */
const LARGEST = 200 * 1024 * 1024;
/** Bytes that say what a file is. */
const HEAD = 16;

/**
 * The file of an input: by its path below one of the folders, where it lies inside that folder even when links are followed, and has
 * the bytes that were read (`sha256`, hex). The first part of a path may be a name that it was ingested under (`--prefix`), so the
 * rest is looked for as well. The file of an archive is looked for in the archive.
 */
export async function findOriginal(folders: readonly string[], path: string, sha256: string): Promise<Original> {
  if (folders.length === 0) return { ok: false, why: 'off' };
  const parts = path.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..' || part.includes('\0')))
    return { ok: false, why: 'missing' };
  let why: Missing = 'missing';
  for (const folder of folders) {
    for (const way of parts.length > 1 ? [parts, parts.slice(1)] : [parts]) {
      const found = await below(folder, way, sha256);
      if (found.ok) return found;
      if (found.why !== 'missing') why = found.why;
    }
  }
  return { ok: false, why };
}

/** The file at a way below a folder, or in an archive that lies on the way. */
async function below(folder: string, way: readonly string[], sha256: string): Promise<Original> {
  const root = await realpath(folder).catch(() => null);
  if (root === null) return { ok: false, why: 'missing' };
  for (let length = way.length; length > 0; length -= 1) {
    const file = await realpath(resolve(root, ...way.slice(0, length))).catch(() => null);
    if (file === null) continue;
    const facts = isInside(root, file) ? await stat(file) : null;
    if (!facts?.isFile()) return { ok: false, why: 'missing' };
    if (facts.size > LARGEST) return { ok: false, why: 'too_large' };
    return length === way.length ? wholeFile(file, sha256) : inArchive(file, way.slice(length).join('/'), sha256);
  }
  return { ok: false, why: 'missing' };
}

function isInside(root: string, file: string): boolean {
  const way = relative(root, file);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

async function wholeFile(file: string, sha256: string): Promise<Original> {
  if ((await digestOf(file)) !== sha256) return { ok: false, why: 'changed' };
  const handle = await open(file);
  try {
    const { bytesRead, buffer } = await handle.read(new Uint8Array(HEAD), 0, HEAD, 0);
    const { size } = await handle.stat();
    const body = (of?: Stretch) => Readable.toWeb(createReadStream(file, of)) as ReadableStream<Uint8Array>;
    return { ok: true, head: buffer.subarray(0, bytesRead), size, body };
  } finally {
    await handle.close();
  }
}

async function inArchive(file: string, path: string, sha256: string): Promise<Original> {
  const bytes = await memberOf(new Uint8Array(await readFile(file)), path, sha256);
  if (bytes === null) return { ok: false, why: 'changed' };
  return {
    ok: true,
    head: bytes.subarray(0, HEAD),
    size: bytes.length,
    body: (of) => (of ? bytes.slice(of.start, of.end + 1) : bytes),
  };
}
