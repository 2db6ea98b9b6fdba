import { splitOutside } from '../grammar/lists.js';
import type { Figure } from './sentence.js';
import { HOW_MANY, QUALIFIER, SHARED_ENDING, SHARED_MEASURE } from './words.js';
import { matchesOf } from '../grammar/matches.js';

/** `A、B分别达到x、y` and `2026年、2028年分别达到x、y`: the figures of a list share the words in front of the first. */
export function shareOut(sentence: string, all: readonly Figure[]): Figure[] {
  const out = [...all];
  all.forEach((head, i) => {
    if (out[i]?.share) return;
    if (!head.front.respectively && !sentence.slice(head.clause.from, head.quantity.from).includes('分别')) return;
    const rest = all.slice(i + 1);
    const others = rest.findIndex((f) => f.front.subject !== '' || f.clause.from !== head.clause.from);
    const group = [head, ...(others < 0 ? rest : rest.slice(0, others))];
    if (group.length < 2) return;
    const years = yearsAhead(sentence, head, all[i - 1]);
    group.forEach((f, k) => {
      out[i + k] = {
        ...f,
        share: { head, index: k, of: group.length, due: years.length === group.length ? (years[k] ?? null) : null },
      };
    });
  });
  return out;
}

/** The years named side by side since the figure before: `到2026年、2028年，装机分别达到…`. */
function yearsAhead(sentence: string, head: Figure, before: Figure | undefined): string[] {
  const words = sentence.slice(before?.rightTo ?? 0, head.quantity.from);
  return matchesOf(words, /(?<![较比由从])(20\d\d)年/g).map((m) => m[1] ?? '');
}

/** The subjects of a list, each with the words that only the last one has: `A、B产业营业收入` is A产业营业收入 and B产业营业收入. */
export function subjectsOf(words: string, count: number | null = null): string[] {
  const parts = partsOf(words, count);
  const last = (parts.at(-1) ?? '').replace(HOW_MANY, '');
  return parts.map((part, i) => (i === parts.length - 1 ? last : completed(part, last)));
}

/** Parts between 、, and around the last 和; a name that may hold a 和 of its own is left whole where nothing tells otherwise. */
function partsOf(words: string, count: number | null): string[] {
  const parts = splitOutside(words, '、')
    .flatMap((p) => p.text.split(/(?<=产业|企业|行业)和/))
    .filter((t) => t !== '');
  if (count === null ? false : parts.length >= count) return parts;
  const last = parts.pop() ?? '';
  return [...parts, ...aroundAnd(last)];
}

function aroundAnd(words: string): string[] {
  const halves = words.split(/和|以及|及(?!以上)|与(?!GDP|[^和]*比)/);
  return halves.length === 2 && halves.every((h) => h.length >= 2) ? halves : [words];
}

/** A part of a list with the ending that it shares with the last. */
function completed(part: string, last: string): string {
  const qualifier = QUALIFIER.exec(last)?.[0];
  if (qualifier !== undefined && QUALIFIER.exec(part)?.[0] === part) return part + last.slice(qualifier.length);
  if (SHARED_MEASURE.test(part)) return part;
  const ending = SHARED_ENDING.exec(last)?.[1] ?? '';
  const measure = SHARED_MEASURE.exec(last)?.[1] ?? '';
  return part + (/业$|领域$|经济$/.test(part) || ending === measure ? measure : ending);
}
