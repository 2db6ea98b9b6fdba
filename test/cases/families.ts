import { extract } from '../../extractors/index.js';
import { readDocument } from '../../pipeline/read/index.js';
import { reflow } from '../../pipeline/reflow/index.js';
import { segment } from '../../pipeline/segment/index.js';
import type { ExtractedType, ReadRecords } from '../../schemas/index.js';
import { noticeOf } from '../support/documents.js';
import { noticeParts } from './parts.js';

/** A record that was read from a case, as the tables of cases write it. */
export interface Reading {
  shown: string;
  confidence: number;
  reasons: readonly string[];
}

type Show = { [T in ExtractedType]: (record: ReadRecords[T]) => string };
const words = (parts: readonly (string | number | null | false)[]): string =>
  parts.filter((p) => p !== null && p !== false && p !== '').join(' ');

/** How each type of record is written in the column `expected`; fields that are null are left out. */
export const show: Show = {
  // 赣州市稀土产业集群
  clusters: (c) => c.name,
  // 章贡区生物制药产业集群 优秀 [2024年度产业集群评价] 2024 96.5分 第1
  ratings: (r) =>
    words([
      r.subject,
      r.grade,
      `[${r.scheme}]`,
      r.year,
      r.score === null ? null : `${r.score}分`,
      r.rank === null ? null : `第${r.rank}`,
    ]),
  // （一） 做优服务 {设立专员。} 市工信局:lead 各县（市、区）政府:support* 2026-12-31 领导=张三 处室=办公室 inline
  obligations: (o) =>
    words([
      o.number,
      o.title,
      `{${o.text}}`,
      ...o.units.map((u) => `${u.name}:${u.role}${u.group ? '*' : ''}`),
      o.due,
      o.leaders.length === 0 ? null : `领导=${o.leaders.join('、')}`,
      o.offices.length === 0 ? null : `处室=${o.offices.join('、')}`,
      o.basis === 'inline' && 'inline',
    ]),
  // 全市: 规上企业 gte 300 家 2027 annual increase base2024 yearly; a range is 1..2, no figure `all`, no unit or date `-`
  targets: (t) =>
    words([
      t.scope === null ? null : `${t.scope}:`,
      t.indicator,
      t.comparator,
      `${t.value ?? 'all'}${t.value_max === null ? '' : `..${t.value_max}`}`,
      t.unit ?? '-',
      t.due ?? '-',
      t.growth,
      t.direction,
      t.base_year === null ? null : `base${t.base_year}`,
      t.frequency,
    ]),
  // 1 铜箔基地 1250000000元 2024..2026 {新建生产线。} 责任单位=市工信局
  projects: (p) =>
    words([
      p.seq,
      p.name,
      p.investment_cny === null ? null : `${p.investment_cny}元`,
      p.period_start === null && p.period_end === null ? null : `${p.period_start ?? '?'}..${p.period_end ?? '?'}`,
      p.content === null ? null : `{${p.content}}`,
      ...Object.entries(p.other).map(([k, v]) => `${k}=${v}`),
    ]),
  // 规上企业数 @章贡区 2024 268 家 类别=工业
  observations: (o) =>
    words([
      o.indicator,
      o.area === null ? null : `@${o.area}`,
      o.year,
      o.value,
      o.unit ?? '-',
      ...Object.entries(o.labels).map(([k, v]) => `${k}=${v}`),
    ]),
};

/** Everything of one type that is read from a case. */
export function readingsOf(type: ExtractedType, text: string, context: string): Reading[] {
  return shownAll(type, extract(noticeOf(noticeParts(text, context))));
}

const shownAll = <T extends ExtractedType>(type: T, all: { [K in T]: ReadRecords[K][] }): Reading[] =>
  all[type].map((r) => ({ shown: show[type](r), confidence: r.confidence, reasons: r.reasons }));

/**
 * The head of a notice that is typed out whole, as `field=value` lines for the fields asked for; a list is joined by `|`,
 * null and an empty list are `none`, a citation is its title and number with a blank between. `notices` is their number.
 */
export async function headOf(text: string, fields: readonly string[]): Promise<string[]> {
  const notices = segment(reflow(await readDocument(new TextEncoder().encode(text), 'notice.txt')));
  const head: Record<string, unknown> = { ...notices[0]?.notice.head, notices: notices.length };
  return fields.map((field) => `${field}=${valueOf(head[field])}`);
}

function valueOf(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(valueOf).join('|');
  if (typeof value === 'object') return words(Object.values(value).map((v) => (typeof v === 'string' ? v : null)));
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}

/** What a case expects, a record a piece: pieces stand on lines of their own or between ` // `. */
export const expectedOf = (expected: string): string[] => (expected === 'none' ? [] : expected.split(/\n| \/\/ /));
