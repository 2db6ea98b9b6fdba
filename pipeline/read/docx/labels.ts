import type { TextBlock } from '../../../schemas/index.js';
import { textBlock } from '../blocks.js';

/** A first-line indent from half a character on, in twentieths of a point. */
export const LEAST_INDENT = 100;

/** True for text that begins with blanks as an indent is typed. */
export function isTypedIndent(text: string): boolean {
  return /^(?:\u3000\u3000| {2}|\t)/.test(text);
}

/** A text without white space at its ends. */
export function trimmed(text: string): string {
  return text
    .trim()
    .replace(/^\u200B+|(?<!\u200B)\u200B+$/g, '')
    .trim();
}

/**
 * An automatic number before its text. Word parts them by a tab or a blank (17.9.28); a notice as it is typed has none
 * after 一、 （一） and 1. but one after 第一条, and digits and letters must not run into what follows.
 */
export function labelled(label: string, text: string): string {
  const bare = label.trimEnd();
  const parted = /[0-9A-Za-z\p{Script=Han}]$/u.test(bare) || (/[.．]$/.test(bare) && /^[0-9A-Za-z]/.test(text));
  return text !== '' && bare !== '' && parted ? `${bare} ${text}` : bare + text;
}

/** A heading is one line for what comes after, whatever breaks make it look well. */
export function paragraphBlock(level: number | null, text: string, rest: Partial<TextBlock>): TextBlock {
  if (level === null) return textBlock('paragraph', text, rest);
  const joined = text.replace(/(?<![^\S\n])[^\S\n]*\n\s*/g, (_, at: number) =>
    /[\x21-\x7e]/.test(text.charAt(at - 1)) ? ' ' : '',
  );
  return textBlock('heading', joined, { ...rest, level });
}
