import { sliceOf } from './fib.js';

/** One change of a property: its code and its operand (MS-DOC 2.2.5.1). */
export interface Sprm {
  code: number;
  operand: DataView;
}

const DEFINE_TABLE = 0xd608;
const CHANGE_TABS = 0xc615;
/** Operand sizes by the three upper bits of a code; the seventh kind says its own. */
const SIZES = [1, 1, 2, 4, 2, 2, null, 3] as const;

/** Goes over a list of property changes. One that is cut off ends the list. */
export function sprmsOf(list: DataView): Sprm[] {
  const found: Sprm[] = [];
  let at = 0;
  while (at + 3 <= list.byteLength) {
    const code = list.getUint16(at, true);
    at += 2;
    const { head, length } = sizeOf(list, at, code);
    if (at + head + length > list.byteLength) break;
    found.push({ code, operand: sliceOf(list, at + head, length) });
    at += head + length;
  }
  return found;
}

/** The size of an operand and of the count in front of it. */
function sizeOf(list: DataView, at: number, code: number): { head: number; length: number } {
  const fixed = SIZES[code >> 13] ?? null;
  if (fixed !== null) return { head: 0, length: fixed };
  // The count of this one counts itself but for one byte (2.9.332).
  if (code === DEFINE_TABLE) return at + 2 <= list.byteLength ? { head: 2, length: list.getUint16(at, true) - 1 } : END;
  const count = list.getUint8(at);
  if (code !== CHANGE_TABS || count !== 255) return { head: 1, length: count };
  const deleted = at + 1 < list.byteLength ? list.getUint8(at + 1) : 0;
  const adds = at + 2 + deleted * 4;
  return { head: 1, length: 1 + deleted * 4 + 1 + (adds < list.byteLength ? list.getUint8(adds) * 3 : 0) };
}

const END = { head: 0, length: Number.MAX_SAFE_INTEGER };
