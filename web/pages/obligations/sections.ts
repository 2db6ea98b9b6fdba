import { compact, headingMark, runInTitle } from '../../../extractors/index.js';

/** A stretch of a notice's text. */
export interface Stretch {
  start: number;
  end: number;
}

export interface Heading {
  start: number;
  end: number;
  /** the smaller the higher */
  rank: number;
}

/** The headings of a text that have a title, with their places, in order. */
export function headingsOf(text: string): Heading[] {
  const found: Heading[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    const view = line.includes('\t') ? '' : compact(line).text;
    const mark = view === '' ? null : headingMark(view);
    if (mark && runInTitle(view, mark).title !== '') found.push({ start, end, rank: mark.rank });
    start = end + 1;
  }
  return found;
}

/**
 * The section that a passage stands in: from the innermost heading above it to the next heading that is not below that one. Null
 * where no heading stands above it.
 */
export function sectionAround(headings: readonly Heading[], passage: Stretch, length: number): Stretch | null {
  const own = headings.find(({ start, end }) => start <= passage.start && passage.start <= end);
  const above = headings.filter(({ end, rank }) => end < passage.start && (own === undefined || rank < own.rank));
  const heading = above.at(-1);
  if (heading === undefined) return null;
  const next = headings.find(({ start, rank }) => start > heading.start && rank <= heading.rank);
  const end = next?.start ?? length;
  return passage.start < end ? { start: heading.start, end } : null;
}
