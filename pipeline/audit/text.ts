import { compact, once, spanOf, splitOutside, type Compact, type Notice, type Paragraph } from '../../extractors/index.js';
import type { Span } from '../../schemas/index.js';

/** A paragraph, mostly of running text, with its compact view. */
export interface BodyText {
  paragraph: Paragraph;
  view: Compact;
}

/** A sentence of running text, by `。` or `；`; offsets count in its paragraph's compact view. */
export interface Sentence extends BodyText {
  text: string;
  from: number;
}

/** The paragraphs of running text: what most checks read, so it is made once a notice. */
export const bodyTexts = once((notice: Notice): readonly BodyText[] => textsOf(notice, 'body'));

function textsOf(notice: Notice, role: Paragraph['role']): BodyText[] {
  return notice.paragraphs
    .filter((p) => p.role === role)
    .map((paragraph) => ({ paragraph, view: compact(notice.text, paragraph.start, paragraph.end) }));
}

/** The sentences of running text, split at `。` and `；` outside brackets and quotes. */
export const sentences = once((notice: Notice): readonly Sentence[] => bodyTexts(notice).flatMap(sentencesIn));

/** The whole notice without its blanks: it has every word that one of its sentences has. */
const whole = once((notice: Notice): string => compact(notice.text).text);

/** Does the notice say one of these words anywhere? */
export const says = (notice: Notice, ...words: readonly string[]): boolean => words.some((word) => whole(notice).includes(word));

/** The sentences of running text for a rule that needs one of these words: none where the notice never says any of them. */
export const sentencesFor = (notice: Notice, ...words: readonly string[]): readonly Sentence[] =>
  says(notice, ...words) ? sentences(notice) : [];

function sentencesIn({ paragraph, view }: BodyText): Sentence[] {
  return splitOutside(view.text, '。；').map(({ text, from }) => ({ paragraph, view, text, from }));
}

/** Where characters `[from, to)` of a sentence stand in the notice. */
export const placeOf = (sentence: Sentence, from: number, to: number): Span =>
  spanOf(sentence.view, sentence.from + from, sentence.from + to);

/** The sentences of running text and of numbered lines that say something: `（三）占比不低于30%；` is a heading by its mark only. */
export const statements = once((notice: Notice): readonly Sentence[] => {
  const said = textsOf(notice, 'heading').filter(({ view }) => /[，。；]/.test(view.text));
  return [...sentences(notice), ...said.flatMap(sentencesIn)];
});

/** The sentences of running text that count something: all that rules on a figure with its counter can match. */
export const counting = once((notice: Notice): readonly Sentence[] => sentences(notice).filter(({ text }) => COUNTS.test(text)));
const COUNTS = /[\d一二两三四五六七八九十][个家项名条户大]/;

/** A counter with its figure, as a pattern: `12个`, `三家`. */
export const FIGURE = '(\\d{1,4}|[一二两三四五六七八九十]{1,3})';
export const COUNTER = '(?:个|家|项|名|条|户)';
