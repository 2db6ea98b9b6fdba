import type { Division } from './rows.js';

/** Does a day (or month, or year) come before another? Compared as far as the second is known. */
const before = (date: string, until: string): boolean => date.slice(0, until.length) < until;

/** A division as it was called on a day; what it is called now is then one of its other names. */
function namedOn(division: Division, date: string): Division {
  const { name, short, shorts, former, earlier } = division;
  if (earlier === null || !before(date, earlier.until)) return division;
  return {
    ...division,
    name: earlier.name,
    short: earlier.short,
    shorts: short === name ? shorts : [...shorts, short],
    former: [name, ...former.filter((one) => one !== earlier.name)],
  };
}

/** The divisions as they were called on a day. */
export const divisionsOn = (divisions: readonly Division[], date: string): Division[] => divisions.map((d) => namedOn(d, date));

/** The days before which some division had another name, the earliest first. */
export const changesOf = (divisions: readonly Division[]): string[] =>
  [...new Set(divisions.flatMap(({ earlier }) => (earlier === null ? [] : [earlier.until])))].sort((a, b) => (a < b ? -1 : 1));

/** The change of a name that comes next after a day; null where none does, so that today's names hold. Days with the same answer have the same names. */
export const nextChange = (changes: readonly string[], date: string): string | null =>
  changes.find((until) => before(date, until)) ?? null;
