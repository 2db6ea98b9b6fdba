import { datesIn, DATE_SOURCE, lastOf, later, type TimeSpan } from './calendar.js';
import { headingMark } from './headings.js';
import { numeral } from './numerals.js';
import { wordsOf, type Prose, type Sentence } from './sentences.js';
import { NOTICE_KINDS, PLAN_KINDS } from './titles.js';

/** When a notice is in force, and the words that say so. */
export interface Validity {
  effective_on: string | null;
  expires_on: string | null;
  validity: string | null;
}

/** What has been read so far; a length of time waits for the day it counts from, which may stand behind it. */
interface Found extends Validity {
  term: TimeSpan | null;
}

/** What these rules need to know of the notice: its date, and whether a title is that of the notice or of what it issues. */
export interface OwnNotice {
  issued_on: string | null;
  isOwn: (title: string) => boolean;
}

const KINDS = [...NOTICE_KINDS, ...PLAN_KINDS, '文件', '文'].sort((a, b) => b.length - a.length).join('|');
/** `本办法`, `本实施细则（试行）`, `新标准`, `上述政策`: the notice itself or what it issues. */
const ITSELF = `^(?:本|该|新|上述|以上)[\\u4e00-\\u9fa5]{0,8}?(?:${KINDS})(?:（[^（）]{1,12}）)?`;
const ITSELF_ALONE = new RegExp(`${ITSELF}$`);
/** `本办法由市财政局负责解释`: what the sentence goes on to say is said of it. */
const ITSELF_FIRST = new RegExp(`${ITSELF}(?=由|经|已|的|自|从|，)`);
const TITLE = /^(?:本)?《([^《》]+(?:《[^《》]*》[^《》]*)?)》(?:（[^（）]{1,40}）)?$/;
/** Words by which a sentence issues what it has named, so that the rest of it speaks of that. */
const ISSUES =
  /现予以?(?:公布|发布|印发|颁布)|予以(?:公布|发布|印发)|印发给|印发你们|下发给|发给你们|现(?:将|印发|发布|公布)|特此/;

const ISSUE_DAY = '(?:本[\\u4e00-\\u9fa5]{1,6})?(?:公开|正式)?(?:公布|发布|印发|颁布|下发|签发|发文|公告|通告|颁发)之?日';
const COUNT = '\\d{1,3}|[一二两三四五六七八九十]{1,3}';
const START = `(?:即日|${ISSUE_DAY}|${DATE_SOURCE})`;
/** `本办法自2024年6月1日起施行`, `自公布之日起30日后施行`. */
const FORCE = new RegExp(
  `^(?<subject>.{0,60}?)(?:将|均|一律|统一)?(?:自|从|于|定于)(?<start>${START})(?:零时|\\d{1,2}时)?(?:起|开始)?` +
    `(?:满?(?<count>${COUNT})(?<unit>个?工作日|日|天|个月|年)(?:之?后|起|以后))?起?(?:(?:至|到)(?<till>${DATE_SOURCE})止?)?(?:正式|开始|全面)?(?:施行|实施|执行|生效|试行|启用)(?:(?:至|到)(?<end>${DATE_SOURCE})止?|（(?<bracket>[^（）]{2,30})）)?$`,
);
/** `有效期5年`, `试行期一年`, `执行期限为2024年7月1日至2025年6月30日`. */
const TERM = new RegExp(
  '^(?<subject>.{0,60}?)的?(?<label>有效期限|有效期间|有效期|试行期限?|施行期限?|实施期限?|执行期限?|实施时间|执行时间|有效时间|试行|暂行|施行|执行|延续实施)(?:为|是|：)?' +
    '(?=[为是至到自从暂\\d一二两三四五六七八九十])(?:暂定)?(?:为|是)?(?<rest>.{2,40})$',
);
const ALWAYS = /^(?<subject>.{0,60}?)(?<label>长期)有效$/;
const WHOLE_LABEL = /期/;
const DURATION = new RegExp(`^(?:暂定)?(?<count>${COUNT})(?<unit>年|个月|日|天)(?:$|[，（止整]|以?内)`);
const SINCE = new RegExp(
  `^(?:自|从)(?<start>${START}|(?:本[\\u4e00-\\u9fa5]{1,6})?(?:施行|实施|执行|生效)之?日)起(?:计算)?(?:，)?(?<count>${COUNT})(?<unit>年|个月|日|天)`,
);
const UNTIL = new RegExp(`^(?:自|从)?(?:${START})?起?(?:至|到|—|-|~|截至|截止)(?:到)?(?<end>${DATE_SOURCE})(?:24时)?止?`);

/** When the notice comes into force and when it lapses, out of its paragraphs. The first passage that says so counts. */
export function validityOf(paragraphs: readonly Prose[], own: OwnNotice): Validity {
  const found: Found = { effective_on: null, expires_on: null, validity: null, term: null };
  for (const prose of paragraphs) {
    const words = readParagraph(prose, own, found);
    if (words.length > 0 && found.validity === null) found.validity = words.join('；');
  }
  const { term, ...validity } = found;
  if (term !== null && found.effective_on !== null) validity.expires_on ??= lastOf(found.effective_on, term);
  return validity;
}

/** Reads one paragraph into `found`; gives the words that speak of force. A quoted paragraph is another document's text. */
function readParagraph(prose: Prose, own: OwnNotice, found: Found): string[] {
  const words: string[] = [];
  if (prose.view.text.startsWith('“')) return words;
  for (const sentence of prose.sentences) {
    const run = forceRun(sentence, own, found, words.length > 0);
    if (run) words.push(wordsOf(prose, run.from, run.to));
  }
  return words;
}

/** What every sentence has in it that says when something is in force. */
const FORCE_SIGN = /施行|实施|执行|生效|试行|启用|暂行|有效/;

/** The clauses of a sentence, side by side, that say when the notice is in force; what they say goes into `found`. */
function forceRun(sentence: Sentence, own: OwnNotice, found: Found, goesOn: boolean): { from: number; to: number } | null {
  if (!FORCE_SIGN.test(sentence.text)) return null;
  const run: { from: number; to: number }[] = [];
  for (const clause of sentence.clauses) {
    const mark = headingMark(clause.text)?.length ?? 0;
    const said: Said = {
      text: clause.text.slice(mark).replace(LABELLED, ''),
      before: sentence.text.slice(0, clause.from - sentence.from),
    };
    const spoken = goesOn || run.length > 0;
    if (readForce(said, own, found, spoken) || readTerm(said.text, own, found, spoken))
      run.push({ from: clause.from + mark, to: clause.to });
    else if (run.length > 0) break;
  }
  const [first, last] = [run[0], run.at(-1)];
  return first && last ? { from: first.from, to: last.to } : null;
}

/** `执行时间：`, `施行日期：` in front of what the clause says. */
const LABELLED = /^(?:施行|实施|执行|生效)(?:时间|日期)：(?=[自从])/;

/** A clause without its heading mark, and the sentence up to it. */
interface Said {
  text: string;
  before: string;
}

function readForce(said: Said, own: OwnNotice, found: Found, spoken: boolean): boolean {
  const m = FORCE.exec(said.text)?.groups;
  if (!m) return false;
  const subject = m['subject'] ?? '';
  if (!isItself(subject, own) && !(subject === '' && (spoken || isIssued(said.before, own)))) return false;
  const start = startOf(m['start'] ?? '', own, found);
  const after = periodOf(m['count'], m['unit']);
  found.effective_on ??= start === null || m['count'] === undefined ? start : after === null ? null : later(start, after);
  const end = m['end'] ?? m['till'];
  if (end !== undefined) found.expires_on ??= datesIn(end)[0]?.date ?? null;
  if (m['bracket'] !== undefined) readTerm(m['bracket'], own, found, true);
  return true;
}

function readTerm(text: string, own: OwnNotice, found: Found, spoken: boolean): boolean {
  const m = (TERM.exec(text) ?? ALWAYS.exec(text))?.groups;
  if (!m) return false;
  const subject = m['subject'] ?? '';
  if (!isItself(subject, own) && !(subject === '' && spoken)) return false;
  return termOf(m['rest'] ?? '', own, found) || WHOLE_LABEL.test(m['label'] ?? '');
}

/** Reads what stands behind 有效期: `五年`, `至2029年5月31日`, `自2024年7月1日至2025年6月30日`. False where it is none of these. */
function termOf(rest: string, own: OwnNotice, found: Found): boolean {
  const since = SINCE.exec(rest)?.groups;
  const duration = since ?? DURATION.exec(rest)?.groups;
  if (duration) {
    if (since) found.effective_on ??= startOf(since['start'] ?? '', own, found);
    found.term ??= periodOf(duration['count'], duration['unit']);
    return true;
  }
  const dates = datesIn(rest);
  const range = /^(?:自|从)?(?=[\d二])/.test(rest) && dates.length >= 2 && UNTIL.test(rest);
  if (range) found.effective_on ??= dates[0]?.date ?? null;
  if (!range && !UNTIL.test(rest)) return false;
  found.expires_on ??= dates.at(range ? 1 : 0)?.date ?? null;
  return true;
}

/** The day that `2024年6月1日`, `印发之日`, `施行之日` or `即日` stands for. */
function startOf(words: string, own: OwnNotice, found: Found): string | null {
  const date = datesIn(words)[0]?.date;
  if (date !== undefined) return date;
  return /[施实执生][行施效]之?日$/.test(words) ? found.effective_on : own.issued_on;
}

/** A length of time; null for working days, whose end nobody can compute without a calendar of holidays. */
function periodOf(count: string | undefined, unit: string | undefined): TimeSpan | null {
  const n = count === undefined ? null : numeral(count);
  if (n === null || unit === undefined || unit.endsWith('工作日')) return null;
  return { count: n, unit: unit === '年' ? 'year' : unit === '个月' ? 'month' : 'day' };
}

function isItself(subject: string, own: OwnNotice): boolean {
  if (ITSELF_ALONE.test(subject)) return true;
  const title = TITLE.exec(subject)?.[1];
  return title !== undefined && own.isOwn(title);
}

/** A clause without a subject speaks of what its sentence issues, or stands alone; not of another document named before it. */
function isIssued(before: string, own: OwnNotice): boolean {
  if (before === '' || ISSUES.test(before)) return true;
  const title = /《([^《》]+)》[^《》]*$/.exec(before)?.[1];
  return title !== undefined ? own.isOwn(title) : ITSELF_FIRST.test(before.slice(headingMark(before)?.length ?? 0));
}
