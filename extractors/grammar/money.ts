import { compact } from './fold.js';
import { SCALES, scaled } from './numerals.js';
import { splitUnit } from './quantities.js';

/** What a bare figure of a column of money counts: yuan per unit, or a foreign currency that gives no yuan. */
export interface MoneyUnit {
  scale: number;
  yuan: boolean;
}

const YUAN = new Set(['元', '人民币', '元人民币']);

/** `万元`, `人民币万元`, `亿元人民币` count yuan; `万美元` and whatever else do not. */
export function moneyUnit(written: string): MoneyUnit {
  const { unit, scale } = splitUnit(written.replace(/^(?:单位：)?人民币(?=.)/, ''));
  return { scale, yuan: unit !== null && YUAN.has(unit) };
}

const NUMBER = '(\\d{1,15}(?:\\.\\d{1,9})?)';
const SCALE = SCALES.map(([word]) => word).join('|');
/** Words in front of an amount that change nothing: `总投资约`, `人民币`. */
const BEFORE = '(?:项目)?(?:计划|估算|预计)?(?:总投资|投资)?(?:总?额|估算)?(?:约|近|达|为|超过?|不少于|不低于)?(?:人民币|￥|¥)?';
const AFTER = '[余多]?(?:以上|左右|以内)?';
const BARE = new RegExp(`^${BEFORE}${NUMBER}${AFTER}(?:（|$)`);
const OWN = new RegExp(`^${BEFORE}${NUMBER}[余多]?(${SCALE})?(元?)${AFTER}(?:人民币)?(?![-—~至到]\\d)(?:[（，；]|$)`);
const CONVERTED = new RegExp(`(?:折合|约合|折算|折|合|人民币|（)(?:人民币)?约?${NUMBER}(${SCALE})?元`);

/**
 * The yuan that a cell of money gives: a bare figure by its column's unit, `12.3亿元` by its own, `12亿美元（折合人民币86亿元）` by
 * what it is converted to. Null where no single amount in yuan is written.
 */
export function yuanIn(cell: string, column: MoneyUnit | null): number | null {
  const text = compact(cell).text.replace(/(\d)，(?=\d)/g, '$1');
  const bare = BARE.exec(text);
  if (bare && column?.yuan === true) return scaled(Number(bare[1]), column.scale);
  const own = OWN.exec(text);
  if (own && (own[3] === '元' || (own[2] !== undefined && column?.yuan !== false))) return amount(own[1], own[2]);
  const converted = CONVERTED.exec(text);
  return converted ? amount(converted[1], converted[2]) : null;
}

const amount = (figure = '', scale = ''): number => scaled(Number(figure), splitUnit(`${scale}元`).scale);
