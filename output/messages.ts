import type { Finding } from '../schemas/index.js';

export type Lang = 'zh' | 'en';
/** What a finding's sentence is made from. */
export type FindingFacts = Pick<Finding, 'check' | 'params' | 'expected' | 'actual' | 'rows'>;

/** Raise it when a sentence changes: the store keeps the Chinese ones for people who read it with SQL. */
export const MESSAGES_VERSION = 1;

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
    return value && (this.lang === 'zh' ? `“${value}”` : `"${value}"`);
  }

  get expected(): string {
    return text(this.finding.expected);
  }

  get actual(): string {
    return text(this.finding.actual);
  }

  /** Whether both figures are there, so that they can be compared. */
  get compares(): boolean {
    return this.finding.expected !== null && this.finding.actual !== null;
  }

  get agrees(): boolean {
    return this.compares && this.expected === this.actual;
  }

  /** `第21行、第22行`, or `第21行至第25行` for a longer run; empty without rows. */
  get rows(): string {
    const rows = this.finding.rows;
    const [first, last] = [rows[0], rows.at(-1)];
    const isRun = first !== undefined && rows.length > 3 && rows.every((row, i) => row === first + i);
    if (this.lang === 'zh') return isRun ? `第${first}行至第${text(last ?? null)}行` : rows.map((row) => `第${row}行`).join('、');
    return isRun ? `rows ${first} to ${text(last ?? null)}` : rows.map((row) => `row ${row}`).join(', ');
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

function text(value: string | number | null): string {
  return value === null ? '' : String(value);
}

/** A word for a code; a code without one stands for itself when it is Chinese, else is left out. */
function word(words: Record<string, string>, code: string): string {
  return (Object.hasOwn(words, code) && words[code]) || (/\p{Script=Han}/u.test(code) ? code : '');
}

const KINDS_ZH: Record<string, string> = { park: '开发区', place: '地名', organ: '单位', industry: '产业', cluster: '产业集群' };
const REPAIRS_ZH: Record<string, string> = {
  page_break: '跨页处文字重复',
  repeated: '文字重复',
  ocr: '疑为识别错误',
  line_break: '断行',
};
const SHAPES_ZH: Record<string, string> = {
  extra_cell: '多出一个单元格',
  missing_cell: '缺少单元格',
  shifted_row: '各单元格错位',
  shifted_content: '内容错行',
  cut: '右侧内容缺失',
  column_count: '列数与表头不一致',
  unplaced_row: '未能归入任何记录',
};
const READ_ZH: Record<string, string> = {
  page_without_text: '有一页没有可读取的文字，可能是扫描件，需要文字识别',
  encoding: '文字编码系推断得出，可能有误',
  encoding_guessed: '文字编码系推断得出，可能有误',
};

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
  table_shape: (f) => `${f.place || '表格'}${f.place && '：'}${word(SHAPES_ZH, f.param('problem')) || '行列与表头不一致'}`,
  text_repair: (f) => {
    const why = word(REPAIRS_ZH, f.param('kind'));
    const from = f.quoted('from') || (f.actual && `“${f.actual}”`) || '原文';
    const to = f.quoted('to') || (f.expected && `“${f.expected}”`);
    return `${f.rows && `${f.rows}：`}${from}${to ? `已订正为${to}` : '已订正'}${why && `（${why}）`}`;
  },
  unresolved_name: (f) => `未能确定${word(KINDS_ZH, f.param('kind')) || '名称'}${f.quoted('name')}所指`,
  cross_reference: (f) => {
    const what = f.quoted('what');
    const place = f.place;
    return `${place}${place && what && '：'}${what || (place ? '' : '文中两处')}前后不一致${f.comparison && `，${f.comparison}`}`;
  },
  read_warning: (f) => {
    const detail = f.param('detail');
    const what = word(READ_ZH, f.param('code')) || detail || f.param('code');
    return `读取文件时发现问题：${what}${detail && detail !== what ? `（${detail}）` : ''}`;
  },
  coverage: (f) => `有一句话未被收入任何记录：${f.quoted('sentence')}`,
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
  table_shape: (f) =>
    `${f.place || 'a table'}: ${f.param('problem').replaceAll('_', ' ') || 'rows and columns do not fit the head of the table'}`,
  text_repair: (f) => {
    const to = f.quoted('to') || (f.expected && `"${f.expected}"`);
    const kind = f.param('kind').replaceAll('_', ' ');
    const from = f.quoted('from') || (f.actual && `"${f.actual}"`) || 'the source';
    return `${f.rows && `${f.rows}: `}${from} was mended${to && ` to ${to}`}${kind && ` (${kind})`}`;
  },
  unresolved_name: (f) => `it is not known which ${f.param('kind') || 'name'} ${f.quoted('name')} stands for`,
  cross_reference: (f) => {
    const where = [f.place, f.quoted('what')].filter(Boolean).join(', ') || 'two passages';
    return `${where}: they do not agree${f.comparison && `: ${f.comparison}`}`;
  },
  read_warning: (f) => {
    const parts = [f.param('code').replaceAll('_', ' '), f.param('detail')].filter(Boolean);
    return `reading the file: ${parts.join(': ')}`;
  },
  coverage: (f) => `no record holds this sentence: ${f.quoted('sentence')}`,
  other: (f) => {
    const parts = [f.rows, f.everything, f.comparison].filter(Boolean).join(', ');
    return `the check "${f.check}" asks for a look${parts && `: ${parts}`}`;
  },
};
