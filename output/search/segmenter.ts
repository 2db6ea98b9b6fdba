import { createRequire } from 'node:module';

/** The part of nodejieba that is used here. */
export interface Segmenter {
  /** the words of a sentence, in order; `unknown`: also such as no dictionary has */
  cut(sentence: string, unknown: boolean): string[];
  /** its most telling words with their TF-IDF weights, the heaviest first */
  extract(text: string, wanted: number): { word: string; weight: number }[];
}

let loaded: Segmenter | null | undefined;

/**
 * nodejieba, which reads its dictionaries as it is loaded (1.5 s, 255 MB): once, at the first call. Null where it is not installed:
 * finding words as they stand never needs it.
 */
export function loadSegmenter(): Segmenter | null {
  if (loaded === undefined) loaded = tryLoading();
  return loaded;
}

function tryLoading(): Segmenter | null {
  try {
    const module: unknown = createRequire(import.meta.url)('nodejieba');
    return isSegmenter(module) ? module : null;
  } catch {
    return null;
  }
}

function isSegmenter(value: unknown): value is Segmenter {
  const has = (name: string): boolean =>
    typeof value === 'object' &&
    value !== null &&
    typeof new Map<string, unknown>(Object.entries(value)).get(name) === 'function';
  return has('cut') && has('extract');
}
