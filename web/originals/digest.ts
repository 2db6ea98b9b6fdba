import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

/** Digests that are kept; a file is read once for as long as it stays as it is. */
const KEPT = 2000;
const known = new Map<string, string>();

/** Hex SHA-256 of a file. It is taken from memory where place, size and times are those that it was made with. */
export async function digestOf(path: string): Promise<string> {
  const { size, mtimeNs, ctimeNs, ino, dev } = await stat(path, { bigint: true });
  const key = JSON.stringify([path, ...[size, mtimeNs, ctimeNs, ino, dev].map(String)]);
  const before = known.get(key);
  if (before !== undefined) return before;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  const digest = hash.digest('hex');
  known.set(key, digest);
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return digest;
}
