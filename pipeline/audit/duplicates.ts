import {
  clean,
  compact,
  figureTable,
  isReadElsewhere,
  splitOutside,
  type FigureRow,
  type NoticeTable,
} from '../../extractors/index.js';
import type { FindingRead } from '../../schemas/index.js';
import { defineCheck, finding, type Audited } from './check.js';

/** Rows of a table that stand twice. */
export const duplicateRow = defineCheck({
  name: 'duplicate_row',
  version: 1,
  run: (audited) => [...audited.notice.tables.flatMap(figureRows), ...projectRows(audited)],
});

const rowKey = (row: FigureRow) =>
  JSON.stringify([row.labels, row.area, row.year, row.indicator, row.values.map((v) => v?.text.replace(/^[-—]+$/, '') ?? '')]);

function figureRows(table: NoticeTable): FindingRead[] {
  const figures = isReadElsewhere(table) ? null : figureTable(table);
  if (!figures) return [];
  const first = new Map<string, FigureRow>();
  const groups = new Map<string, { rows: number[]; span: { start: number; end: number }; labels: string[] }>();
  for (const row of figures.rows) {
    const twin = first.get(rowKey(row));
    if (!twin) {
      first.set(rowKey(row), row);
      continue;
    }
    const group = [...Object.values(row.labels), row.area].filter((x) => x !== null).join(' ');
    const span = table.rows[row.row] ?? table;
    const known = groups.get(group);
    const label = [row.year, row.indicator].filter((x) => x !== null).join(' ');
    if (known) {
      known.rows.push(twin.row, row.row);
      known.labels.push(label);
    } else groups.set(group, { rows: [twin.row, row.row], span: { start: span.start, end: span.end }, labels: [label] });
  }
  return [...groups].map(([group, g]) =>
    finding({
      check: 'duplicate_row',
      severity: 'warning',
      params: { table: table.title, label: `${group} ${g.labels.join('、')}`.trim() },
      expected: 1,
      actual: 2,
      rows: g.rows,
      ...g.span,
    }),
  );
}

function projectRows({ records }: Audited): FindingRead[] {
  const first = new Map<string, Audited['records']['projects'][number]>();
  const out: FindingRead[] = [];
  for (const p of records.projects) {
    const key = JSON.stringify([p.table, compact(p.name).text]);
    const twin = first.get(key);
    if (!twin) first.set(key, p);
    else {
      const rows = [twin.seq, p.seq].filter((n) => n !== null);
      out.push(
        finding({
          check: 'duplicate_row',
          severity: 'warning',
          params: { table: p.table, label: p.name },
          expected: 1,
          actual: 2,
          rows,
          start: p.start,
          end: p.end,
        }),
      );
    }
  }
  return out;
}

/** Sentences that stand twice in a table cell, and paragraphs that stand twice in the text. */
export const duplicateText = defineCheck({
  name: 'duplicate_text',
  version: 1,
  run: (audited) => [...contents(audited), ...paragraphs(audited)],
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
