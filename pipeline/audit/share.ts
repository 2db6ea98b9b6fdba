import { compact, headOf, numeral, type NoticeTable, matchesOf } from '../../extractors/index.js';
import type { FindingRead, Span } from '../../schemas/index.js';
import { defineCheck, finding, type Audited } from './check.js';
import { placeOf, statements, type Sentence } from './text.js';

/** Shares that cannot be: above 100 %, or parts of one whole that add to more. */
export const share = defineCheck({
  name: 'share',
  version: 2,
  run: (audited) => once([...inRecords(audited), ...statements(audited.notice).flatMap(inSentence), ...inTables(audited)]),
});

/** Names of figures that are a part of a whole. 完成率, 增长率 and 产销率 may pass 100 %. */
const RATES =
  '占比|比重|比例|覆盖率|普及率|利用率|合格率|达标率|处理率|处置率|回收率|满意率|满意度|入园率|开工率|投产率|竣工率|履约率|建成率|数控化率|数字化率|贯通率|优良率|参保率|通达率|就业率|入学率|绿化率|盖度|中标率|国产化率|配套率|城镇化率';
const SHARE = new RegExp(`(${RATES})$`);
/** Figures that compare with another one, and so may pass it: a plan, a year before; and ratios that are no part of a whole. */
const COMPARES =
  /(相当于|比上年|增长|同比|提高|完成率|翻|计划|目标|任务|预算|同期|上年|去年|进度|拨备|毛入学|担保|抵押|质押|资本|加计|扣除|杠杆|放大|流动|充足|溢价|换算|折算)/;

const isShare = (name: string): boolean => SHARE.test(name.replace(/（[^（）]*）$/, '')) && !COMPARES.test(name);

function told(what: string, actual: number, span: Span): FindingRead {
  return finding({
    check: 'share',
    // a proportion may be one that is no part of a whole
    severity: /^[^占]*比例$/.test(what) ? 'warning' : 'error',
    params: { what },
    expected: 100,
    actual,
    start: span.start,
    end: span.end,
  });
}

function once(found: readonly FindingRead[]): FindingRead[] {
  return found.filter(
    (f, i) =>
      !found.slice(0, i).some((g) => g.actual === f.actual && (g.start ?? 0) < (f.end ?? 0) && (g.end ?? 0) > (f.start ?? 0)),
  );
}

/** Targets and figures of tables. */
function inRecords({ records }: Audited): FindingRead[] {
  const targets = records.targets
    .filter((t) => t.growth === null && t.unit === '%' && (t.value ?? 0) > 100 && isShare(t.indicator))
    .map((t) => told(t.indicator, t.value ?? 0, t));
  const observations = records.observations
    .filter((o) => o.unit === '%' && o.value > 100 && isShare(o.indicator))
    .map((o) => told(o.indicator, o.value, o));
  return [...targets, ...observations];
}

/** What leads from a share's name to its figure: `不低于`, `由35%提高到`. */
const LEADS =
  '(?:目标|力争)?(?:仅|只|已|均|应|须|要|稳定|保持|控制|一般|原则上)?(?:不低于|不高于|不超过|不少于|不得低于|不得超过|达到|达|为|占|有|超过|突破|提高到|提升到|提高至|提升至|增至|升至|降至|约|近|在|从|由)*';
const IN_SENTENCE = new RegExp(
  `(占[^，。；、占\\d]{2,24}?(?:的?(?:比重|比例))?|(?:${RATES}))(?:由[^，。；\\d]{1,12}?)?${LEADS}(\\d{2,6}(?:\\.\\d+)?)%(?:(?:提高|提升|增加|上升|增长|降低|下降)(?:到|至)(\\d{3,6}(?:\\.\\d+)?)%)?`,
  'g',
);

/** `占全市工业的比重达到120%`. */
function inSentence(sentence: Sentence): FindingRead[] {
  const shares = sentence.text.includes('%') ? matchesOf(sentence.text, IN_SENTENCE) : [];
  const over = shares.flatMap((m) => {
    const figure = [m[2], m[3]].map(Number).find((n) => n > 100);
    return figure !== undefined && !COMPARES.test(sentence.text.slice(Math.max(0, m.index - 6), m.index) + (m[1] ?? ''))
      ? [told(m[1] ?? '', figure, placeOf(sentence, m.index, m.index + m[0].length))]
      : [];
  });
  return [...over, ...ratio(sentence), ...parts(sentence)];
}

/** `三次产业结构比为4.1∶45.2∶50.7`. */
function ratio(sentence: Sentence): FindingRead[] {
  if (!sentence.text.includes('∶') && !sentence.text.includes('：')) return [];
  const m = /(?:结构|比例|构成)(?:比例?)?(?:调整|优化)?(?:为|至|到)(\d+(?:\.\d+)?)[：∶](\d+(?:\.\d+)?)[：∶](\d+(?:\.\d+)?)/.exec(
    sentence.text,
  );
  if (!m) return [];
  const sum = add([m[1], m[2], m[3]].map(Number));
  // a ratio such as 1:2:3 is none of shares
  return Math.abs(sum - 100) <= 0.2 || sum < 50
    ? []
    : [told(m[0].replace(/\d.*$/, ''), sum, placeOf(sentence, m.index, m.index + m[0].length))];
}

/** `其中甲占45%、乙占35%、丙占30%`: parts of what was named before. */
function parts(sentence: Sentence): FindingRead[] {
  const at = sentence.text.indexOf('其中');
  if (at < 0) return [];
  const text = sentence.text.slice(at, at + 300);
  const all = matchesOf(text, /[^，、；。\d]{1,20}?(?:占比?|占比为|占总数的?)(\d{1,3}(?:\.\d+)?)%(?=[，、；。]|$)/g);
  const sum = add(all.map((m) => Number(m[1])));
  const last = all.at(-1);
  if (!last || all.length < 2 || sum <= 100.5) return [];
  return [told(text.slice(2, 12), sum, placeOf(sentence, at, at + last.index + last[0].length))];
}

const SHARE_HEAD = /(占比|比重|权重|构成)(（%）)?$/;
const TOTAL = /^(合计|总计|共计|小计)$/;

/** A column of shares whose total row says 100. */
function inTables({ notice }: Audited): FindingRead[] {
  return notice.tables.flatMap((table) => {
    const head = table.toc ? null : headOf(table);
    return head ? head.columns.flatMap((name, c) => (SHARE_HEAD.test(name) ? ofColumn(table, head.rows, c, name) : [])) : [];
  });
}

function ofColumn(table: NoticeTable, from: number, column: number, name: string): FindingRead[] {
  const rows = table.rows.slice(from).map((row) => ({
    row,
    total: row.cells.some((c) => TOTAL.test(compact(c.text).text)),
    value: numeral(compact(row.cells.find((c) => c.column === column)?.text ?? '').text.replace('%', '')),
  }));
  const total = rows.find((r) => r.total && r.value === 100);
  const values = rows.filter((r) => !r.total).map((r) => r.value);
  if (!total || values.length < 2 || values.some((v) => v === null)) return [];
  const sum = add(values.filter((v) => v !== null));
  // much less than the whole: some parts are not shown
  const fits = Math.abs(sum - 100) <= 0.05 * values.length + 0.01 || sum < 90;
  return fits ? [] : [told(name, sum, total.row)];
}

const add = (values: readonly number[]): number => Number(values.reduce((a, b) => a + b, 0).toFixed(6));
