import { compact, headOf, numeral, type Notice, type NoticeTable, type Section, matchesOf } from '../../extractors/index.js';
import type { FindingRead, Span } from '../../schemas/index.js';
import { defineCheck, finding } from './check.js';
import { bodyTexts } from './text.js';

/** Numbers that should count up and do not: of headings and listed lines, of a table's rows, of points inside a paragraph. */
export const numbering = defineCheck({
  name: 'numbering',
  version: 1,
  run: ({ notice }) => [
    ...ofHeadings(notice),
    ...notice.tables.flatMap((table) => [...ofRows(table), ...ofRanks(table)]),
    ...ofPoints(notice),
  ],
});

interface Numbered extends Span {
  value: number;
  /** as written */
  mark: string;
}

interface Slip {
  at: Numbered;
  expected: number;
}

/**
 * Where a series does not count up by one. It may begin anywhere and begin anew at 1; a number that is wrong while the
 * next one goes on is one slip. Where more than one step in five is odd it is no series at all.
 */
function slips(series: readonly Numbered[]): Slip[] {
  const found: Slip[] = [];
  let expected = series[0]?.value ?? 1;
  series.forEach((item, i) => {
    const next = series[i + 1]?.value;
    if (item.value === expected || item.value === 1) expected = item.value + 1;
    else {
      found.push({ at: item, expected });
      expected = next === expected + 1 ? next : item.value + 1;
    }
  });
  return series.length < 3 || found.length > Math.max(1, series.length / 5) ? [] : found;
}

function told(what: string, slip: Slip, table: NoticeTable | null = null): FindingRead {
  return finding({
    check: 'numbering',
    severity: 'warning',
    params: { what, table: table?.title ?? null, mark: slip.at.mark },
    expected: slip.expected,
    actual: slip.at.value,
    start: slip.at.start,
    end: slip.at.end,
  });
}

/** `一、`, `（一）`, `1.`: the headings of one rank under one heading; in a plan their numbers may go on through it. */
function ofHeadings(notice: Notice): FindingRead[] {
  const groups = new Map<string, Section[]>();
  for (const section of notice.sections) {
    if (section.number === null) continue;
    const key = `${section.annex}|${section.parent ?? ''}|${section.rank}|${section.number.replace(/[\d一二三四五六七八九十百零〇①-⑳]/g, '')}`;
    groups.set(key, [...(groups.get(key) ?? []), section]);
  }
  return [...groups.values()].flatMap((group) => slips(group.flatMap(numberOf)).map((slip) => told('heading', slip)));
}

function numberOf(section: Section): Numbered[] {
  const mark = section.number ?? '';
  const value = numeral(mark.replace(/[第章节条编篇部分（）、.．：]/g, ''));
  return value === null ? [] : [{ value, mark, ...section.heading }];
}

const NUMBER_HEAD = /^(序号|编号|№|No\.?)$/i;
const RANK_HEAD = /^(排名|名次|位次|排序)$/;

/** The numbers of a column of a table, by its head. */
function columnOf(table: NoticeTable, name: RegExp): Numbered[] {
  const head = table.toc ? null : headOf(table);
  const column = head?.columns.findIndex((c) => name.test(c)) ?? -1;
  if (!head || column < 0) return [];
  return table.rows.slice(head.rows).flatMap((row): Numbered[] => {
    const mark = compact(row.cells.find((c) => c.column === column)?.text ?? '').text;
    const value = /^第?(\d{1,4})名?$/.exec(mark)?.[1];
    return value === undefined ? [] : [{ value: Number(value), mark, start: row.start, end: row.end }];
  });
}

const ofRows = (table: NoticeTable): FindingRead[] => slips(columnOf(table, NUMBER_HEAD)).map((slip) => told('row', slip, table));

/** A ranking from the first place down, with a place that nobody has; places shared leave as many out. */
function ofRanks(table: NoticeTable): FindingRead[] {
  const series = columnOf(table, RANK_HEAD);
  if (series.length < 4 || series[0]?.value !== 1 || series.some((s, i) => s.value < (series[i - 1]?.value ?? 0))) return [];
  const gap = series.findIndex((s, i) => s.value > i + 1 && s.value !== series[i - 1]?.value);
  const at = series[gap];
  return at ? [told('rank', { at, expected: gap + 1 }, table)] : [];
}

/** `一是…二是…`, `第一，…第二，…`, `（1）…（2）…` inside a paragraph. */
const POINTS: readonly RegExp[] = [
  /(?<=^|[。；：])([一二三四五六七八九十]{1,3})是/g,
  /(?<=^|[。；：])第([一二三四五六七八九十]{1,3})[，、]/g,
  /(?<=^|[。；：])（(\d{1,2})）/g,
  /([①-⑳])/g,
];

/** What one of POINTS must have in it. */
const MAY_HAVE_POINTS = /[一二三四五六七八九十]是|第[一二三四五六七八九十]|（\d|[①-⑳]/;

function ofPoints(notice: Notice): FindingRead[] {
  const pointed = bodyTexts(notice).filter(({ view }) => MAY_HAVE_POINTS.test(view.text));
  return pointed.flatMap(({ view }) =>
    POINTS.flatMap((pattern) => {
      const series = matchesOf(view.text, pattern).flatMap((m): Numbered[] => {
        const mark = m[1] ?? '';
        const value = /[①-⑳]/.test(mark) ? mark.charCodeAt(0) - '①'.charCodeAt(0) + 1 : numeral(mark);
        const start = view.at[m.index] ?? 0;
        return value === null ? [] : [{ value, mark: m[0], start, end: (view.at[m.index + m[0].length - 1] ?? start) + 1 }];
      });
      return series[0]?.value === 1 ? slips(series).map((slip) => told('point', slip)) : [];
    }),
  );
}
