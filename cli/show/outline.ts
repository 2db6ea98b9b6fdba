import { clean, compact, headingMark, runInTitle } from '../../extractors/index.js';

export interface Heading {
  number: string;
  title: string;
  /** depth in this text, from 0 */
  depth: number;
}

/** The headings of a text, with their titles: what a table of contents would hold. Numbered paragraphs without a title are none. */
export function outlineOf(text: string): Heading[] {
  const ranked: { number: string; title: string; rank: number }[] = [];
  for (const line of text.split('\n')) {
    if (line.includes('\t')) continue;
    const view = compact(line).text;
    const mark = headingMark(view);
    if (!mark) continue;
    const title = runInTitle(view, mark).title;
    if (title !== '') ranked.push({ number: mark.number, title: clean(title), rank: mark.rank });
  }
  const ranks = [...new Set(ranked.map(({ rank }) => rank))].sort((a, b) => a - b);
  return ranked.map(({ number, title, rank }) => ({ number, title, depth: ranks.indexOf(rank) }));
}
