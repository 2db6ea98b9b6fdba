import type { Lang } from '../messages.js';

/** Why an export could not be made; stable for scripts. */
export type ExportErrorCode = 'many_files' | 'too_many_organs' | 'too_large' | 'personal_data';

/** What of the export the sentence names. */
type Facts = Record<string, string | number>;
type Words = Record<ExportErrorCode, (facts: Facts) => [cause: string, hint: string]>;

/** An export that cannot be made as it was asked for. The message names the cause, `hint` the next step, both in Chinese too. */
export class ExportError extends Error {
  readonly hint: string;

  constructor(
    readonly code: ExportErrorCode,
    private readonly facts: Facts = {},
  ) {
    const [cause, hint] = EN[code](facts);
    super(cause);
    this.name = 'ExportError';
    this.hint = hint;
  }

  /** Cause and next step in a language. */
  words(lang: Lang): [cause: string, hint: string] {
    return (lang === 'zh' ? ZH : EN)[this.code](this.facts);
  }
}

const of = (facts: Facts, name: string): string => String(facts[name] ?? '');

const EN: Words = {
  many_files: (f) => [
    `this export is more than one file, and ${of(f, 'file')} is one`,
    'name a folder with --out, or one type with --type (one notice with --notice)',
  ],
  too_many_organs: (f) => [
    `${of(f, 'organs')} organs would need a sheet each, and a workbook holds ${of(f, 'most')}`,
    'name an organ with --unit, or narrow the tasks with --notice, --place or --due-before',
  ],
  too_large: () => [
    'the workbook would be larger than 4 GiB, which its format cannot hold',
    'narrow it with --type or a filter, or take csv or parquet',
  ],
  personal_data: (f) => [
    `the store holds mobile or identity numbers of people (${of(f, 'where')}), and a copy of it cannot hide them`,
    'add --with-personal-data to copy it as it is, or take another format, which masks them',
  ],
};

const ZH: Words = {
  many_files: (f) => [
    `导出结果不止一个文件，而 ${of(f, 'file')} 只是一个文件`,
    '请用 --out 指定文件夹，或用 --type 指定一类记录（用 --notice 指定一份公文）',
  ],
  too_many_organs: (f) => [
    `共有 ${of(f, 'organs')} 个单位，每个单位一张表，超过了工作簿的上限 ${of(f, 'most')}`,
    '请用 --unit 指定单位，或用 --notice、--place、--due-before 缩小范围',
  ],
  too_large: () => ['工作簿将超过 4 GiB，该格式无法容纳', '请用 --type 或筛选条件缩小范围，或改用 csv、parquet'],
  personal_data: (f) => [
    `数据库中有手机号码或身份证号码（${of(f, 'where')}），复制整个数据库时无法遮盖`,
    '如确需原样复制，请加 --with-personal-data；其他格式会遮盖这些号码',
  ],
};
