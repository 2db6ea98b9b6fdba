import type { OptionDefinition, Options } from './command.js';
import { usageError } from './errors.js';

/** How a list leaves a command: for people (`table`, `md`), for programs (`json`, `jsonl`), for spreadsheets (`csv`). */
export const FORMATS = ['table', 'json', 'jsonl', 'csv', 'md'] as const;
export type Format = (typeof FORMATS)[number];

export const formatOptions: readonly OptionDefinition[] = [
  {
    flags: '--format <format>',
    text: {
      en: 'table, json (one array), jsonl (one object a line), csv (every field, for spreadsheets) or md (default: table)',
      zh: 'table 表格、json 数组、jsonl 每行一个对象、csv 全部字段（供电子表格）、md（默认 table）',
    },
    choices: FORMATS,
  },
  { flags: '--json', text: { en: 'the same as --format json', zh: '等同 --format json' } },
  { flags: '--jsonl', text: { en: 'the same as --format jsonl', zh: '等同 --format jsonl' } },
  {
    flags: '--no-bom',
    text: {
      en: 'with csv: for programs, without byte order mark and with texts as they are',
      zh: '与 csv 同用：供程序读取，无字节序标记，文本不加保护',
    },
  },
];

/** The format that the options ask for; two different ones are a usage error. */
export function formatOf(options: Options): Format {
  const asked = new Set<Format>();
  const named = FORMATS.find((format) => format === options.text('format'));
  if (named !== undefined) asked.add(named);
  for (const format of ['json', 'jsonl'] as const) if (options.flag(format)) asked.add(format);
  const [format = 'table', ...others] = asked;
  if (others.length === 0) return format;
  throw usageError(
    { en: `the output cannot be both ${format} and ${others.join(' and ')}`, zh: `输出格式只能选一种：${[...asked].join('、')}` },
    { en: 'give one format', zh: '请只指定一种格式' },
  );
}

/** Data for programs depends on `--lang`, never on the environment. */
export function isForPrograms(format: Format): boolean {
  return format !== 'table' && format !== 'md';
}
