import type { Span, TargetRead } from '../../schemas/index.js';
import { datesOfThisYear, dueDates, type DueDate } from '../grammar/dates.js';
import { clean, spanOf, type Compact } from '../grammar/fold.js';
import type { ListPart } from '../grammar/lists.js';
import type { Notice } from '../notice.js';
import { sureness } from '../sureness.js';
import { refusalOf, saysOf, type Candidate, type Says } from './aim.js';
import type { Counted } from './counted.js';
import { baseYear, growthOf } from './growth.js';
import { indicatorOf, type Indicator } from './indicator.js';
import { leadOf, scopeAtFront, type Lead } from './leading.js';
import { EVERYTHING, type Figure } from './sentence.js';
import { shareOut } from './shares.js';
import { takesObject } from './sizes.js';
import { clauseStarts, isWhole, takeDate, takeTurn, tense, turnsOf, withoutTitles, yearInForce, type State } from './state.js';

/** What the targets of one sentence are read from. */
interface Reading {
  notice: Notice;
  view: Compact;
  sentence: ListPart;
  state: State;
  plan: boolean;
  /** where its clauses begin */
  starts: readonly number[];
  /** scopes that its clauses begin with, by where they begin */
  scopes: readonly { at: number; scope: string }[];
  says: Says;
}

/** The targets of a paragraph’s or a cell’s sentences; `state` is handed on from one to the next. */
export function* paragraphTargets(
  notice: Notice,
  view: Compact,
  sentences: readonly Counted[],
  state: State,
  plan: boolean,
): Generator<TargetRead> {
  for (const { sentence, figures } of sentences) {
    if (sentence.separator !== '；') state.part = null;
    Object.assign(state, state.part ?? state.lead);
    if (sentence.separator !== '；') Object.assign(state, { subject: null, named: [] });
    state.yearly = false;
    tense(sentence.text, state);
    const starts = clauseStarts(sentence.text);
    const scopes = scopesOf(sentence.text, starts);
    const reading = { notice, view, sentence, state, plan, starts, scopes };
    if (figures.length > 0) yield* sentenceTargets({ ...reading, says: saysOf(sentence.text) }, figures);
    else takeDates(datesOf(reading), reading);
    state.scope = scopes.filter(({ scope }) => isWhole(scope)).at(-1)?.scope ?? state.scope;
  }
}

/** Goes through the dates, turns and figures of a sentence in their order. */
function* sentenceTargets(reading: Reading, figured: readonly Figure[]): Generator<TargetRead> {
  const { sentence, state, view } = reading;
  const { past, future } = state;
  const dates = datesOf(reading);
  const turns = turnsOf(withoutTitles(sentence.text), reading.starts, state.issuedOn);
  const found = shareOut(sentence.text, figured);
  let [date, turn] = [0, 0];
  for (const [k, f] of found.entries()) {
    for (; (turns[turn]?.at ?? Infinity) <= f.clause.from; turn++) takeTurn(turns[turn] ?? { at: 0, past }, state);
    for (; (dates[date]?.from ?? Infinity) < f.quantity.from; date++) takeDates(dates.slice(date, date + 1), reading);
    const behind = found[k + 1] === undefined ? dates[date] : undefined;
    if (behind !== undefined && state.due === null && isDoneBy(behind, f, sentence.text)) takeDate(behind, state, view, sentence);
    yield* figureTargets(reading, f);
  }
  takeDates(dates.slice(date), reading);
  // a sentence that ends in the past says nothing of the next
  if (turns.length > 0 && state.past && !past) Object.assign(state, { past, future });
}

/** A sentence with the state that it is read in. */
type InState = Pick<Reading, 'view' | 'sentence' | 'state'>;

function datesOf({ sentence, state }: InState): DueDate[] {
  const text = withoutTitles(sentence.text);
  const { issued } = state;
  if (issued !== null && SAYS_THIS_YEAR.test(text)) state.planYear ??= issued;
  const dates = dueDates(text, yearInForce(state), state.planYear);
  const here = issued === null ? [] : datesOfThisYear(text, issued);
  if (here.length === 0) return dates;
  const others = dates.filter((d) => !here.some((h) => d.from < h.to && h.from < d.to));
  return [...others, ...here].sort((a, b) => a.from - b.from);
}
/** `今年要实现…：全年…`: the parts of the year behind it are of this one. */
const SAYS_THIS_YEAR = /今年(?!以?来|来|前|前?\d{1,2}[—–~至-]\d{1,2}月)/;

const takeDates = (dates: readonly DueDate[], { state, view, sentence }: InState): void => {
  for (const d of dates) takeDate(d, state, view, sentence);
};

/** `新增平台20个，2026年10月底前全部建成`: the date stands in the clause behind. */
const isDoneBy = (d: DueDate, f: Figure, sentence: string): boolean =>
  d.governs &&
  d.from - f.clause.to <= 2 &&
  /^(?:以?前)?(?:全部|全面|基本|陆续)?(?:建成|完成|投用|到位|投产|运营|验收|竣工|启用|组建){1,3}(?:$|[，。；、])/.test(
    sentence.slice(d.to, d.to + 14),
  );

const scopesOf = (sentence: string, starts: readonly number[]): { at: number; scope: string }[] =>
  starts.flatMap((at) => {
    const scope = scopeAtFront(sentence.slice(at, at + 60));
    return scope === null ? [] : [{ at, scope }];
  });

function* figureTargets(reading: Reading, f: Figure): Generator<TargetRead> {
  const { sentence, state, plan, says } = reading;
  const candidate: Candidate = {
    sentence: sentence.text,
    says,
    clause: sentence.text.slice(f.clause.from, f.clause.to),
    ahead: sentence.text.slice(f.clause.from, f.quantity.from),
    behind: sentence.text.slice(f.figureTo, f.figureTo + 24),
    left: f.front.subject,
    figure: f,
    state,
    plan,
  };
  const refusal = refusalOf(candidate);
  if (refusal !== null && refusal.names === undefined) return;
  const lead = leadOf(f.front.subject);
  const read = indicatorOf(f, lead, clauseBefore(sentence.text, f.clause.from), state);
  if (read === null) return;
  if (refusal === null) {
    const common = commonFields(reading, candidate, lead);
    for (const due of yearsEach(sentence.text, f) ?? [common.due])
      for (const name of read.names)
        yield { indicator: name, ...common, due, scope: read.scope ?? common.scope, ...assured(reading, f, read) };
  }
  state.subject = read.names.at(-1) ?? state.subject;
  state.named.push(...read.names);
}

/** `2026年、2027年装机均超过500万千瓦`: the figure is that of each year; null where no more than one is named. */
function yearsEach(sentence: string, f: Figure): string[] | null {
  if (!f.front.each || f.share) return null;
  const listed = /^(?:到|在)?20\d\d年?(?:[、和及]20\d\d年?)+(?=[^\d底末前—-])/.exec(
    sentence.slice(f.clause.from, f.quantity.from),
  )?.[0];
  return listed?.match(/20\d\d/g) ?? null;
}

/** The clause in front of another, without its label. */
const clauseBefore = (sentence: string, from: number): string =>
  /[^，；：]*(?=[，；：]$)/.exec(sentence.slice(Math.max(0, from - 40), from))?.[0] ?? '';

type Common = Omit<TargetRead, 'indicator' | 'confidence' | 'reasons'>;

function commonFields(reading: Reading, { clause, ahead, figure: f }: Candidate, lead: Lead): Common {
  const { notice, view, sentence, state } = reading;
  const head = f.share?.head ?? f;
  const span = spanOf(view, sentence.from + f.leadFrom, sentence.from + f.rightTo);
  const written = spanOf(view, sentence.from + f.quantity.from, sentence.from + f.figureTo);
  const { dueSpan } = state;
  const everything = f.quantity.unit === EVERYTHING;
  state.yearly = isYearly(f, ahead, state);
  return {
    scope: scopeOf(reading, f, lead),
    comparator: f.comparator ?? head.comparator ?? (f.quantity.more ? 'gt' : 'eq'),
    value: everything ? null : f.quantity.value,
    value_max: f.quantity.max,
    unit: everything ? null : f.quantity.unit,
    value_text: clean(notice.text.slice(written.start, written.end)),
    due: f.share?.due ?? state.due,
    ...growthOf(head, lead.falls),
    base_year: baseYear(clause),
    frequency: state.yearly ? 'yearly' : null,
    ...span,
    evidence: dueSpan && (dueSpan.start < span.start || dueSpan.end > span.end) ? [{ field: 'due', ...dueSpan }] : [],
  };
}

/**
 * Whom a figure holds for: said in its own words or in its clause. 全市 holds on, in the sentence and behind it; 各市 only
 * for what it goes on to do (`支持各市打造1个…，创建2个…`).
 */
function scopeOf({ scopes, state }: Reading, f: Figure, lead: Lead): string | null {
  const goesOn = lead.verb && lead.rest === '';
  const ahead = scopes.filter(
    ({ at, scope }) => at === f.clause.from || (at < f.clause.from && (isWhole(scope) || (goesOn && scope.startsWith('各')))),
  );
  return lead.scope ?? ahead.at(-1)?.scope ?? state.scope;
}

/** 每年 in the figure's own clause, 年均 before a count; it goes on for what is counted behind it in the same sentence. */
function isYearly(f: Figure, ahead: string, state: State): boolean {
  if (/每年(?!度|初|底|末)/.test(ahead)) return true;
  if (/年均(?!增|递|提|下|降|上|分)/.test(ahead) && f.front.growth === null) return true;
  if (!state.yearly || /(累计|总数|20\d\d年)/.test(ahead)) return false;
  if (ahead.startsWith('其中')) return true;
  const { unit } = f.quantity;
  return unit !== '%' && (f.comparator === null || (takesObject(unit) && /^(不少于|不低于|至少)?$/.test(f.front.word)));
}

/** More characters than names of indicators have, as a rule. */
const LONG_NAME = 26;

/** The date stands in another sentence. */
const isFarDate = ({ due, dueSpan, basis }: State, sentence: Span): boolean =>
  basis === 'figure_in_sentence' && due !== null && (dueSpan === null || dueSpan.start < sentence.start);

function assured({ view, sentence, state }: Reading, f: Figure, read: Indicator): Pick<TargetRead, 'confidence' | 'reasons'> {
  return sureness(
    state.basis,
    state.due === null && 'no_date',
    isFarDate(state, spanOf(view, sentence.from, sentence.to)) && 'date_carried',
    f.comparator === null && 'no_comparator',
    !state.future && 'no_future_word',
    read.carried && 'subject_carried',
    !read.carried && read.names.some((name) => !sentence.text.includes(name)) && 'name_completed',
    read.names.some((name) => name.length > LONG_NAME) && 'long_name',
  );
}
