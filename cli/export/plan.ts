import { statSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import type { ExportFormat, ExportType, RecordFilter } from '../../output/index.js';
import { LINK_TYPES, RECORD_TYPES } from '../../schemas/index.js';
import type { Options } from '../kit/command.js';
import { CommandError, usageError } from '../kit/errors.js';
import { readFilter } from '../kit/filters.js';
import { storePath } from '../kit/store.js';
import { exportFilters, formats } from './choices.js';

/** What the user asks an export to be. */
export interface Plan {
  format: ExportFormat;
  since: string | null;
  outDir: string;
  /** null for a folder of files */
  fileName: string | null;
  types: ExportType[] | null;
  filter: RecordFilter;
  bom: boolean;
}

/** Endings by which a file is meant and no folder. */
const ENDINGS: Record<ExportFormat, readonly string[]> = {
  jsonl: ['.jsonl', '.ndjson'],
  csv: ['.csv'],
  xlsx: ['.xlsx'],
  ledger: ['.xlsx'],
  datapackage: [],
  ics: ['.ics'],
  html: ['.html', '.htm'],
  parquet: ['.parquet'],
  sqlite: ['.db', '.sqlite', '.sqlite3'],
};

/** Reads the options; what does not go together is a usage error. */
export function planOf(options: Options): Plan {
  const out = options.text('out');
  if (out === undefined) {
    throw usageError({ en: '--out names the file or folder to write to', zh: '请用 --out 指定输出文件或文件夹' });
  }
  const format = formats.find((name) => name === options.text('format')) ?? formatBy(out);
  const since = options.text('since') ?? null;
  const filter = readFilter(exportFilters, options);
  const plan = {
    format,
    since,
    ...placeOf(out, format),
    types: typesOf(options.text('type')),
    filter,
    bom: !options.isOff('bom'),
  };
  check(plan, options, out);
  return plan;
}

const endingOf = (out: string): string => extname(out).toLowerCase();

/** The first format whose files have that ending; `jsonl` where none has. */
function formatBy(out: string): ExportFormat {
  return formats.find((format) => ENDINGS[format].includes(endingOf(out))) ?? 'jsonl';
}

function placeOf(out: string, format: ExportFormat): Pick<Plan, 'outDir' | 'fileName'> {
  const folder = statSync(out, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const file = !folder && ENDINGS[format].includes(endingOf(out));
  if (!folder && !file && Object.values(ENDINGS).flat().includes(endingOf(out))) {
    throw usageError({
      en: `${out} is named like a file of another format than ${format}`,
      zh: `${out} 的扩展名与格式 ${format} 不符`,
    });
  }
  return file ? { outDir: dirname(out), fileName: basename(out) } : { outDir: out, fileName: null };
}

const TYPES = Object.keys({ ...RECORD_TYPES, ...LINK_TYPES }) as ExportType[];

function typesOf(value: string | undefined): ExportType[] | null {
  if (value === undefined) return null;
  return value
    .split(/[,，、\s]+/)
    .filter(Boolean)
    .map((wanted) => {
      const type = TYPES.find((name) => name === wanted);
      if (type) return type;
      throw usageError({
        en: `there is no type “${wanted}”; the types are ${TYPES.join(', ')}`,
        zh: `没有“${wanted}”这类记录，可选：${TYPES.join('、')}`,
      });
    });
}

function check({ format, since, filter, types, fileName, outDir }: Plan, options: Options, out: string): void {
  const filtered = Object.keys(filter).length > 0;
  if (since !== null && (filtered || format !== 'jsonl')) {
    throw usageError({
      en: '--since gives all changes as jsonl: it goes with --type, not with filters or another --format',
      zh: '--since 以 jsonl 给出全部变更，只能与 --type 同用，不能与其他筛选或格式同用',
    });
  }
  if (format === 'sqlite' && (filtered || types !== null)) {
    throw usageError({
      en: '--format sqlite copies the whole store: it takes no filter',
      zh: '--format sqlite 复制整个数据库，不能筛选',
    });
  }
  if (fileName !== null && resolve(outDir, fileName) === resolve(storePath(options))) {
    throw new CommandError(
      { en: `${out} is the store itself`, zh: `${out} 就是数据库本身` },
      { en: 'give another path', zh: '请换一个路径' },
    );
  }
}
