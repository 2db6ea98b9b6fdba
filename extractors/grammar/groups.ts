/** A number 一 or （一） that stands alone in a cell, and one in front of words. */
export const CHINESE_NUMBER = /^（?[一二三四五六七八九十]+）?[、.]?$/;
export const NUMBERED = /^（?[一二三四五六七八九十]+[）、.]/;

/** A group that rows stand in, and the kind of number in front of it: groups of one kind stand beside each other. */
export interface Group {
  words: string;
  mark: number;
}

const MARKS = [/^[一二三四五六七八九十]+(?:[、.]|$)/, /^（[一二三四五六七八九十]+）/, /^\d+[、.]/, /^（\d+）/];

/** The groups that the rows below a group row stand in, outermost first; its number and its sum are no words of it. */
export function withGroup(groups: readonly Group[], texts: readonly string[]): Group[] {
  const words = texts.filter((t) => !/^[\d.,，]*$/.test(t) && !CHINESE_NUMBER.test(t)).join('');
  if (words === '') return [...groups];
  const mark = MARKS.findIndex((pattern) => pattern.test(texts[0] ?? ''));
  const beside = groups.findIndex((g) => g.mark === mark);
  return [...(beside < 0 ? groups : groups.slice(0, beside)), { words, mark }];
}

/** The groups as a field holds them: `一、工业 / （一）续建`; none where there are none. */
export const groupLabel = (groups: readonly Group[]): Record<string, string> =>
  groups.length === 0 ? {} : { 分组: groups.map((g) => g.words).join(' / ') };
