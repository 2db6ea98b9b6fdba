/** At most so many strings a pattern. */
const MOST = 10;

/** Characters that patterns stumble over whatever they say themselves. */
const COMMON = ['0', '\t', '（'];

/** What lies between the signs of a pattern that mean something: its words, and the characters of its classes. */
function pieces(source: string): string[] {
  const plain = source
    .replace(/\\[dD]/g, '0')
    .replace(/\\[sS]/g, '\t')
    .replace(/\\u\{?([0-9a-fA-F]{4,6})\}?/g, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
    .replace(/\\[pP]\{[^}]{0,40}\}/g, '一')
    .replace(/\\[bBnrtfvwWk]/g, ' ');
  return plain
    .split(/(?<!\\)[[\](){}|?*+^$.,:=!<>-]+/)
    .map((piece) => piece.replaceAll('\\', ''))
    .filter((piece) => piece !== '' && piece.length <= 12);
}

/** Strings that, repeated, make a pattern try the same again and again, if it can be made to: its own words and classes, alone and side by side. */
export function pumpsOf(source: string): string[] {
  const own = pieces(source);
  const signs = own.flatMap((piece) => Array.from(piece).slice(0, 2));
  const pairs = own.slice(1).map((piece, i) => (own[i] ?? '') + piece);
  return [...new Set([...own.slice(0, 4), ...signs.slice(0, 5), ...pairs.slice(0, 3), ...COMMON])].slice(0, MOST);
}
