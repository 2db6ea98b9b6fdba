/** The beginning of a text, at most so many UTF-16 units, and not up to the midst of a character that is a pair. */
export function cutTo(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
