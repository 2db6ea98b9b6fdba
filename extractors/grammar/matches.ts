/**
 * Every match of a pattern with the flag `g`, as `text.matchAll(pattern)` gives them, but all at once and without the copy of the
 * pattern that `matchAll` sets up for each call: rules ask this of every sentence, mostly in vain.
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let m = pattern.exec(text); m !== null; m = pattern.exec(text)) {
    found.push(m);
    // behind an empty match the next character; by code points where the pattern reads those
    if (m[0] === '') pattern.lastIndex += pattern.unicode && (text.codePointAt(pattern.lastIndex) ?? 0) > 0xffff ? 2 : 1;
  }
  return found;
}
