/**
 * The share of characters that no font and no encoding gave a meaning: U+FFFD, the private use areas and control
 * characters. 0 for a text without visible characters.
 */
export function garbledShare(text: string): number {
  let visible = 0;
  let garbled = 0;
  for (const character of text) {
    if (/\s/u.test(character)) continue;
    visible += 1;
    if (/[\uFFFD\p{Co}\p{Cc}\p{Cn}]/u.test(character)) garbled += 1;
  }
  return visible === 0 ? 0 : garbled / visible;
}
