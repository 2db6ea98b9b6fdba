import {
  amount,
  compact,
  projectRows,
  type Notice,
  type NoticeTable,
  type ProjectRow,
  matchesOf,
  once,
} from '../../../extractors/index.js';
import type { FindingRead } from '../../../schemas/index.js';
import { finding } from '../check.js';

/** Rows of a table of projects whose contents tell of the row after, of the row before, or of each other. */
export interface ShiftedContents {
  rows: ProjectRow[];
  /** where the contents belong: one row down, one up, or two in exchange */
  towards: 'down' | 'up' | 'swapped';
}

/** Contents that belong to a row beside their own, as findings. Where the extractor has put them right, they say so. */
export function shiftedContents(notice: Notice, table: NoticeTable): FindingRead[] {
  return shiftedRuns(notice, table).map(({ rows, towards }) => {
    const span = rows[0]?.row ?? table;
    const applied = rows.some((r) =>
      r.project?.evidence.some((e) => e.field === 'content' && (e.start < r.row.start || e.start >= r.row.end)),
    );
    return finding({
      check: 'table_shape',
      severity: 'warning',
      params: { table: table.title, problem: 'shifted_contents', towards, applied: applied ? 'yes' : 'no' },
      rows: rows.map((r) => r.project?.seq ?? r.index),
      start: span.start,
      end: span.end,
    });
  });
}

/**
 * Runs of rows with one content too few: the last row is empty and each content above tells of the row below it, or the
 * first is empty and each tells of the row above. And pairs that tell of each other.
 */
export const shiftedRuns = (notice: Notice, table: NoticeTable): readonly ShiftedContents[] => runsIn(projectRows(notice, table));

/** Asked by several checks, so it is found once a table. */
const runsIn = once((all: readonly ProjectRow[]): readonly ShiftedContents[] => {
  const rows = all.filter((r) => r.kind === 'project');
  const sure = [...rows.flatMap((_, i) => [...runAbove(rows, i), ...runBelow(rows, i)]), ...swapped(rows)];
  const told = new Set(sure.flatMap((run) => run.rows.map((r) => r.row.start)));
  return [...sure, ...likelyRuns(rows).filter((run) => !run.rows.some((r) => told.has(r.row.start)))];
});

function runAbove(rows: readonly ProjectRow[], empty: number): ShiftedContents[] {
  let first = empty;
  while (rows[empty]?.project?.content === null && first > 0 && tellsOf(rows[first - 1], rows[first])) first--;
  return first === empty ? [] : [{ rows: rows.slice(first, empty + 1), towards: 'down' }];
}

function runBelow(rows: readonly ProjectRow[], empty: number): ShiftedContents[] {
  let last = empty;
  while (rows[empty]?.project?.content === null && last < rows.length - 1 && tellsOf(rows[last + 1], rows[last])) last++;
  return last === empty ? [] : [{ rows: rows.slice(empty, last + 1), towards: 'up' }];
}

function swapped(rows: readonly ProjectRow[]): ShiftedContents[] {
  return rows.flatMap((row, i): ShiftedContents[] => {
    const next = rows[i + 1];
    return next && tellsOf(row, next) && tellsOf(next, row) ? [{ rows: [row, next], towards: 'swapped' }] : [];
  });
}

/** Does the content of `row` tell of the other one: its investment, or the words of its name, more than of its own? */
function tellsOf(row: ProjectRow | undefined, other: ProjectRow | undefined): boolean {
  const [p, n] = [row?.project, other?.project];
  if (!p || !n || p.content === null) return false;
  if (n.investment_cny !== null && p.investment_cny !== n.investment_cny && statedAmounts(p.content).includes(n.investment_cny))
    return true;
  const named = namedIn(n.name, p.content);
  return named >= 0.4 && named > namedIn(p.name, p.content);
}

/** Investments that a content states: `总投资约30亿元`, `投资约5个亿`; in yuan. */
function statedAmounts(content: string): number[] {
  if (!content.includes('投资')) return [];
  const text = compact(content).text;
  return matchesOf(text, /投资(?:额|总额|估算|预计|规模)?(?:约|为|达)?(\d+(?:\.\d+)?)个?(亿|万|千万)元?/g)
    .map((m) => amount(`${m[1] ?? ''}${m[2] ?? ''}元`, null)?.value)
    .filter((v) => v !== undefined);
}

/** Share of a name's character pairs that stand in a text. */
function namedIn(name: string, text: string): number {
  const bare = compact(name).text.replace(/(项目|建设|工程|基地)/g, '');
  let hit = 0;
  for (let i = 0; i < bare.length - 1; i++) if (text.includes(bare.slice(i, i + 2))) hit++;
  return bare.length < 2 ? 0 : hit / (bare.length - 1);
}

/** Most rows that contents are looked for away from the empty one. */
const LONGEST_RUN = 12;
/** How many words more of the names the contents must hold once they are moved. */
const LEAST_GAIN = 2;

/**
 * Beside an empty content, the run of rows whose contents hold more of the words of their neighbours' names than of
 * their own; words that many contents have count little.
 */
function likelyRuns(rows: readonly ProjectRow[]): ShiftedContents[] {
  const filled = rows.filter((r) => r.project?.content !== null).length;
  if (filled === rows.length || filled < rows.length * 0.7) return [];
  const contents = rows.map((r) => compact(r.project?.content ?? '').text);
  const names = rows.map((r) => wordsOfName(r.project?.name ?? ''));
  const rare = new Map([...new Set(names.flat())].map((w) => [w, contents.filter((c) => c.includes(w)).length <= 2]));
  const held = (content: number, name: number): number =>
    (names[name] ?? []).filter((w) => rare.get(w) === true && contents[content]?.includes(w) === true).length;
  return rows.flatMap((row, empty) => {
    if (row.project?.content !== null) return [];
    const down = bestRun(empty, -1, rows.length, held);
    const up = bestRun(empty, 1, rows.length, held);
    const [run, towards] = down.gain >= up.gain ? ([down, 'down'] as const) : ([up, 'up'] as const);
    return run.gain < LEAST_GAIN ? [] : [{ rows: rows.slice(Math.min(empty, run.end), Math.max(empty, run.end) + 1), towards }];
  });
}

/** How far from the empty row the contents are best moved one row towards it, and what is gained. */
function bestRun(empty: number, step: number, rows: number, held: (content: number, name: number) => number) {
  let [gain, best] = [0, { gain: 0, end: empty }];
  for (let i = empty + step; i >= 0 && i < rows && Math.abs(i - empty) <= LONGEST_RUN; i += step) {
    gain += held(i, i - step) - held(i, i);
    if (gain > best.gain) best = { gain, end: i };
  }
  return best;
}

/** The pairs of characters of a project's name without what every name has. */
function wordsOfName(name: string): string[] {
  const bare = compact(name).text.replace(/(项目|建设|工程|基地|中心|[一二三]期|[（）])/g, '　');
  return [...new Set(Array.from(bare, (_, i) => bare.slice(i, i + 2)))].filter((w) => w.length === 2 && !w.includes('　'));
}
