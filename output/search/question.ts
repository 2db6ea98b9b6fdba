import { fold } from './fold.js';
import type { Word } from './query.js';
import { loadSegmenter, type Segmenter } from './segmenter.js';

/** Words that ask, join or are in every notice: they tell nothing of what is looked for. */
const EMPTY = new Set(
  `哪些 哪个 哪家 哪里 哪几 什么 谁 多少 几个 几家 几项 如何 怎么 怎样 是否 有没有 何时 为何 为什么 吗 呢 的 了 在 和 与 及 或 是 有 要 需要 应 应该 应当 必须 将 把 被 对 对于
   于 到 由 从 向 以 为 之 前 后 内 中 上 下 年 月 日 都 也 还 就 并 其 这 那 这些 那些 我们 请问 完成 进行 关于 以及 负责 做 承担
   what which who whom whose when where why how much many must should shall will do does did is are was were be been has have had the a an of in on at by to for
   and or from with any all its their it that this there`
    .split(/\s+/)
    .filter(Boolean),
);
/** Most words of a question that are looked for at once. */
const MOST = 8;

/** The words of a question that tell what is looked for, the most telling first; none where there are none. */
export function tellingWords(question: string): Word[] {
  const segmenter = loadSegmenter();
  const words = (segmenter ? segmenter.cut(question) : roughly(question)).map((text) => ({ text, folded: fold(text).text }));
  const telling = words.filter(
    ({ folded }, i) =>
      folded.length > 1 && !EMPTY.has(folded) && /[\p{L}\p{N}]/u.test(folded) && words.findIndex((w) => w.folded === folded) === i,
  );
  const weights = segmenter ? weightsOf(segmenter, question) : new Map<string, number>();
  const weight = ({ text }: Word): number => weights.get(text) ?? text.length;
  return telling.sort((a, b) => weight(b) - weight(a)).slice(0, MOST);
}

function weightsOf(segmenter: Segmenter, question: string): Map<string, number> {
  return new Map(segmenter.extract(question, 100).map(({ word, weight }) => [word, weight]));
}

/** Without a dictionary: what stands between the words that tell nothing. */
function roughly(question: string): string[] {
  const empty = [...EMPTY].filter((word) => /\p{Script=Han}/u.test(word)).sort((a, b) => b.length - a.length);
  return question.split(new RegExp(`[\\s\\p{P}]|${empty.join('|')}`, 'u')).filter((word) => word !== '');
}
