import type { ObligationUnitRead } from '../../schemas/index.js';
import { breaksEnding } from './broken-words.js';
import { isTimeOnly, taskDue, type PlanYear, type TaskDue } from './due.js';
import { behindLast, splitOutside, trimMarks } from './lists.js';
import { personsOf } from './persons.js';
import { LABEL_SOURCE, labelKind, OWN_ROLE, RIDER, roleTail, type FirstLeads, type UnitRole } from './role-words.js';
import { addUnits, distinct, roleSentence, withLead, type RoleSentence } from './role-sentence.js';
import { isUnit } from './unit-words.js';
import { isUnitList } from './units.js';
import { matchesOf } from './matches.js';

/** What the notice says that every clause is read with. */
export interface ClauseContext {
  /** does the first unit of a list lead? */
  first: FirstLeads | null;
  /** the year that a date without one is of */
  year: PlanYear | null;
}

/** What a clause says. */
export interface Reading extends TaskDue {
  units: ObligationUnitRead[];
  leaders: string[];
  offices: string[];
  /** the bracket is not closed, or a name is odd */
  doubtful: boolean;
}

/** A responsibility clause in a compact text. */
export interface Clause extends Reading {
  /** offsets with its brackets */
  from: number;
  to: number;
}

/** A text that begins with a label and its colon: `责任单位：…`. */
export const LABELLED = new RegExp(`^(?:${LABEL_SOURCE})为?：`);
const EVERY_LABEL = new RegExp(`(${LABEL_SOURCE})为?：`, 'g');
const LABEL_ALONE = new RegExp(`^(?:${LABEL_SOURCE})为?(?=[\\u4e00-\\u9fa5])`);
/** A label in brackets of its own: `【牵头单位】市工信局【配合单位】…`. */
const BRACKETED_LABEL = new RegExp(`（((?:${LABEL_SOURCE})为?)）(?=[\\u4e00-\\u9fa5])`, 'g');

/** Marks that end a sentence. */
const STOPS = '。；！？”';

/** All responsibility clauses of a compact paragraph, in order. */
export function clauses(given: string, context: ClauseContext): Clause[] {
  const text = withColons(given);
  const found = [...bracketed(text, context)];
  const taken = found.at(-1)?.to ?? 0;
  found.push(...[...onOwnLine(text, context)].filter((c) => c.from >= taken));
  return found.length > 0 ? found : [...lastSentence(text, context)];
}

/** Labels in brackets of their own as labels with a colon; of the same length, from the first that begins a sentence. */
function withColons(text: string): string {
  if (!text.includes('（')) return text;
  let begun = false;
  return text.replace(BRACKETED_LABEL, (whole: string, label: string, at: number) => {
    begun ||= at === 0 || STOPS.includes(text[at - 1] ?? '');
    return begun ? `；${label}：` : whole;
  });
}

/** Longest clause, in characters: what is longer is no clause but a bracket that nobody closed. */
const LONGEST_CLAUSE = 2000;

function* bracketed(text: string, context: ClauseContext): Generator<Clause> {
  for (let i = text.indexOf('（'); i >= 0; i = text.indexOf('（', i + 1)) {
    const close = closing(text, i);
    const end = close ?? unclosedEnd(text, i);
    const inner = text.slice(i + 1, end);
    const read = labelledBracket(inner, context) ?? (close === null ? null : plainBracket(text, i, close, context));
    if (!read || !namesAnybody(read)) continue;
    const span = withDoubles(text, i, close === null ? end : close + 1);
    yield { ...span, ...read, doubtful: close === null || read.doubtful };
    i = span.to - 1;
  }
}

const namesAnybody = (read: Reading): boolean => read.units.length > 0 || read.offices.length > 0;

/** Index of the bracket that closes the one at `open`, within the longest clause; null where none does. */
function closing(text: string, open: number): number | null {
  let depth = 0;
  for (let i = open; i < Math.min(text.length, open + LONGEST_CLAUSE); i++) {
    if (text[i] === '（') depth++;
    else if (text[i] === '）' && --depth === 0) return i;
  }
  return null;
}

/** A bracket that nobody closed ends with its sentence. */
function unclosedEnd(text: string, open: number): number {
  const stop = text.indexOf('。', open);
  return Math.min(stop < 0 ? text.length : stop, open + LONGEST_CLAUSE);
}

/** Brackets typed twice belong to the clause both. */
function withDoubles(text: string, from: number, to: number): { from: number; to: number } {
  const doubled = text[from - 1] === '（' && text[to] === '）';
  return doubled ? { from: from - 1, to: to + 1 } : { from, to };
}

/** `（责任单位：…）`, also without the colon where only units follow. */
function labelledBracket(inner: string, context: ClauseContext): Reading | null {
  const unwrapped = inner.startsWith('（') && inner.endsWith('）') ? inner.slice(1, -1) : inner;
  if (LABELLED.test(unwrapped)) return readLabelled(unwrapped, context);
  return withoutColon(unwrapped, context);
}

function withoutColon(text: string, context: ClauseContext): Reading | null {
  const label = LABEL_ALONE.exec(text)?.[0] ?? '';
  const rest = text.slice(label.length).replace(/。$/, '');
  return label.length >= 4 && isUnitList(rest) ? readLabelled(`${label}：${rest}`, context) : null;
}

const CLOSES_PART = /^[。；，）]?$/;

/**
 * A clause without a label: `（X牵头，Y配合）` where a sentence or a part of one ends, `（市经信局、市发改委）` and
 * `（市经信局；2025年12月底前）` at the very end of a task.
 */
function plainBracket(text: string, open: number, close: number, context: ClauseContext): Reading | null {
  const inner = text.slice(open + 1, close);
  const behindStop = open > 0 && STOPS.includes(text[open - 1] ?? '');
  const closesPart = CLOSES_PART.test(text.slice(close + 1, close + 2));
  if (inner.length < 3 || inner.length > 400 || !(behindStop || closesPart)) return null;
  const marked = inner.search(EVERY_LABEL);
  const sentence = roleSentence(marked < 0 ? inner : inner.slice(0, marked), sentenceLead(context));
  if (!sentence.sound || sentence.units.length === 0) return null;
  if (!sentence.says) {
    const endsText = /^[）。；]*$/.test(text.slice(close, close + 4)) && close + 4 > text.length;
    if (!endsText || !behindStop || !sentence.units.every((u) => isUnit(u.name))) return null;
  }
  return marked < 0
    ? readingOf(sentence, context)
    : merged(readingOf(sentence, context), readLabelled(inner.slice(marked), context));
}

const sentenceLead = ({ first }: ClauseContext): FirstLeads | null => (first?.sentences === true ? first : null);

const readingOf = (sentence: RoleSentence, context: ClauseContext): Reading => ({
  units: sentence.units,
  leaders: [],
  offices: sentence.offices,
  doubtful: false,
  ...taskDue(sentence.when.join('，'), context.year),
});

const merged = (a: Reading, b: Reading): Reading => ({
  units: distinct([...a.units, ...b.units]),
  leaders: [...a.leaders, ...b.leaders],
  offices: [...a.offices, ...b.offices],
  doubtful: a.doubtful || b.doubtful,
  due: b.due ?? a.due,
  yearUnsaid: b.due === null ? a.yearUnsaid : b.yearUnsaid,
});

const OWN_LINE = new RegExp(`(^[—\\-*]*|[。；！”）][*]*)(?:${LABEL_SOURCE})为?：`, 'g');
/** How many labels of a paragraph are tried as the beginning of a clause. */
const TRIES = 6;

/** `责任单位：…` as a line of its own or behind the last sentence, or several labels one after the other. */
function* onOwnLine(text: string, context: ClauseContext): Generator<Clause> {
  const alone = withoutColon(text, context);
  if (alone) {
    yield { from: 0, to: text.length, ...alone };
    return;
  }
  if (!text.includes('：')) return;
  let tries = 0;
  for (const m of matchesOf(text, OWN_LINE)) {
    if (++tries > TRIES) return;
    const before = text.slice(0, m.index);
    if (before.lastIndexOf('（') > before.lastIndexOf('）')) continue;
    const from = m.index === 0 ? 0 : m.index + (m[1] ?? '').length;
    const inner = withoutLoneBracket(text.slice(m.index + (m[1] ?? '').length).replaceAll('*', '')).replace(/。$/, '');
    const clauseOnly = splitOutside(inner, '。').every((x) => LABELLED.test(x.text) || RIDER.test(x.text) || isTimeOnly(x.text));
    const read = clauseOnly ? readLabelled(inner, context) : null;
    if (read && namesAnybody(read)) {
      yield { from, to: text.length, ...read };
      return;
    }
  }
}

/** A closing bracket whose opening one is missing. */
const withoutLoneBracket = (text: string): string =>
  (text.match(/）/g)?.length ?? 0) > (text.match(/（/g)?.length ?? 0) ? text.replace(/）(?=。?$)/, '') : text;

/** By when what the clause closes is done, behind its last units. */
const DONE_BY = '(?:，[^，。；]{2,20}(?:完成|到位|落实|启动|建成|见效))?';
const LAST_SENTENCE = new RegExp(`(?<=^|[。；])([^。；]{4,200}(?:分工负责|牵头，[^。；]{2,120}(?:配合|参与))${DONE_BY})。?$`);

/** `…。科技部、教育部等部门按职责分工负责。`: the last sentence of a task is its clause; so is a line that is nothing else. */
function* lastSentence(text: string, context: ClauseContext): Generator<Clause> {
  if (!text.includes('分工负责') && !text.includes('牵头，')) return;
  const m = LAST_SENTENCE.exec(text);
  if (!m || (m.index === 0 && !/^由|分工负责。?$/.test(text))) return;
  const sentence = roleSentence(m[1] ?? '', sentenceLead(context));
  const plain = !/(?:负责|牵头)[^，。等、）（]{3}/.test((m[1] ?? '').replace(/牵头负责|会同.*/, ''));
  if (sentence.sound && sentence.says && plain && sentence.units.length > 0)
    yield { from: m.index, to: text.length, ...readingOf(sentence, context) };
}

/** Labels and what stands behind each. */
function readLabelled(inner: string, context: ClauseContext): Reading {
  const out: Reading = { units: [], leaders: [], offices: [], due: null, yearUnsaid: false, doubtful: false };
  const marks = matchesOf(inner, EVERY_LABEL);
  const when: string[] = [];
  marks.forEach((m, k) => {
    const value = trimMarks(inner.slice(m.index + m[0].length, marks[k + 1]?.index ?? inner.length), '', '；。，、（：');
    readValue(m[1] ?? '', value, when, out, context);
  });
  out.units = distinct(out.units);
  if (out.due === null) Object.assign(out, taskDue(when.join('，'), context.year));
  if (context.first && !out.units.some((u) => u.role === 'lead')) out.units = withLead(out.units, context.first);
  out.doubtful = out.units.length > 0 && !out.units.some((u) => isUnit(u.name) || u.group);
  if (out.units.some((u) => u.name.length > 30 || /[。：]/.test(u.name))) out.doubtful = true;
  return out;
}

function readValue(label: string, value: string, when: string[], out: Reading, context: ClauseContext): void {
  const kind = labelKind(label);
  if (kind === 'leader') out.leaders.push(...personsOf(value));
  else if (kind === 'due') Object.assign(out, taskDue(value, context.year));
  else if (kind === 'office') out.offices.push(...value.split(/[、，；]/).filter((t) => t !== ''));
  else if (kind !== null && kind !== 'other') readUnits(kind, label, value, when, out);
}

function readUnits(role: UnitRole, label: string, value: string, when: string[], out: Reading): void {
  const parts = splitOutside(value, '，；。')
    .map((p) => p.text)
    .filter((t) => !RIDER.test(t));
  when.push(...parts.filter((t) => isTimeOnly(t)));
  const names = parts.filter((t) => !isTimeOnly(t)).join('，');
  // a bare `责任：` or `分工：` may begin any sentence
  if (label.length <= 4 && !/(单位|部门|主体|机构)$/.test(label) && !isUnitList(names.replaceAll(OWN_ROLE_EACH, ''))) return;
  if (saysRoles(names)) takeSentence(names, out);
  else addUnits(names, role, out);
}

const OWN_ROLE_EACH = new RegExp(OWN_ROLE.source, 'g');

/** A list in which words of role stand behind units: `市数据局牵头，市政务办配合`. */
const saysRoles = (names: string): boolean =>
  splitOutside(names.replaceAll(OWN_ROLE_EACH, ''), '，；').some((p) => {
    const { role } = roleTail(p.text);
    return role !== null && /(牵头|配合|负责|协助|参与|落实)/.test(p.text);
  });

function takeSentence(names: string, out: Reading): void {
  const sentence = roleSentence(names, null);
  out.units.push(...sentence.units);
  out.offices.push(...sentence.offices);
}

/** Units of a table cell: line breaks and commas separate them; roles inside the cell win over the column's. */
export function cellUnits(cell: string, role: UnitRole): { units: ObligationUnitRead[]; offices: string[] } {
  const text = oneLine(cell);
  if (text.search(EVERY_LABEL) >= 0) return readLabelled(text, { first: null, year: null });
  const out: RoleSentence = { units: [], offices: [], when: [], sound: true, says: false };
  if (saysRoles(text)) return roleSentence(text, null);
  for (const part of splitOutside(text, '；')) addUnits(part.text, role, out);
  return { units: distinct(out.units), offices: out.offices };
}

/** The lines of a cell in one: a break between units separates them, one inside a name does not. */
function oneLine(cell: string): string {
  let text = '';
  for (const piece of cell.split(/\s+/).filter((t) => t !== '')) {
    const last = behindLast(text, ['、', '，', '；', '：']);
    const ended = isUnit(last.replace(OWN_ROLE, '')) && !NAME_GOES_ON.test(piece) && !breaksEnding(last, piece);
    text += ended || (last.length > 2 && NAME_BEGINS.test(piece)) ? `、${piece}` : piece;
  }
  return text.replace(/^、|、$/g, '');
}
const NAME_GOES_ON =
  /^((?:人民)?政府|管委会|管理委员会|办公室|办公厅|局|厅|委(?!员会)|会|[（(]|、|，|；)|^[\u4e00-\u9fa5](、|，|$)/;
const NAME_BEGINS =
  /^(各|有关|相关|国家|中国|国网|[省市县区](委|直|政府|人大|政协)|(?:省|市|州|县|区)[\u4e00-\u9fa5]{2,12}(?:局|厅|委|办)(?:$|、))/;
