import type { ObligationRead, Span } from '../../schemas/index.js';
import { clauses, type Clause, type ClauseContext } from '../grammar/clauses.js';
import { isTimeOnly, taskDue, type PlanYear, type TaskDue } from '../grammar/due.js';
import { clean, compact, spanOf } from '../grammar/fold.js';
import { behindLast, trimMarks } from '../grammar/lists.js';
import { inProjectBlock } from '../grammar/project-blocks.js';
import { LABEL_SOURCE } from '../grammar/role-words.js';
import { inSection, sectionPath, type Notice, type Paragraph, type Section } from '../notice.js';
import { sureness } from '../sureness.js';
import { LONGEST_QUOTE } from './plan.js';

/** A clause where it stands: its paragraph, its section, and where the task begins that it closes. */
interface Found {
  clause: Clause;
  span: Span;
  /** index of its paragraph among those with label lines joined */
  at: number;
  section: Section;
  /** end of the clause before it, or start of the section */
  from: number;
  /** nothing else stands in its paragraph */
  alone: boolean;
}

/** What the rules look up of a notice, made once. */
interface Lookup {
  notice: Notice;
  paragraphs: readonly Paragraph[];
  /** sections below each section */
  items: ReadonlyMap<number, readonly number[]>;
  /** number of clauses in each section and all below it */
  clausesIn: ReadonlyMap<number, number>;
  /** sections with lines that tell of an event */
  events: ReadonlySet<number>;
  /** the year that dates without one are of */
  plan: PlanYear | null;
}

/** Tasks that a responsibility clause closes, in running text. */
export function fromClauses(notice: Notice, context: ClauseContext): ObligationRead[] {
  const paragraphs = labelLinesJoined(notice);
  const found = clausesOf(notice, paragraphs, context);
  const lookup = { ...lookupOf(notice, paragraphs, found), plan: context.year };
  return found.flatMap((f, k) =>
    f.alone && lookup.events.has(f.section.index) ? [] : [obligation(lookup, f, found[k + 1]?.from ?? Infinity)],
  );
}

function clausesOf(notice: Notice, paragraphs: readonly Paragraph[], context: ClauseContext): Found[] {
  const out: Found[] = [];
  let pending = { section: -1, from: 0 };
  paragraphs.forEach((p, at) => {
    const section = notice.sections[p.section];
    if (!section || (p.role !== 'body' && p.role !== 'heading')) return;
    if (p.section !== pending.section) pending = { section: p.section, from: p.start };
    const view = compact(notice.text, p.start, p.end);
    for (const clause of clauses(view.text, context)) {
      const span = spanOf(view, clause.from, clause.to);
      const alone = clause.from === 0 && clause.to >= view.text.length - 1;
      out.push({ clause, span, at, section, from: pending.from, alone });
      pending = { section: p.section, from: span.end };
    }
  });
  return out;
}

/** `主办单位：…` beside `举办时间：…`: who holds an event has no task by that. */
const EVENT = /^(举办|活动|会议|展会|大会|比赛|竞赛|论坛|培训|报到|报名)(时间|地点|主题|名称|日期)：/;

function lookupOf(notice: Notice, paragraphs: readonly Paragraph[], found: readonly Found[]): Omit<Lookup, 'plan'> {
  const items = new Map<number, number[]>();
  for (const { parent, index } of notice.sections) {
    const siblings = items.get(parent ?? -1);
    if (siblings) siblings.push(index);
    else items.set(parent ?? -1, [index]);
  }
  const clausesIn = new Map<number, number>();
  for (const f of found)
    for (let s: Section | undefined = f.section; s; s = s.parent === null ? undefined : notice.sections[s.parent])
      clausesIn.set(s.index, (clausesIn.get(s.index) ?? 0) + 1);
  const events = paragraphs.filter((p) => EVENT.test(compact(notice.text, p.start, Math.min(p.end, p.start + 20)).text));
  return { notice, paragraphs, items, clausesIn, events: new Set(events.map((p) => p.section)) };
}

const LABEL_LINE = new RegExp(`^[—-]*(?:（?(?:${LABEL_SOURCE})(?:为)?[：）])`);

/**
 * Paragraphs with the lines `责任领导：…`, `责任单位：…`, `完成时限：…` that follow one another made one: they are one clause. So
 * is a clause in brackets that a page broke in two.
 */
function labelLinesJoined(notice: Notice): Paragraph[] {
  const out: Paragraph[] = [];
  const labelled = (p: Paragraph) =>
    /[：）]/.test(compact(notice.text, p.start, p.end).text) &&
    LABEL_LINE.test(compact(notice.text, p.start, Math.min(p.end, p.start + 24)).text);
  for (const p of notice.paragraphs) {
    if (inProjectBlock(notice, p)) continue;
    const last = out.at(-1);
    const joins = last && last.section === p.section && last.role === 'body' && p.role === 'body';
    if (joins && ((labelled(p) && labelled(last)) || (opensClause(notice, last) && closesFirst(notice, p)))) {
      out[out.length - 1] = { ...last, end: p.end };
    } else out.push(p);
  }
  return out;
}

const OPEN_CLAUSE = new RegExp(`（(?:${LABEL_SOURCE})为?：`);

/** A paragraph that ends inside the brackets of a clause. */
function opensClause(notice: Notice, p: Paragraph): boolean {
  if (!compact(notice.text, p.start, p.end).text.includes('（')) return false;
  const { text } = compact(notice.text, Math.max(p.start, p.end - LONGEST_BROKEN), p.end);
  return depthOf(text) > 0 && OPEN_CLAUSE.test(text);
}

/** One that begins with the rest of such a clause: its first bracket closes what was opened before. */
function closesFirst(notice: Notice, p: Paragraph): boolean {
  const { text } = compact(notice.text, p.start, Math.min(p.end, p.start + LONGEST_BROKEN));
  return depthOf(text.slice(0, text.indexOf('）') + 1)) < 0;
}

/** Longest part of a broken clause, in characters, on either side of the break. */
const LONGEST_BROKEN = 400;
const depthOf = (text: string): number => (text.match(/（/g)?.length ?? 0) - (text.match(/）/g)?.length ?? 0);

function obligation(lookup: Lookup, f: Found, nextFrom: number): ObligationRead {
  const { notice, paragraphs, plan } = lookup;
  const { section, from } = wholeList(lookup, f) ?? f;
  const first = section.heading.start >= from;
  const bodyFrom = first ? Math.max(from, section.heading.end) : from;
  const before = bodyText(notice.text.slice(bodyFrom, f.span.start), notice.text.slice(f.span.end, f.span.end + 1));
  const behind = before === '' && first ? textBehind(lookup, f, nextFrom) : null;
  const end = behind?.end ?? f.span.end;
  const start = end - from > LONGEST_QUOTE ? Math.max(from, paragraphs[f.at]?.start ?? from) : from;
  const blanks = /^\s*/.exec(notice.text.slice(start, end))?.[0].length ?? 0;
  const text = before === '' ? (behind?.text ?? '') : before;
  const { due, yearUnsaid } = f.clause.due === null ? dueAtEnd(text, plan) : f.clause;
  return {
    ...headed(lookup, section, f, text),
    basis: 'clause',
    due,
    units: f.clause.units,
    leaders: f.clause.leaders,
    offices: f.clause.offices.map(clean),
    start: start + blanks,
    end,
    ...sureness('responsibility_clause', f.clause.doubtful && 'units_unclear', yearUnsaid && 'year_unsaid'),
    evidence: [{ field: 'units', ...f.span }],
  };
}

/** A task that ends with when it is done, as a sentence, behind a comma or a label: `…。2026年9月底前完成。`, `…。完成时限：2026年9月底。` */
function dueAtEnd(text: string, plan: PlanYear | null): TaskDue {
  const end = compact(text.slice(-LONGEST_END)).text.replace(/[。；]$/, '');
  const last = behindLast(end, ['。', '；', '，']);
  const labelled = DUE_LABEL.exec(last)?.[0];
  if (labelled !== undefined) return taskDue(last.slice(labelled.length), plan);
  return /完成|实施|落实|启动|建成|到位|办结|见效/.test(last) && isTimeOnly(last)
    ? taskDue(last, plan)
    : { due: null, yearUnsaid: false };
}
const DUE_LABEL = /^(?:完成|办理|办结|整改|实施|落实)(?:时限|时间|期限)：/;
/** Longest end of a task that is looked at, in characters. */
const LONGEST_END = 60;

/** The words of a task without its clause: no mark is left over at their ends, a full stop behind the clause is theirs. */
function bodyText(source: string, behind: string): string {
  const text = trimMarks(clean(source), '。；，、）', '；，、（—*');
  return behind === '。' && /[^。！？”；]$/.test(text) ? `${text}。` : text;
}

/** Headings that name a part of a plan and group its tasks. */
const PART = /^(重点|主要|工作|目标|具体|年度|政策|职责|任务)*(任务|工作|举措|措施|目标|分工|事项|清单|安排)$/;

/** Number, title and path: of its section, unless that is a part of the plan; a task of one sentence has it as its text. */
function headed(
  { notice, paragraphs }: Lookup,
  section: Section,
  f: Found,
  text: string,
): Pick<ObligationRead, 'number' | 'title' | 'path' | 'text'> {
  const path = sectionPath(notice, section.index, false);
  if (text === '') return { number: section.number, title: null, path, text: sentenceOf(notice, section, f) };
  const below = (paragraphs[f.at]?.start ?? 0) > section.heading.start;
  if (below && PART.test(clean(section.title)))
    return { number: null, title: null, path: sectionPath(notice, section.index, true), text };
  return { number: section.number, title: section.title === '' ? null : section.title, path, text };
}

function sentenceOf(notice: Notice, section: Section, f: Found): string {
  const heading = clean(notice.text.slice(section.heading.start, Math.min(section.heading.end, f.span.start)));
  const at = section.title === '' ? -1 : heading.indexOf(section.title);
  return bodyText(at < 0 ? section.title : heading.slice(at), notice.text.slice(f.span.end, f.span.end + 1));
}

/** What follows a clause that stands behind its heading, to the end of the section with all below it; null where a clause follows there. */
function textBehind({ notice, paragraphs, clausesIn }: Lookup, f: Found, nextFrom: number): { text: string; end: number } | null {
  if ((clausesIn.get(f.section.index) ?? 0) > 1) return null;
  const parts: string[] = [];
  let end = f.span.end;
  for (let k = f.at; k < paragraphs.length; k++) {
    const p = paragraphs[k];
    if (!p || p.start >= nextFrom || !inSection(notice, p.section, f.section.index)) break;
    if (p.role !== 'body' && p.role !== 'heading') continue;
    parts.push(notice.text.slice(Math.max(p.start, f.span.end), p.end));
    end = Math.max(end, p.end);
  }
  const text = bodyText(parts.join(''), '');
  return text === '' || end - f.from > LONGEST_QUOTE ? null : { text, end };
}

/**
 * A clause on a line of its own behind a list `1.…` `2.…` of which no item has a clause: it closes the section around the
 * list. null where it closes its own section.
 */
function wholeList({ notice, items, clausesIn }: Lookup, f: Found): Pick<Found, 'section' | 'from'> | null {
  const parent = f.section.parent === null ? undefined : notice.sections[f.section.parent];
  if (!f.alone || f.section.rank < 6 || !parent || parent.number === null) return null;
  const listed = items.get(parent.index) ?? [];
  const closes = listed.length > 1 && listed.at(-1) === f.section.index && clausesIn.get(parent.index) === 1;
  return closes ? { section: parent, from: parent.heading.start } : null;
}
