import type { Span } from '../../schemas/index.js';
import { compact, clean, spanOf, type Compact } from './fold.js';
import { splitOutside } from './lists.js';

/** A clause of a sentence: what stands between commas outside brackets, quotes and titles. Offsets are compact. */
export interface Clause {
  text: string;
  from: number;
  to: number;
}

/** A sentence of a paragraph with its clauses. */
export interface Sentence extends Clause {
  readonly clauses: readonly Clause[];
}

/** A sentence parts its clauses when they are asked for: most rules look for a sign in it first, mostly in vain. */
class Parted implements Sentence {
  private parts: readonly Clause[] | null = null;

  constructor(
    readonly text: string,
    readonly from: number,
    readonly to: number,
  ) {}

  get clauses(): readonly Clause[] {
    return (this.parts ??= splitOutside(this.text, '，').map(({ text, from, to }) => ({
      text,
      from: this.from + from,
      to: this.from + to,
    })));
  }
}

/** A paragraph of the running text, for rules that read it sentence by sentence. */
export interface Prose {
  /** what the offsets of the view count in */
  source: string;
  start: number;
  end: number;
  view: Compact;
  sentences: Sentence[];
}

/** The sentences and clauses of a paragraph by itself. */
export const proseOf = (source: string): Prose => proseIn(source, { start: 0, end: source.length });

/** The sentences and clauses of a paragraph where it stands in its notice. */
export function proseIn(source: string, { start, end }: Span): Prose {
  const view = compact(source, start, end);
  const sentences = splitOutside(view.text, '。；！？').map(({ text, from, to }) => new Parted(text, from, to));
  return { source, start, end, view, sentences };
}

/** The index of the first of `sorted` that begins at `at` or behind it. */
export function indexFrom(sorted: readonly { from: number }[], at: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.from ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those of `sorted` that begin in `[from, to)`. */
export const beginningIn = <T extends { from: number }>(sorted: readonly T[], from: number, to: number): T[] =>
  sorted.slice(indexFrom(sorted, from), indexFrom(sorted, to));

/** The words of a paragraph between two compact offsets, as a field holds them. */
export function wordsOf({ source, view }: Prose, from: number, to: number): string {
  const { start, end } = spanOf(view, from, to);
  return clean(source.slice(start, end));
}
