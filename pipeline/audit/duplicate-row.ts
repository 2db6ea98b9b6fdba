import {
  compact,
  figureTable,
  headOf,
  isReadElsewhere,
  projectRows,
  type FigureRow,
  type NoticeTable,
} from '../../extractors/index.js';
import type { FindingRead } from '../../schemas/index.js';
import { defineCheck, finding, type Audited } from './check.js';
import { nameLists } from './lists.js';

/** Rows of a table, and names of a list, that stand twice. */
export const duplicateRow = defineCheck({
  name: 'duplicate_row',
  version: 4,
  run: (audited) => [
    ...audited.notice.tables.flatMap(figureRows),
    ...twiceTheProject(audited),
    ...audited.notice.tables.flatMap((table) => wholeRows(audited, table)),
    ...listedTwice(audited),
  ],
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

function twiceTheProject({ records }: Audited): FindingRead[] {
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

/** Fewest characters of a row's words: less may well stand twice. */
const SHORTEST_ROW = 8;

/** Rows of other tables that are the same but for their number. */
function wholeRows({ notice }: Audited, table: NoticeTable): FindingRead[] {
  const head = table.toc ? null : headOf(table);
  if (!head || projectRows(notice, table).length > 0 || (!isReadElsewhere(table) && figureTable(table))) return [];
  const first = new Map<string, number>();
  return table.rows.flatMap((row, index) => {
    const words = row.cells.filter((c) => !/^(序号|编号)$/.test(head.columns[c.column] ?? '')).map((c) => compact(c.text).text);
    const key = JSON.stringify(words);
    const twin = first.get(key);
    if (index < head.rows || words.filter((w) => w !== '').length < 2 || words.join('').length < SHORTEST_ROW) return [];
    if (twin === undefined) first.set(key, index);
    return twin === undefined ? [] : [twice(table.title, words.find((w) => w !== '') ?? '', [twin, index], row)];
  });
}

/** A name of three characters that is no word that lists share. */
const PLACE_NAME = /^..[市县区旗镇乡]$/;

/** A name that one list holds twice. */
function listedTwice({ notice }: Audited): FindingRead[] {
  return nameLists(notice).flatMap((list) => {
    const first = new Set<string>();
    return list.items.flatMap((item) => {
      const name = compact(item.name).text;
      const known = first.has(name);
      first.add(name);
      return known && (name.length >= 4 || PLACE_NAME.test(name)) ? [twice(list.label, item.name, [], item)] : [];
    });
  });
}

function twice(table: string | null, label: string, rows: number[], at: { start: number; end: number }): FindingRead {
  return finding({
    check: 'duplicate_row',
    severity: 'warning',
    params: { table, label },
    expected: 1,
    actual: 2,
    rows,
    start: at.start,
    end: at.end,
  });
}
