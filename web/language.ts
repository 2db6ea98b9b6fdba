import { LANGS, type Lang } from './site.js';

/**
 * The language that a browser asks for (`Accept-Language`, RFC 9110, 12.5.4): of those that we have the one with the greatest
 * weight, the first among equals; null where it asks for neither.
 */
export function acceptedLanguage(header: string | undefined): Lang | null {
  let best: { lang: Lang; weight: number } | null = null;
  for (const range of (header ?? '').slice(0, LONGEST).split(',')) {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const lang = LANGS.find((one) => tag === one || tag.startsWith(`${one}-`));
    const weight = Number(parameters.find((one) => one.startsWith('q='))?.slice(2) ?? 1);
    if (lang !== undefined && weight > (best?.weight ?? 0)) best = { lang, weight };
  }
  return best?.lang ?? null;
}

/** A header that is longer is no browser's. */
const LONGEST = 500;
