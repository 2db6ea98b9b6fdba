import { amount } from './quantities.js';

/** Units of tables that no sentence uses: symbols, and some that only stand in heads. */
const SYMBOLS = /^(?:[kmcμn]?g|t|[m]?L|[kcm]?m[²³23]?|kW·?h|[KMG]W·?h?|hm²|dB(?:（A）)?|℃|‰|Nm³|mm|tce|h|°)$/;
const MORE = new Set([
  '公斤',
  '斤',
  '克',
  '毫克',
  '微克',
  '斤',
  '升',
  '毫升',
  '吨公里',
  '人公里',
  '标方',
  '公顷',
  '粒',
  '羽',
  '尾',
  '株',
  '盏',
  '根',
  '把',
  '顿',
  '年',
]);

/** True for a unit as heads and 单位 columns give it: `亿元`, `万人次`, `微克/立方米`, `吨标准煤/万元`, `mg/L`, `%`. */
export function isMeasure(word: string): boolean {
  if (word === '' || word.length > 14) return false;
  const parts = word.split('/');
  return parts.length <= 3 && parts.every((part, i) => isSimple(part) || (i > 0 && isBase(part)));
}

const isSimple = (written: string): boolean => {
  const word = written.replace(/(?:标准煤|二氧化碳(?:当量)?|当量)$/, '');
  if (SYMBOLS.test(word) || MORE.has(word.replace(/^(万亿|亿|千万|百万|万|千|百|十)/, ''))) return true;
  const read = /^[\d.]/.test(word) ? null : amount(`1${word}`, null);
  return read !== null && read.unit !== null;
};

/** What something is counted by, behind a stroke: `元/千瓦时`, `床/千人`, `人/平方公里`. */
const isBase = (word: string): boolean =>
  /^(年|月|日|天|小时|千?人|万人|百人|户|头|只|车|票|学期|学年|次|GDP|10万人)$/.test(word);
