import { fold, isSubsequence, lastOnly } from './text.js';

/** `full` is the run of text before the bracket: it ends with the name, where the name begins is not marked. */
export interface Definition {
  short: string;
  full: string;
}

const CALLED = /([^，。；：、,;:\s（）()《》]{4,60})[（(]以下(?:统一)?(?:简称|称)(?:为)?[“"「]?([^”"」）)]{2,20})[”"」]?[）)]/gu;
const LEADING_GROUP =
  /(?:成立|设立|组建|调整)((?:[^，。；：、,;:\s（）()《》的]|（[^）]*）){2,40}?领导小组)|([^，。；：、,;:\s（）()《》的]{4,40}?领导小组)(?:人员名单|组成人员|成员名单)/gu;
const ORGAN_IN_TEXT = /[\p{Script=Han}]{2,30}?(?:局|厅|委员会|办公室)(?![\p{Script=Han}])/gu;

/** Short names that the notice itself defines (…以下简称…). */
export const definitionsIn = lastOnly((text): readonly Definition[] =>
  [...text.matchAll(CALLED)].map(([, full = '', short = '']) => ({ full: fold(full), short: fold(short) })),
);

/** The leading groups that the notice sets up or lists. */
export const leadingGroupsIn = lastOnly((text): readonly string[] => [
  ...new Set([...text.matchAll(LEADING_GROUP)].map(([, set, listed]) => fold(set ?? listed ?? '').replace(/^调整/u, ''))),
]);

/** Runs of text that end like an organ's name. */
const organsIn = lastOnly((text): readonly string[] => [...new Set([...text.matchAll(ORGAN_IN_TEXT)].map(([run]) => run))]);

/**
 * The one full name in the text that a short one may stand for: in the same place, with the same ending, and with the
 * short stem's characters in order (市政务局 where 景德镇市政务服务和数据管理局 is named).
 */
export function spelledOut(text: string, place: string, stem: string, ending: string): string | null {
  const found = new Set<string>();
  for (const run of organsIn(text)) {
    const at = run.lastIndexOf(place);
    if (at < 0 || !run.endsWith(ending)) continue;
    const full = run.slice(at + place.length, -ending.length);
    if (full.length > stem.length && full.startsWith(stem.slice(0, 1)) && isSubsequence(stem, full)) found.add(full + ending);
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}
