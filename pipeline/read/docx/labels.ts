/**
 * An automatic number before its text. Word parts them by a tab or a blank (17.9.28); a notice as it is typed has none
 * after 一、 （一） and 1. but one after 第一条, and digits and letters must not run into what follows.
 */
export function labelled(label: string, text: string): string {
  const bare = label.trimEnd();
  const parted = /[0-9A-Za-z\p{Script=Han}]$/u.test(bare) || (/[.．]$/.test(bare) && /^[0-9A-Za-z]/.test(text));
  return text !== '' && bare !== '' && parted ? `${bare} ${text}` : bare + text;
}
