import type { Reason, Span } from '../../schemas/index.js';
import { dueDates, type DueDate } from '../grammar/dates.js';
import { compact, spanOf, type Compact } from '../grammar/fold.js';
import { bareTitle } from '../grammar/titles.js';
import { inSection, type Notice, type Paragraph } from '../notice.js';
import { BACKGROUND, COMPARED, CONDITIONS, FIRM_FUTURE, FUTURE, PAST, SCOPE } from './words.js';

/** What a paragraph hands on from sentence to sentence. */
export interface State {
  due: string | null;
  dueSpan: Span | null;
  /** the date that a lead sentence set for the whole paragraph */
  lead: { due: string | null; dueSpan: Span | null };
  scope: string | null;
  past: boolean;
  issued: number | null;
  /** 办法, 细则: its figures are rules, not aims */
  regulation: boolean;
  /** the section tells what is */
  background: boolean;
  future: boolean;
  /** indicator of the figure before, for clauses without a subject */
  subject: string | null;
  /** where its figures stand */
  basis: Extract<Reason, 'figure_in_sentence' | 'figure_in_task'>;
}

export interface ListLead {
  section: number;
  due: string | null;
  dueSpan: Span | null;
}

const REGULATION = /(办法|规定|细则|条例|规则)》?的?(通知)?$/;

export function yearIssued(notice: Notice): number | null {
  const from = notice.head.issued_on ?? /〔(\d{4})〕/.exec(notice.head.document_number ?? '')?.[1] ?? null;
  return from === null ? null : Number(from.slice(0, 4));
}

const LIST_MARK = /^(——|--|[●○■◆▲·•*※]|-|\d{1,2}[.、．]|（[一二三四五六七八九十\d]+）|[①-⑳]|一是|二是|[一二三四五六七八九十]、)/;

export function startState(notice: Notice, p: Paragraph, view: Compact, lead: ListLead | null, issued: number | null): State {
  const titles: string[] = [];
  for (let i: number | null = p.section; i !== null; i = notice.sections[i]?.parent ?? null)
    titles.push(notice.sections[i]?.title ?? '');
  const headed = dueDates(compact(titles.join('，')).text).find(
    (d) => d.governs && d.due !== null && Number(d.due.slice(0, 4)) >= (issued ?? 0),
  );
  const background = titles.some((t) => (BACKGROUND.test(t) || CONDITIONS.test(t)) && !/(目标|任务|举措|工作重点)/.test(t));
  const listed = lead && LIST_MARK.test(view.text) && inSection(notice, p.section, lead.section) ? lead : null;
  return {
    due: listed?.due ?? headed?.due ?? null,
    dueSpan: listed?.dueSpan ?? null,
    lead: { due: listed?.due ?? headed?.due ?? null, dueSpan: listed?.dueSpan ?? null },
    scope: runInScope(view.text),
    past: background,
    issued,
    regulation: REGULATION.test(bareTitle(compact(notice.head.title ?? '').text)),
    background,
    future: listed !== null || headed !== undefined,
    subject: null,
    basis: 'figure_in_sentence',
  };
}

/** A paragraph that begins with the chain or the field it is about: `现代针纺产业链：…`. */
function runInScope(text: string): string | null {
  return /^([\u4e00-\u9fa5A-Za-z]{2,14}(?:产业链?|领域|行业|方面))：/.exec(text)?.[1] ?? null;
}

/** A paragraph that ends in a colon and names a date governs the list under it. */
export function listLead(notice: Notice, p: Paragraph, view: Compact, state: State, before: ListLead | null): ListLead | null {
  if (/[：:]$/.test(view.text) && state.due !== null) return { section: p.section, due: state.due, dueSpan: state.dueSpan };
  return before && LIST_MARK.test(view.text) && inSection(notice, p.section, before.section) ? before : null;
}

/** The year that `12月底前` means: that of the date in force, else the notice's own. */
export const yearInForce = (state: State, issued: number | null) =>
  state.lead.due === null ? issued : Number(state.lead.due.slice(0, 4));

/**
 * A date that governs what follows, in the notice's own year or later. A year (`到2028年`, `2026年底前`, `2026年，` at the
 * beginning) holds for the rest of the paragraph; a month, a day or a year in passing only for its sentence.
 */
export function takeDate(
  d: DueDate | undefined,
  state: State,
  view: Compact,
  sentence: { text: string; from: number },
  issued: number | null,
): void {
  if (!d?.due) return;
  const year = Number(d.due.slice(0, 4));
  const bare =
    !d.governs &&
    d.due.length === 4 &&
    issued !== null &&
    year >= issued &&
    !state.past &&
    !/^(度|以来|版|第|\d|来|基础上|的)/.test(sentence.text.slice(d.to));
  if (!(bare || (d.governs && (issued === null || year >= issued)))) return;
  state.due = d.due;
  state.dueSpan = spanOf(view, sentence.from + d.from, sentence.from + d.to);
  state.future = true;
  state.past = false;
  const leads = bare ? d.from === 0 && sentence.text.startsWith('，', d.to) : d.due.length === 4 || d.due.endsWith('-12-31');
  if (leads || /：$/.test(view.text)) state.lead = { due: state.due, dueSpan: state.dueSpan };
}

export function tense(sentence: string, state: State, issued: number | null): void {
  const bareYear = /^(20\d{2})年(?!.{0,2}[—\-~至到底末前])/.exec(sentence)?.[1];
  const ends = dueDates(sentence).filter(
    (d) => d.governs && d.due !== null && (issued === null || Number(d.due.slice(0, 4)) >= issued),
  );
  if (ends.length > 0 || (state.background ? FIRM_FUTURE : FUTURE).test(sentence)) {
    state.past = false;
    state.future = true;
  } else if (
    PAST.test(sentence) ||
    (state.lead.due === null && !state.future && COMPARED.test(sentence)) ||
    (bareYear !== undefined && issued !== null && Number(bareYear) < issued)
  ) {
    state.past = true;
    state.future = false;
  }
  const scope = [...sentence.matchAll(SCOPE)].at(-1)?.[1];
  if (scope !== undefined) state.scope = scope;
}
