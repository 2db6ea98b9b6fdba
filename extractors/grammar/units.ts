import { PLACE_SHORT_NAMES } from '../../corpus/lexicon/places.js';
import type { ObligationUnitRead } from '../../schemas/index.js';
import { clean } from './fold.js';
import { splitOutside } from './lists.js';
import { ORGAN_ENDINGS } from './titles.js';

export type UnitRole = ObligationUnitRead['role'];

/** Departments by their stem, with or without 省, 市, 县, 区 in front: a level in front of the first may hold for the next. */
const DEPARTMENT_STEM =
  /^(发展和?改革|发改|工业和信息化|工信|经信|经济和信息化|科学技术|科技|科工|教育|教体|公安|民政|司法|财政|人力资源|人社|自然资源|规划|生态环境|环保|住房|住建|城管|城市管理|交通|水利|水务|农业农村|农业|商务|文化|文旅|文广|卫生健康|卫健|退役军人|应急|审计|外办|国资|国有资产|市场监管|市场监督|市监|广电|体育|统计|医保|医疗保障|林业|粮食|能源|地方金融|金融|税务|政务|行政审批|大数据|数据|数字|通信管理|乡村振兴|投促|投资促进|机关事务|信访|供销|科协|妇联|总工会|团委|工商联|贸促|邮政|气象|海洋|知识产权|药监|中小企业|委组织部|委宣传部|委统战部|委政法委|委编办|委网信办|委办公|政府办公|国动办|民宗|侨务|档案|残联|红十字)/;
/** A committee of the party and its departments. */
const PARTY_BODIES = '组织部|宣传部|统战部|政法委|编办|网信办|社会工作部|老干部局|党校';
const PARTY_BODY = new RegExp(`^(?:${PARTY_BODIES})`);
const PARTY = new RegExp(`^([省市州县区]委|自治区党委)(?:${PARTY_BODIES})`);
const LEVEL = /^(省|市|州|县|区|自治区|全省|全市|兵团)(?!直|政府|委$|区|场|场监|政$)/;
const GROUP_NOUNS =
  /^(镇|乡|街道|乡镇|镇街|园区|开发区|县|区|市|县区|县（市、区）|县（区）|市（州）|市州|设区市|区县|部门|单位|企业|高校|院校|地区|管委会|地|县级|地市|盟市|工业园区|功能区|平台|街镇|村|社区|产业园区|高新区|经开区|人民团体|直属机构|民主党派|乡（镇）|乡镇（街道）|镇（街道）)/;
const GROUP =
  /^(各|有关|相关|全市各|全省各|市有关|省有关|区有关|县有关|市直|省直|区直|县直|市级|省级|其他|其它)|(有关|相关|各)(部门|单位|企业|地区|县|区|市|成员)|(成员单位|责任部门|各部门|有关部门|相关部门|有关单位|相关单位|主管部门)$/;
const SHARED_ENDING = new RegExp(
  `(人民政府|政府|管理委员会|管委会|党工委|办事处|工信局|发改委|人民法院|有关部门|主管部门|管理局|分局|局|厅)$`,
);
const HAS_ENDING = new RegExp(`(${[...ORGAN_ENDINGS].sort((a, b) => b.length - a.length).join('|')})(（[^（）]*）)?$`);
/** Endings that only name a place or a park: such a name still wants 政府 or 管委会 behind it. */
const PLACE_ONLY =
  /(新区|高新区|经开区|开发区|园区|示范区|试验区|县|市|区|州|县（市、区）|县（区）|市（州）|县（市）|设区市|街道|镇|乡)$/;
const OFFICE = /^[^（）]*(处|科|室|处室|科室|中心|支队|专班)$/;
const NOT_UNITS = /^(等|以及|和|及|会同|配合|按职责分工负责|负责|分工负责|按职责分工|按照职责分工|下同)$/;

/** The units of a list, spelled out, and the inner divisions named in brackets behind them. */
export interface UnitList {
  units: { name: string; group: boolean }[];
  offices: string[];
}

/**
 * Reads a compact list of units: split at 、 and ， outside brackets; shared endings (`高新区、昌南新区管委会`), shared
 * beginnings (`省发展改革委、工业和信息化厅`) and a leading 各 or 有关 (`各镇、街道、园区`) spelled out.
 */
export function unitList(text: string): UnitList {
  const offices: string[] = [];
  const units: { name: string; group: boolean }[] = [];
  const body = text.replace(/[。；.]+$/, '').replace(/^(由|会同|及|和|以及)/, '');
  for (const group of splitOutside(body, '，；')) {
    const names = splitOutside(group.text, '、')
      .flatMap((p) => splitConjunction(p.text))
      .map((t) => withoutOffice(t, offices))
      .filter((t) => t.length >= 2 && !NOT_UNITS.test(t));
    for (const name of spellOut(names)) if (!units.some((u) => u.name === name)) units.push({ name, group: GROUP.test(name) });
  }
  return { units, offices };
}

const ORGAN_WORD = '(?:局|厅|委|办|部|政府|管委会|委员会|公司|中心|银行|行|部门|单位)';

/**
 * Takes apart what 、 does not: `X和Y` where both are organs (和 inside a name, 发展和改革委员会, is none), and
 * `X等有关部门`, which is X and a group.
 */
function splitConjunction(text: string): string[] {
  const t = text.replace(/^(会同|配合|及|以及|和|与)/, '');
  const both = new RegExp(`^(.*${ORGAN_WORD})(?:和|及|以及|与)(.*${ORGAN_WORD})$`).exec(t);
  if (both && !/^(有关|相关)?(单位|部门|企业|地区)$/.test(both[2] ?? ''))
    return [...splitConjunction(both[1] ?? ''), ...splitConjunction(both[2] ?? '')];
  const group = new RegExp(`^(.*${ORGAN_WORD})等(.*(?:部门|单位|企业|地区))$`).exec(t);
  if (group) return [group[1] ?? '', group[2] ?? ''].filter((x) => !/^(部门|单位)$/.test(x));
  return [t.replace(/等$/, '')];
}

/** `省工信厅（产业集群处）`: the division goes to `offices`. Brackets that belong to the name stay. */
function withoutOffice(text: string, offices: string[]): string {
  const m = /^(.+?)（([^（）]+)）$/.exec(text);
  if (!m || !OFFICE.test(m[2] ?? '') || PLACE_ONLY.test(m[1] ?? '')) return clean(text);
  offices.push(...(m[2] ?? '').split(/[、，]/).map(clean));
  return clean(m[1] ?? '');
}

function spellOut(names: readonly string[]): string[] {
  return spreadPrefix(spreadGroupWord(spreadEnding(names)));
}

/** Kinds of place, as 各 and 有关 range over them. */
const PLACE_KINDS =
  '县（市、区）|县市区|市县区|县（区）|市（州）|县（市）|区（县）|市县|设区市|市州|州市|市|县|区|乡（镇）|镇（街道）';

/** A run of bare places before a name with an ending takes that ending. */
function spreadEnding(names: readonly string[]): string[] {
  const out = [...names];
  for (let i = out.length - 1; i > 0; i--) {
    // `各市、县（市、区）经信局`: what follows the kinds of place in the second holds for the first
    const tail = new RegExp(`^(?:各|有关)?(?:${PLACE_KINDS})(.{2,12})$`).exec(out[i] ?? '')?.[1];
    const before = out[i - 1] ?? '';
    if (tail !== undefined && HAS_ORGAN.test(tail) && new RegExp(`^(?:各|有关)?(?:${PLACE_KINDS})$`).test(before))
      out[i - 1] = before + tail;
  }
  for (let i = out.length - 1; i > 0; i--) {
    const [name = '', before = ''] = [out[i], out[i - 1]];
    const ending = SHARED_ENDING.exec(name)?.[1];
    if (ending === undefined || !/^(人民政府|政府|管理委员会|管委会|党工委|办事处)$/.test(ending)) continue;
    if (name.length > ending.length && PLACE_ONLY.test(before) && !HAS_ORGAN.test(before)) out[i - 1] = before + ending;
    // `佛山、东莞市人民政府`: the level of the place is shared too
    const level = /[市县区州旗]$/.exec(name.slice(0, -ending.length))?.[0];
    if (level !== undefined && !/[市县区州旗]$/.test(before) && PLACE_SHORT_NAMES.has(before))
      out[i - 1] = before + level + ending;
  }
  return out;
}
const HAS_ORGAN = /(政府|管委会|委员会|局|厅|委|办|部|中心|公司|办事处)$/;

/** 各 or 有关 in front of the first holds for the kinds of place and body that follow it; a 高新区 after governments is one place's own. */
function spreadGroupWord(names: readonly string[]): string[] {
  let word = '';
  return names.map((name, i) => {
    if (/^(高新区|经开区)/.test(name) && !/(高新区|经开区|开发区|园区)/.test(names[i - 1] ?? '')) word = '';
    const lead = /^(各有关|各|有关|相关)/.exec(name)?.[1];
    if (lead !== undefined) {
      word = lead;
      return name;
    }
    if (word !== '' && GROUP_NOUNS.test(name) && !/^(市|县|区|省)[^（、].*(局|委|办|厅|部)$/.test(name)) return word + name;
    word = '';
    return name;
  });
}

/** 省 or 市 in front of the first department holds for departments that follow without one, 市委 for those of the party. */
function spreadPrefix(names: readonly string[]): string[] {
  let level = '';
  let committee = '';
  return names.map((name) => {
    committee = PARTY.exec(name)?.[1] ?? (PARTY_BODY.test(name) ? committee : '');
    if (committee !== '' && PARTY_BODY.test(name)) return committee + name;
    const own = LEVEL.exec(name)?.[1];
    if (own !== undefined && DEPARTMENT_STEM.test(name.slice(own.length))) {
      level = own;
      return name;
    }
    if (level !== '' && DEPARTMENT_STEM.test(name) && HAS_ENDING.test(name)) return level + name;
    if (!DEPARTMENT_STEM.test(name)) level = own ?? '';
    return name;
  });
}
