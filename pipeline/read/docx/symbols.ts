/** Signs of the Wingdings and Symbol fonts that notices use: boxes to tick, bullets, arithmetic. */
const SIGNS: Readonly<Record<string, string>> = {
  'wingdings 6C': '●',
  'wingdings 6D': '○',
  'wingdings 6E': '■',
  'wingdings 6F': '□',
  'wingdings 71': '□',
  'wingdings 75': '◆',
  'wingdings A8': '□',
  'wingdings AB': '★',
  'wingdings D8': '➢',
  'wingdings E0': '→',
  'wingdings FB': '✗',
  'wingdings FC': '✓',
  'wingdings FD': '☒',
  'wingdings FE': '☑',
  'wingdings 2 50': '✓',
  'wingdings 2 52': '☑',
  'wingdings 2 A3': '□',
  'symbol B1': '±',
  'symbol B3': '≥',
  'symbol A3': '≤',
  'symbol B4': '×',
  'symbol B7': '·',
  'symbol B0': '°',
};

/** A `w:sym` (ECMA-376 part 1, 17.3.3.30) as a character; one without a known meaning stays where its font has it. */
export function symbol(font: string, code: string): string {
  const value = Number.parseInt(code, 16);
  if (!Number.isInteger(value) || value <= 0x20 || value > 0xffff) return '';
  const low = value >= 0xf000 && value <= 0xf0ff ? value - 0xf000 : value;
  return SIGNS[`${font.toLowerCase()} ${low.toString(16).toUpperCase()}`] ?? String.fromCharCode(value);
}
