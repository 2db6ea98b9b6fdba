import { dueDates, type DueDate } from '../grammar/dates.js';
import { quantities, type Quantity } from '../grammar/quantities.js';
import { AFTER, COMPARATORS } from './words.js';
import type { TargetRead } from '../../schemas/index.js';

/** One figure of a sentence with what stands left and right of it, in compact offsets of the sentence. */
export interface Figure {
  quantity: Quantity;
  /** words from the nearest boundary to the comparator */
  left: string;
  leftFrom: number;
  /** words from the figure to the next boundary, comparators behind it dropped */
  right: string;
  rightTo: number;
  /** end of figure and the comparator behind it */
  figureTo: number;
  comparator: TargetRead['comparator'] | null;
  /** the comparator's word in front, empty where there is none */
  before: string;
  each: boolean;
  respectively: boolean;
  clause: { from: number; to: number };
  /** one of several figures under 分别: which, of how many, with the figure that has the words, and its own date */
  share?: { head: Figure; index: number; of: number; due: string | null };
}

const BOUNDARY = '，；。：！？';

/** Bracket and quotation depth per character: figures inside are no figures of the sentence. */
function hidden(text: string): boolean[] {
  const flags: boolean[] = [];
  let brackets = 0;
  let quoteFrom = -1;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if (c === '（' || c === '《') brackets++;
    flags[i] = brackets > 0;
    if (c === '）' || c === '》') brackets = Math.max(0, brackets - 1);
    if (c === '“') quoteFrom = i;
    if (c === '”' && quoteFrom >= 0) {
      if (i - quoteFrom <= 14) for (let k = quoteFrom; k <= i; k++) flags[k] = true;
      quoteFrom = -1;
    }
  }
  return flags;
}

/** The figures of a compact sentence in order; those that stand in brackets, titles and short quotations left out. */
export function figures(sentence: string): Figure[] {
  const flags = hidden(sentence);
  const dates = dueDates(sentence);
  const given = quantities(sentence).filter((q) => !flags[q.from] && !dates.some((d) => isPartOf(q, d)));
  const all = given.filter((q, k) => !definesSize(sentence, q, given[k + 1]));
  return all.map((q, k) => figure(sentence, flags, q, all[k - 1], all[k + 1]));
}

const isPartOf = (q: Quantity, d: DueDate) => q.from >= d.from && q.from < d.to && d.to - d.from > 1;

function figure(
  text: string,
  flags: readonly boolean[],
  q: Quantity,
  previous: Quantity | undefined,
  next: Quantity | undefined,
): Figure {
  const clause = { from: boundaryBefore(text, flags, q.from), to: boundaryAfter(text, flags, q.to) };
  const leftFrom = previous && previous.to > clause.from ? cutBetween(text, previous.to, q.from) : clause.from;
  const rightEnd = next && next.from < clause.to ? cutBetween(text, q.to, next.from) : clause.to;
  const after = AFTER.find(([word]) => text.startsWith(word, q.to));
  const figureTo = q.to + (after?.[0].length ?? 0);
  const lead = text.slice(leftFrom, q.from);
  const before = COMPARATORS.find(([word]) => lead.endsWith(word));
  let left = before ? lead.slice(0, -before[0].length) : lead;
  const least =
    /(至少|不少于|不低于)(?:再|要)?(?:建成|打造|形成|培育|创建|引进|建设|新增|完成|组织|开展|举办|设立|配备|拥有|实施)$/.test(
      left,
    );
  const roughly = /(基本|大体|总体上?)$/.test(left);
  left = left.replace(
    /(基本|大体|总体上?|力争|争取|确保|预计|要|应|将|也|可|实现|累计|总数|数量|合计|有|为|是|至|到|共|努力)+$/,
    '',
  );
  const each = /(均|都|各)$/.test(left);
  const respectively = /分别$/.test(left);
  return {
    quantity: q,
    left: left.replace(/(均|都|各|分别)$/, '').replace(/(力争|争取|确保|预计|要|应|将|总数|数量)+$/, ''),
    leftFrom,
    right: text.slice(figureTo, Math.max(figureTo, rightEnd)).replace(/、$/, ''),
    rightTo: Math.max(figureTo, rightEnd),
    figureTo,
    comparator: roughly ? 'approx' : after?.[1] === 'approx' ? 'approx' : (before?.[1] ?? (least ? 'gte' : (after?.[1] ?? null))),
    before: before?.[0] ?? '',
    each,
    respectively,
    clause,
  };
}

function boundaryBefore(text: string, flags: readonly boolean[], at: number): number {
  for (let i = at - 1; i >= 0; i--) if (BOUNDARY.includes(text[i] ?? '') && !flags[i]) return i + 1;
  return 0;
}

function boundaryAfter(text: string, flags: readonly boolean[], at: number): number {
  for (let i = at; i < text.length; i++) if (BOUNDARY.includes(text[i] ?? '') && !flags[i]) return i;
  return text.length;
}

/** Where the words of one figure end and those of the next begin: at a 、 or 和 between them, else right behind the figure. */
function cutBetween(text: string, from: number, to: number): number {
  const between = text.slice(from, to);
  const direct = /^(?:以上|以下|以内|左右|余)?[、和及]/.exec(between);
  if (direct) return from + direct[0].length;
  const mark = between.lastIndexOf('、');
  if (mark >= 0) return from + mark + 1;
  const and = between.search(/和(?=[^和]*$)|以及(?=[^和]*$)/);
  return and > 0 && to - (from + and) <= 14 ? from + and + 1 : from;
}

/** Units that count things one by one. */
export const COUNTED = new Set([
  '家',
  '个',
  '项',
  '件',
  '名',
  '位',
  '所',
  '座',
  '条',
  '只',
  '支',
  '场',
  '处',
  '栋',
  '户',
  '辆',
  '台',
  '套',
  '人',
  '款',
  '间',
  '人次',
  '家次',
  '份',
  '张',
  '艘',
  '架',
  '颗',
  '门',
  '台套',
  '台（套）',
  '株',
  '头',
  '册',
  '枚',
]);

/** What may stand behind a figure at the end of its clause. */
export const FIGURE_END = /^(的?(目标|大关|规模|关口|台阶|水平|任务)|$|[，。；：、）！？])/;

/** `500亿元集群`, `超3亿元企业15家`, `25户以上自然村100%…`: the figure belongs to the noun behind it and defines what is counted. */
function definesSize(sentence: string, q: Quantity, next: Quantity | undefined): boolean {
  const after = AFTER.find(([word]) => sentence.startsWith(word, q.to))?.[0] ?? '';
  const tail = sentence.slice(q.to + after.length);
  if (tail.startsWith('级') || isBaseline(sentence, q)) return true;
  if (q.unit === '%' || FIGURE_END.test(tail) || !/^[\u4e00-\u9fa5“A-Za-z]/.test(tail)) return false;
  if (BUILT.has(q.unit) && after === '' && BUILDING.test(sentence.slice(0, q.from))) return false;
  if (!COUNTED.has(q.unit)) return !/^(的?(增长|增速|增幅)|用于|支持|的?资金|和|及|以及|并|且)/.test(tail);
  if (after === '' || next === undefined) return false;
  return !/[、和及，。；：]/.test(sentence.slice(q.to + after.length, next.from));
}

/** `由2023年的31%提高到40%`, `由160家增至200家`: the figure that is started from. */
function isBaseline(sentence: string, q: Quantity): boolean {
  return (
    /(由|从)(?:20\d\d年(?:底|末)?)?(?:的|约)?$/.test(sentence.slice(0, q.from)) && /^.{0,6}(到|至|为)/.test(sentence.slice(q.to))
  );
}

/** What is built by length, area or power: `完成200公里智慧道路改造` counts it. */
const BUILT = new Set(['公里', '千米', '米', '亩', '平方米', '公顷', '平方公里', '兆瓦', '千瓦', '吨', '立方米', '标箱']);
const BUILDING = /(完成|新建|改造|建设|新增|修建|治理|整治|种植|建成|开工|竣工|新改建|改扩建|盘活|收储|供应|铺设|修复)$/;

/** True for a unit whose figure may be followed by what it counts. */
export const takesObject = (unit: string) => COUNTED.has(unit) || BUILT.has(unit);

/** `A、B分别达到x、y` and `2026年、2028年分别达到x、y`: the figures of a list share the words in front of the first. */
export function shareOut(sentence: string, all: readonly Figure[]): Figure[] {
  const out = [...all];
  all.forEach((head, i) => {
    if (!head.respectively && !/分别/.test(sentence.slice(head.clause.from, head.quantity.from))) return;
    const rest = all.slice(i + 1);
    const others = rest.findIndex((f) => f.left !== '' || f.clause.from !== head.clause.from);
    const group = [head, ...(others < 0 ? rest : rest.slice(0, others))];
    if (group.length < 2) return;
    const years = [...sentence.slice(head.clause.from, head.quantity.from).matchAll(/(?<!较|比)(20\d\d)年/g)].map(
      (m) => m[1] ?? '',
    );
    group.forEach((f, k) => {
      const due = years.length === group.length ? (years[k] ?? null) : null;
      out[i + k] = { ...f, share: { head, index: k, of: group.length, due } };
    });
  });
  return out;
}
