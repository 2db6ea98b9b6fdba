import { sql, type RawBuilder } from 'kysely';

// Most quotes are not stored: each is a slice of its notice's text. SQLite counts characters where we count UTF-16 units, ends a text at a NUL, and reads a text
// from its beginning to cut a slice out of it; so a quote of a text with such characters, or of a long one, is kept as it is.

/** So many UTF-16 units of a text are read for each of its records. */
const LONGEST = 65_536;
/** A NUL, or half of a character of two units. */
const COUNTED_OTHERWISE = /[\0\ud800-\udfff]/;

/** Whether SQLite cuts a text as we do, and soon. */
export function canBeCut(text: string): boolean {
  return text.length <= LONGEST && !COUNTED_OTHERWISE.test(text);
}

/** The passage of a record (`r`) of a notice (`n`): as it was kept in a column, else cut out of the text. */
export function passageSql(kept: string): string {
  return `coalesce(${kept}, substr(n.text, r."start" + 1, r."end" - r."start"))`;
}

/** The same in a complete query. */
export function passage(kept: string): RawBuilder<unknown> {
  return sql.raw(passageSql(kept));
}
