import { CHINESE_NUMBER, NUMBERED } from './groups.js';
import { moneyUnit, type MoneyUnit } from './money.js';
import { once } from './once.js';
import type { TableHead } from './table-head.js';
import type { NoticeTable } from '../notice.js';

/** Words that say which projects a column of names lists: 重点项目, 续建项目, 重大工程. */
const WHICH =
  '重点|重大|标志性|建设|工程|拟建|在建|续建|新建|新开工|开工|竣工|前期|储备|签约|招商|产业|政府投资|投资|中央预算内投资';
/** Columns of names; 项目 alone heads anything that has items. */
const NAME = new RegExp(`^(?:${WHICH})*(?:项目|工程)名称(?:及.*)?$|^(?:${WHICH})+(?:项目|工程)$|^项目(?:/|（)工程）?名称$`);
const LOOSE_NAME = /^(项目|名称|工程)$/;
const SEQ = /^(序号|编号|№)$/;

const PLANNED = '计划|规划|估算|概算|匡算|协议|签约|意向|预计|拟';
const INVESTMENT = new RegExp(`^(?:项目|工程)?(?:${PLANNED})?(?:总投资|投资总|投资)(?:金额|额|规模|估算|概算|匡算|总额)?$`);
const WHOLE = /^(合计|小计|总计|总额|总量|总数)$/;
/** The amount in yuan beside one in another currency. */
const IN_YUAN = /^(约?折算?合?|约合)?人民币(金额|投资|总投资)?$/;

const BUILT = '建设|施工|实施|改造|整治|治理|修复|技改';
const PERIOD = new RegExp(
  `^(?:项目|工程|计划|拟|预计)?(?:${BUILT}|开竣工|项目|工程)?(?:起止)?(?:期限?|周期|年限|时间|年月|时限|工期|年度)$`,
);
const START = /^(计划|预计|拟|实际)?(开工|动工)(建设)?(时间|日期|年月|年份)?$/;
const END = /^(计划|预计|拟|实际)?(竣工|完工|建成|投产|竣工投产|完成)(时间|日期|年月|年份|时限)?$/;
const CONTENT = new RegExp(
  `^(?:主要|项目|工程|${BUILT}){0,4}(?:(?:内容|规模|概况|简介)(?:(?:及|和|与|、|/)(?:主要)?(?:${BUILT})?(?:内容|规模))?|任务(?:及|和|与)规模)$`,
);
/** Heads of a period or a content that may stand in any table. */
const SAYS_LITTLE = /^(时间|年度|周期|期限?|内容|规模|简介|概况)$/;
const PLACE_OR_OWNER = /(地点|地址|所在地|(建设|责任|实施|业主|牵头)单位|业主|实施主体|投资(方|主体|单位))$/;
/** Heads of lists whose 项目 are fees, checks, courses or permits. */
const NO_PROJECTS = /(收费|检查|抽查|检测|抽检|考核|评分|扣分|分值|培训|补助标准|单价|参赛|(设定|法定|实施)依据|承诺|办理时限)/;

/** The columns of a project table, null for those that it has not. */
export interface ProjectColumns {
  seq: number | null;
  name: number;
  investment: number | null;
  period: number | null;
  start: number | null;
  end: number | null;
  content: number | null;
}

/** A head without its units: `总投资（万元）`, `总投资/万元`. */
const bare = (head: string) => head.replace(/（[^）]*）/g, '').replace(/\/(?:万|亿)?(?:美|港|欧)?元$/, '');

/** The first column whose head matches, as a whole or by its innermost level. */
function find(head: TableHead, pattern: RegExp): number | null {
  const whole = head.columns.findIndex((text) => pattern.test(bare(text)));
  if (whole >= 0) return whole;
  const inner = head.levels.findIndex((words) => words.length > 1 && pattern.test(bare(words.at(-1) ?? '')));
  return inner < 0 ? null : inner;
}

/** The columns of a table whose rows are projects: one of names, and others that only building projects have; else null. */
export const projectColumns: (head: TableHead) => ProjectColumns | null = once(readColumns);

function readColumns(head: TableHead): ProjectColumns | null {
  if (head.columns.some((text) => NO_PROJECTS.test(text))) return null;
  const named = find(head, NAME);
  const name = named ?? find(head, LOOSE_NAME);
  if (name === null) return null;
  const investment = investmentColumn(head);
  const [start, end] = [find(head, START), find(head, END)];
  // dates in two columns of their own go before one that may only say how long it takes
  const period = start !== null && end !== null ? null : find(head, PERIOD);
  const columns: ProjectColumns = {
    seq: find(head, SEQ),
    name,
    investment,
    period,
    start: period === null ? start : null,
    end: period === null ? end : null,
    content: find(head, CONTENT),
  };
  return (named === null ? isLooseTable(head, columns) : isProjectTable(head, columns)) ? columns : null;
}

function isProjectTable(head: TableHead, { investment, period, start, content }: ProjectColumns): boolean {
  return investment !== null || start !== null || [period, content].some((c) => saysMuch(head, c));
}

/** Under 项目 alone stand parts of a cost as well: projects have an investment, and something that is built at some time or place. */
function isLooseTable(head: TableHead, { investment, period, start, content }: ProjectColumns): boolean {
  const more = [period, start, content].some((c) => c !== null) || head.columns.some((text) => PLACE_OR_OWNER.test(text));
  return investment !== null && more;
}

const saysMuch = (head: TableHead, column: number | null): boolean =>
  column !== null && !SAYS_LITTLE.test(bare(head.levels[column]?.at(-1) ?? ''));

/** The column of the whole investment: 总投资 before 投资, 合计 below 总投资, and the yuan where the first is in another currency. */
function investmentColumn(head: TableHead): number | null {
  const whole = head.levels.findIndex((words) => WHOLE.test(bare(words.at(-1) ?? '')) && words.slice(0, -1).some(isInvestment));
  const column = find(head, new RegExp(`^(?=.*总)${INVESTMENT.source.slice(1)}`)) ?? (whole < 0 ? find(head, INVESTMENT) : whole);
  const unit = column === null ? null : unitOf(head, column);
  return unit !== null && !moneyUnit(unit).yuan ? (find(head, IN_YUAN) ?? column) : column;
}

const isInvestment = (words: string) => INVESTMENT.test(bare(words));

/** The unit that a head gives, the innermost level first. */
function unitOf(head: TableHead, column: number): string | null {
  for (const words of [...(head.levels[column] ?? [])].reverse()) {
    const unit = /（(?:单位：)?([^）]*[元币])）/.exec(words)?.[1] ?? /\/((?:万|亿)?(?:美|港|欧)?元)$/.exec(words)?.[1];
    if (unit !== undefined) return unit;
  }
  return null;
}

/** What a bare figure of the investment column counts: by its head, else by the 单位 line; null where neither says. */
export function investmentUnit(table: NoticeTable, head: TableHead, column: number | null): MoneyUnit | null {
  const written = (column === null ? null : unitOf(head, column)) ?? table.unit;
  return written === null ? null : moneyUnit(written);
}

/** What a row of a project table is. */
export type ProjectRowKind = 'project' | 'total' | 'group' | 'unread';

const TOTAL = /^(?:合计|总计|小计|共计|总合计)(?:（.*|[:：].*|\d+个.*)?$|^.{1,6}(?:合计|小计)(?:（.*）)?$/;
const COUNTED = /（(?:小计|合计|共)?[：:]?\d+个.{0,6}）$/;

/** A row as its kind is told: what its columns hold, and its filled cells with their columns. */
export interface ProjectCells {
  seq: string;
  name: string;
  content: string;
  period: string;
  filled: { text: string; column: number }[];
}

/** Which of the kinds a row is; texts are compact. */
export function kindOfRow(cells: ProjectCells, nameColumn: number): ProjectRowKind {
  const before = cells.filled.filter((c) => c.column <= nameColumn).map((c) => c.text);
  if (before.some((text) => TOTAL.test(text))) return 'total';
  if (isGroup(cells, before, nameColumn)) return 'group';
  return cells.name === '' ? 'unread' : 'project';
}

/** One cell alone, a number 一、 in front, or a count behind words where the name would stand: `临江县（3个）`. */
function isGroup({ seq, name, content, period, filled }: ProjectCells, before: readonly string[], nameColumn: number): boolean {
  const only = filled.length === 1 ? filled[0] : undefined;
  if (only) return only.column <= nameColumn && !/^\d+$/.test(only.text);
  if (NUMBERED.test(seq)) return true;
  if (content !== '' || period !== '') return false;
  if (CHINESE_NUMBER.test(seq) || (seq === '' && NUMBERED.test(name))) return true;
  return name === '' && before.some((text) => COUNTED.test(text) || /类$/.test(text));
}
