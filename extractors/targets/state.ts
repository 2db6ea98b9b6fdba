import type { Reason, Span } from '../../schemas/index.js';
import { dueDates, onlyYear, type DueDate } from '../grammar/dates.js';
import { compact, spanOf, type Compact } from '../grammar/fold.js';
import { bareTitle } from '../grammar/titles.js';
import { LABELLED } from '../grammar/clauses.js';
import { once } from '../grammar/once.js';
import { inSection, type Notice, type Paragraph, type Section } from '../notice.js';
import { AIMS, BACKGROUND, COMPARED, CONDITIONS, FIRM_FUTURE, FUTURE, PAST, PAST_FRONT, PLANNED, SCOPE } from './words.js';
import { matchesOf } from '../grammar/matches.js';

/** What a paragraph hands on from sentence to sentence. */
export interface State {
  due: string | null;
  dueSpan: Span | null;
  /** the date that a lead sentence set for the whole paragraph */
  lead: { due: string | null; dueSpan: Span | null };
  /** the same up to the next full stop: a date behind figures holds for the parts of its sentence only */
  part: { due: string | null; dueSpan: Span | null } | null;
  /** 全市 and the like; 各县 holds for its sentence only and stands in `Sentence` */
  scope: string | null;
  past: boolean;
  /** the notice's year and its date, as far as they are known */
  issued: number | null;
  issuedOn: string | null;
  /** the year that a plan is for, by its title, or that the paragraph calls this one */
  planYear: number | null;
  /** 办法, 细则: its figures are rules, not aims */
  regulation: boolean;
  /** the section tells what is */
  background: boolean;
  /** the section's heading speaks of targets: 同比增长 is to come */
  aims: boolean;
  /** the section's heading speaks of what is to be done next */
  planned: boolean;
  future: boolean;
  /** indicator of the figure before, for clauses without a subject */
  subject: string | null;
  /** all indicators of the sentence so far */
  named: string[];
  /** the figure before in this sentence was one for every year */
  yearly: boolean;
  /** where its figures stand */
  basis: Extract<Reason, 'figure_in_sentence' | 'figure_in_task'>;
}

export interface ListLead {
  section: number;
  /** the mark of the leading paragraph itself: another with the same is beside it, not under it */
  mark: string;
  due: string | null;
  dueSpan: Span | null;
  /** its sentence goes on behind its end: the next paragraph is under it whatever its mark, and a list where it leads one */
  open?: 'sentence' | 'list';
}

const REGULATION = /(办法|规定|细则|条例|规则)》?的?(通知)?$/;

/** The date of the notice, or its year by its number. */
export const dateIssued = (notice: Notice): string | null =>
  notice.head.issued_on ?? /〔(\d{4})〕/.exec(notice.head.document_number ?? '')?.[1] ?? null;

/** True for a date that was over when the notice was made; a year is over when the next has begun. */
export const isOver = (due: string, issuedOn: string | null): boolean =>
  issuedOn !== null && due.slice(0, issuedOn.length) < issuedOn.slice(0, due.length);

const LIST_MARKS: readonly (readonly [string, RegExp])[] = [
  ['dash', /^(?:——|--|-)/],
  ['bullet', /^[●○■◆▲·•*※]/],
  ['figure', /^\d{1,2}[.、．]/],
  ['brackets', /^（[一二三四五六七八九十\d]+）/],
  ['circle', /^[①-⑳]/],
  ['words', /^[一二三四五六七八九]是/],
  ['numeral', /^[一二三四五六七八九十]{1,3}、/],
];
/** The kind of mark that a paragraph begins with; empty for none. */
const markOf = (text: string): string => LIST_MARKS.find(([, pattern]) => pattern.test(text))?.[0] ?? '';

/** What holds at the beginning of a paragraph. */
export function startState(notice: Notice, p: Paragraph, view: Compact, lead: ListLead | null): State {
  const issuedOn = dateIssued(notice);
  const above = sectionsAbove(notice, p.section);
  const headed = above.map(({ dates }) => dates.find((d) => !isOver(d, issuedOn))).find((due) => due !== undefined) ?? null;
  const background = above.some((h) => h.background);
  const listed = lead && isUnder(lead, notice, p, view) ? lead : null;
  const [due, dueSpan] = [listed?.due ?? headed, listed?.dueSpan ?? null];
  return {
    due,
    dueSpan,
    lead: { due, dueSpan },
    part: null,
    scope: runInScope(view.text),
    past: background,
    issued: yearOf(issuedOn),
    issuedOn,
    planYear: yearPlanned(notice) ?? (above.some((h) => h.planned) ? yearOfTitle(notice) : null),
    regulation: isRegulation(notice),
    background,
    aims: above.some((h) => h.aims),
    planned: above.some((h) => h.planned),
    future: listed !== null || headed !== null,
    subject: null,
    named: [],
    yearly: false,
    basis: 'figure_in_sentence',
  };
}

/** What holds in a cell of a table of tasks, whose row is due by a date. */
export function cellState(notice: Notice, due: string | null, dueSpan: Span | null): State {
  const issuedOn = dateIssued(notice);
  return {
    due,
    dueSpan,
    lead: { due, dueSpan },
    part: null,
    scope: null,
    past: false,
    issued: yearOf(issuedOn),
    issuedOn,
    planYear: yearPlanned(notice),
    regulation: false,
    background: false,
    aims: true,
    planned: true,
    future: true,
    subject: null,
    named: [],
    yearly: false,
    basis: 'figure_in_task',
  };
}

const yearOf = (date: string | null): number | null => (date === null ? null : Number(date.slice(0, 4)));

/** What a heading says of all that stands under it. */
interface Headed {
  /** dates by which it is due: `到2027年的目标`, and a bare year in one that speaks of targets (`2027年主要目标`) */
  dates: string[];
  background: boolean;
  aims: boolean;
  planned: boolean;
}

/** Read once a section, since every paragraph under it asks. */
const headedBy = once(({ title }: Section): Headed => {
  const text = compact(title).text;
  const dated = dueDates(text).filter((d) => d.governs || /(目标|指标)/.test(text));
  return {
    dates: dated.flatMap(({ due }) => (due === null ? [] : [due])),
    background: (BACKGROUND.test(title) || CONDITIONS.test(title)) && !AIMS.test(title),
    aims: /(目标|指标)/.test(title),
    planned: PLANNED.test(title),
  };
});

const PLANS = /(?:要点|计划|方案|任务|目标|安排|分工|分解)/;

/** The only year that the title of a plan names; null where it is over, or the title is of no plan. */
const yearPlanned = once((notice: Notice): number | null =>
  PLANS.test(compact(notice.head.title ?? '').text) ? yearOfTitle(notice) : null,
);

/** The only year that the title names, which what a report says is to be done next is of too; null where it is over. */
const yearOfTitle = once((notice: Notice): number | null => {
  const only = onlyYear(compact(notice.head.title ?? '').text);
  return only === null || isOver(String(only), dateIssued(notice)) ? null : only;
});

const isRegulation = once((notice: Notice) => REGULATION.test(bareTitle(compact(notice.head.title ?? '').text)));

/** A paragraph that begins with the chain or the field it is about: `现代针纺产业链：…`. */
function runInScope(text: string): string | null {
  return /^([\u4e00-\u9fa5A-Za-z]{2,14}(?:产业链?|领域|行业|方面))：/.exec(text.slice(0, 24))?.[1] ?? null;
}

/**
 * A paragraph that ends in a colon and names a date governs the list under it; so does, in a section of targets, one that
 * begins with a date (`到2027年，产业体系更加完善。`). A label between them changes nothing.
 */
export function listLead(notice: Notice, p: Paragraph, view: Compact, state: State, before: ListLead | null): ListLead | null {
  const leads = endsInColon(view) || (state.aims && opensSection(view, state.issuedOn));
  const open = goesOn(view);
  if (leads && state.due !== null) {
    const lead = { section: p.section, mark: markOf(view.text), due: state.due, dueSpan: state.dueSpan };
    return open ? { ...lead, open: 'list' } : lead;
  }
  if (before === null && open && state.lead.due !== null)
    return { section: p.section, mark: '', ...state.lead, open: 'sentence' };
  return leadBehind(notice, p, view, before);
}

/** What governs the list behind a paragraph that leads to none itself. */
export function leadBehind(notice: Notice, p: Paragraph, view: Compact, before: ListLead | null): ListLead | null {
  if (before === null || !inSection(notice, p.section, before.section)) return null;
  if (before.open !== undefined && !goesOn(view)) return before.open === 'list' ? closed(before) : null;
  if (before.open !== undefined) return before;
  // who is responsible for an item may stand on a line below it
  return isUnder(before, notice, p, view) || view.text.length <= 12 || LABELLED.test(view.text) ? before : null;
}

const closed = ({ section, mark, due, dueSpan }: ListLead): ListLead => ({ section, mark, due, dueSpan });

/** False for a paragraph that `listLead` takes for no lead whatever its dates are. */
export const mayLead = (notice: Notice, p: Paragraph, view: Compact): boolean =>
  endsInColon(view) || goesOn(view) || sectionsAbove(notice, p.section).some((h) => h.aims);

const endsInColon = ({ text }: Compact): boolean => /[：:]$/.test(text);
const goesOn = ({ text }: Compact): boolean => text.endsWith('；');
const opensSection = ({ text }: Compact, issuedOn: string | null): boolean =>
  !/^(?:dash|bullet)$/.test(markOf(text)) && beginsWithDate(text, issuedOn);

/** What the headings above a paragraph say, the innermost first. */
function sectionsAbove(notice: Notice, index: number): Headed[] {
  const above: Headed[] = [];
  for (let i: number | null = index; i !== null; i = notice.sections[i]?.parent ?? null) {
    const section = notice.sections[i];
    if (section !== undefined) above.push(headedBy(section));
  }
  return above;
}

const isUnder = (lead: ListLead, notice: Notice, p: Paragraph, view: Compact): boolean => {
  const mark = markOf(view.text);
  if (lead.open !== undefined) return inSection(notice, p.section, lead.section);
  return mark !== '' && mark !== lead.mark && inSection(notice, p.section, lead.section);
};

/** `到2027年，…`, `【总体目标】到2027年，…`. */
function beginsWithDate(text: string, issuedOn: string | null): boolean {
  const words = text
    .slice(0, 40)
    .replace(/^(?:（[^）]{2,8}）|[^，。：]{2,8}：)/, '')
    .replace(/^[^，。：]{2,8}。(?=到)/, '');
  return dueDates(words).some((d) => d.from <= 3 && d.governs && d.due !== null && !isOver(d.due, issuedOn));
}

/** The year that `12月底前` means: that of the date in force, else the notice's own. */
export const yearInForce = (state: State): number | null =>
  state.lead.due === null ? state.issued : Number(state.lead.due.slice(0, 4));

/**
 * A date that governs what follows, if it is still to come. A year (`到2028年`, `2026年底前`, `2026年，` at the beginning)
 * holds for the rest of the paragraph; a month, a day or a year in passing only for its sentence.
 */
export function takeDate(d: DueDate, state: State, view: Compact, sentence: { text: string; from: number }): void {
  if (d.due === null || isOver(d.due, state.issuedOn)) return;
  const bare =
    !d.governs &&
    d.due.length === 4 &&
    state.issuedOn !== null &&
    !state.past &&
    !/^(度|以来|版|第|\d|来|基础上|的)/.test(sentence.text.slice(d.to, d.to + 4));
  if (!bare && !d.governs) return;
  state.due = d.due;
  state.dueSpan = spanOf(view, sentence.from + d.from, sentence.from + d.to);
  state.future = true;
  state.past = false;
  const leads = bare
    ? d.from === 0 && (sentence.text.startsWith('，', d.to) || NAMES_AIMS.test(sentence.text.slice(d.to)))
    : d.due.length === 4 || d.due.endsWith('-12-31') || /：$/.test(view.text);
  if (!leads) return;
  const governing = { due: state.due, dueSpan: state.dueSpan };
  if (bare || isAhead(sentence.text, d.from)) Object.assign(state, { lead: governing, part: null });
  else state.part = governing;
}

/** `2026年全市工业经济主要预期目标：…`: the year is that of all that follows. */
const NAMES_AIMS = /^[^，。；：]{0,24}(?:目标|指标|任务)(?:是|为|如下)?：/;

/** A date in the first clause of a sentence, or the first behind one without a figure, leads what follows; one behind figures does not. */
const isAhead = (sentence: string, from: number): boolean =>
  !/\d[^，；。]{0,12}，/.test(sentence.slice(0, from).replace(/20\d\d年/g, ''));

/** A sentence with the titles of documents blotted out, of the same length: their years are not its own. */
export const withoutTitles = (sentence: string): string =>
  sentence.includes('《') ? sentence.replace(/《[^》]*》/g, (title) => '□'.repeat(title.length)) : sentence;

/** Whether a sentence speaks of what is to be or of what was, by its words as a whole. */
export function tense(sentence: string, state: State): void {
  const bareYear = /^(20\d{2})年(?!.{0,2}[—\-~至到底末前])/.exec(sentence)?.[1];
  const ends = dueDates(withoutTitles(sentence)).some((d) => d.governs && d.due !== null && !isOver(d.due, state.issuedOn));
  if (ends || (state.background ? FIRM_FUTURE : FUTURE).test(sentence)) {
    state.past = false;
    state.future = true;
  } else if (
    PAST.test(state.planned || state.aims ? (sentence.split('，', 1)[0] ?? '') : sentence) ||
    (state.lead.due === null && !state.future && !state.aims && state.planYear === null && COMPARED.test(sentence)) ||
    (bareYear !== undefined && isOver(bareYear, state.issuedOn))
  ) {
    state.past = true;
    state.future = false;
  }
}

/** A place in a sentence from which on it speaks of the past, or no longer. */
export interface Turn {
  at: number;
  past: boolean;
}

/** Where the clauses of a sentence begin; those of a character or none are left out. */
export const clauseStarts = (sentence: string): number[] =>
  matchesOf(sentence, /(?<=^|[，；：])[^，；：]{2}/g).map((m) => m.index);

/** Where a sentence turns: `2024年达到280家，到2027年突破350家`, `目前有280家，力争…`. Only what a clause begins with counts. */
export const turnsOf = (sentence: string, starts: readonly number[], issuedOn: string | null): Turn[] =>
  starts.flatMap((at) => {
    const past = isPastAtFront(sentence.slice(at, at + 24), issuedOn);
    return past === null ? [] : [{ at, past }];
  });

function isPastAtFront(clause: string, issuedOn: string | null): boolean | null {
  const words = clause.replace(/^(?:其中|但|而|并且?|同时)/, '');
  const date = dueDates(words).find((d) => d.from <= 3);
  if (date?.due != null) {
    if (/^年?(?:以来|来)/.test(words.slice(date.to))) return true;
    if (date.governs || date.due.length === 4 || isOver(date.due, issuedOn)) return isOver(date.due, issuedOn);
  }
  if (PAST_FRONT.test(words)) return true;
  return /^(?:力争|确保|争取|明年|下一步|今后|未来)/.test(words) ? false : null;
}

/** A turn of the sentence is in force from here on. */
export function takeTurn(turn: Turn, state: State): void {
  state.past = turn.past;
  state.future = !turn.past;
}

/** The scopes that clauses of a sentence begin with, by where they begin. */
export const isWhole = (scope: string): boolean => SCOPE.test(scope) && /^[全我本]/.test(scope);
