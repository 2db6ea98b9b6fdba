import { createHash } from 'node:crypto';
import { InputRefused, zipMembers } from '../../pipeline/index.js';

/** Archives inside archives that are looked into. */
const DEEPEST = 3;

/** A file in an archive, by its path there and the hex SHA-256 of its bytes; null where the archive cannot be read or has none such. */
export async function memberOf(archive: Uint8Array, path: string, sha256: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const budget = { members: 0, bytes: 0 };
  let held = archive;
  let left = path;
  try {
    for (let depth = 0; depth < DEEPEST; depth += 1) {
      const members = await zipMembers(held, '', { budget, depth });
      const member = members?.find((each) => left === each.path || left.startsWith(`${each.path}/`));
      if (!member) return null;
      held = member.read();
      if (left === member.path) return createHash('sha256').update(held).digest('hex') === sha256 ? new Uint8Array(held) : null;
      left = left.slice(member.path.length + 1);
    }
  } catch (error) {
    if (!(error instanceof InputRefused)) throw error;
  }
  return null;
}
