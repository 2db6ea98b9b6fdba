import type { RecordFilter } from '../../output/index.js';
import type { OptionDefinition, Options } from './command.js';
import { usageError } from './errors.js';

/** An option of the listing commands: how it reads on the command line and what it sets in the filter. */
interface FilterOption extends OptionDefinition {
  set(filter: RecordFilter, value: string): void;
}

export const roles = ['lead', 'responsible', 'support'] as const;
export const severities = ['info', 'warning', 'error'] as const;

const filterOptions = {
  notice: {
    flags: '--notice <notice>',
    text: { en: 'of one notice: its id, document number or file name', zh: '指定公文：编号、发文字号或文件名' },
    set: (filter, value) => void (filter.notice = value),
  },
  text: {
    flags: '--text <words>',
    text: { en: 'with all these words in it; "…" is one phrase', zh: '含有这些词语；"…" 为整句' },
    set: (filter, value) => void (filter.text = value),
  },
  unit: {
    flags: '--unit <name>',
    text: {
      en: 'of this unit (责任单位), by any of its names or part of one; groups that it belongs to are marked',
      zh: '责任单位的任一名称或其一部分；所属的泛指单位一并列出并注明',
    },
    set: (filter, value) => void (filter.unit = value),
  },
  role: {
    flags: '--role <role>',
    text: { en: 'with the unit in this role (牵头, 责任, 配合)', zh: '单位角色（牵头、责任、配合）' },
    choices: roles,
    set: (filter, value) => void (filter.role = oneOf('role', roles, value)),
  },
  place: {
    flags: '--in, --place <place>',
    text: { en: 'of this place: its name or GB/T 2260 code', zh: '地名或行政区划代码' },
    set: (filter, value) => void (filter.place = value),
  },
  dueBefore: {
    flags: '--due-before <date>',
    text: { en: 'due before this date: 2026, 2026-06 or 2026-06-30', zh: '时限早于该日期：2026、2026-06 或 2026-06-30' },
    set: (filter, value) => void (filter.dueBefore = dateOption('due-before', value)),
  },
  year: {
    flags: '--year <year>',
    text: { en: 'of this year', zh: '年份' },
    set: (filter, value) => void (filter.year = wholeNumber('year', value)),
  },
  grade: {
    flags: '--grade <grade>',
    text: { en: 'with this grade (等次), e.g. 优秀', zh: '等次，如“优秀”' },
    set: (filter, value) => void (filter.grade = value),
  },
  check: {
    flags: '--check <check>',
    text: { en: 'of this check, e.g. declared_count', zh: '核查项，如 declared_count' },
    set: (filter, value) => void (filter.check = value),
  },
  severity: {
    flags: '--severity <severity>',
    text: { en: 'of this severity or a higher one', zh: '最低严重程度' },
    choices: severities,
    set: (filter, value) => void (filter.severity = oneOf('severity', severities, value)),
  },
  limit: {
    flags: '--limit <number>',
    text: { en: 'at most so many', zh: '最多条数' },
    set: (filter, value) => void (filter.limit = wholeNumber('limit', value)),
  },
} satisfies Record<string, FilterOption>;

export type FilterName = keyof typeof filterOptions;

export function filterDefinitions(names: readonly FilterName[]): OptionDefinition[] {
  return names.map((name) => filterOptions[name]);
}

/** The filter that the user's options make; a value that cannot be read is a usage error. */
export function readFilter(names: readonly FilterName[], options: Options): RecordFilter {
  const filter: RecordFilter = {};
  for (const name of names) {
    const value = options.text(name);
    if (value !== undefined) filterOptions[name].set(filter, value);
  }
  return filter;
}

/** A whole number of 1 or more. */
export function wholeNumber(option: string, value: string): number {
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  throw usageError({
    en: `--${option} wants a whole number of 1 or more, got “${value}”`,
    zh: `--${option} 应为不小于 1 的整数，实为“${value}”`,
  });
}

/** An ISO date to the precision given; a year alone stands for its first day. */
export function dateOption(option: string, value: string): string {
  if (/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(value)) return value;
  throw usageError({
    en: `--${option} wants a date as 2026, 2026-06 or 2026-06-30, got “${value}”`,
    zh: `--${option} 应为 2026、2026-06 或 2026-06-30 形式的日期，实为“${value}”`,
  });
}

function oneOf<T extends string>(option: string, choices: readonly T[], value: string): T {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  throw usageError({ en: `--${option} is one of ${choices.join(', ')}`, zh: `--${option} 只能是 ${choices.join('、')}` });
}
