import { createRequire } from 'node:module';
import type { RecordFilter, Store } from '../../output/index.js';
import type { Tally } from './count.js';

/** The part of nodejieba that is used here. */
interface Segmenter {
  extract(text: string, topN: number): { word: string; weight: number }[];
}

/** Words of every notice and of no interest. */
const common = new Set(['附件', '通知', '单位', '各县', '工作', '进行', '有关', '以及', '或者', '通过']);

/** The words with the highest TF-IDF weight over all notices that the filter lets through, rounded. */
export async function characteristicWords(store: Store, filter: RecordFilter, wanted: number): Promise<Tally> {
  const texts: string[] = [];
  for await (const { text } of store.list('notices', filter)) texts.push(text);
  const weighted = loadSegmenter().extract(texts.join('\n'), wanted + common.size);
  const words = weighted.filter(({ word }) => !common.has(word) && /\p{Script=Han}/u.test(word));
  return Object.fromEntries(words.slice(0, wanted).map(({ word, weight }) => [word, Math.round(weight)]));
}

/** nodejieba reads its dictionaries as it is loaded (1.5 s, 255 MB), so it is loaded here and nowhere else. */
function loadSegmenter(): Segmenter {
  const loaded: unknown = createRequire(import.meta.url)('nodejieba');
  if (isSegmenter(loaded)) return loaded;
  throw new Error('nodejieba has no extract()');
}

function isSegmenter(value: unknown): value is Segmenter {
  return typeof value === 'object' && value !== null && 'extract' in value && typeof value.extract === 'function';
}
