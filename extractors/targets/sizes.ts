import type { Quantity } from '../grammar/quantities.js';
import { AFTER, type Comparator } from './words.js';

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
  '场次',
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
export const FIGURE_END = /^(的?(目标|大关|规模|关口|台阶|水平|任务|(?:生产|供应|服务|保障)?能力)|$|[，。；：、）！？])/;

/** `3个以上`, `0.5天内`: the comparator behind a figure. */
export function comparatorBehind(text: string, from: number): { length: number; comparator: Comparator | null } {
  const found = AFTER.find(([word]) => text.startsWith(word, from));
  if (found) return { length: found[0].length, comparator: found[1] };
  return /^内(?:$|[，。；、完])/.test(text.slice(from, from + 2))
    ? { length: 1, comparator: 'lte' }
    : { length: 0, comparator: null };
}

/** Nouns of doing behind a figure at its clause's end: `厂房15万平方米建设`. */
const DONE = /^(?:建设|改造|治理|整治|修复|种植|铺设|安装)(?:任务|工程|工作)?(?=$|[，。；、])/;

/** `500亿元集群`, `超3亿元企业15家`, `25户以上自然村100%…`: the figure belongs to the noun behind it and defines what is counted. */
export function definesSize(sentence: string, q: Quantity, next: Quantity | undefined): boolean {
  const after = comparatorBehind(sentence, q.to).length;
  const tail = sentence.slice(q.to + after, q.to + after + 12);
  if (tail.startsWith('级') || isBaseline(sentence, q)) return true;
  if (isThreshold(q, after, next)) return true;
  if (isFund(sentence, q, sentence.slice(q.to + after, q.to + after + LONGEST_FUND))) return false;
  if (q.unit === '%' || FIGURE_END.test(tail) || !/^[\u4e00-\u9fa5“A-Za-z]/.test(tail)) return false;
  if (BUILT.has(q.unit) && after === 0 && (BUILDING.test(sentence.slice(Math.max(0, q.from - 7), q.from)) || DONE.test(tail)))
    return false;
  if (isOfMeasure(sentence, q, next)) return true;
  if (!COUNTED.has(q.unit)) return !/^(的?(增长|增速|增幅)|用于|支持|的?资金|和|及|以及|并|且|于)/.test(tail);
  if (countsTheList(sentence, q, next)) return true;
  if (after === 0 || next === undefined) return false;
  return !/[、和及，。；：]/.test(sentence.slice(q.to + after, next.from));
}

/** `5亿元以上30个`: how large those are that the next figure counts. */
const isThreshold = (q: Quantity, after: number, next: Quantity | undefined): boolean =>
  after > 0 && !COUNTED.has(q.unit) && next !== undefined && COUNTED.has(next.unit) && next.from === q.to + after;

/** `由2023年的31%提高到40%`, `由160家增至200家`: the figure that is started from. */
function isBaseline(sentence: string, q: Quantity): boolean {
  const before = sentence.slice(Math.max(0, q.from - 14), q.from);
  return (
    /[由从](?:20\d\d年(?:底|末)?|目前|现在|现状|基期|上年|去年)?(?:的|约|不足)*$/.test(before) &&
    /^.{0,6}(到|至|为)/.test(sentence.slice(q.to, q.to + 8))
  );
}

/** `设立50亿元产业基金`, `每年安排不低于2亿元专项资金`: the sum is what is set aside. */
const isFund = (sentence: string, q: Quantity, tail: string): boolean =>
  q.unit === '元' &&
  SETS_ASIDE.test(sentence.slice(Math.max(0, q.from - 10), q.from)) &&
  /^的?[^，。；、]{0,18}(?:基金|资金|经费)/.test(tail) &&
  !/^的?[^，。；、]{0,8}(?:奖励|补助|补贴|奖补)/.test(tail);
/** Most characters of a fund's name with the first words behind it. */
const LONGEST_FUND = 24;
const SETS_ASIDE = /(?:设立|组建|发起设立|安排|统筹安排|筹集|筹措|落实)(?:规模|总规模|不少于|不低于|至少|约)*$/;

/** What is built by length, area or power: `完成200公里智慧道路改造` counts it. */
const BUILT = new Set(['公里', '千米', '米', '亩', '平方米', '公顷', '平方公里', '兆瓦', '千瓦', '吨', '立方米', '标箱']);
const BUILDING =
  /(?:完成|新建|改造|建设|新增|修建|治理|整治|种植|建成|开工|竣工|新改建|改扩建|盘活|收储|供应|铺设|修复|安排|保障|腾出|清理|开发)(?:不少于|不低于|至少|约|近|超过)?$/;

/** True for a unit whose figure may be followed by what it counts. */
export const takesObject = (unit: string) => COUNTED.has(unit) || BUILT.has(unit);

/** `10个先行集群营业收入突破7100亿元`: how many share the measure that is aimed at. */
function isOfMeasure(sentence: string, q: Quantity, next: Quantity | undefined): boolean {
  if (!COUNTED.has(q.unit) || next === undefined || COUNTED.has(next.unit)) return false;
  return /^[\u4e00-\u9fa5“”]{4,30}(?:突破|达到|超过|增长到|提高到|不低于|力争达到)$/.test(sentence.slice(q.to, next.from));
}

/** `A、B两个产业规模分别突破…`: how many were listed. */
function countsTheList(sentence: string, q: Quantity, next: Quantity | undefined): boolean {
  if (!q.chinese || q.value >= 10 || next === undefined) return false;
  const before = sentence.slice(Math.max(0, q.from - 40), q.from);
  return /、[^，；：]{2,}$/.test(before) && !/[、，；：]/.test(sentence.slice(q.to, next.from));
}
