import { CHINESE_DIGITS, SCALES, numeral, scaled } from './numerals.js';
import { matchesOf } from './matches.js';

/** Units a figure may bear, as they stand in notices; longest first within a family. */
const UNIT_WORDS = [
  '个百分点',
  '百分点',
  '平方公里',
  '平方千米',
  '平方米',
  '平米',
  '立方米',
  '㎡',
  'm²',
  'm2',
  '公里',
  '公斤',
  '斤',
  '千米',
  '公顷',
  '亩',
  '吨标准煤',
  '吨',
  '千克',
  '万美元',
  '美元',
  '欧元',
  '港元',
  '元',
  '%',
  '‰',
  '倍',
  '家次',
  '架次',
  '车次',
  '班次',
  '台次',
  '场次',
  '片次',
  '件次',
  '吉瓦时',
  '兆瓦时',
  '微克',
  '毫克',
  '部',
  '岁',
  '户次',
  '人次',
  '人年',
  '场次',
  '片次',
  '班次',
  '个工作日',
  '工作日',
  '份',
  'P',
  '个基点',
  '列',
  '班',
  'GWh',
  'MWh',
  'GW',
  'MW',
  'PFLOPS',
  'EFLOPS',
  'TFLOPS',
  '人',
  '名',
  '位',
  '家',
  '个',
  '项',
  '件',
  '户',
  '辆',
  '台套',
  '台（套）',
  '台',
  '套',
  '所',
  '座',
  '条',
  '种',
  '批次',
  '次',
  '期',
  '批',
  '只',
  '支',
  '场',
  '篇',
  '处',
  '间',
  '栋',
  '艘',
  '架',
  '颗',
  '款',
  '类',
  '门',
  '床',
  '张',
  '千瓦时',
  '千瓦',
  '兆瓦',
  '吉瓦',
  '度',
  '标箱',
  '箱',
  '米',
  '天',
  '小时',
  '分钟',
  '立方',
  '株',
  '头',
  '册',
  '枚',
  '对',
  '组',
  '片',
  '轴',
  '泊位',
  '村',
];
const escape = (s: string) => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** What a unit may be reckoned by: 元/亩, 微克/立方米, 吨标准煤/万元. */
const PER = '万元|元|人次|人|亩|平方公里|平方米|立方米|公里|升|吨|千瓦时|小时|天|日|年|月|户|次|秒';
const WORDS = [...UNIT_WORDS]
  .sort((a, b) => b.length - a.length)
  .map(escape)
  .join('|');
/** `50发以上`: rockets and shells; 发 begins many a verb as well. */
const SHOTS = '发(?=以上|以下|以内|左右|[，。；、]|$)';
const UNIT = `(?:${WORDS}|${SHOTS})(?:/(?:${PER}))?`;
const SCALE = SCALES.map(([word]) => word).join('|');
// bounded, so that a long run of digits without a unit costs no more than its length
const FIGURE = `\\d{1,15}(?:\\.\\d{1,9})?|[${CHINESE_DIGITS}]{1,12}(?:[万亿][${CHINESE_DIGITS}]{1,8}){0,2}`;
const MORE = '余|多';
const TO = '(?:-|—{1,2}|~|至|到)';

/** A figure with its unit in a compact text: `5万亿元`, `1-2个`, `30个以上`, `翻一番`. */
export interface Quantity {
  /** compact offsets of figure, scale and unit */
  from: number;
  to: number;
  value: number;
  /** upper end of a range */
  max: number | null;
  unit: string;
  /** the figure is written with Chinese numerals */
  chinese: boolean;
  /** 余 or 多 stands between figure and unit: `40余家` */
  more: boolean;
}

// a figure with its unit; or two with a unit at each end (10%—12%, 60家至70家); or two with one unit (1.5万—2万亩, 3至5家)
const PLAIN =
  `(?<low>${FIGURE})(?<lowMore>${MORE})?(?<lowScale>${SCALE})?(?<lowMoreScaled>${MORE})?` +
  `(?:(?<lowUnit>${UNIT})${TO}(?<upper>${FIGURE})(?<upperScale>${SCALE})?\\k<lowUnit>` +
  `|${TO}(?<last>${FIGURE})(?<lastMore>${MORE})?(?<lastScale>${SCALE})?(?<lastMoreScaled>${MORE})?(?<lastUnit>${UNIT})` +
  `|(?<unit>${UNIT}))`;
// 三分之二, 百分之五; 六成; 一半
const AT_END = '(?=以上|以下|以内|左右|[，。；、的]|$)';
const SHARE = `(?<whole>[${CHINESE_DIGITS}]{1,3})分之(?<part>[${CHINESE_DIGITS}]{1,3})|(?<tenths>[一两二三四五六七八九]|[1-9])成${AT_END}|(?<half>一半)${AT_END}`;
const DOUBLING = `翻(?<times>${FIGURE})?番`;
const PATTERN = new RegExp(`${SHARE}|${PLAIN}|${DOUBLING}`, 'g');

type Groups = Readonly<Record<string, string | undefined>>;

const BASE_UNITS: Readonly<Record<string, string>> = {
  百分点: '个百分点',
  平米: '平方米',
  '㎡': '平方米',
  'm²': '平方米',
  m2: '平方米',
};

/** Characters behind a unit that make a word with it: `5人员`, `3名单` and `2条件` are no quantities. */
const GOES_ON: Readonly<Record<string, string>> = {
  人: '员才民大口力工均文',
  名: '单称录',
  位: '居列于',
  次: '数',
  期: '间',
  条: '件例',
  户: '数',
  门: '类槛',
  对: '接标外',
  组: '织',
  类: '别型',
  台: '阶',
  村: '级庄',
  片: '区',
  种: '植养',
  批: '复准',
  支: '持付',
  部: '门分署委队',
  列: '入',
};

/** What every form of a quantity has in it: a digit, a Chinese numeral or 番. */
const FIGURE_SIGN = new RegExp(`[\\d${CHINESE_DIGITS}番]`);

/** All quantities of a compact text, in order. Years (`2028年`) and numbers without a unit are none. */
export function quantities(text: string): Quantity[] {
  if (!FIGURE_SIGN.test(text)) return [];
  const found: Quantity[] = [];
  for (const m of matchesOf(text, PATTERN)) {
    const groups: Groups = m.groups ?? {};
    const at = { from: m.index, to: m.index + m[0].length };
    if (groups['low'] !== undefined) found.push(...plainQuantities(text, at, groups));
    else if (m[0].startsWith('翻')) found.push(...doubling(at, groups['times']));
    else found.push(...share(at, groups));
  }
  return found.map((q, i) => (isShort(text, q, found[i + 1]) ? { ...q, unit: '个百分点' } : q));
}

/** `2个、10个百分点`: the unit stands whole with the last only. */
const isShort = (text: string, q: Quantity, next: Quantity | undefined): boolean =>
  q.unit === '个' && next?.unit === '个百分点' && next.from === q.to + 1 && /[、和]/.test(text[q.to] ?? '');

interface Place {
  from: number;
  to: number;
}

function plainQuantities(text: string, { from, to }: Place, g: Groups): Quantity[] {
  const before = text.slice(Math.max(0, from - 1), from);
  const unitWord = g['unit'] ?? g['lastUnit'] ?? g['lowUnit'] ?? '';
  if (/[\d.A-Za-z第]/.test(before)) return [];
  if (GOES_ON[unitWord]?.includes(text[to] ?? '\n')) return [];
  const written = g['upper'] ?? g['last'];
  const scale = g['upperScale'] ?? g['lastScale'];
  const last = written === undefined ? null : figureOf(written, scale);
  // in 15万至20万元 each end has its scale, in 3至5万亩 the last has it for both
  const low = figureOf(g['low'] ?? '', g['lowScale'] ?? (g['lowUnit'] === undefined ? scale : undefined));
  if (low === null || (written !== undefined && last === null)) return [];
  const at = (start: number, end: number, value: number, max: number | null): Quantity => ({
    from: start,
    to: end,
    ...baseUnit(unitWord, value, max),
    chinese: !/\d/.test(g['low'] ?? ''),
    more: [g['lowMore'], g['lowMoreScaled'], g['lastMore'], g['lastMoreScaled']].some((w) => w !== undefined),
  });
  if (last === null) return consecutive(g, at(from, to, low, null));
  const first = `${g['low'] ?? ''}${g['lowMore'] ?? ''}${g['lowScale'] ?? ''}${g['lowMoreScaled'] ?? ''}${g['lowUnit'] ?? ''}`;
  // 由160家到200家: the first is where it starts from
  if (/[由从](?:20\d\d年(?:底|末)?的?|目前的?)?$/.test(text.slice(Math.max(0, from - 10), from)) && g['lowUnit'] !== undefined)
    return [at(from, from + first.length, low, null), at(from + first.length + 1, to, last, null)];
  return [at(from, to, low, last)];
}

/** `三五家` is three to five of them, `七八十个` none that is read. */
function consecutive(g: Groups, q: Quantity): Quantity[] {
  const pair = /^([一两二三四五六七八])([二三四五六七八九])$/.exec(g['low'] ?? '');
  if (!pair) return [q];
  const [low, high] = [numeral(pair[1] ?? '') ?? 0, numeral(pair[2] ?? '') ?? 0];
  const factor = q.value / (low * 10 + high);
  return low < high ? [{ ...q, value: scaled(low, factor), max: scaled(high, factor) }] : [q];
}

/** The value of a figure with its scale word; in Chinese both are one numeral (一亿二千万). */
function figureOf(figure: string, scale: string | undefined): number | null {
  if (scale !== undefined && /[万亿]/.test(figure)) return numeral(figure + scale);
  const value = numeral(figure);
  return value === null ? null : scaled(value, SCALES.find(([word]) => word === scale)?.[1] ?? 1);
}

function baseUnit(word: string, value: number, max: number | null): Pick<Quantity, 'value' | 'max' | 'unit'> {
  const factor = word === '万美元' ? 1e4 : 1;
  return {
    value: scaled(value, factor),
    max: max === null ? null : scaled(max, factor),
    unit: word === '万美元' ? '美元' : (BASE_UNITS[word] ?? word),
  };
}

/** `翻一番` and `翻番` double, `翻两番` makes it fourfold. */
function doubling(at: Place, written: string | undefined): Quantity[] {
  const times = written === undefined ? 1 : numeral(written);
  if (times === null || times < 1 || times > 10) return [];
  return [{ ...at, value: 2 ** times, max: null, unit: '倍', chinese: true, more: false }];
}

/** `三分之二`, `百分之五`, `六成` and `一半` are shares in per cent, to two decimals. */
function share(at: Place, g: Groups): Quantity[] {
  const [whole, part] = g['half'] !== undefined ? [2, 1] : [numeral(g['whole'] ?? '十'), numeral(g['part'] ?? g['tenths'] ?? '')];
  if (whole === null || part === null || whole === 0) return [];
  return [{ ...at, value: Math.round((part / whole) * 10_000) / 100, max: null, unit: '%', chinese: true, more: false }];
}

const AMOUNT = new RegExp(`^(-?\\d+(?:\\.\\d+)?)(${SCALE})?(${UNIT})?$`);

/** Value and base unit of a cell or a phrase that is one figure with an optional unit; null where it is not. */
export function amount(text: string, defaultUnit: string | null): { value: number; unit: string | null } | null {
  const t = text.replace(/[\s,，]/g, '').replace(/％/g, '%');
  const m = AMOUNT.exec(t);
  if (!m?.[1]) return null;
  const written = m[2] !== undefined || m[3] !== undefined ? `${m[2] ?? ''}${m[3] ?? ''}` : (defaultUnit ?? '');
  const { unit, scale } = splitUnit(written);
  return { value: scaled(Number(m[1]), scale), unit };
}

/** Units whose first character is no scale. */
const NO_SCALE = /^(?:千[米克瓦伏]|百分)/;

/** `亿元` is 元 × 10⁸; `万户` is 户 × 10⁴; `千瓦` is itself; `` is no unit. */
export function splitUnit(written: string): { unit: string | null; scale: number } {
  if (NO_SCALE.test(written)) return { unit: BASE_UNITS[written] ?? written, scale: 1 };
  for (const [word, factor] of SCALES) {
    if (written.startsWith(word)) return { unit: written.slice(word.length) || null, scale: factor };
  }
  return { unit: BASE_UNITS[written] ?? (written || null), scale: 1 };
}
