import { behindLast, compact, isReadElsewhere } from '../../extractors/index.js';
import type { FindingRead } from '../../schemas/index.js';
import { defineCheck, finding, type Audited } from './check.js';

/** Targets that contradict each other: one indicator to one date with two figures, in the text or against a table; a growing one that falls. */
export const targetConflict = defineCheck({
  name: 'target_conflict',
  version: 3,
  run: (audited) => {
    const aims = [...inText(audited), ...inTables(audited)];
    const groups = new Map<string, Aim[]>();
    for (const aim of aims) groups.set(aim.key, [...(groups.get(aim.key) ?? []), aim]);
    return [...groups.values()].map(ofTheWhole).flatMap((group) => [...contradictions(group), ...falling(group)]);
  },
});

/** A figure that something is to reach, from a sentence or a table. */
interface Aim {
  /** of what, counted in what: equal for two that speak of the same */
  key: string;
  indicator: string;
  value: number;
  max: number | null;
  comparator: string;
  due: string;
  shown: string;
  rises: boolean;
  start: number;
  end: number;
  table: string | null;
  fromTable: boolean;
  /** start of the sentence it stands in: two of one sentence are two things */
  sentence: number;
  /** what the paragraph it stands in is about, where that opens with a name: `——光电产业。` */
  item: string | null;
}

const WHOLE = /^(全[省市县区州国旗域]|我[省市县区]|各.*|合计|总计)$/;
const GENERIC =
  /^(营业收入|产值|总产值|增加值|投资|总投资|投资总额|年度投资|投资完成率|规模|企业|工业企业|规上企业|项目|平台|竣工|竣工项目|占比|比重|比例|覆盖率|户|数|总量|税收|利润|面积|标准|资金)$/;
const ADDED = /(新增|净增|新建|新培育|新认定|新引进|新开工|新签约|增加|累计新)/;

/** An indicator without what does not tell one from another. */
function bareIndicator(name: string): string {
  return compact(name)
    .text.replace(/[“”‘’"]/g, '')
    .replace(/^(全[省市县区州国旗]|我[省市县区])/, '')
    .replace(/规模以上/g, '规上')
    .replace(/^全产业链/, '')
    .replace(/^(新增|净增|新建|新培育|新认定|累计)/, '')
    .replace(/(?<!增加|产|价)(总量|总数|数量|个数|户数|家数|数)$/, '')
    .replace(/的/g, '');
}

const GROWTH_NAME = /(累计)?(增速|增幅|增长率|增长|降幅|下降率|降低率|下降|降低)$/;

function keyOf(subject: string, name: string, unit: string | null, growth: string, added: boolean): string | null {
  const indicator = bareIndicator(name);
  if (indicator.length < 2 || (subject === '' && GENERIC.test(indicator))) return null;
  const counted = unit !== null && /^[家户个]$/.test(unit) ? '个' : (unit ?? '');
  return [subject, indicator, counted, growth, added ? 'added' : ''].join('|');
}

const subjectOf = (scope: string | null): string =>
  scope === null || WHOLE.test(compact(scope).text) ? '' : compact(scope).text;

/** Figures that sentences commit to; those with a rhythm or a place of comparison of their own are left out. */
function inText({ notice, records }: Audited): Aim[] {
  const tables = notice.tables.filter((t) => !isReadElsewhere(t));
  return records.targets.flatMap((t): Aim[] => {
    if (t.value === null || t.due === null || t.frequency !== null || tables.some((k) => t.start >= k.start && t.end <= k.end))
      return [];
    const quote = notice.text.slice(t.start, t.end);
    const key = keyOf(
      subjectOf(t.scope),
      t.indicator,
      t.unit,
      t.growth === null ? '' : `${t.growth}|${t.direction ?? ''}`,
      ADDED.test(clauseBefore(notice.text, t.start) + quote),
    );
    if (key === null || t.unit === '个百分点') return [];
    const sentence = Math.max(notice.text.lastIndexOf('。', t.start), notice.text.lastIndexOf('\n', t.start));
    return [
      {
        key,
        indicator: t.indicator,
        value: t.value,
        max: t.value_max,
        comparator: t.comparator,
        due: t.due,
        shown: t.value_text ?? String(t.value),
        rises: t.direction === 'increase' && t.growth === null,
        start: t.start,
        end: t.end,
        table: null,
        fromTable: false,
        sentence,
        item: itemOf(notice.text, t.start),
      },
    ];
  });
}

/** Aims of items that each have their own name and the same indicator are those of the items: `——光电产业。…产值`, `——铜产业。…产值`. */
function ofTheWhole(group: readonly Aim[]): readonly Aim[] {
  const items = new Set(group.flatMap((a) => a.item ?? []));
  return items.size < 2 ? group : group.filter((a) => a.item === null);
}

const ITEM = /^\s*(?:[—–-]{1,2}|[·●■◆]|\d{1,2}[.．、]|（[一二三四五六七八九十]{1,3}）|[①-⑳])\s*([\u4e00-\u9fa5“”]{2,12})[。：]/;
/** Labels that say how something is to change are of the whole: `——综合实力显著增强。` */
const CHANGES =
  /提升|增强|优化|壮大|扩大|突破|完善|提高|显著|明显|更加|加快|强化|改善|集聚|跃升|增长|倍增|推进|建设|培育|发展|实力|规模|质量|效益|目标|水平|能力|结构|成效|体系/;

/** The name that the paragraph with a place in it opens with; null where it opens with none or with a change. */
function itemOf(text: string, at: number): string | null {
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const name = ITEM.exec(text.slice(from, from + 24))?.[1] ?? null;
  return name === null || CHANGES.test(name) ? null : name;
}

/** The clause that a figure stands in, up to it: `分别新增企业200户、` is said of those behind it too. */
function clauseBefore(text: string, at: number): string {
  return behindLast(text.slice(Math.max(0, at - LONGEST_CLAUSE), at), ['，', '；', '。', '：', '\n']);
}
const LONGEST_CLAUSE = 60;

const CATEGORY = /(类别|分类|序号|属性|分组|类型)$/;

/** Figures of tables of data, for the whole place or for one area. */
function inTables({ records }: Audited): Aim[] {
  return records.observations.flatMap((o): Aim[] => {
    if (o.year === null) return [];
    const subject = [
      ...Object.entries(o.labels).flatMap(([head, label]) => (CATEGORY.test(head) ? [] : [compact(label).text])),
      subjectOf(o.area),
    ].join('');
    const name = compact(o.indicator).text;
    const grows = GROWTH_NAME.exec(name)?.[0];
    const growth = grows === undefined ? '' : `total|${/降/.test(grows) ? 'decrease' : 'increase'}`;
    const key = keyOf(subject, name.replace(GROWTH_NAME, ''), o.unit, growth, ADDED.test(name));
    if (key === null) return [];
    const { value, start, end } = o;
    return [
      {
        key,
        indicator: o.indicator,
        value,
        max: null,
        comparator: 'eq',
        due: String(o.year),
        shown: `${o.value_text}${o.unit === '%' ? '%' : ''}`,
        rises: false,
        start,
        end,
        table: o.table,
        fromTable: true,
        sentence: start,
        item: null,
      },
    ];
  });
}

const sameDue = (a: string, b: string): boolean => a === b || yearEnd(a) === yearEnd(b);
const yearEnd = (due: string): string => (due.length === 4 ? `${due}-12-31` : due);

/** Pairs to one date that do not agree: a sentence with another one, a sentence with a table. */
function contradictions(group: readonly Aim[]): FindingRead[] {
  const said = group.filter((a) => !a.fromTable);
  return said.flatMap((a, i) => {
    const other = [...said.slice(0, i), ...group.filter((g) => g.fromTable)].find(
      (b) => sameDue(a.due, b.due) && a.sentence !== b.sentence && !agree(a, b),
    );
    const held = group.some((b) => b !== a && b.fromTable && sameDue(a.due, b.due) && agree(a, b));
    return other === undefined || held ? [] : [told('value', a, other)];
  });
}

const near = (a: number, b: number, share: number): boolean => Math.abs(a - b) <= Math.abs(b) * share + 1e-9;

function agree(a: Aim, b: Aim): boolean {
  if (near(a.value, b.value, 0.005)) return true;
  if (a.max !== null || b.max !== null)
    return Math.max(a.value, b.value) <= Math.min(a.max ?? a.value, b.max ?? b.value) + 1e-9 || b.fromTable;
  if (a.comparator === 'approx' || b.comparator === 'approx') return near(a.value, b.value, 0.05);
  // a sentence rounds what the table says exactly
  if (b.fromTable && /^gte?$/.test(a.comparator)) return b.value >= a.value && b.value <= a.value * 1.1;
  if (b.fromTable && /^lte?$/.test(a.comparator)) return b.value <= a.value && b.value >= a.value * 0.9;
  return false;
}

/** A figure that is said to rise, and to a later year is lower than to an earlier one. */
function falling(group: readonly Aim[]): FindingRead[] {
  const said = group.filter((a) => !a.fromTable && a.max === null);
  return said.flatMap((a) => {
    const earlier = said.find(
      (b) => yearEnd(b.due) < yearEnd(a.due) && b.value > a.value && (a.rises || b.rises) && a.sentence !== b.sentence,
    );
    return earlier === undefined ? [] : [told('falls', a, earlier)];
  });
}

function told(what: string, a: Aim, b: Aim): FindingRead {
  return finding({
    check: 'target_conflict',
    severity: 'warning',
    params: { what, indicator: a.indicator, due: a.due, table: b.table, before: b.due },
    expected: b.shown,
    actual: a.shown,
    start: a.start,
    end: a.end,
  });
}
