/** A text in one line, without white space at its ends. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Longest text that stands for a record in a list. */
const LONGEST = 60;

/** A text cut to what a list has room for, the last place being `…`. */
export function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
