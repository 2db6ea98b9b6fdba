import type { HitCount, SearchAnswer } from '../../schemas/index.js';
import type { Text } from '../kit/language.js';

/** What a person is told beside the hits: how many there are, what was looked for, how to go on. */
export function answerNotes({ words, left_out, hits, total, next }: SearchAnswer, query: string): Text[] {
  const notes: Text[] = [countNote(hits.length, total)];
  if (left_out.length > 0 || words.join('') !== query.replace(/[\s"“”]/g, '')) notes.push(wordsNote(words, left_out));
  if (next !== null) notes.push({ en: `  → more: the same with --after ${next}`, zh: `  → 继续：同一命令加 --after ${next}` });
  if (total.count === 0)
    notes.push({
      en: '  → nothing holds all of these words; try fewer or shorter ones, or take filters away',
      zh: '  → 没有同时含有这些词的内容；请减少或缩短检索词，或去掉筛选条件',
    });
  return notes;
}

function countNote(shown: number, { count, exact }: HitCount): Text {
  if (!exact) return { en: `${shown} of more than ${count} hits`, zh: `显示 ${shown} 条，共 ${count} 条以上` };
  const all = shown === count;
  return all
    ? { en: `${count} ${count === 1 ? 'hit' : 'hits'}`, zh: `共 ${count} 条` }
    : { en: `${shown} of ${count} hits`, zh: `显示 ${shown} 条，共 ${count} 条` };
}

function wordsNote(words: readonly string[], left: readonly string[]): Text {
  const list = (some: readonly string[]): string => some.join(' ');
  return left.length === 0
    ? { en: `looked for: ${list(words)}`, zh: `检索词：${list(words)}` }
    : { en: `looked for: ${list(words)}; left out: ${list(left)}`, zh: `检索词：${list(words)}；未用：${list(left)}` };
}
