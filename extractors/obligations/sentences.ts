import type { ObligationRead, ObligationUnitRead, Span } from '../../schemas/index.js';
import type { ClauseContext } from '../grammar/clauses.js';
import { taskDue, type PlanYear, type TaskDue } from '../grammar/due.js';
import { clean, compact, spanOf, type Compact } from '../grammar/fold.js';
import { headingMark } from '../grammar/headings.js';
import { splitOutside, type ListPart } from '../grammar/lists.js';
import { inProjectBlock } from '../grammar/project-blocks.js';
import { roleTail, type UnitRole } from '../grammar/role-words.js';
import { isUnit } from '../grammar/unit-words.js';
import { isUnitList, unitList } from '../grammar/units.js';
import { sectionPath, type Notice, type Paragraph, type Section } from '../notice.js';
import { sureness } from '../sureness.js';
import { yearIssued } from './plan.js';

/** What a sentence lays on somebody. */
interface Duty {
  units: ObligationUnitRead[];
  offices: string[];
  /** what is to be done, in parts that commas separate */
  task: string[];
  /** compact offsets in its paragraph */
  from: number;
  to: number;
}

/** Tasks of sentences that say who is responsible: `X负责…`, `X要…`, `…由X负责`, `由X牵头，Y配合，…`. */
export function fromSentences(notice: Notice, { year: plan }: ClauseContext): ObligationRead[] {
  const year = yearIssued(notice);
  return notice.paragraphs.flatMap((p): ObligationRead[] => {
    if (p.role !== 'body' || inProjectBlock(notice, p)) return [];
    const view = compact(notice.text, p.start, p.end);
    if (!/负责|要|牵头/.test(view.text)) return [];
    const section = notice.sections[p.section];
    const duties = [...listed(notice, p, section), ...sentencesOf(view.text).flatMap((s) => dutiesOf(s, year))];
    return duties.map((duty) => recordOf(notice, section, view, duty, plan));
  });
}

/** The sentences of a paragraph, the first without its heading mark. */
function sentencesOf(text: string): ListPart[] {
  const mark = headingMark(text)?.length ?? 0;
  return splitOutside(text, '。；').map((s) => (s.from === 0 && mark > 0 ? { ...s, text: s.text.slice(mark), from: mark } : s));
}

function recordOf(
  notice: Notice,
  section: Section | undefined,
  view: Compact,
  duty: Duty,
  plan: PlanYear | null,
): ObligationRead {
  const span = spanOf(view, duty.from, duty.to);
  const { due, yearUnsaid } = dutyDue(duty, plan);
  return {
    ...headed(notice, span, section),
    text: clean(duty.task.join('，')),
    basis: 'inline',
    due,
    units: duty.units,
    leaders: [],
    offices: duty.offices.map(clean),
    ...span,
    ...sureness('responsibility_sentence', yearUnsaid && 'year_unsaid'),
    evidence: [],
  };
}

/** A date in the first part of a duty is that of the whole: `于4月10日前制定方案，并报市政府`. */
function dutyDue({ task: [first = ''] }: Duty, plan: PlanYear | null): TaskDue {
  return /(前|年底|月底|年末|年内)/.test(first) ? taskDue(first, plan) : { due: null, yearUnsaid: false };
}

/** A sentence has the number of its section only where it is its title, or that names the unit, or there is none. */
function headed(notice: Notice, span: Span, section: Section | undefined): Pick<ObligationRead, 'number' | 'title' | 'path'> {
  if (!section) return { number: null, title: null, path: [] };
  const own = section.title === '' || (span.start < section.heading.end && span.start >= section.heading.start);
  return { number: own ? section.number : null, title: null, path: sectionPath(notice, section.index, !own) };
}

/** `1.市教育局。负责…`, `市教育局：负责…`: a list of duties by unit, the unit for its heading. */
function listed(notice: Notice, p: Paragraph, section: Section | undefined): Duty[] {
  const view = compact(notice.text, p.start, p.end);
  const heading = section && section.heading.start >= p.start ? compact(section.title).text : '';
  const at = heading === '' ? -1 : view.text.indexOf(heading);
  const label = at >= 0 ? heading : (/^([^，。；：]{3,60})：(?=(?:牵头|具体|主要)?负责)/.exec(view.text)?.[1] ?? '');
  const from = Math.max(at, 0) + label.length + 1;
  const body = /^(牵头|具体|主要)?负责(?!人|制|同志)(.{2,})$/.exec(view.text.slice(from).replace(/。$/, ''));
  if (label === '' || !body || !isUnitList(label)) return [];
  const { units, offices } = unitList(label);
  const role: UnitRole = body[1] === '牵头' ? 'lead' : 'responsible';
  return [
    { units: units.map((u) => ({ ...u, role })), offices, task: [body[2] ?? ''], from: Math.max(at, 0), to: view.text.length },
  ];
}

/** What has happened is no duty. */
const PAST = /(?<!为)了(?!解)|已(?!知)|曾|去年|上年|以来/;

/** What every sentence has in it that says first who bears a duty; without it there is nobody for the rest to go on with. */
const NAMES_SOMEBODY = /负责|牵头|要|会同|办公室|专班|秘书处|日常工作/;

function dutiesOf(sentence: ListPart, year: number | null): Duty[] {
  if (
    !NAMES_SOMEBODY.test(sentence.text) ||
    sentence.text.startsWith('（') ||
    PAST.test(sentence.text) ||
    (year !== null && yearsIn(sentence.text).some((y) => y < year))
  )
    return [];
  const out: Duty[] = [];
  let waiting: Named | null = null;
  for (const part of splitOutside(sentence.text, '，')) {
    const at = { from: sentence.from + part.from, to: sentence.from + part.to };
    const named = namedIn(part.text, waiting !== null || out.length > 0);
    const last = out.at(-1);
    if (named && named.task === null) {
      if (last && !waiting && named.units.every((u) => u.role === 'support')) extend(last, named, null, at.to);
      else waiting = waiting ? together(waiting, named) : { ...named, from: at.from };
      continue;
    }
    const task = named?.task ?? taskOf(part.text, waiting);
    if (task !== null && (named || waiting)) {
      const { units, offices, from } = named
        ? together(waiting, { ...named, from: waiting?.from ?? at.from })
        : (waiting ?? NOBODY);
      out.push({ units, offices, task: [task], from: from ?? at.from, to: at.to });
      waiting = null;
    } else if (APPOINTS.test(part.text)) break;
    else if (last && !waiting) extend(last, NOBODY, part.text, at.to);
  }
  return out.filter((d) => d.task.join('').length >= 4);
}

/** `办公室主任由…担任`: who holds a post is no part of a duty. */
const APPOINTS = /(主任|组长|召集人|负责人|秘书长|成员).{0,12}(由|为|担任|兼任)/;
const yearsIn = (text: string): number[] => (text.match(/(?:19|20)\d{2}(?=年)/g) ?? []).map(Number);

/** Units that a part of a sentence names as those who bear or share a duty. */
interface Named {
  units: ObligationUnitRead[];
  offices: string[];
  /** what they are to do; null where a later part says it */
  task: string | null;
  /** the later part must begin with 负责 */
  seat?: boolean;
  from?: number;
}
const NOBODY: Named = { units: [], offices: [], task: null };

const together = (a: Named | null, b: Named): Named =>
  a ? { ...b, units: [...a.units, ...b.units], offices: [...a.offices, ...b.offices], from: a.from ?? b.from ?? 0 } : b;

function extend(duty: Duty, more: Named, task: string | null, to: number): void {
  duty.units.push(...more.units);
  duty.offices.push(...more.offices);
  if (task !== null) duty.task.push(task);
  duty.to = to;
}

const GOES_ON = /^(?:具体|主要|共同)?负责(?!人|制|同志)(.{2,})$/;

/** A part without units of its own as the task of those who wait for one; null where it is none. */
function taskOf(part: string, waiting: Named | null): string | null {
  const goesOn = GOES_ON.exec(part)?.[1];
  return goesOn ?? (waiting?.seat ? null : part);
}

/** What a part says of whom; `inside`: units stand in front of it in the sentence. */
const namedIn = (part: string, inside: boolean): Named | null =>
  (inside ? (supporting(part) ?? besides(part)) : null) ??
  leading(part) ??
  doing(part) ??
  doneBy(part) ??
  shall(part) ??
  namesOnly(part);

/** `各银行机构配合`, behind what somebody else does. */
function supporting(part: string): Named | null {
  const front = unitsInFront(part);
  if (front && /^(?:积极|密切)?(?:配合|协助|参与)/.test(front.rest)) return unitsAs(front.names, 'support');
  const { names, role } = roleTail(part.replace(/^(?:并|由)/, ''));
  if (role !== 'support') return null;
  const named = unitsAs(names.replace(/^会同/, ''), role);
  return named.units.length > 0 && named.units.every((u) => isUnit(u.name) || u.group) ? named : null;
}

const DUTY =
  /^(?:按照?(?:各自)?职责(?:分工)?)?(?:具体|及时|切实|全力)?(?:做好|抓好|加强|落实|承担|提供|开展|组织|指导|协调|统筹|强化)/;

/** `…，市财政局做好资金保障`: another one's duty, behind a first. */
function besides(part: string): Named | null {
  const front = unitsInFront(part);
  return front && DUTY.test(front.rest)
    ? { ...unitsAs(front.names, 'responsible'), task: front.rest.replace(BY_DUTY, '') }
    : null;
}
const BY_DUTY = /^按照?(?:各自)?职责(?:分工)?/;

/** `由市人社局牵头`: what for stands behind the next comma. */
function leading(part: string): Named | null {
  if (!part.includes('牵头')) return null;
  const m = /^并?由([^：]{3,60}?)(?:共同)?(?:牵头|牵头负责)$/.exec(part);
  return m && isUnitList(m[1] ?? '') ? unitsAs(m[1] ?? '', 'lead') : null;
}

const ADVERBS = '(?:具体|主要|统一|全面|分别|共同|各自|联合)*';
const DOES = new RegExp(
  `^(?:并?由)?([^：]{2,60}?)${ADVERBS}(牵头负责|负责牵头|牵头会同|负责|牵头)(?!人|制|任|同志|监|单位|部门|的)(.{2,})$`,
);

/** `市科技局负责…`, `市科技局会同市财政局牵头…` */
function doing(part: string): Named | null {
  if (!part.includes('负责') && !part.includes('牵头')) return null;
  const [, names = '', verb = '', rest = ''] = DOES.exec(part) ?? [];
  return verb === '' ? null : withTask(names, verb.includes('牵头') ? 'lead' : 'responsible', rest, verb.includes('会同'));
}

const DONE_BY = new RegExp(`^(.{2,40}?)由([^：]{3,60}?)(牵头)?${ADVERBS}负责(?!人|制|同志)(.{0,30})$`);

/** `项目验收由市科技局负责`, `本办法由市工信局负责解释` */
function doneBy(part: string): Named | null {
  if (!part.includes('负责')) return null;
  const [, what = '', names = '', leads, how = ''] = DONE_BY.exec(part) ?? [];
  const { names: bare } = roleTail(`${names}负责`);
  return isUnitList(bare) ? { ...unitsAs(bare, leads ? 'lead' : 'responsible'), task: `${what}${how}` } : null;
}

const SHALL = /^([^：]{3,60}?)(?<![需主重必首只还想就若])要(?!求|素|点|件|闻|领|么|是|道|塞|害)(.{4,})$/;
/** Whom `要` addresses without laying a task of theirs on them: everybody. */
const EVERYBODY = /^(各|有关|相关|全市|全省|全区|全县|市|省)*(地|级|单位|部门|地区|责任|成员|直|级各|地各|级有关|直有关)+$/;

/** `市统计局要…` */
function shall(part: string): Named | null {
  if (!part.includes('要')) return null;
  const [, names = '', rest = ''] = SHALL.exec(part) ?? [];
  if (names === '' || unitList(names).units.some((u) => EVERYBODY.test(u.name))) return null;
  return withTask(names, 'responsible', rest, rest.startsWith('会同'));
}

const SEAT = /办公室|专班|秘书处|日常工作/;
const SEATED = /^.{0,30}(?:办公室|专班|秘书处|日常工作)(?:设在|设于|挂靠|由)([^，]{3,30}?)(?:承担)?$/;

/** `市市场监管局会同市公安局` and `领导小组办公室设在市商务局`: units whose duty follows. */
function namesOnly(part: string): Named | null {
  const seat = SEAT.test(part) ? SEATED.exec(part)?.[1] : undefined;
  if (seat !== undefined) return isUnitList(seat) ? { ...unitsAs(seat, 'responsible'), seat: true } : null;
  const [main = '', others] = part.split('会同');
  if (others === undefined || !isUnitList(main) || !isUnitList(others)) return null;
  return { ...together(unitsAs(main, 'responsible'), unitsAs(others, 'support')), seat: true };
}

function unitsAs(names: string, role: UnitRole): Named {
  const { units, offices } = unitList(names);
  return { units: units.map((u) => ({ ...u, role })), offices, task: null };
}

/** Units in front of a verb, with those that it says they do it with. */
function withTask(names: string, role: UnitRole, rest: string, joint: boolean): Named | null {
  const [main = '', others = ''] = names.split('会同');
  if (!isUnitList(main) || (others !== '' && !isUnitList(others))) return null;
  const partners = joint ? unitsInFront(rest.replace(/^会同/, '')) : null;
  const supporters = [others, partners?.names ?? ''].filter((t) => t !== '').map((t) => unitsAs(t, 'support'));
  return { ...supporters.reduce(together, unitsAs(main, role)), task: partners?.rest ?? rest };
}

/** Last characters of units’ names. */
const ENDS_NAME = /[局厅委办部署府会室组班部挥议院关队联协社校处大协银行司团心学门位区县市州镇乡道）]/;

/** The longest list of units that a text begins with. */
function unitsInFront(text: string): { names: string; rest: string } | null {
  for (let k = Math.min(text.length - 2, 60); k >= 3; k--)
    if (ENDS_NAME.test(text[k - 1] ?? '') && isUnitList(text.slice(0, k)))
      return { names: text.slice(0, k), rest: text.slice(k) };
  return null;
}
