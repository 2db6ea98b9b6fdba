import { numeral, splitOutside, matchesOf } from '../../../extractors/index.js';
import type { FindingRead } from '../../../schemas/index.js';
import type { Audited } from '../check.js';
import { counting, FIGURE, placeOf, type Sentence } from '../text.js';
import { mismatch } from './mismatch.js';

/** Numbers in sentences against the names that stand beside them. */
export function enumerations({ notice }: Audited): FindingRead[] {
  const all = counting(notice);
  const counted = all.map((s) => counts(s));
  const closed = wholes(all, counted.flat());
  return all.flatMap((s, i) => [...beforeLists(s), ...behindLists(counted[i] ?? [], closed)]);
}

const BEFORE = new RegExp(`${FIGURE}(?:个|家|大|项|条)([^，。；：]{2,16})(?:，)?(?:分别是|分别为|包括|依次是|即)：([^。；：]+)$`);

/** `九大产业集群，分别是：A、B、…。` */
function beforeLists(sentence: Sentence): FindingRead[] {
  const m = BEFORE.exec(sentence.text);
  const declared = m ? numeral(m[1] ?? '') : null;
  const items = splitOutside(m?.[3] ?? '', '、');
  if (!m || declared === null || /(等|，)/.test(m[3] ?? '') || items.length < 2) return [];
  return mismatch(m[2] ?? '', declared, items.length, placeOf(sentence, m.index, m.index + m[0].length));
}

/** What may be counted behind an enumeration, and how its names end. */
const NOUNS: readonly (readonly [RegExp, RegExp])[] = [
  [/^[^，。；、]{0,8}集群/, /集群$/],
  [/^[^，。；、]{0,6}产业链/, /产业链$/],
  [/^[^，。；、]{0,6}(开发区|园区|园)/, /(区|园)$/],
  [/^(县区|区县|县（市、区）|市州|设区市|县市区|镇街|乡镇|区|县|市|镇)/, /(市|县|区|州|旗|盟|镇|乡|街道)$/],
  [/^[^，。；、]{0,6}项目/, /项目$/],
  [/^[^，。；、]{0,6}中心/, /中心$/],
  [/^[^，。；、]{0,6}行动/, /行动$/],
  [/^[^，。；、]{0,6}工程/, /工程$/],
];
const BEHIND = new RegExp(`(等)?${FIGURE}(?:个|家|大|条|项)`, 'g');

/** A number with the names that stand in front of it. */
interface Counted {
  sentence: Sentence;
  declared: number;
  noun: string;
  /** how many names stand there, and whether they are all of their clause */
  run: number;
  whole: boolean;
  /** `等` in front of the number: there may be more */
  open: boolean;
  from: number;
  to: number;
}

function counts(sentence: Sentence): Counted[] {
  return matchesOf(sentence.text, BEHIND).flatMap((m) => {
    const declared = numeral(m[2] ?? '');
    const to = m.index + m[0].length;
    const behind = sentence.text.slice(to, to + 14);
    const noun = NOUNS.find(([pattern]) => pattern.test(behind));
    if (declared === null || declared < 2 || !noun) return [];
    const what = noun[0].exec(behind)?.[0] ?? '';
    const names = namesBefore(sentence.text, m.index, noun[1]);
    return [{ sentence, declared, noun: what, ...names, open: m[1] !== undefined, to: to + what.length }];
  });
}

/**
 * Nouns whose lists with 等 leave nothing out: all names of the notice that stand in front of such numbers are as many
 * as it says elsewhere that there are (`12个县市区` beside lists of 4, 5 and 3).
 */
function wholes(all: readonly Sentence[], counted: readonly Counted[]): ReadonlySet<string> {
  const listed = new Map<string, { lists: number; names: number }>();
  for (const { noun, run } of counted.filter((c) => c.open && c.run >= 2)) {
    const { lists, names } = listed.get(noun) ?? { lists: 0, names: 0 };
    listed.set(noun, { lists: lists + 1, names: names + run });
  }
  const said = (noun: string, n: number) =>
    all.some(({ text }) => new RegExp(`(?<![\\d等第])${n}[个家]${noun.replace(/[^\u4e00-\u9fa5]/g, '.')}`).test(text));
  return new Set([...listed].filter(([noun, { lists, names }]) => lists >= 2 && said(noun, names)).map(([noun]) => noun));
}

/** `A集群、B集群两个集群` lists as many as it says; `A集群、B集群等5个集群` not more. */
function behindLists(counted: readonly Counted[], closed: ReadonlySet<string>): FindingRead[] {
  return counted.flatMap(({ sentence, declared, noun, run, whole, open, from, to }) => {
    const mayBeMore = (open && !closed.has(noun)) || !whole;
    return run < 2 || (run < declared && mayBeMore) ? [] : mismatch(noun, declared, run, placeOf(sentence, from, to));
  });
}

/** The names with an ending that stand side by side right before an offset, and whether they are all of their clause. */
function namesBefore(text: string, to: number, ending: RegExp): { run: number; whole: boolean; from: number } {
  const window = text.slice(Math.max(0, to - 400), to);
  const clause = splitOutside(window, '，。；：').at(-1);
  const items = clause && clause.to === window.length ? splitOutside(clause.text, '、和与及') : [];
  let run = 0;
  while (run < items.length && ending.test(items.at(-1 - run)?.text ?? '')) run++;
  const first = items.at(-run);
  const from = to - window.length + (clause?.from ?? 0) + (first?.from ?? 0);
  return { run, whole: run === items.length, from };
}
