import {
  clean,
  compact,
  headOf,
  projectRows,
  spanOf,
  splitOutside,
  type NoticeTable,
  matchesOf,
} from '../../extractors/index.js';
import type { FindingRead } from '../../schemas/index.js';
import { defineCheck, finding, type Audited } from './check.js';
import { bodyTexts, placeOf, sentences } from './text.js';

/** Paragraphs and sentences that stand twice, in the text and in cells of tables; marks set twice. */
export const duplicateText = defineCheck({
  name: 'duplicate_text',
  version: 3,
  run: (audited) => {
    const whole = paragraphs(audited);
    const single = inSentences(audited).filter(
      (f) => !whole.some((w) => (w.start ?? 0) <= (f.start ?? 0) && (w.end ?? 0) >= (f.end ?? 0)),
    );
    return [
      ...contents(audited),
      ...whole,
      ...single,
      ...audited.notice.tables.flatMap((t) => inCells(audited, t)),
      ...doubled(audited),
    ];
  },
});

const SHORTEST_SENTENCE = 15;

function contents({ notice, records }: Audited): FindingRead[] {
  return records.projects.flatMap((p) => {
    const source = notice.text.slice(p.start, p.end);
    const twice = repeated(compact(p.content ?? '').text);
    if (twice === null || p.seq === null) return [];
    return [
      finding({
        check: 'duplicate_text',
        severity: 'info',
        params: { table: p.table, label: twice.slice(0, 60) },
        rows: [p.seq],
        start: p.start,
        end: p.start + source.length,
      }),
    ];
  });
}

/** A sentence that stands twice, or all but: at least nine tenths of its character pairs recur; null where none does. */
function repeated(text: string): string | null {
  const sentences = splitOutside(text, '。；')
    .map((s) => s.text)
    .filter((s) => s.length >= SHORTEST_SENTENCE);
  for (let i = 0; i < Math.min(sentences.length, 60); i++) {
    for (let j = i + 1; j < Math.min(sentences.length, 60); j++) {
      const [a = '', b = ''] = [sentences[i], sentences[j]];
      if (a === b || (Math.abs(a.length - b.length) <= 30 && (contained(a, b) >= 0.95 || contained(b, a) >= 0.95))) return a;
    }
  }
  return null;
}

function contained(a: string, b: string): number {
  const pairs = new Map<string, number>();
  for (let i = 0; i < b.length - 1; i++) pairs.set(b.slice(i, i + 2), (pairs.get(b.slice(i, i + 2)) ?? 0) + 1);
  let hit = 0;
  for (let i = 0; i < a.length - 1; i++) {
    const left = pairs.get(a.slice(i, i + 2)) ?? 0;
    if (left > 0) {
      hit++;
      pairs.set(a.slice(i, i + 2), left - 1);
    }
  }
  return a.length < 2 ? 0 : hit / (a.length - 1);
}

const SHORTEST_PARAGRAPH = 40;

/** A paragraph that stands twice: a warning where the second follows close on the first, else only worth a look. */
function paragraphs({ notice }: Audited): FindingRead[] {
  const first = new Map<string, number>();
  const out: FindingRead[] = [];
  notice.paragraphs.forEach((p, i) => {
    if (p.role !== 'body') return;
    const heading = notice.sections[p.section]?.heading;
    const from = heading && heading.start >= p.start && heading.end < p.end ? heading.end : p.start;
    const text = compact(notice.text, from, p.end).text;
    if (text.length < SHORTEST_PARAGRAPH || !/[。；]/.test(text)) return;
    const before = first.get(text);
    if (before !== undefined) {
      const severity = i - before <= 3 || notice.paragraphs[before]?.section === p.section ? 'warning' : 'info';
      out.push(
        finding({
          check: 'duplicate_text',
          severity,
          params: { label: clean(text.slice(0, 60)) },
          expected: 1,
          actual: 2,
          start: p.start,
          end: p.end,
        }),
      );
    }
    first.set(text, i);
  });
  return out;
}

/** A responsibility clause, which many tasks share. */
const CLAUSE = /(责任|牵头|配合|承办|协办)(单位|部门)[：:）]|职责分工|分工负责/;
/** Names and no more: two lists may hold the same. */
const isList = (text: string): boolean => !text.includes('，') && text.split('、').length > 3;
/** Fewest characters of a sentence that may not stand again elsewhere in the notice. */
const LONG_SENTENCE = 25;

/** A sentence that stands twice: a warning within a paragraph, else only worth a look. */
function inSentences({ notice }: Audited): FindingRead[] {
  const order = new Map(bodyTexts(notice).map((b, i) => [b.paragraph.start, i]));
  const first = new Map<string, number>();
  return sentences(notice).flatMap((sentence) => {
    const text = sentence.text.replace(
      /^(?:第.{1,3}条|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}\.)/,
      '',
    );
    const here = order.get(sentence.paragraph.start) ?? 0;
    const before = first.get(text);
    if (text.length < SHORTEST_SENTENCE || CLAUSE.test(text) || isList(text)) return [];
    first.set(text, here);
    const close = before === here;
    if (before === undefined || (!close && text.length < LONG_SENTENCE)) return [];
    const span = placeOf(sentence, 0, sentence.text.length);
    return [twice(close ? 'warning' : 'info', null, text, [], span)];
  });
}

/** A sentence that stands twice in one cell of any table but one of projects. */
function inCells({ notice }: Audited, table: NoticeTable): FindingRead[] {
  const head = table.toc || projectRows(notice, table).length > 0 ? null : headOf(table);
  if (!head) return [];
  return table.rows.slice(head.rows).flatMap((row, i) =>
    row.cells.flatMap((cell) => {
      const seen = new Set<string>();
      const again = splitOutside(compact(cell.text).text, '。；').find(
        (s) => s.text.length >= SHORTEST_SENTENCE && (seen.has(s.text) || !seen.add(s.text)),
      );
      return again ? [twice('warning', table.title, again.text, [head.rows + i], cell)] : [];
    }),
  );
}

const DOUBLED = /各各|，，|。。|、、|；；|：：/g;

/** `各各镇`, `，，`. */
function doubled({ notice }: Audited): FindingRead[] {
  return bodyTexts(notice).flatMap(({ view }) =>
    matchesOf(view.text, DOUBLED).map((m) =>
      twice('info', null, view.text.slice(Math.max(0, m.index - 6), m.index + 8), [], spanOf(view, m.index, m.index + 2)),
    ),
  );
}

function twice(
  severity: FindingRead['severity'],
  table: string | null,
  label: string,
  rows: number[],
  at: { start: number; end: number },
) {
  return finding({
    check: 'duplicate_text',
    severity,
    params: { table, label: clean(label.slice(0, 60)) },
    expected: 1,
    actual: 2,
    rows,
    start: at.start,
    end: at.end,
  });
}
