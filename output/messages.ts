import type { Finding } from '../schemas/index.js';
import {
  APPLIED,
  CITATIONS,
  COVERAGE_EN,
  COVERAGE_ZH,
  DATES,
  DISAGREE,
  IDENTITY,
  METADATA_FIELDS,
  KINDS_ZH,
  NUMBERED_EN,
  NUMBERED_ZH,
  RATINGS,
  READ_ZH,
  REPAIRS_ZH,
  SHAPES_ZH,
  SHAPE_REPAIRS,
  SHIFTS,
  entry,
  type Lang,
} from './finding-words.js';

export type { Lang } from './finding-words.js';
/** What a finding's sentence is made from. */
export type FindingFacts = Pick<Finding, 'check' | 'params' | 'expected' | 'actual' | 'rows'>;

/** Raise it when a sentence changes: the store keeps the Chinese ones for people who read it with SQL. */
export const MESSAGES_VERSION = 4;

/** The finding as a sentence. A check without words of its own gets a general one that leaves nothing out. */
export function findingMessage(finding: FindingFacts, lang: Lang = 'zh'): string {
  const words = lang === 'zh' ? ZH : EN;
  const sentence = (Object.hasOwn(words, finding.check) && words[finding.check]) || words.other;
  return sentence(new Facts(finding, lang));
}

type Sentence = (facts: Facts) => string;
/** A sentence per check, `other` for those that have none. */
type Sentences = Record<string, Sentence> & { other: Sentence };

/** A finding with its figures and names as they stand in a sentence. */
class Facts {
  constructor(
    private readonly finding: FindingFacts,
    private readonly lang: Lang,
  ) {}

  get check(): string {
    return this.finding.check;
  }

  /** A parameter as text, empty where it was not given. */
  param(name: string): string {
    return text(this.finding.params[name] ?? null);
  }

  /** A parameter in quotation marks, empty where it was not given. */
  quoted(name: string): string {
    const value = this.param(name);
    // Quotation marks within quotation marks are single ones.
    return value && (this.lang === 'zh' ? `“${value.replaceAll('“', '‘').replaceAll('”', '’')}”` : `"${value}"`);
  }

  /** The table's title in quotation marks. */
  get table(): string {
    return this.quoted('table');
  }

  get expected(): string {
    return this.figure(this.finding.expected);
  }

  get actual(): string {
    return this.figure(this.finding.actual);
  }

  /** A figure for reading: amounts in yuan are large, so they stand in 亿 or 万. */
  private figure(value: string | number | null): string {
    if (typeof value !== 'number' || !this.isMoney) return text(value);
    const [factor, unit] = Math.abs(value) >= 1e8 ? [1e8, '亿元'] : Math.abs(value) >= 1e4 ? [1e4, '万元'] : [1, '元'];
    return `${Number((value / factor).toPrecision(12))} ${unit}`;
  }

  private get isMoney(): boolean {
    return this.param('what').endsWith('investment') || this.param('label').includes('（元）');
  }

  /** Whether both figures are there, so that they can be compared. */
  get compares(): boolean {
    return this.finding.expected !== null && this.finding.actual !== null;
  }

  get agrees(): boolean {
    return this.compares && this.expected === this.actual;
  }

  /** `第3行、第21行至第25行`; empty without rows. */
  get rows(): string {
    const runs = runsOf(this.finding.rows);
    const name = (row: number): string => (this.lang === 'zh' ? `第${row}行` : String(row));
    const named = runs.map(([first, last]) =>
      first === last ? name(first) : `${name(first)}${this.lang === 'zh' ? '至' : ' to '}${name(last)}`,
    );
    if (this.lang === 'zh') return named.join('、');
    return named.length > 0 ? `${this.finding.rows.length > 1 ? 'rows' : 'row'} ${named.join(', ')}` : '';
  }

  /** Where it stands: table, rows and label, as far as they are known; ends so that a sentence can follow. */
  get place(): string {
    const table = this.quoted('table');
    if (this.lang === 'zh') return `${table && `表${table}`}${this.rows}${this.quoted('label')}`;
    return [table && `table ${table}`, this.rows, this.quoted('label')].filter(Boolean).join(', ');
  }

  /** `应为 X，实为 Y`, as far as the two are there. */
  get comparison(): string {
    const [should, is, comma] = this.lang === 'zh' ? ['应为 ', '实为 ', '，'] : ['should be ', 'is ', ', '];
    return [this.expected && should + this.expected, this.actual && is + this.actual].filter(Boolean).join(comma);
  }

  /** All parameters, for a check that has no sentence of its own. */
  get everything(): string {
    const pairs = Object.entries(this.finding.params).filter(([, value]) => value !== null);
    return pairs.map(([name, value]) => `${name}=${text(value)}`).join(this.lang === 'zh' ? '，' : ', ');
  }
}

/** Three and more rows on end as one run, first and last; others stand alone. */
function runsOf(rows: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const row of [...new Set(rows)].toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && row === run[1] + 1) run[1] = row;
    else runs.push([row, row]);
  }
  return runs.flatMap(([first, last]) =>
    last === first + 1
      ? [
          [first, first],
          [last, last],
        ]
      : [[first, last]],
  );
}

function text(value: string | number | null): string {
  return value === null ? '' : String(value);
}

/** A word for a code; a code without one stands for itself when it is Chinese, else is left out. */
function word(words: Record<string, string>, code: string): string {
  return (Object.hasOwn(words, code) && words[code]) || (/\p{Script=Han}/u.test(code) ? code : '');
}

/** What of a table was put right or would be, and whether it was. */
function shapeNotes(f: Facts, lang: Lang): string[] {
  const repair = entry(SHAPE_REPAIRS, f.param('towards') || f.param('repair'))?.[lang](f.param('column'));
  return [repair, entry(APPLIED, f.param('applied'))?.[lang]].filter((x) => x !== undefined);
}

const ZH: Sentences = {
  declared_count: (f) => {
    const what = f.quoted('what') || '所列事项';
    if (!f.compares) return `${what}的数目与文中所称不符`;
    return f.agrees
      ? `${what}文中称 ${f.expected} 个，与实际列出的数目一致`
      : `${what}文中称 ${f.expected} 个，实际列出 ${f.actual} 个，两者不符`;
  },
  sum: (f) => {
    const place = f.place;
    if (!f.compares) return `${place}各分项合计与合计数不符`;
    return f.agrees
      ? `${place}各分项合计 ${f.actual}，与合计数一致`
      : `${place}各分项合计 ${f.actual}，与合计数 ${f.expected} 不符`;
  },
  duplicate_row: (f) => `${f.place || '表中有一行'}重复出现${f.actual && ` ${f.actual} 次`}`,
  duplicate_text: (f) => {
    const where = `${f.quoted('table') && `表${f.quoted('table')}`}${f.rows}`;
    return `${where && `${where}：`}${f.quoted('label') || '一段文字'}重复出现`;
  },
  personal_data: (f) => `文中有${f.param('what') === 'identity' ? '居民身份证号码' : '手机号码'}，输出时遮盖`,
  duplicate_notice: (f) => `文件中同一公文出现${f.actual && ` ${f.actual} 次`}，只计一次`,
  no_notice: () => '文件中没有识别出公文',
  table_shape: (f) => {
    const moved = SHIFTS.map(([name, zh]) => Number(f.param(name)) > 0 && `${f.param(name)} 行${zh}`).filter(Boolean);
    const what = word(SHAPES_ZH, f.param('problem')) || '行列与表头不一致';
    const notes = [...moved, ...shapeNotes(f, 'zh')];
    return `${f.place || '表格'}${f.place && '：'}${what}${notes.length > 0 ? `（${notes.join('，')}）` : ''}`;
  },
  text_repair: (f) => {
    const why = word(REPAIRS_ZH, f.param('kind'));
    // The words around it tell more than the letters that were mended.
    const [from, to] = f.compares ? [`“${f.actual}”`, `“${f.expected}”`] : [f.quoted('from') || '原文', f.quoted('to')];
    return `${f.rows && `${f.rows}：`}${from}已订正${to && `为${to}`}${why && `（${why}）`}`;
  },
  unresolved_name: (f) => `未能确定${word(KINDS_ZH, f.param('kind')) || '名称'}${f.quoted('name')}所指`,
  cross_reference: (f) => {
    const known = entry(DISAGREE, f.param('what'))?.zh;
    if (known && (f.expected || f.actual)) return `${f.rows}${known(f.expected, f.actual, f.param('number'))}`;
    const what = f.quoted('what');
    const place = f.place;
    return `${place}${place && what && '：'}${what || (place ? '' : '文中两处')}前后不一致${f.comparison && `，${f.comparison}`}`;
  },
  metadata: (f) => {
    const field = entry(METADATA_FIELDS, f.param('field'))?.zh ?? '内容';
    return `网页登记的${field}${f.actual && `“${f.actual}”`}与正文${f.expected && `“${f.expected}”`}不一致，以正文为准`;
  },
  numbering: (f) => {
    const what = word(NUMBERED_ZH, f.param('what')) || '编号';
    return `${f.place}${f.place && '：'}${what}不连续${f.compares ? `：“${f.param('mark')}”处应为第 ${f.expected}` : ''}`;
  },
  share: (f) =>
    `${f.quoted('what') || '占比'}${f.place && `（${f.place}）`}为 ${f.actual}%，${Number(f.actual) < 100 ? '不足' : '超过'} 100%`,
  date_order: (f) =>
    `${f.rows}${entry(DATES, f.param('what'))?.zh(f.expected, f.actual) ?? `日期先后有误${f.comparison && `，${f.comparison}`}`}`,
  target_conflict: (f) => {
    const [a, b] = [
      `${f.param('due')}年目标为 ${f.actual}`,
      f.table ? `表${f.table}中为 ${f.expected}` : `另一处为 ${f.expected}`,
    ];
    return f.param('what') === 'falls'
      ? `${f.quoted('indicator')}${a}，低于此前（${f.param('before')}）的 ${f.expected}`
      : `${f.quoted('indicator')}前后不一致：${a}，${b}`;
  },
  rating_conflict: (f) =>
    entry(RATINGS, f.param('what'))?.zh(f.quoted('name'), f.expected, f.actual) ?? `${f.quoted('name') || '评价结果'}前后不一致`,
  cluster_identity: (f) =>
    `“${f.actual}”与“${f.expected}”${entry(IDENTITY, f.param('what'))?.zh ?? '可能是同一集群'}，未合并，请核对`,
  citation: (f) => entry(CITATIONS, f.param('what'))?.zh(f.param('number'), f.expected, f.actual) ?? `引用的文件有疑问`,
  read_warning: (f) => {
    const page = f.param('page') && `第${f.param('page')}页`;
    const what = word(READ_ZH, f.param('code')) || f.param('detail') || f.param('code');
    return `读取文件时发现问题：${page}${what}`;
  },
  coverage: (f) => `${word(COVERAGE_ZH, f.param('what')) || '有一句话未被收入任何记录'}：${f.quoted('sentence')}`,
  other: (f) => {
    const parts = [f.rows, f.everything, f.comparison].filter(Boolean).join('，');
    return `核查项“${f.check}”提示需要核对${parts && `：${parts}`}`;
  },
};

const EN: Sentences = {
  declared_count: (f) => {
    const what = f.quoted('what') || 'the list';
    if (!f.compares) return `${what}: the number of entries is not the one that the notice gives`;
    return f.agrees
      ? `${what}: the notice says ${f.expected} and lists as many`
      : `${what}: the notice says ${f.expected}, but lists ${f.actual}`;
  },
  sum: (f) => {
    const place = f.place && `${f.place}: `;
    if (!f.compares) return `${place}the parts do not add up to the total`;
    return f.agrees
      ? `${place}the parts add up to ${f.actual}, as the total says`
      : `${place}the parts add up to ${f.actual}, the total says ${f.expected}`;
  },
  duplicate_row: (f) => `${f.place || 'a row'}: stands ${f.actual ? `${f.actual} times` : 'more than once'}`,
  duplicate_text: (f) => `${f.place || 'a passage'}: the same words stand more than once`,
  personal_data: (f) =>
    `${f.param('what') === 'identity' ? 'an identity number' : 'a mobile number'} of a person stands here; it is masked on the way out`,
  duplicate_notice: (f) =>
    `the file holds the same notice ${f.actual ? `${f.actual} times` : 'more than once'}; it is counted once`,
  no_notice: () => 'no notice was found in the file',
  table_shape: (f) => {
    const what = f.param('problem').replaceAll('_', ' ') || 'rows and columns do not fit the head of the table';
    const notes = shapeNotes(f, 'en');
    return `${f.place || 'a table'}: ${what}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
  },
  text_repair: (f) => {
    const kind = f.param('kind').replaceAll('_', ' ');
    const [from, to] = f.compares ? [`"${f.actual}"`, `"${f.expected}"`] : [f.quoted('from') || 'the source', f.quoted('to')];
    return `${f.rows && `${f.rows}: `}${from} was mended${to && ` to ${to}`}${kind && ` (${kind})`}`;
  },
  unresolved_name: (f) => `it is not known which ${f.param('kind') || 'name'} ${f.quoted('name')} stands for`,
  cross_reference: (f) => {
    const known = entry(DISAGREE, f.param('what'))?.en;
    if (known && (f.expected || f.actual)) return `${f.rows}${f.rows && ': '}${known(f.expected, f.actual, f.param('number'))}`;
    const where = [f.place, f.quoted('what')].filter(Boolean).join(', ') || 'two passages';
    return `${where}: they do not agree${f.comparison && `: ${f.comparison}`}`;
  },
  metadata: (f) => {
    const field = entry(METADATA_FIELDS, f.param('field'))?.en ?? 'content';
    return `the ${field} in the page's metadata${f.actual && `, "${f.actual}",`} is not that of the text${f.expected && `, "${f.expected}"`}; the text counts`;
  },
  numbering: (f) => {
    const what = entry(NUMBERED_EN, f.param('what')) ?? 'entries';
    const where = f.place && `${f.place}: `;
    return `${where}the numbers of ${what} do not count up${f.compares ? `: "${f.param('mark')}" should be ${f.expected}` : ''}`;
  },
  share: (f) => `${f.quoted('what') || 'a share'} is ${f.actual} %, ${Number(f.actual) < 100 ? 'less' : 'more'} than 100 %`,
  date_order: (f) => {
    const said =
      entry(DATES, f.param('what'))?.en(f.expected, f.actual) ?? `dates are out of order${f.comparison && `: ${f.comparison}`}`;
    return `${f.rows}${f.rows && ': '}${said}`;
  },
  target_conflict: (f) => {
    const there = f.table ? `${f.expected} in table ${f.table}` : `${f.expected} elsewhere`;
    return f.param('what') === 'falls'
      ? `${f.quoted('indicator')} is to rise, but is ${f.actual} by ${f.param('due')} and ${f.expected} by ${f.param('before')}`
      : `${f.quoted('indicator')} by ${f.param('due')}: ${f.actual} here, ${there}`;
  },
  rating_conflict: (f) =>
    entry(RATINGS, f.param('what'))?.en(f.quoted('name'), f.expected, f.actual) ??
    `${f.quoted('name') || 'the ratings'}: they do not agree`,
  cluster_identity: (f) =>
    `"${f.actual}" and "${f.expected}" ${entry(IDENTITY, f.param('what'))?.en ?? 'may be one cluster'}; they were not joined`,
  citation: (f) =>
    entry(CITATIONS, f.param('what'))?.en(f.param('number'), f.expected, f.actual) ?? 'a document that it cites is in doubt',
  read_warning: (f) => {
    const parts = [f.param('code').replaceAll('_', ' '), f.param('page') && `page ${f.param('page')}`, f.param('detail')];
    return `reading the file: ${parts.filter(Boolean).join(': ')}`;
  },
  coverage: (f) => `${word(COVERAGE_EN, f.param('what')) || 'no record holds this sentence'}: ${f.quoted('sentence')}`,
  other: (f) => {
    const parts = [f.rows, f.everything, f.comparison].filter(Boolean).join(', ');
    return `the check "${f.check}" asks for a look${parts && `: ${parts}`}`;
  },
};
