/** A Markdown link or picture (CommonMark 6.3): its words stay, its target goes. `[2021](3号)` is none. */
const LINK = /!?\[([^[\]\n]{0,80})\]\((?:https?:\/\/|\/|#|\.{1,2}\/|mailto:|javascript:)[^\s()]*\)/g;

/** The text without Markdown's marks for bold and links. A lone `**`, as in a formula, stays. */
export function withoutMarks(text: string): string {
  return text.replace(LINK, '$1').replace(/\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*/g, '$1');
}

/** A Markdown heading (CommonMark 4.2); crawlers leave out the space after two marks and more. */
export function markedHeading(raw: string): { level: number; text: string } | null {
  const match = /^ {0,3}(#{1,6}\s+|#{2,6})(?![#\s])(.+?)(?:\s{1,20}#{1,20})?\s{0,20}$/.exec(raw);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  return { level: match[1].trim().length, text: withoutMarks(match[2]) };
}
