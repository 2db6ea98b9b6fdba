import { isGarbled } from '../garbled.js';
import { isBlank } from './characters.js';
import type { PageContent } from './content.js';

/** What is left of a page's text when fonts that give no characters are passed over. */
export interface Sense {
  content: PageContent;
  /** characters that are no blanks and have a meaning */
  characters: number;
  /** share of the page's characters, from 0 to 1, that have none */
  garbled: number;
  /** share of the characters that stand behind a picture: someone's text recognition put them there */
  unseen: number;
}

/** A page with fewer characters without a meaning than this has bullets and signs of a symbol font, which stay. */
const SIGNS_ONLY = 0.05;

/** Takes out the text of fonts whose codes are no characters, and of all fonts where the page's text together is none. */
export function sensible(content: PageContent): Sense {
  const byFont = new Map<string, string[]>();
  for (const { text, style } of content.glyphs) {
    if (isBlank(text)) continue;
    const there = byFont.get(style.font);
    if (there === undefined) byFont.set(style.font, [text]);
    else there.push(text);
  }
  const fonts = [...new Set([...byFont.keys(), ...content.nameless.keys()])].map((font) => {
    const text = (byFont.get(font) ?? []).join('');
    const nameless = content.nameless.get(font) ?? 0;
    return { font, text, count: Array.from(text).length, nameless, garbled: isGarbled(text, nameless) };
  });
  const all = fonts.reduce((sum, { count, nameless }) => sum + count + nameless, 0);
  const bad = fonts.filter((font) => font.garbled);
  const whole = isGarbled(fonts.map(({ text }) => text).join(''));
  const lost = whole ? all : bad.reduce((sum, { count, nameless }) => sum + count + nameless, 0);
  const garbled = all === 0 || lost <= SIGNS_ONLY * all ? 0 : lost / all;
  const dropped = garbled === 0 ? new Set<string>() : new Set((whole ? fonts : bad).map(({ font }) => font));
  const glyphs = dropped.size === 0 ? content.glyphs : content.glyphs.filter(({ style }) => !dropped.has(style.font));
  const visible = glyphs.filter(({ text }) => !isBlank(text));
  const unseen = visible.filter(({ style }) => style.unseen).length;
  return {
    content: dropped.size === 0 ? content : { ...content, glyphs },
    characters: visible.length,
    garbled,
    unseen: visible.length === 0 ? 0 : unseen / visible.length,
  };
}
