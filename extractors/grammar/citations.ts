import type { Citation } from '../../schemas/index.js';
import { clean, compact, type Compact } from './fold.js';
import { documentNumbers, orderNumbers, type DocumentNumber } from './document-numbers.js';
import { beginningIn } from './sentences.js';
import { matchesOf } from './matches.js';

/** Last words of titles that are documents; what else stands in 《》 is a book, a journal, a film, a form to fill in. */
const DOCUMENT_END =
  /(通知|通报|意见|决定|公告|通告|公报|批复|函|命令|令|决议|纪要|报告|请示|方案|规划|计划|办法|规定|规则|细则|条例|法典?|纲要|目录|指南|指引|要点|措施|政策|标准|规程|规范|章程|准则|清单|名单|制度|预案|合同|协议|建议|提案|讲话|白皮书|宣言|若干政策|任务书)$/;
/** Number of a technical standard behind its title. It is no 发文字号, but what bears one is a document. */
const STANDARD = /^（(?:GB|DB|HJ|JGJ|CJJ|JT|NY|SL|YY|ISO|T\/)[^（）]{2,24}）/;
/** A kind of document and nothing more: a short form of a title given before. */
const SHORT_FORM = /^(?:通知|意见|决定|公告|方案|规划|计划|办法|规定|细则|条例|纲要|要点|措施|政策|预案|目录|指南|规则)$/;
const SHORT_FORM_GIVEN = /《([^《》]{2,100})》[^《》。]{0,60}?简称(?:为|“)?《([^《》]{2,30})》/g;

/** Short forms that a compact text gives to titles, with the titles: `《甲市实施办法》（以下简称《办法》）`. */
export const shortForms = (text: string): Map<string, string> =>
  new Map(
    (text.includes('简称') ? matchesOf(text, SHORT_FORM_GIVEN) : []).map((m): [string, string] => [m[2] ?? '', m[1] ?? '']),
  );

/** A document that a compact text names, and where its title and number stand there. */
export interface CitationInText extends Citation {
  from: number;
  to: number;
}

/**
 * Documents that a text names: in 《》, with their number where it stands in brackets behind or right in front, or by
 * number alone. A bare kind (《办法》) is a short form and left out.
 */
export function citationsIn(text: string, view: Compact = compact(text)): CitationInText[] {
  const numbers = [...documentNumbers(view.text), ...orderNumbers(view.text)].sort((a, b) => a.from - b.from);
  const used = new Set<DocumentNumber>();
  const found: CitationInText[] = [];
  for (const run of runsOfTitles(view.text)) {
    const beside = numbersBeside(view.text, run, numbers);
    run.forEach(([from, to], i) => {
      const title = clean(text.slice((view.at[from] ?? 0) + 1, view.at[to - 1]));
      const number = beside.length === run.length ? beside[i] : i === run.length - 1 ? beside[0] : undefined;
      if (number) used.add(number);
      if (!number && !isDocument(title, view.text.slice(to, to + 40))) return;
      const ends = number ? [number.from, number.to] : [];
      found.push({
        title,
        document_number: number?.number ?? null,
        from: Math.min(from, ...ends),
        to: Math.max(to, ...ends),
      });
    });
  }
  for (const n of numbers) {
    if (!used.has(n)) found.push({ title: null, document_number: n.number, from: n.from, to: n.to });
  }
  return found.sort((a, b) => a.from - b.from);
}

/** The same without where they stand: first those with a title, then those by number alone. */
export function citations(text: string, view: Compact = compact(text)): Citation[] {
  const all = citationsIn(text, view).map(({ title, document_number }) => ({ title, document_number }));
  return [...all.filter((c) => c.title !== null), ...all.filter((c) => c.title === null)];
}

function isDocument(title: string, after: string): boolean {
  const bare = compact(title)
    .text.replace(/（[^（）]*）$/, '')
    .replace(/[”》〉]$/, '');
  return (DOCUMENT_END.test(bare) && !SHORT_FORM.test(bare)) || STANDARD.test(after);
}

/** The numbers in the bracket behind a run of titles (`《A》《B》（…1号、…2号）`), or the one right in front of a single one. */
function numbersBeside(
  text: string,
  run: readonly (readonly [number, number])[],
  numbers: readonly DocumentNumber[],
): DocumentNumber[] {
  const [first, last] = [run[0]?.[0] ?? 0, run.at(-1)?.[1] ?? 0];
  if (text[last] === '（') {
    const end = closing(text, last);
    const inside = beginningIn(numbers, last, end).filter((n) => n.to <= end);
    const next = inside[0];
    if (next && next.from <= last + 2) return inside.length === run.length ? inside : [next];
    const dated = next && /^（.{0,16}(?:年|日|以|，|、)$/.test(text.slice(last, next.from));
    if (dated) return [next];
  }
  const before = run.length === 1 ? beginningIn(numbers, first - LONGEST_NUMBER, first).at(-1) : undefined;
  return before && /^(?:文件?|的)?$/.test(text.slice(before.to, first)) ? [before] : [];
}

const LONGEST_NUMBER = 60;

/** Where the bracket that opens at `from` closes; 80 characters on at most. */
function closing(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < Math.min(text.length, from + 80); i++) {
    if (text[i] === '（') depth++;
    else if (text[i] === '）' && --depth === 0) return i;
  }
  return Math.min(text.length, from + 80);
}

/** Titles in 《》 side by side, with nothing but 、 or 和 between them. */
function runsOfTitles(text: string): [number, number][][] {
  const runs: [number, number][][] = [];
  for (const title of titlesIn(text)) {
    const last = runs.at(-1)?.at(-1);
    if (last && /^[、和及]?$/.test(text.slice(last[1], title[0]))) runs.at(-1)?.push(title);
    else runs.push([title]);
  }
  return runs;
}

/** Outermost 《…》 ranges of a compact text. */
function titlesIn(text: string): [number, number][] {
  const ranges: [number, number][] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '《') {
      if (depth === 0) from = i;
      depth++;
    } else if (text[i] === '》' && depth > 0) {
      depth--;
      if (depth === 0) ranges.push([from, i + 1]);
    }
    if (depth > 0 && i - from > 200) depth = 0;
  }
  return ranges;
}
