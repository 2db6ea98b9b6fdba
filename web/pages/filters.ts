import type { RecordTypeName } from '../../schemas/index.js';
import { FILTERS, type FilterName, type Filters } from '../filters.js';
import type { Text } from '../site.js';
import { PageError } from './page-error.js';

// What the lists are filtered by: the names and values are those of the API, so that a page and its files have one query.

const ANY = ['notice', 'q', 'place', 'issuer', 'issued_after', 'issued_before'] as const;

/** What each type can be filtered by. */
export const FILTERS_OF = {
  notices: [...ANY, 'kind', 'status'],
  clusters: [...ANY, 'industry', 'park'],
  ratings: [...ANY, 'year', 'grade'],
  targets: [...ANY, 'indicator', 'due_before', 'due_after'],
  obligations: [...ANY, 'unit', 'role', 'due_before', 'due_after'],
  projects: [...ANY, 'table', 'investment_min', 'investment_max', 'start_year', 'end_year'],
  observations: [...ANY, 'table', 'indicator', 'area', 'year'],
  findings: [...ANY, 'check', 'severity'],
} as const satisfies Record<RecordTypeName, readonly FilterName[]>;

/** What a filter is called in a form. */
export const FILTER_WORDS: Readonly<Record<FilterName, Text>> = {
  notice: { zh: '公文（文号、文件名）', en: 'Notice (number, file)' },
  q: { zh: '含有文字', en: 'Words' },
  place: { zh: '地区', en: 'Place' },
  issuer: { zh: '发文机关', en: 'Issuer' },
  issued_after: { zh: '成文不早于', en: 'Issued from' },
  issued_before: { zh: '成文不晚于', en: 'Issued until' },
  kind: { zh: '文种', en: 'Kind' },
  status: { zh: '效力状态', en: 'Status' },
  industry: { zh: '产业', en: 'Industry' },
  park: { zh: '园区', en: 'Park' },
  year: { zh: '年份', en: 'Year' },
  grade: { zh: '等次', en: 'Grade' },
  indicator: { zh: '指标', en: 'Indicator' },
  unit: { zh: '责任单位', en: 'Unit' },
  role: { zh: '角色', en: 'Role' },
  due_before: { zh: '时限不晚于', en: 'Due until' },
  due_after: { zh: '时限不早于', en: 'Due from' },
  table: { zh: '表名', en: 'Table' },
  area: { zh: '地区或单位', en: 'Area' },
  investment_min: { zh: '投资不少于（元）', en: 'Investment from (CNY)' },
  investment_max: { zh: '投资不多于（元）', en: 'Investment up to (CNY)' },
  start_year: { zh: '开工年份', en: 'Start year' },
  end_year: { zh: '完工年份', en: 'End year' },
  check: { zh: '核查项', en: 'Check' },
  severity: { zh: '程度不低于', en: 'Severity from' },
};

const WANTED: Text = {
  zh: '年份写作 2026，日期写作 2026、2026-06 或 2026-06-30，金额写作以元计的数字。',
  en: 'Years are written 2026, dates 2026, 2026-06 or 2026-06-30, amounts as figures in yuan.',
};

/** The filters of a type that the address has. An empty value counts as none, as forms send all their fields; others are not looked at. */
export function readFilters(type: RecordTypeName, query: URLSearchParams): Filters {
  const known: readonly string[] = FILTERS_OF[type];
  const given = [...query].filter(([name, value]) => known.includes(name) && value.trim() !== '');
  const read = FILTERS.safeParse(Object.fromEntries(given));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw wrongValue(Object.keys(FILTER_WORDS).find((name): name is FilterName => name === issue?.path[0]) ?? 'q', query);
}

function wrongValue(name: FilterName, query: URLSearchParams): PageError {
  const value = (query.get(name) ?? '').slice(0, 60);
  const { zh, en } = FILTER_WORDS[name];
  return new PageError(400, { zh: `“${zh}”不能是“${value}”。`, en: `“${value}” is no value of “${en}”.` }, WANTED);
}
