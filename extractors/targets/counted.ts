import { splitOutside, type ListPart } from '../grammar/lists.js';
import { figures, type Figure } from './sentence.js';

/** A sentence of a paragraph with its figures. */
export interface Counted {
  sentence: ListPart;
  figures: readonly Figure[];
}

/** The sentences of a compact paragraph or cell. */
export const counted = (text: string): Counted[] =>
  splitOutside(text, '。；！')
    .flatMap(shortParts)
    .map((sentence) => ({ sentence, figures: figures(sentence.text) }));

/** The sentences up to the last with a figure: those behind it say nothing of any. */
export const upToLastFigure = (sentences: readonly Counted[]): readonly Counted[] =>
  sentences.slice(0, sentences.findLastIndex((s) => s.figures.length > 0) + 1);

/** Longest run of text that is read as one sentence, in characters. */
const LONGEST_SENTENCE = 1500;

/** A sentence that never ends is read in parts, cut at commas: what is far apart has nothing to do with each other. */
function shortParts(sentence: ListPart): ListPart[] {
  if (sentence.text.length <= LONGEST_SENTENCE) return [sentence];
  const parts: ListPart[] = [];
  for (let from = 0; from < sentence.text.length;) {
    const limit = Math.min(sentence.text.length, from + LONGEST_SENTENCE);
    const comma = limit < sentence.text.length ? sentence.text.lastIndexOf('，', limit) + 1 : 0;
    const to = comma > from ? comma : limit;
    const offset = sentence.from + from;
    parts.push({
      text: sentence.text.slice(from, to),
      from: offset,
      to: offset + to - from,
      separator: from === 0 ? sentence.separator : '，',
    });
    from = to;
  }
  return parts;
}
