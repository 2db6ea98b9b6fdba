import { fold } from './fold.js';
import type { Word } from './query.js';
import { loadSegmenter, type Segmenter } from './segmenter.js';

/** Words that ask, join or are in every notice: they tell nothing of what is looked for. */
const EMPTY = new Set(
  `哪些 哪个 哪家 哪里 哪几 什么 谁 多少 几个 几家 几项 如何 怎么 怎样 是否 有没有 何时 为何 为什么 吗 呢 的 了 在 和 与 及 或 是 有 要 需要 应 应该 应当 必须 将 把 被 对 对于
   于 到 由 从 向 以 为 之 前 后 内 中 上 下 年 月 日 都 也 还 就 并 其 这 那 这些 那些 我们 请问 完成 进行 关于 以及 负责 做 承担 任务 事项 情况 年前 年底前 之前
   what which who whom whose when where why how much many must should shall will do does did is are was were be been has have had the a an of in on at by to for
   and or from with any all its their it that this there`
    .split(/\s+/)
    .filter(Boolean),
);
/** What parts a question before anybody segments it: white space, marks, and where Chinese meets other letters. */
const PIECES = /[\s\p{P}]+|(?<=\p{Script=Han})(?=[\p{Script=Latin}\d])|(?<=[\p{Script=Latin}\d])(?=\p{Script=Han})/u;
const SHORT = 4;
/** Most words of a question that are looked for at once. */
const MOST = 5;

/** The words of a question that tell what is looked for, the most telling first; none where there are none. */
export function tellingWords(question: string): Word[] {
  const segmenter = loadSegmenter();
  const words = question
    .split(PIECES)
    .flatMap((piece) => wordsIn(piece, segmenter))
    .map((text) => ({ text, folded: fold(text).text }));
  const telling = words.filter(
    ({ folded }, i) =>
      folded.length > 1 &&
      !EMPTY.has(folded) &&
      /[\p{L}\p{N}]/u.test(folded) &&
      words.findIndex((w) => w.folded === folded) === i,
  );
  const weights = segmenter ? weightsOf(segmenter, question) : new Map<string, number>();
  const weight = ({ text }: Word): number => weights.get(text) ?? text.length;
  return telling.sort((a, b) => weight(b) - weight(a)).slice(0, MOST);
}

/** A short piece is a word of its own, as whoever typed it meant it. */
function wordsIn(piece: string, segmenter: Segmenter | null): string[] {
  if (Array.from(piece).length <= SHORT || !/\p{Script=Han}/u.test(piece)) return [piece];
  return segmenter ? segmenter.cut(piece, true) : roughly(piece);
}

function weightsOf(segmenter: Segmenter, question: string): Map<string, number> {
  return new Map(segmenter.extract(question, 100).map(({ word, weight }) => [word, weight]));
}

/** Without a dictionary: what stands between the words that tell nothing. */
function roughly(question: string): string[] {
  const empty = Array.from(EMPTY)
    .filter((word) => /\p{Script=Han}/u.test(word))
    .sort((a, b) => b.length - a.length);
  return question.split(new RegExp(`[\\s\\p{P}]+|${empty.join('|')}`, 'u')).filter((word) => word !== '');
}

/** Every choice of the words, those of more words first, then those of earlier ones. */
export function largestFirst<T>(words: readonly T[]): T[][] {
  const choices = words.reduceRight<T[][]>((rest, word) => [...rest.map((choice) => [word, ...choice]), ...rest], [[]]);
  return choices.filter((choice) => choice.length > 0).sort((a, b) => b.length - a.length);
}
