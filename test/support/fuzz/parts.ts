import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The date that all members of archives bear here, so that a seed gives the same bytes on any day. */
const DATE = new Date('2020-01-01T00:00:00Z');

export const zipped = (members: Readonly<Record<string, Uint8Array>>): Uint8Array => zipSync({ ...members }, { mtime: DATE });

export const rezipped = (bytes: Uint8Array): Uint8Array => zipped(unzipSync(bytes));

/** The archive with the text of one member changed; `choose` picks which. */
export function withMember(
  bytes: Uint8Array,
  choose: (names: readonly string[]) => string,
  change: (text: string) => string,
): Uint8Array {
  const members = unzipSync(bytes);
  const name = choose(Object.keys(members).sort());
  return zipped({ ...members, [name]: strToU8(change(strFromU8(members[name] ?? new Uint8Array()))) });
}
