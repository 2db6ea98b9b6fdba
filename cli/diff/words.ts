import type { ComparedType, NoticeDiff } from '../../schemas/index.js';
import type { Text } from '../kit/language.js';
import { oneLine, shorten } from '../kit/line.js';
import { inYuan, shortNumber, withComparator } from '../kit/words.js';

/** What people call a field, where its name alone would not do. */
const fieldNames: Record<string, string> = {
  title: '标题',
  text: '内容',
  basis: '责任方式',
  due: '时限',
  units: '责任单位',
  leaders: '责任领导',
  offices: '责任处室',
  indicator: '指标',
  scope: '范围',
  comparator: '比较',
  value: '数值',
  value_max: '上限',
  unit: '单位',
  value_text: '原文数值',
  growth: '增长方式',
  direction: '方向',
  base_year: '基年',
  frequency: '频次',
  area: '地区',
  year: '年份',
  labels: '行标',
  name: '名称',
  subject: '评价对象',
  subject_kind: '对象类型',
  scheme: '评价事项',
  grade: '等次',
  score: '得分',
  rank: '名次',
  investment_cny: '总投资（元）',
  period_start: '建设起始',
  period_end: '建设截止',
  period_text: '建设期限',
  content: '建设内容',
  other: '其他栏目',
  document_number: '发文字号',
  issuers: '发文机关',
  issued_on: '成文日期',
  kind: '文种',
  recipients: '主送机关',
  attachments: '附件',
  cites: '引用文件',
  effective_on: '施行日期',
  expires_on: '失效日期',
  validity: '效力表述',
  status: '效力状态',
  repeals: '废止文件',
  amends: '修改文件',
  public_from: '公示起始',
  public_until: '公示截止',
  public_term: '公示期',
  contacts: '联系方式',
};

export function fieldName(name: string): Text {
  return { en: name, zh: fieldNames[name] ?? name };
}

/** A record as a comparison holds it. */
export type RecordIn<T extends ComparedType> = NoticeDiff[T]['added'][number];

/** A record in one line, as a person would name it. */
export const recordLine: { [T in ComparedType]: (record: RecordIn<T>) => string } = {
  obligations: ({ number, title, text, units, due }) =>
    joined([`${number ?? ''}${title ?? shorten(oneLine(text))}`, units.map(({ name }) => name).join('、'), due]),
  targets: (target) =>
    joined([`${target.scope ?? ''}${target.indicator}`, withComparator(target) ?? target.value_text, target.due]),
  observations: ({ table, area, indicator, year, value, unit, labels }) =>
    joined([
      [area, ...Object.values(labels)].filter((part) => part !== null && part !== '').join(' '),
      indicator,
      year === null ? null : String(year),
      `${shortNumber(value)}${unit ?? ''}`,
      table === null ? null : `〈${table}〉`,
    ]),
  clusters: ({ name }) => name,
  ratings: ({ subject, year, grade, scheme }) => joined([subject, grade, year === null ? null : String(year), scheme]),
  projects: ({ seq, name, investment_cny, period_text }) =>
    joined([`${seq === null ? '' : `${seq}. `}${name}`, inYuan(investment_cny), period_text]),
};

function joined(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join('  ');
}
