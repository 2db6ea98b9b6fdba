import { numeral, splitOutside } from '../../../extractors/index.js';
import type { FindingRead } from '../../../schemas/index.js';
import type { Audited } from '../check.js';
import { FIGURE, placeOf, sentences, type Sentence } from '../text.js';
import { mismatch } from './mismatch.js';

/** Numbers in sentences against the names that stand beside them. */
export function enumerations({ notice }: Audited): FindingRead[] {
  return sentences(notice).flatMap((s) => [...beforeLists(s), ...behindLists(s)]);
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

/** `A集群、B集群两个集群` lists as many as it says; `A集群、B集群等5个集群` not more. */
function behindLists(sentence: Sentence): FindingRead[] {
  return [...sentence.text.matchAll(BEHIND)].flatMap((m) => {
    const declared = numeral(m[2] ?? '');
    const behind = sentence.text.slice(m.index + m[0].length, m.index + m[0].length + 14);
    const noun = NOUNS.find(([pattern]) => pattern.test(behind));
    if (declared === null || declared < 2 || !noun) return [];
    const { run, whole, from } = namesBefore(sentence.text, m.index, noun[1]);
    if (run < 2 || run === declared || (run < declared && (m[1] !== undefined || !whole))) return [];
    const what = noun[0].exec(behind)?.[0] ?? '';
    return mismatch(what, declared, run, placeOf(sentence, from, m.index + m[0].length + what.length));
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
