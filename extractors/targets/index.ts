import type { TargetRead } from '../../schemas/index.js';
import { defineExtractor, type Earlier } from '../define.js';
import { doubtsOf, sureness } from '../sureness.js';
import { dueDates } from '../grammar/dates.js';
import { figureComparator } from '../grammar/figure-table.js';
import { clean, compact, spanOf, type Compact } from '../grammar/fold.js';
import { splitOutside, type ListPart } from '../grammar/lists.js';
import type { Notice } from '../notice.js';
import { taskCells } from '../obligations.js';
import { isAim, growthOf, yearly, baseYear } from './aim.js';
import { indicator } from './indicator.js';
import { type State, type ListLead, yearIssued, startState, listLead, yearInForce, takeDate, tense } from './state.js';
import { figures, shareOut, type Figure } from './sentence.js';
import { SCOPE } from './words.js';

/** One record per quantified commitment: in sentences, and in tables of targets for their future years. */
export const targets = defineExtractor({
  type: 'targets',
  version: 1,
  read: (notice, earlier) =>
    [...fromText(notice), ...fromTasks(notice), ...fromTables(notice, earlier)].sort(
      (a, b) => a.start - b.start || a.end - b.end,
    ),
});

const COMMITS = /(方案|计划|规划|意见|措施|要点|办法|通知|决定|纲要|政策|任务|行动|目标)/;

function* fromText(notice: Notice): Generator<TargetRead> {
  const issued = yearIssued(notice);
  if (notice.head.kind === '大事记') return;
  const plan = COMMITS.test(`${notice.head.title ?? ''}${notice.annexes.map((a) => a.title ?? '').join('')}`);
  let lead: ListLead | null = null;
  for (const p of notice.paragraphs) {
    if (p.role !== 'body') continue;
    const view = compact(notice.text, p.start, p.end);
    const state = startState(notice, p, view, lead, issued);
    yield* paragraphTargets(notice, view, state, issued, plan);
    lead = listLead(notice, p, view, state, lead);
  }
}

function* paragraphTargets(
  notice: Notice,
  view: Compact,
  state: State,
  issued: number | null,
  plan: boolean,
): Generator<TargetRead> {
  for (const sentence of splitOutside(view.text, '。；！').flatMap(shortParts)) {
    Object.assign(state, state.lead);
    tense(sentence.text, state, issued);
    const found = shareOut(sentence.text, figures(sentence.text));
    if (sentence.separator !== '；') state.subject = null;
    let due = 0;
    const dates = dueDates(sentence.text, yearInForce(state, issued));
    for (const f of found) {
      while (due < dates.length && (dates[due]?.from ?? 0) < f.quantity.from)
        takeDate(dates[due++], state, view, sentence, issued);
      yield* figureTargets(notice, view, sentence, f, state, plan);
    }
    while (due < dates.length) takeDate(dates[due++], state, view, sentence, issued);
  }
}

/** Longest run of text that is read as one sentence, in characters. */
const LONGEST_SENTENCE = 1500;

/** A sentence that never ends is read in parts, cut at commas: what is far apart has nothing to do with each other. */
function shortParts(sentence: ListPart): ListPart[] {
  if (sentence.text.length <= LONGEST_SENTENCE) return [sentence];
  const parts: ListPart[] = [];
  for (let from = 0; from < sentence.text.length;) {
    const limit = Math.min(sentence.text.length, from + LONGEST_SENTENCE);
    const comma = limit < sentence.text.length ? sentence.text.lastIndexOf('，', limit) + 1 : 0;
    const to = comma > from ? comma : limit;
    const offset = sentence.from + from;
    parts.push({
      text: sentence.text.slice(from, to),
      from: offset,
      to: offset + to - from,
      separator: from === 0 ? sentence.separator : '，',
    });
    from = to;
  }
  return parts;
}

function* figureTargets(
  notice: Notice,
  view: Compact,
  sentence: { text: string; from: number },
  f: Figure,
  state: State,
  plan: boolean,
): Generator<TargetRead> {
  const clause = sentence.text.slice(f.clause.from, f.clause.to);
  if (!isAim(sentence.text, clause, f, state, plan)) return;
  const read = indicator(f, state);
  if (read === null) return;
  const growth = growthOf(f.share?.head ?? f);
  const span = spanOf(view, sentence.from + f.leftFrom, sentence.from + f.rightTo);
  const scope = [...sentence.text.slice(0, f.quantity.from).matchAll(SCOPE)].at(-1)?.[1] ?? state.scope;
  for (const name of read.names) {
    yield {
      indicator: name,
      scope: read.scope ?? scope,
      comparator: f.comparator ?? f.share?.head.comparator ?? (f.quantity.more ? 'gt' : 'eq'),
      value: f.quantity.value,
      value_max: f.quantity.max,
      unit: f.quantity.unit,
      value_text: clean(sourceOf(notice.text, view, sentence.from + f.quantity.from, sentence.from + f.figureTo)),
      due: f.share?.due ?? state.due,
      ...growth,
      base_year: baseYear(clause),
      frequency: yearly(sentence.text, f) ? 'yearly' : null,
      ...span,
      ...sureness(
        state.basis,
        state.due === null && 'no_date',
        f.comparator === null && 'no_comparator',
        !state.future && 'no_future_word',
        read.carried && 'subject_carried',
      ),
      evidence:
        state.dueSpan && (state.dueSpan.start < span.start || state.dueSpan.end > span.end)
          ? [{ field: 'due', ...state.dueSpan }]
          : [],
    };
  }
  state.subject = read.names.at(-1) ?? state.subject;
}

const sourceOf = (text: string, view: Compact, from: number, to: number) => {
  const span = spanOf(view, from, to);
  return text.slice(span.start, span.end);
};

/** Tables of tasks: what a cell aims at is due when its row is. */
function* fromTasks(notice: Notice): Generator<TargetRead> {
  const issued = yearIssued(notice);
  for (const table of notice.tables) {
    for (const { cell, due, dueCell } of taskCells(notice, table)) {
      const view = compact(notice.text, cell.start, cell.end);
      const dueSpan = dueCell ? { start: dueCell.start, end: dueCell.end } : null;
      const state: State = {
        due,
        dueSpan,
        lead: { due, dueSpan },
        scope: null,
        past: false,
        issued,
        regulation: false,
        background: false,
        future: true,
        subject: null,
        basis: 'figure_in_task',
      };
      yield* paragraphTargets(notice, view, state, issued, true);
    }
  }
}

const TARGET_TABLE = /(目标|预期|预测|规划|计划|任务分解)/;

/** A table of targets: its figures for the notice's own year and later. */
function* fromTables(notice: Notice, earlier: Earlier): Generator<TargetRead> {
  const issued = yearIssued(notice);
  for (const table of notice.tables) {
    if (!TARGET_TABLE.test(table.title ?? '')) continue;
    for (const o of earlier.observations) {
      if (o.start < table.start || o.end > table.end || o.year === null || issued === null || o.year < issued) continue;
      yield {
        indicator: o.indicator,
        scope: [...Object.values(o.labels), o.area].filter((x) => x !== null && x !== '').join(' ') || null,
        comparator: figureComparator(o.value_text),
        value: o.value,
        value_max: null,
        unit: o.unit,
        value_text: o.value_text,
        due: String(o.year),
        growth: null,
        direction: null,
        base_year: null,
        frequency: null,
        start: o.start,
        end: o.end,
        ...sureness('figure_in_target_table', ...doubtsOf(o)),
        evidence: [],
      };
    }
  }
}
