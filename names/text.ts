const FULL_WIDTH: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  ',': '，',
  ';': '；',
  ':': '：',
  '〔': '（',
  '〕': '）',
  '[': '（',
  ']': '）',
};

/** Nothing but Han characters and full-width brackets: folded as it stands, as nearly all names are. */
function isPlain(name: string): boolean {
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    if ((code < 0x4e00 || code > 0x9fa5) && code !== 0xff08 && code !== 0xff09) return false;
  }
  return true;
}

/** One spelling of a name: no white space, ASCII letters and digits half-width, punctuation and brackets full-width. */
export function fold(name: string): string {
  if (isPlain(name)) return name;
  return name
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[(),;:〔〕[\]]/gu, (sign) => FULL_WIDTH[sign] ?? sign);
}

/** No name is longer: what is, is not looked at. */
export const LONGEST_NAME = 200;

/** How often `word` stands in `text`. */
export function occurrences(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) count += 1;
  return count;
}

/** Do the characters of `short` stand in `long` in their order? 政务 does in 政务服务和数据管理. */
export function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const sign of long) if (sign === short[at]) at += 1;
  return at === short.length;
}

/** Remembers the answer for the last argument: a notice's text is asked about again and again. */
export function lastOnly<T>(compute: (text: string) => T): (text: string) => T {
  let last: { text: string; value: T } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, value: compute(text) };
    return last.value;
  };
}
