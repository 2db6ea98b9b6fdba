import { CHINESE_DIGITS, SCALES, numeral, scaled } from './numerals.js';

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
  '户次',
  '人次',
  '个工作日',
  '工作日',
  '份',
  'P',
  '个基点',
  '元/人',
  '元/亩',
  '元/平方米',
  '微克/立方米',
  '毫克/升',
  '列',
  '班',
  'GWh',
  'MWh',
  'GW',
  'MW',
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
const UNIT = [...UNIT_WORDS]
  .sort((a, b) => b.length - a.length)
  .map(escape)
  .join('|');
const SCALE = SCALES.map(([word]) => word).join('|');
// bounded, so that a long run of digits without a unit costs no more than its length
const FIGURE = `\\d{1,15}(?:\\.\\d{1,9})?|[${CHINESE_DIGITS}]{1,12}`;

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

const PATTERN = new RegExp(
  `(${FIGURE})(%)?(?:(?:-|—|~|至|到)(${FIGURE}))?(余|多)?(${SCALE})?(余|多)?(${UNIT})|翻(${FIGURE}|两)番`,
  'g',
);

const BASE_UNITS: Readonly<Record<string, string>> = {
  百分点: '个百分点',
  平米: '平方米',
  '㎡': '平方米',
  'm²': '平方米',
  m2: '平方米',
};
const BEFORE_FIGURE = /[\d.A-Za-z〔（第“"]$/;

/** All quantities of a compact text, in order. Years (`2028年`) and numbers without a unit are none. */
export function quantities(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const m of text.matchAll(PATTERN)) {
    const quantity = m[8] === undefined ? plainQuantity(text, m) : doubling(m);
    if (quantity) found.push(quantity);
  }
  return found;
}

function plainQuantity(text: string, m: RegExpExecArray): Quantity | null {
  const [whole, figure = '', , upper, moreBefore, scaleWord, moreAfter, unitWord = ''] = m;
  const before = text.slice(Math.max(0, m.index - 1), m.index);
  if (/[\d.A-Za-z]/.test(before) || (before === '第' && BEFORE_FIGURE.test(before))) return null;
  if (unitWord === '人' && /^(员|才|民|大|口|力|工)/.test(text.slice(m.index + whole.length))) return null;
  const low = numeral(figure);
  const high = upper === undefined ? null : numeral(upper);
  if (low === null) return null;
  const scale = SCALES.find(([word]) => word === scaleWord)?.[1] ?? 1;
  const million = unitWord === '万美元' ? 1e4 : 1;
  return {
    from: m.index,
    to: m.index + whole.length,
    value: scaled(low, scale * million),
    max: high === null ? null : scaled(high, scale * million),
    unit: unitWord === '万美元' ? '美元' : (BASE_UNITS[unitWord] ?? unitWord),
    chinese: !/\d/.test(figure),
    more: moreBefore !== undefined || moreAfter !== undefined,
  };
}

/** `翻一番` doubles, `翻两番` makes it fourfold. */
function doubling(m: RegExpExecArray): Quantity | null {
  const times = numeral(m[8] ?? '');
  if (times === null || times < 1 || times > 10) return null;
  return { from: m.index, to: m.index + m[0].length, value: 2 ** times, max: null, unit: '倍', chinese: true, more: false };
}

/** Value and base unit of a cell or a phrase that is one figure with an optional unit; null where it is not. */
export function amount(text: string, defaultUnit: string | null): { value: number; unit: string | null } | null {
  const t = text.replace(/[\s,，]/g, '').replace(/％/g, '%');
  const m = new RegExp(`^(-?\\d+(?:\\.\\d+)?)(${SCALE})?(${UNIT})?$`).exec(t);
  if (!m?.[1]) return null;
  const written = m[2] !== undefined || m[3] !== undefined ? `${m[2] ?? ''}${m[3] ?? ''}` : (defaultUnit ?? '');
  const { unit, scale } = splitUnit(written);
  return { value: scaled(Number(m[1]), scale), unit };
}

/** `亿元` is 元 × 10⁸; `万户` is 户 × 10⁴; `` is no unit. */
export function splitUnit(written: string): { unit: string | null; scale: number } {
  for (const [word, factor] of SCALES) {
    if (written.startsWith(word)) return { unit: written.slice(word.length) || null, scale: factor };
  }
  return { unit: BASE_UNITS[written] ?? (written || null), scale: 1 };
}
