import type { Span, TargetRead } from '../../schemas/index.js';
import { defineExtractor, type Earlier } from '../define.js';
import { dueDates, type DueDate } from '../grammar/dates.js';
import { figureComparator } from '../grammar/figure-table.js';
import { clean, compact, spanOf, type Compact } from '../grammar/fold.js';
import { splitOutside, type ListPart } from '../grammar/lists.js';
import { bareTitle } from '../grammar/titles.js';
import type { Notice, Paragraph } from '../notice.js';
import { taskCells } from '../obligations.js';
import { COUNTED, FIGURE_END, figures, shareOut, takesObject, type Figure } from './sentence.js';
import {
  ANNUAL,
  APPLICANT,
  BACKGROUND,
  COMPARED,
  CONDITIONS,
  FIRM_FUTURE,
  FUTURE,
  GOAL_VERB,
  GROWTH_DOWN,
  GROWTH_UP,
  LEADING,
  MEASURE,
  NO_AIM,
  PAST,
  SCOPE,
  SHARED_MEASURE,
  SUBSIDY,
} from './words.js';

/** One record per quantified commitment: in sentences, and in tables of targets for their future years. */
export const targets = defineExtractor({
  type: 'targets',
  version: 1,
  read: (notice, earlier) =>
    [...fromText(notice), ...fromTasks(notice), ...fromTables(notice, earlier)].sort(
      (a, b) => a.start - b.start || a.end - b.end,
    ),
});

/** What a paragraph hands on from sentence to sentence. */
interface State {
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
}

interface ListLead {
  section: number;
  due: string | null;
  dueSpan: Span | null;
}

const REGULATION = /(办法|规定|细则|条例|规则)》?的?(通知)?$/;
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

function yearIssued(notice: Notice): number | null {
  const from = notice.head.issued_on ?? /〔(\d{4})〕/.exec(notice.head.document_number ?? '')?.[1] ?? null;
  return from === null ? null : Number(from.slice(0, 4));
}

const LIST_MARK = /^(——|--|[●○■◆▲·•*※]|-|\d{1,2}[.、．]|（[一二三四五六七八九十\d]+）|[①-⑳]|一是|二是|[一二三四五六七八九十]、)/;

function startState(notice: Notice, p: Paragraph, view: Compact, lead: ListLead | null, issued: number | null): State {
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
  };
}

function inSection(notice: Notice, section: number, ancestor: number): boolean {
  for (let i: number | null = section; i !== null; i = notice.sections[i]?.parent ?? null) if (i === ancestor) return true;
  return false;
}

/** A paragraph that begins with the chain or the field it is about: `现代针纺产业链：…`. */
function runInScope(text: string): string | null {
  return /^([\u4e00-\u9fa5A-Za-z]{2,14}(?:产业链?|领域|行业|方面))：/.exec(text)?.[1] ?? null;
}

/** A paragraph that ends in a colon and names a date governs the list under it. */
function listLead(notice: Notice, p: Paragraph, view: Compact, state: State, before: ListLead | null): ListLead | null {
  if (/[：:]$/.test(view.text) && state.due !== null) return { section: p.section, due: state.due, dueSpan: state.dueSpan };
  return before && LIST_MARK.test(view.text) && inSection(notice, p.section, before.section) ? before : null;
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

/** The year that `12月底前` means: that of the date in force, else the notice's own. */
const yearInForce = (state: State, issued: number | null) =>
  state.lead.due === null ? issued : Number(state.lead.due.slice(0, 4));

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

/**
 * A date that governs what follows, in the notice's own year or later. A year (`到2028年`, `2026年底前`, `2026年，` at the
 * beginning) holds for the rest of the paragraph; a month, a day or a year in passing only for its sentence.
 */
function takeDate(
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

function tense(sentence: string, state: State, issued: number | null): void {
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
      confidence: confidenceOf(f, state, read.carried),
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

const RARELY_AIMED = new Set([
  '个基点',
  '次',
  '类',
  '种',
  '期',
  '批',
  '村',
  '天',
  '小时',
  '分钟',
  '工作日',
  '个工作日',
  '批次',
  '对',
  '组',
  '片',
  '轴',
  '箱',
  '度',
  '篇',
  '床',
  '米',
  '立方',
  '户次',
]);

/** A year before the notice's own right in front of a figure tells what was; 较2024年 only compares. */
function pastYear(words: string, issued: number | null): boolean {
  const years = [...words.matchAll(/(较|比|相比|由|从)?(20\d\d)年/g)].filter((m) => m[1] === undefined);
  const last = years.at(-1)?.[2];
  return last !== undefined && issued !== null && Number(last) < issued;
}

/** Is this figure something aimed at? Sizes that only define what is counted, past figures, subsidies and mere numbering are not. */
function isAim(sentence: string, clause: string, f: Figure, state: State, plan: boolean): boolean {
  const { quantity: q } = f;
  if (state.past && !state.future) return false;
  if (/(按|按照|对|最高|不超过).{0,14}$/.test(f.left) && /(给予|予以|奖励|补助|补贴|资助|补偿)/.test(sentence)) return false;
  if (/(补偿|奖励|补助|补贴|贴息)(比例|标准|额度|金额)/.test(clause)) return false;
  if (pastYear(clause.slice(0, f.quantity.from - f.clause.from), state.issued)) return false;
  if (f.quantity.unit === '%' && /(减?按|按不低于.{0,16}的?)$/.test(f.left)) return false;
  if (state.regulation && state.due === null) return false;
  if (/(申报|推荐|报送|选送|提名)$/.test(f.left)) return false;
  if (APPLICANT.test(clause) || APPLICANT.test(sentence)) return false;
  if (/^对.*的(企业|项目|单位|园区|集群|个人|团队|平台|机构)/.test(clause)) return false;
  if (SUBSIDY.test(clause) && /元$/.test(q.unit) && !(q.value >= 1e8 && /^(不少于|不低于|达到)$/.test(f.before))) return false;
  if (SUBSIDY.test(sentence) && /元$/.test(q.unit) && q.value < 1e8 && /(奖励|补助|补贴|给予|资助|奖补)/.test(sentence))
    return false;
  if (
    /(等|列入[^，]*|纳入[^，]*|首批[^，]*|本批[^，]*|共?安排|清单的)$/.test(f.left) &&
    COUNTED.has(q.unit) &&
    f.comparator === null
  )
    return false;
  if (/(已|现有|原有|目前)[^，]{0,12}$/.test(f.left) && f.comparator === null) return false;
  if (COUNTED.has(q.unit) && NO_AIM.test(f.right) && f.comparator === null) return false;
  if (q.chinese && q.unit !== '倍' && q.value < 10 && f.comparator === null) return false;
  if (
    q.chinese &&
    /^[一二三四五六七八九十两]$/.test(sentence.slice(q.from, q.from + 1)) &&
    q.value < 10 &&
    !/(不少于|至少|不低于|达到|以上)/.test(clause)
  )
    return false;
  if (RARELY_AIMED.has(q.unit) && f.comparator === null && growthOf(f).growth === null) return false;
  if (/(占地|建筑面积|第$|排名|名列|位列|注册|成立于|高于|低于).{0,6}$/.test(f.left) && !/(力争|达到)/.test(clause)) return false;
  const verb =
    GOAL_VERB.test(clause.slice(0, f.quantity.from - f.clause.from)) ||
    GOAL_VERB.test(sentence.slice(0, f.clause.from)) ||
    f.comparator !== null;
  if (state.future) return verb || f.left !== '' || state.subject !== null;
  return (
    plan &&
    verb &&
    (f.comparator !== null ||
      GOAL_VERB.test(clause.slice(0, Math.max(0, f.quantity.from - f.clause.from))) ||
      GOAL_VERB.test(sentence.slice(0, f.clause.from)))
  );
}

function growthOf(f: Figure): Pick<TargetRead, 'growth' | 'direction'> {
  const left = `${f.left}${f.before}`;
  const bare = f.left.replace(/(力争|确保|争取|不|达到|保持|实现|均|分别)+$/, '');
  const up = GROWTH_UP.test(bare) && !/新增$/.test(bare);
  const down = GROWTH_DOWN.test(bare);
  const toValue = /(到|至)$/.test(f.before) && f.before !== '达到';
  if (f.quantity.unit === '倍' && f.quantity.max === null && !/翻/.test(left) && !up) return { growth: null, direction: null };
  const rate = /^(%|‰|个百分点|倍)$/.test(f.quantity.unit);
  if ((up || down) && !toValue && !rate) return { growth: null, direction: down ? 'decrease' : 'increase' };
  if ((up || down) && !toValue)
    return { growth: ANNUAL.test(left) ? 'annual' : 'total', direction: down ? 'decrease' : 'increase' };
  if (/^(下降|降低|降|压缩|压减|缩短|减少)/.test(f.before)) return { growth: null, direction: 'decrease' };
  if (/^(提高|提升|增长|增加|增至|扩大|上升|发展)/.test(f.before)) return { growth: null, direction: 'increase' };
  return { growth: null, direction: null };
}

/** 每年 in the figure's own clause holds for it and for the list it stands in. */
const yearly = (sentence: string, f: Figure) => /每年(?!度|初|底|末)/.test(sentence.slice(f.clause.from, f.quantity.from));

const baseYear = (clause: string): number | null => {
  const m = /(?:较|比|相比|对比)(20\d{2})年/.exec(clause);
  return m ? Number(m[1]) : null;
};

/** Places side by side: whom a figure holds for, not what it counts. */
const PLACES = /^(?:其中)?[\u4e00-\u9fa5]{2,8}[市县区州旗](?:、[\u4e00-\u9fa5]{2,8}[市县区州旗])+$/;

/** What is counted or measured, and whether it was carried over from the clause before. */
function indicator(f: Figure, state: State): { names: string[]; carried: boolean; scope?: string } | null {
  const shared = f.share ? sharedName(f.share, state) : null;
  if (shared !== null) return { names: [clean(shared)], carried: false };
  const behind = objectOf(f);
  const front = subjectOf(f);
  if (f.quantity.unit === '%' && behind !== '' && !FIGURE_END.test(f.right)) {
    return {
      names: [clean(behind.startsWith('的') || front === '' ? behind.replace(/^的/, '') : front + behind)],
      carried: false,
    };
  }
  if (behind !== '' && (takesObject(f.quantity.unit) || RARELY_AIMED.has(f.quantity.unit)))
    return { names: [clean(behind)], carried: false };
  const named = front
    .replace(GROWTH_UP, '')
    .replace(GROWTH_DOWN, '')
    .replace(/(年均|同比|较上年|比上年|(较|比|相比|对比)20\d{2}年(底|末)?)$/, '')
    .replace(/(由|从)(20\d{2}年(底|末)?的?)?[\d.]+[^，]{0,4}$/, '');
  if (named === '' || MEASURE.test(named)) {
    if (state.subject !== null)
      return { names: [named === '' ? state.subject : clean(merge(state.subject, named))], carried: true };
    const words = named === '' ? f.left.replace(/^.*年(?:底|末)?前?/, '') : named;
    return words === '' ? null : { names: [clean(words)], carried: named === '' };
  }
  // `过千亿元的特色产业集群达到8个，过五百亿元的超过20个`: the noun is the one before
  if (named.endsWith('的') && state.subject !== null) {
    return { names: [clean(named + state.subject.slice(state.subject.lastIndexOf('的') + 1))], carried: true };
  }
  if (f.each && PLACES.test(named) && state.subject !== null) {
    return { names: [state.subject], carried: true, scope: clean(named.replace(/^其中/, '')) };
  }
  if (f.each) return { names: sharedSubjects(named), carried: false };
  return { names: [clean(named)], carried: false };
}

/** The k-th subject of `A、B分别达到x、y`, with the measure that they share; one subject under several dates is each one's. */
function sharedName(share: NonNullable<Figure['share']>, state: State): string | null {
  const words = subjectOf(share.head)
    .replace(/(?:较|比)20\d\d年$/, '')
    .replace(GROWTH_UP, '')
    .replace(GROWTH_DOWN, '')
    .replace(/年均$/, '');
  if (words === '') return state.subject;
  if (share.due !== null) return words;
  const parts = splitOutside(words, '、').flatMap((p) => (words.includes('、') ? [p.text] : p.text.split('和')));
  if (parts.length !== share.of) return words;
  const last = parts.at(-1) ?? '';
  const ending = /[两三四五六七八九\d]个(.+)$/.exec(last)?.[1] ?? SHARED_MEASURE.exec(last)?.[1] ?? '';
  const name = (parts[share.index] ?? '').replace(/[两三四五六七八九\d]个(.+)$/, '$1');
  return SHARED_MEASURE.test(name) || name.endsWith(ending) ? name : name + ending;
}

/** A bare measure after its subject: 营业收入 … 规模 is 营业收入规模; a measure of its own replaces the one before. */
function merge(subject: string, measure: string): string {
  const base = subject.replace(SHARED_MEASURE, '');
  return measure === '规模' || base === '' ? subject + measure : base + measure;
}

/** `A产业、B产业营业收入均`: the measure holds for each. */
function sharedSubjects(text: string): string[] {
  const parts = splitOutside(text, '、')
    .flatMap((p) => p.text.split(/(?<=产业|企业|行业)和/))
    .filter((t) => t !== '');
  const measure = SHARED_MEASURE.exec(parts.at(-1) ?? '')?.[1] ?? '';
  return parts.map((p) => clean(SHARED_MEASURE.test(p) ? p : p + measure));
}

function objectOf(f: Figure): string {
  const text = f.right.replace(/^[、，。；：]+/, '');
  return FIGURE_END.test(f.right) ? '' : text.replace(/（[^）]*$|（[^（）]*\d[^（）]*）$/, '').replace(/[。；，]$/, '');
}

/** The words in front of a figure without dates, scope and verbs. */
function subjectOf(f: Figure): string {
  let text = f.left.replace(
    /^(?:\d{1,2}[.、．]|（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}、|[①-⑳]|一是|二是|三是|四是|五是)/,
    '',
  );
  for (const d of [...dueDates(text)].reverse()) if (d.governs || d.from === 0) text = text.slice(0, d.from) + text.slice(d.to);
  text = text.replace(/[由从](?:20\d\d年)?[^由从]{0,16}$/, (m) => (/\d|[一二三四五六七八九十]/.test(m) ? '' : m));
  text = text
    .replace(/^.*?(?:产业|企业|领域|项目)中(?!小|心|国|药|医|间|层|试)/, '')
    .replace(/^[”’]+|^(——|-)+|^[“‘](?![^”’]*[”’])/, '');
  for (let k = 0; k < 6; k++) {
    const before = text;
    text = text
      .replace(
        /^(全省|全市|全区|全县|全州|我省|我市|我区|我县|(支持|指导|鼓励|推动)?各(设区市|县（市、区）|县（区）|县区|市州|市（州）))(?=.{2,})/,
        '',
      )
      .replace(LEADING, '')
      .replace(/^20\d{2}年(?!度|以来|版)(?=.{2,})/, '')
      .replace(/^(未来|今后)?[一二三四五六七八九十两]年(内|之内|左右)?(?=.{2,})/, '')
      .replace(/^(使|把|将|，|、|的|其中)/, '');
    if (text === before) break;
  }
  if (
    /^(全省|全市|全区|全县|全州|我省|我市|我区|我县|完成|建成|竣工|新增|引进|培育|达到|实现|开工|投产|全年|上半年|下半年|年内|[一二三四]季度|当年)$/.test(
      text,
    )
  )
    return '';
  return text.replace(/(共|计|合计|累计|总计|数量|总数|数)$/, (m) => (m === '数' ? m : ''));
}

function confidenceOf(f: Figure, state: State, carried: boolean): number {
  let c = 0.7;
  if (state.future) c += 0.12;
  if (f.comparator !== null) c += 0.08;
  if (state.due !== null) c += 0.06;
  if (carried) c -= 0.1;
  return Math.round(Math.min(0.96, c) * 100) / 100;
}

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
        confidence: Math.min(0.9, o.confidence),
        evidence: [],
      };
    }
  }
}
