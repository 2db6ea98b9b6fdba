import { loadGazetteer } from '../../corpus/gazetteer.js';
import { createResolver, type NameContext } from '../../names/index.js';

export const gazetteer = loadGazetteer();
export const resolver = createResolver(gazetteer);

/** The context of a notice that this organ issues. */
export function noticeOf(issuer: string | null, more: { date?: string; text?: string } = {}): NameContext {
  const region = issuer === null ? null : resolver.region([issuer], null, '');
  return { region, date: more.date ?? '2024-01-01', ...(more.text === undefined ? {} : { text: more.text }) };
}
