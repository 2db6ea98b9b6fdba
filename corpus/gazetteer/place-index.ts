import type { Division } from './rows.js';

/** How a name means a division: by its full name, its short one, or one it had before. */
const HOW = ['full', 'short', 'former'] as const;
export type How = (typeof HOW)[number];

/**
 * Divisions by their names and codes, as data: the build keeps it, as making it takes a tenth of a second where code is cold, which is a good
 * part of what a question waits.
 */
export interface PlaceIndex {
  /** by name: its meanings, each the division's place in the list, three times, and which of `HOW` it is */
  names: Readonly<Record<string, readonly number[]>>;
  /** by the first two characters: how long the names are that begin so, the longest first */
  heads: readonly (readonly [head: string, lengths: readonly number[]])[];
  /** by code: the place in the list */
  codes: Readonly<Record<string, number>>;
}

/** 恩施州 for 恩施土家族苗族自治州: as unmistakable as the full name. */
function shortWithEnding({ name, short }: Division): string | null {
  const ending = /自治([州县旗])$/.exec(name)?.[1];
  return ending && short !== name ? short + ending : null;
}

/** The names of a division, the weightiest first. */
function namesOf(division: Division): (readonly [name: string, how: How])[] {
  const { name, short, shorts, former } = division;
  const spoken = shortWithEnding(division);
  return [
    [name, 'full'],
    ...[...new Set([short, ...shorts])].filter((one) => one !== name).map((one) => [one, 'short'] as const),
    ...(spoken === null ? [] : [[spoken, 'full'] as const]),
    ...former.map((one) => [one, 'former'] as const),
  ];
}

/** Makes the index of these divisions; meanings of a name are in their order. */
export function indexPlaces(divisions: readonly Division[]): PlaceIndex {
  const names = new Map<string, number[]>();
  divisions.forEach((division, at) => {
    for (const [name, how] of namesOf(division)) {
      const meaning = at * HOW.length + HOW.indexOf(how);
      const known = names.get(name);
      if (known) known.push(meaning);
      else names.set(name, [meaning]);
    }
  });
  const heads = new Map<string, number[]>();
  for (const name of names.keys()) {
    const head = name.slice(0, 2);
    const known = heads.get(head);
    if (!known) heads.set(head, [name.length]);
    else if (!known.includes(name.length)) known.push(name.length);
  }
  for (const lengths of heads.values()) lengths.sort((a, b) => b - a);
  return {
    names: Object.fromEntries(names),
    heads: [...heads],
    codes: Object.fromEntries(divisions.map(({ code }, at) => [code, at])),
  };
}

/** What a record of an index says of a key: texts may hold words that every object answers to. */
export const at = <T>(record: Readonly<Record<string, T>>, key: string): T | null =>
  Object.hasOwn(record, key) ? (record[key] as T) : null;

/** The division's place in the list, and how it is meant. */
export const meaningOf = (meaning: number): { at: number; how: How } => ({
  at: Math.floor(meaning / HOW.length),
  how: HOW[meaning % HOW.length] as How,
});
