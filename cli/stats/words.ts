import { loadSegmenter, type RecordFilter, type Store } from '../../output/index.js';
import type { Tally } from './count.js';

/** Words of every notice and of no interest. */
const common = new Set(['附件', '通知', '单位', '各县', '工作', '进行', '有关', '以及', '或者', '通过']);

/** The words with the highest TF-IDF weight over all notices that the filter lets through, rounded. */
export async function characteristicWords(store: Store, filter: RecordFilter, wanted: number): Promise<Tally> {
  const texts: string[] = [];
  for await (const { text } of store.list('notices', filter)) texts.push(text);
  const segmenter = loadSegmenter();
  if (!segmenter) throw new Error('nodejieba is not installed');
  const weighted = segmenter.extract(texts.join('\n'), wanted + common.size);
  const words = weighted.filter(({ word }) => !common.has(word) && /\p{Script=Han}/u.test(word));
  return Object.fromEntries(words.slice(0, wanted).map(({ word, weight }) => [word, Math.round(weight)]));
}
