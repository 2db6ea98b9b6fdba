import type { ObligationUnitRead } from '../../schemas/index.js';
import { dueDates } from './dates.js';
import { compact } from './fold.js';
import { splitOutside } from './lists.js';
import { unitList, type UnitRole } from './units.js';

/** Labels of a responsibility clause and the role they give; `leader` names persons, `due` a date. */
const LABELS: readonly (readonly [RegExp, UnitRole | 'leader' | 'due' | 'office' | 'skip'])[] = [
  [/^(牵头领导|责任领导|分管领导|责任人|责任市领导|市领导|区领导|县领导|省领导|牵头市领导|包保领导|负责人)$/, 'leader'],
  [/^(完成时限|完成时间|时限要求|时间节点|办理时限|完成期限|时限|时间要求|时间进度|推进时限)$/, 'due'],
  [/^(责任处室|责任科室|承办处室|牵头处室|主办处室)$/, 'office'],
  [/^(牵头单位|牵头部门|牵头责任单位|牵头处室|主办单位|牵头)$/, 'lead'],
  [/^((?:配合|协办|协同|参与|支持|协助|参加|协作)(?:单位|部门)|配合责任单位|协助单位|参加单位|协作单位|配合)$/, 'support'],
  [
    /^(责任单位|责任部门|主要责任单位|责任主体|落实单位|实施单位|承办单位|实施主体|责任|责任机构|任务分工|责任分工)$/,
    'responsible',
  ],
];
const LABEL_WORDS =
  '(?:牵头|责任|配合|协办|协同|参与|支持|协助|主办|承办|落实|实施|主要责任|牵头责任|分管|完成|办理|包保)(?:单位|部门|领导|人|主体|时限|时间|期限|处室|科室|市领导|机构|责任单位)|时限要求|时间节点|时限|责任分工|任务分工|市领导|省领导|区领导|县领导|协作单位';
const LABEL = new RegExp(`(${LABEL_WORDS})(?:为)?：`, 'g');

/** A responsibility clause in a compact text. */
export interface Clause {
  /** offsets with its brackets */
  from: number;
  to: number;
  units: ObligationUnitRead[];
  leaders: string[];
  offices: string[];
  due: string | null;
  /** the bracket is not closed, or a name is odd */
  doubtful: boolean;
}

/** All responsibility clauses of a compact paragraph, in order. `firstLeads`: 列第一的为牵头单位. */
export function clauses(text: string, firstLeads: boolean): Clause[] {
  const found = [...bracketed(text, firstLeads), ...onOwnLine(text, firstLeads)];
  return found.length > 0 ? found : [...lastSentence(text, firstLeads)];
}

function* bracketed(text: string, firstLeads: boolean): Generator<Clause> {
  for (let i = text.indexOf('（'); i >= 0; i = text.indexOf('（', i + 1)) {
    const close = closing(text, i);
    const inner = text.slice(i + 1, close ?? Math.min(text.length, i + LONGEST_CLAUSE));
    const labelled = new RegExp(`^(?:${LABEL_WORDS})(?:为)?：`).test(inner);
    const atEnd = close !== null && (/^[。；]?$|^[。；]/.test(text.slice(close + 1)) || /[。；]$/.test(text.slice(0, i)));
    if (!labelled && !(atEnd && (isRoleSentence(inner) || endsTask(text, close, inner)))) continue;
    const read = readClause(inner, firstLeads);
    if (read.units.length === 0) continue;
    const to = close === null ? Math.min(text.length, i + LONGEST_CLAUSE) : close + 1;
    yield { from: i, to, ...read, doubtful: close === null || read.doubtful };
    i = to - 1;
  }
}

/** Longest clause, in characters: what is longer is no clause but a bracket that nobody closed. */
const LONGEST_CLAUSE = 2000;

/** Index of the bracket that closes the one at `open`, within the longest clause; null where none does. */
function closing(text: string, open: number): number | null {
  let depth = 0;
  for (let i = open; i < Math.min(text.length, open + LONGEST_CLAUSE); i++) {
    if (text[i] === '（') depth++;
    else if (text[i] === '）' && --depth === 0) return i;
  }
  return null;
}

/** `X牵头，Y配合`, `X、Y按职责分工负责`, `X负责`: a clause without a label. */
function isRoleSentence(inner: string): boolean {
  return (
    inner.length <= 400 &&
    /(牵头|按职责分工负责|分工负责|分别负责|负责|配合|落实|组织实施|参与|参加|协同|协办|支持)$/.test(withoutRiders(inner)) &&
    /(局|厅|委|办|部|政府|管委会|公司|中心|院|单位|部门|委员会|银行|县|区|市)/.test(inner) &&
    !/。/.test(withoutRiders(inner))
  );
}

/** `（市经信局、市发改委）` and `（市经信局牵头；完成时限：…）` at the very end of a task. */
function endsTask(text: string, close: number, inner: string): boolean {
  const first = inner.slice(0, new RegExp(LABEL_WORDS).exec(inner)?.index ?? inner.length).replace(/[；，]$/, '');
  const last = /^[）。]*$/.test(text.slice(close)) && /[。；]$/.test(text.slice(0, text.lastIndexOf('（' + inner)));
  return last && (isUnitList(first) || (first !== inner && isRoleSentence(first)));
}

const UNIT_NAME =
  /^(?:(?:省|市|州|县|区|国家|中国|各|有关|相关|中央).{0,24}(?:局|厅|委|办|部|政府|管委会|委员会|中心|公司|集团|银行|分行|单位|部门|院|办公室)|.{2,14}(?:人民政府|管委会|委员会|工信局|发改委))$/;

/** A list that holds nothing but units. */
function isUnitList(inner: string): boolean {
  if (inner.length < 3 || inner.length > 300 || /[。；：]/.test(inner)) return false;
  const { units } = unitList(inner.replace(/等$/, ''));
  return units.length > 0 && units.every((u) => UNIT_NAME.test(u.name) || /^[\u4e00-\u9fa5]{2,9}部$/.test(u.name));
}

/** `责任单位：…` as a line of its own, or several labels one after the other. */
function* onOwnLine(text: string, firstLeads: boolean): Generator<Clause> {
  const m = new RegExp(`(?:^[—-]*|[。；！”）*])[*]*(${LABEL_WORDS})(?:为)?：`).exec(text);
  if (!m || text.slice(0, m.index).lastIndexOf('（') > text.slice(0, m.index).lastIndexOf('）')) return;
  const from = m.index + (m.index === 0 && /^[—\-责牵配协主承落实完办包分]/.test(text) ? 0 : 1);
  const inner = text.slice(from).replaceAll('*', '').replace(/。$/, '');
  const labelled = new RegExp(`^(?:${LABEL_WORDS})(?:为)?：`);
  if (splitOutside(inner, '。').some((x) => !labelled.test(x.text) && !RIDER.test(x.text))) return;
  const read = readClause(inner, firstLeads);
  if (read.units.length > 0) yield { from, to: text.length, ...read };
}

/** `…。科技部、教育部等部门按职责分工负责。`: the last sentence of a task is its clause. */
function* lastSentence(text: string, firstLeads: boolean): Generator<Clause> {
  const m =
    /(?<=[。；])([^。；]{4,200}(?:按照?各?自?职责分工负责|分工负责|牵头，[^。；]{2,120}(?:配合|参与|按职责分工负责)))。?$/.exec(
      text,
    );
  const names = (m?.[1] ?? '').replace(/(按照?各?自?职责)?分工负责$|牵头，|配合$|参与$/g, '、').replace(/、+$/, '');
  if (
    !m ||
    !splitOutside(names, '、，').every(
      (n) => /(部|委|局|署|厅|办|行|院|政府|管委会|部门|单位|公司|中心)$/.test(n.text) && n.text.length <= 20,
    )
  )
    return;
  const read = readClause(m[1] ?? '', firstLeads);
  if (read.units.length > 0) yield { from: m.index, to: text.length, ...read, doubtful: false };
}

/** Sentences in a clause that name no unit: 列第一的为牵头单位，下同; 以下均需…负责，不再列出. */
const RIDER = /(列(在)?(第一|首)|排(名|序|在)?(第一|首)|位列第一|下同|不再(一一)?列出|以下均需|均为责任单位|不再重复)/;

function withoutRiders(inner: string): string {
  return splitOutside(inner, '。')
    .map((p) => p.text)
    .filter((t) => !RIDER.test(t) || new RegExp(`^(?:${LABEL_WORDS})(?:为)?：[^，；]+、`).test(t))
    .map((t) => t.replace(/[，；（]?(?:逐项|每项|各项)?(列|排|位列)(名|序|在)?(第一|首).*$|[，；]?下同$/, ''))
    .join('；');
}

function readClause(given: string, firstLeads: boolean): Omit<Clause, 'from' | 'to'> {
  const inner = withoutRiders(given);
  const out: Omit<Clause, 'from' | 'to'> = { units: [], leaders: [], offices: [], due: null, doubtful: false };
  const marks = [...inner.matchAll(LABEL)];
  const unlabelled = inner.slice(0, marks[0]?.index ?? inner.length).replace(/[；，]$/, '');
  if (unlabelled !== '' && isUnitList(unlabelled)) add(unlabelled, 'responsible', out, firstLeads);
  else if (unlabelled !== '') roleSentence(unlabelled, out);
  marks.forEach((m, k) => {
    const value = inner.slice(m.index + m[0].length, marks[k + 1]?.index ?? inner.length).replace(/[；。，、]+$/, '');
    labelled(m[1] ?? '', value, out, firstLeads);
  });
  out.doubtful = out.units.some((u) => u.name.length > 30 || /[。：]/.test(u.name));
  return out;
}

/** A role in brackets behind one unit of a list: `市工信局（牵头）、市财政局`. */
const OWN_ROLE = /（(牵头|主办|配合|协办|参与)(?:单位|部门)?）/g;

function labelled(label: string, value: string, out: Omit<Clause, 'from' | 'to'>, firstLeads: boolean): void {
  const role = LABELS.find(([pattern]) => pattern.test(label))?.[1] ?? 'skip';
  if (role === 'leader') out.leaders.push(...value.split(/[、，]/).filter((t) => t !== ''));
  else if (role === 'due') out.due = dueOf(value);
  else if (role === 'office') out.offices.push(...value.split(/[、，]/).filter((t) => t !== ''));
  else if (role !== 'skip') {
    if (/(牵头|配合|按职责分工负责)/.test(value.replace(OWN_ROLE, ''))) roleSentence(value, out);
    else add(value, role, out, role === 'responsible' && firstLeads);
  }
}

/** `A牵头，B、C配合`, `A牵头，B等按职责分工负责`, `A、B按职责分工负责`. */
function roleSentence(text: string, out: Omit<Clause, 'from' | 'to'>): void {
  const pattern =
    /(.*?)(牵头负责|牵头落实|牵头|按照?各?自?职责分工(?:负责|落实)?|按职责负责|分工负责|分别负责|共同负责|负责落实|负责|配合落实|配合|协助|参与|参加|协同|协办|支持|组织落实|组织实施|贯彻落实|抓好落实|落实)(?:[，；。、]|$)/gs;
  for (const m of text.replace(/^(由|分别由)/, '').matchAll(pattern)) {
    const [, body = '', verb = ''] = m;
    const names = body.replace(/^(由|会同|并由)/, '');
    if (names === '') continue;
    const role: UnitRole = verb.startsWith('牵头')
      ? 'lead'
      : /配合|协助|参与|参加|协同|协办|支持/.test(verb)
        ? 'support'
        : 'responsible';
    const [main = '', others] = names.split('会同');
    // `A、B，C参与`: only what stands behind the last comma takes part
    const comma = role === 'support' && out.units.length === 0 ? main.lastIndexOf('，') : -1;
    if (comma > 0) add(main.slice(0, comma), 'responsible', out, false);
    add(main.slice(comma + 1), role, out, false);
    if (others !== undefined) add(others, 'support', out, false);
  }
}

function add(list: string, role: UnitRole, out: Omit<Clause, 'from' | 'to'>, firstLeads: boolean): void {
  const { units, offices } = unitList(list);
  units.forEach((u, k) => {
    const own = [...u.name.matchAll(OWN_ROLE)].at(-1)?.[1];
    const name = u.name.replace(OWN_ROLE, '');
    if (out.units.some((x) => x.name === name)) return;
    const given = own === undefined ? role : /牵头|主办/.test(own) ? 'lead' : 'support';
    out.units.push({ name, role: firstLeads && k === 0 && out.units.length === 0 ? 'lead' : given, group: u.group });
  });
  out.offices.push(...offices);
}

/** A due date as a clause or a cell gives it: `2026年底前`, `2026年6月`, `长期坚持` (null). */
export function dueOf(text: string): string | null {
  const dates = dueDates(compact(text).text);
  return dates.at(-1)?.due ?? null;
}

/** Units of a table cell: line breaks and commas separate them; roles inside the cell win over the column's. */
export function cellUnits(cell: string, role: UnitRole): { units: ObligationUnitRead[]; offices: string[] } {
  const out: Omit<Clause, 'from' | 'to'> = { units: [], leaders: [], offices: [], due: null, doubtful: false };
  const text = cell
    .replace(/\s+/g, '、')
    .replace(/、+/g, '、')
    .replace(/(^、|、$)/g, '');
  if (new RegExp(`(${LABEL_WORDS})：`).test(text)) return readClause(text, false);
  if (/(牵头|配合|按职责分工负责)([，；、。]|$)/.test(text)) roleSentence(text, out);
  else for (const part of splitOutside(text, '；')) add(part.text, role, out, false);
  return out;
}
