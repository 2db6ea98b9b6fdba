import {
  compact,
  headOf,
  projectRows,
  projectTables,
  scaled,
  splitUnit,
  type NoticeTable,
  type ProjectRow,
  matchesOf,
} from '../../../extractors/index.js';
import type { FindingRead, Span } from '../../../schemas/index.js';
import { finding, type Audited } from '../check.js';
import { shiftedRuns } from '../table-shape/contents.js';
import { placeOf, sentences, type Sentence } from '../text.js';

/** An amount as a text gives it, in yuan, and how far off it may be: its last place, more where it is said to be rounded. */
interface Stated {
  value: number;
  within: number;
  from: number;
  to: number;
}

const AMOUNT =
  '(约|近|超过?|不少于|不低于|突破|达到?|为|共|合计|计|：)*(\\d+(?:\\.\\d+)?)个?(万亿|亿|万|千万)元?(左右|以上|余元?)?';
const ROUNDED = /(约|近|超|左右|以上|余|突破|不少于|不低于)/;

function stated(m: RegExpExecArray, figure: string, scale: string): Stated {
  const factor = splitUnit(`${scale}元`).scale;
  const decimals = (figure.split('.')[1] ?? '').length;
  const value = scaled(Number(figure), factor);
  const lastPlace = 0.5001 * factor * 10 ** -decimals;
  return {
    value,
    within: Math.max(lastPlace, value * (ROUNDED.test(m[0]) ? 0.06 : 0.002)),
    from: m.index,
    to: m.index + m[0].length,
  };
}

function told(what: string, expected: number, actual: number, span: Span, rows: number[], table: string | null): FindingRead[] {
  return [
    finding({
      check: 'cross_reference',
      severity: 'warning',
      params: { what, table },
      expected,
      actual,
      rows,
      start: span.start,
      end: span.end,
    }),
  ];
}

const OWN_TOTAL = new RegExp(`(?:项目|计划|估算)?总投资(?:额|规模|估算|预计)?${AMOUNT}`, 'g');

/** A project whose content states another total than its column. */
export function contentAmounts({ notice, records }: Audited): FindingRead[] {
  // what stands in another row is told once, as that
  const shifted = new Set(
    notice.tables.flatMap((t) => shiftedRuns(notice, t).flatMap((run) => run.rows.map((r) => r.row.start))),
  );
  return records.projects.flatMap((p) => {
    const [only, ...others] = matchesOf(compact(p.content ?? '').text, OWN_TOTAL);
    if (!only || others.length > 0 || p.investment_cny === null || p.seq === null || shifted.has(p.start)) return [];
    const said = stated(only, only[2] ?? '', only[3] ?? '');
    return Math.abs(said.value - p.investment_cny) <= said.within
      ? []
      : told('investment', p.investment_cny, said.value, p, [p.seq], p.table);
  });
}

const TOTAL = new RegExp(
  `(?<!单个项目|每个项目|对|且|项目)(年度计划投资|年度投资计划|年度投资|计划投资|总投资|投资总额|投资额)(?:总额)?${AMOUNT}`,
  'g',
);
const OF_LIST = /(项目.{0,12}\d+个|\d+个.{0,12}项目|列入|清单|计划表)/;

/** `共安排项目66个，总投资449.6亿元` against the column of the one table of projects. */
export function totalAmounts({ notice }: Audited): FindingRead[] {
  const tables = projectTables(notice)
    .map((table) => ({ table, rows: projectRows(notice, table) }))
    .filter(({ rows }) => rows.some((r) => r.kind === 'project'));
  const [only, ...others] = tables;
  if (!only || others.length > 0) return [];
  return sentences(notice).flatMap((sentence) =>
    sentence.text.includes('投资') && OF_LIST.test(sentence.text) && !/以上的?项目|每年|单个/.test(sentence.text)
      ? ofSentence(sentence, only.table, only.rows)
      : [],
  );
}

function ofSentence(sentence: Sentence, table: NoticeTable, rows: readonly ProjectRow[]): FindingRead[] {
  return matchesOf(sentence.text, TOTAL).flatMap((m) => {
    const sum = m[1]?.startsWith('年度') === true || m[1] === '计划投资' ? yearlySum(table, rows) : wholeSum(rows);
    const said = stated(m, m[3] ?? '', m[4] ?? '');
    // a sentence about other projects, or about some of these, gives another number of them
    const counts = matchesOf(sentence.text, /(\d+)个/g).map((c) => Number(c[1]));
    const room = counts.includes(rows.filter((r) => r.kind === 'project').length) ? 2 : 1.1;
    if (sum === null || Math.abs(said.value - sum) <= said.within || said.value < sum / room || said.value > sum * room)
      return [];
    return told('total_investment', sum, said.value, placeOf(sentence, said.from, said.to), [], table.title);
  });
}

function wholeSum(rows: readonly ProjectRow[]): number | null {
  const amounts = rows.flatMap((r) => (r.kind === 'project' ? [r.amount] : []));
  return amounts.some((a) => a === null) ? null : Number(amounts.reduce<number>((a, b) => a + (b ?? 0), 0).toFixed(2));
}

const YEARLY_HEAD = /(年度?计划|计划投资|年度投资|年投资|本年)/;

/** The sum of the column that plans this year's investment. */
function yearlySum(table: NoticeTable, rows: readonly ProjectRow[]): number | null {
  const head = headOf(table);
  const column = head?.columns.findIndex((c) => YEARLY_HEAD.test(c)) ?? -1;
  const unit = /（(?:单位：)?([^（）]*元)）/.exec(head?.columns[column] ?? '')?.[1] ?? table.unit;
  if (column < 0 || unit === null) return null;
  const values = rows
    .filter((r) => r.kind === 'project')
    .map((r) => compact(r.row.cells.find((c) => c.column === column)?.text ?? '').text);
  if (values.some((v) => !/^\d+(\.\d+)?$/.test(v))) return null;
  return Number((values.reduce((a, v) => a + Number(v), 0) * splitUnit(unit).scale).toFixed(2));
}
