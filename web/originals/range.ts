/** A stretch of a file: the first byte and the last, counted from 0. */
export interface Stretch {
  start: number;
  end: number;
}

/**
 * The stretch that a `Range` header asks for (RFC 9110, 14.1.2 and 14.2), of a file of so many bytes. Null where the whole is to be given:
 * nothing is asked, it cannot be read, or several stretches are asked for at once. `outside` where it lies behind the end.
 */
export function rangeOf(header: string | undefined, size: number): Stretch | null | 'outside' {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/i.exec(header?.trim() ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'outside' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return null;
  return start >= size ? 'outside' : { start, end };
}
