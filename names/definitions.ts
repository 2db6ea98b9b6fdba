import { fold, isSubsequence, lastOnly } from './text.js';

/** `full` is the run of text before the bracket: it ends with the name, where the name begins is not marked. */
export interface Definition {
  short: string;
  full: string;
}

/** （以下简称“A”）, （下称A）, （简称：A、B）: the words before the bracket, and what they are called from here on. */
const CALLED =
  /([^，。；：、,;:\s（）()《》“”"]{4,60})[（(](?:以下|下文|下)?(?:统一|统|分别|均|合)?(?:简称|称)(?:为|作)?[：:]?([^）)\n]{2,40})[）)]/gu;
const QUOTES = /[“”"「」『』‘’]/gu;
const LEADING_GROUP =
  /(?:成立|设立|组建|调整)((?:[^，。；：、,;:\s（）()《》的]|（[^）]*）){2,40}?领导小组)|([^，。；：、,;:\s（）()《》的]{4,40}?领导小组)(?:人员名单|组成人员|成员名单)/gu;
const ORGAN_IN_TEXT = /[\p{Script=Han}]{2,30}?(?:局|厅|委员会|办公室)(?![\p{Script=Han}])/gu;
/** What stands before a name that is being defined and is no part of it. */
const LEAD_IN = /^.*?(?:由|和|与|在|向|对|将|成立|设立|组建|根据|经|按照|报|至|到|为|是)(?=.{4})/u;

/** The bracket of CALLED, which is looked for alone first: the words before it may begin anywhere. */
const CALLS = /[（(](?:以下|下文|下)?(?:统一|统|分别|均|合)?(?:简称|称)/u;

/** Short names that the notice itself defines (…以下简称…). */
export const definitionsIn = lastOnly((text): readonly Definition[] =>
  (CALLS.test(text) ? [...text.matchAll(CALLED)] : []).flatMap(([, full = '', shorts = '']) =>
    fold(shorts)
      .replace(QUOTES, '')
      .split(/[、，或]/u)
      .filter((short) => short.length >= 2)
      .map((short) => ({ full: fold(full), short })),
  ),
);

/**
 * What a name may be in full by the notice’s own definitions: the whole name is defined, or a head of it is
 * (试验区管委会 where 试验区 is defined). Where the full name begins is not marked: from the first place in it (`placeAt`),
 * with all the words before it, or behind one that leads in to names, in this order.
 */
export function definedAs(name: string, text: string, placeAt: (words: string) => number): string[] {
  if (text === '') return [];
  const defined = definitionsIn(text).filter(({ short, full }) => name.startsWith(short) && full !== name);
  const longest = defined.reduce<Definition | null>(
    (best, one) => (best && best.short.length >= one.short.length ? best : one),
    null,
  );
  if (!longest) return [];
  const rest = name.slice(longest.short.length);
  const heads = new Set([longest.full.slice(Math.max(0, placeAt(longest.full))), longest.full]);
  for (let head = longest.full; LEAD_IN.test(head); heads.add(head)) head = head.replace(LEAD_IN, '');
  return [...heads].map((head) => head + rest);
}

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
