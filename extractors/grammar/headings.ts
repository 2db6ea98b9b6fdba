/** A heading mark in front of a paragraph, with its rank: 1 is the outermost. GB/T 9704-2012 gives 一、（一）1.（1）. */
export interface HeadingMark {
  /** the mark as a record's `number` holds it: `一、`, `（一）`, `1.`, `（1）`, `①` */
  number: string;
  rank: number;
  /** length of the mark in the compact text */
  length: number;
}

const CN = '[一二三四五六七八九十百零〇]{1,4}';

/** `2.2025年…` is the second item, which begins with a year; `2.5万户` is a figure. */
const MARKS: readonly { rank: number; pattern: RegExp; number: (m: RegExpExecArray) => string }[] = [
  { rank: 1, pattern: new RegExp(`^第${CN}[编篇部]分?[、：]?`), number: (m) => m[0] },
  { rank: 2, pattern: new RegExp(`^第${CN}章[、：]?`), number: (m) => m[0] },
  { rank: 3, pattern: new RegExp(`^第${CN}节[、：]?`), number: (m) => m[0] },
  { rank: 4, pattern: new RegExp(`^(${CN})、`), number: (m) => m[0] },
  { rank: 4, pattern: new RegExp(`^(${CN})\\.(?!\\d)`), number: (m) => `${m[1] ?? ''}、` },
  { rank: 5, pattern: new RegExp(`^（(${CN})）、?`), number: (m) => `（${m[1] ?? ''}）` },
  {
    rank: 6,
    pattern: /^(\d{1,3})(?:[.、．]|(?=[）)]))(?:(?=(?:19|20)\d{2}[年—-])|(?![\d%]))(?:[）)])?/,
    number: (m) => `${m[1] ?? ''}.`,
  },
  { rank: 7, pattern: /^（(\d{1,3})）、?/, number: (m) => `（${m[1] ?? ''}）` },
  { rank: 8, pattern: /^[①-⑳]/, number: (m) => m[0] },
];

const ARTICLE = new RegExp(`^第(?:${CN}|\\d{1,3})条[、：]?`);

/** What every mark begins with. */
const MAY_BE_MARK = /^[第（\d一二三四五六七八九十百零〇①-⑳]/;

/** The heading mark that a compact paragraph begins with; null where it begins with none. */
export function headingMark(text: string): HeadingMark | null {
  if (!MAY_BE_MARK.test(text)) return null;
  for (const { rank, pattern, number } of MARKS) {
    const m = pattern.exec(text);
    if (m) return { number: number(m), rank, length: m[0].length };
  }
  const article = ARTICLE.exec(text);
  return article ? { number: article[0], rank: 5, length: article[0].length } : null;
}

/** True for a paragraph that begins anew by its form: a heading mark, a list mark, an annex line, a dash of a list. */
export function beginsAnew(text: string): boolean {
  return (
    headingMark(text) !== null ||
    /^(——|--|[●○■◆▲·•*※]|附件|附表|附：|抄送|抄报|主送|(其中)?一是|第[一二三四五六七八九十]+[，、])/.test(text)
  );
}

/** Longest title of a run-in heading, in characters. */
const LONGEST_TITLE = 40;

/** The title of an article in brackets of its own: `第三条【适用范围】本办法…`; no clause that names who is responsible. */
const ARTICLE_TITLE = /^（([^（）：，。；、]{2,20})）(?=[^，。；、（）])/;
const NAMES_DUTY = /负责|牵头|配合|单位|部门|主办|承办/;

/**
 * Splits a numbered paragraph into its title and the rest: `（一）优化布局。编制…` has the title `优化布局`.
 * Gives the compact length of mark and title with its full stop; the whole text where it is a heading and no more.
 */
export function runInTitle(text: string, mark: HeadingMark): { title: string; bodyFrom: number } {
  const rest = text.slice(mark.length);
  const own = mark.number.startsWith('第') ? ARTICLE_TITLE.exec(rest)?.[1] : undefined;
  if (own !== undefined && !NAMES_DUTY.test(own)) return { title: own, bodyFrom: mark.length + own.length + 2 };
  const stop = /[。：！]/.exec(rest);
  const clause = closingClause(rest);
  if (clause > 0 && (!stop || stop.index > clause))
    return clause <= LONGEST_TITLE
      ? { title: rest.slice(0, clause), bodyFrom: mark.length + clause }
      : { title: '', bodyFrom: mark.length };
  if (!stop)
    return rest.length <= LONGEST_TITLE + 20 ? { title: rest, bodyFrom: text.length } : { title: '', bodyFrom: mark.length };
  if (stop.index === rest.length - 1)
    return rest.length <= LONGEST_TITLE && !rest.includes('，')
      ? { title: rest.slice(0, -1), bodyFrom: text.length }
      : { title: '', bodyFrom: mark.length };
  if (stop.index > LONGEST_TITLE) return { title: '', bodyFrom: mark.length };
  return { title: rest.slice(0, stop.index), bodyFrom: mark.length + stop.index + 1 };
}

/** Index of the bracket that says who is responsible and closes a text: `优化布局（责任单位：市工信局）`; -1 where none does. */
function closingClause(text: string): number {
  const end = text.endsWith('）') ? text.length - 1 : text.endsWith('）。') ? text.length - 2 : -1;
  let depth = 0;
  for (let i = end; i >= 0; i--) {
    if (text[i] === '）') depth++;
    else if (text[i] === '（' && --depth === 0)
      return /牵头(?!人)|责任单位|责任部门|负责(?!人|同志)|配合|主办/.test(text.slice(i, end)) ? i : -1;
  }
  return -1;
}
