import { compact, figureTable, isReadElsewhere, type NoticeTable } from '../../../extractors/index.js';
import type { FindingRead } from '../../../schemas/index.js';
import { finding, type Audited } from '../check.js';
import { bodyTexts } from '../text.js';

/**
 * A label of a table that the text does not know, while it knows the labels beside it and a name that is nearly this
 * one: 现代纺织产业链 in the table, 现代针纺产业链 in the text.
 */
export function labels({ notice }: Audited): FindingRead[] {
  const texts = bodyTexts(notice).map((b) => b.view.text);
  return notice.tables.flatMap((table) => {
    const all = [...labelsOf(table)];
    const known = new Set(all.filter(([label]) => texts.some((t) => t.includes(label))).map(([label]) => label));
    if (known.size < 2 || known.size < all.length / 2) return [];
    return all.flatMap(([label, row]) => {
      const written = known.has(label) ? null : nameInText(label, texts, all);
      const span = table.rows[row];
      return written === null || !span ? [] : [told(table, label, written, row, span)];
    });
  });
}

const ENDING = /(产业链|产业集群|集群|产业园|园区|开发区|平台|产业)$/;

/** Labels of a table of figures that end as names do, each with its first row. */
function labelsOf(table: NoticeTable): Map<string, number> {
  const found = new Map<string, number>();
  for (const row of (isReadElsewhere(table) ? null : figureTable(table))?.rows ?? [])
    for (const value of [...Object.values(row.labels), row.indicator ?? '', row.area ?? '']) {
      const label = compact(value).text;
      if (ENDING.test(label) && !found.has(label)) found.set(label, row.row);
    }
  return found;
}

/** How many characters of one word the other has too. */
function shared(a: string, b: string): number {
  let left = b;
  for (const c of a) left = left.replace(c, '');
  return b.length - left.length;
}

/** A name of the text with the same ending that has all characters of the label but one, and is no other label. */
function nameInText(label: string, texts: readonly string[], all: readonly (readonly [string, number])[]): string | null {
  const ending = ENDING.exec(label)?.[0] ?? '';
  const body = label.slice(0, label.length - ending.length);
  if (body.length < 3) return null;
  for (const text of texts) {
    for (let at = text.indexOf(ending); at >= 0; at = text.indexOf(ending, at + 1)) {
      const written = text.slice(Math.max(0, at - body.length), at);
      if (/[，。；：、]/.test(written)) continue;
      const name = written + ending;
      if (written !== body && shared(written, body) >= body.length - 1 && !all.some(([other]) => other.endsWith(name)))
        return name;
    }
  }
  return null;
}

function told(
  table: NoticeTable,
  label: string,
  written: string,
  row: number,
  span: { start: number; end: number },
): FindingRead {
  return finding({
    check: 'cross_reference',
    severity: 'warning',
    params: { what: 'label', table: table.title },
    expected: written,
    actual: label,
    rows: [row],
    start: span.start,
    end: span.end,
  });
}
