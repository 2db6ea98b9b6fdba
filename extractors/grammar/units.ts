import { PLACE_SHORT_NAMES } from '../../corpus/lexicon/places.js';
import { clean } from './fold.js';
import { splitOutside, trimMarks } from './lists.js';
import { ORGAN_ENDINGS } from './titles.js';
import {
  DEPARTMENT_STEM,
  GROUP_NOUNS,
  LEVEL,
  NOBODY,
  PARTY,
  PARTY_BODY,
  PLACE_KINDS,
  endsAsUnit,
  isGroup,
  isUnit,
  mayBeUnit,
} from './unit-words.js';
import { matchesOf } from './matches.js';

const SHARED_ENDING = /(人民政府|政府|管理委员会|管委会|党工委|办事处)$/;
const HAS_ENDING = new RegExp(`(${[...ORGAN_ENDINGS].sort((a, b) => b.length - a.length).join('|')})(（[^（）]*）)?$`);
/** Endings that only name a place or a park: such a name still wants 政府 or 管委会 behind it. */
const PLACE_ONLY =
  /(新区|新城|工业城|科技城|科学城|大学城|高新区|经开区|开发区|园区|示范区|试验区|县|市|区|州|旗|(?<!联)盟|苏木|县（市、区）|县（区）|市（州）|县（市）|设区市|街道|镇|乡)$/;
const NOT_UNITS = /^(等|以及|和|及|会同|配合|按职责分工负责|负责|分工负责|按职责分工|按照职责分工|下同)$/;

/** A kind of place of one character, as in `市、县（区）政府`. */
const PLACE_KIND = /^[省市州县区旗乡镇]$/;

/** The units of a list, spelled out, and the inner divisions named behind them. */
export interface UnitList {
  units: { name: string; group: boolean }[];
  offices: string[];
}

/**
 * Reads a compact list of units: split at 、 and ， outside brackets; shared endings (`高新区、昌南新区管委会`), shared
 * beginnings (`省发展改革委、工业和信息化厅`), both at once (`市发改、工信等部门`) and a leading 各 or 有关
 * (`各镇、街道、园区`) spelled out.
 */
export function unitList(text: string): UnitList {
  const offices: string[] = [];
  const found = new Set<string>();
  const body = trimMarks(text, '', '。；.')
    .replace(/^(由|会同|及|和|以及)/, '')
    .replace(/[/\\]/g, '、');
  for (const group of splitOutside(body, '，；')) {
    const parts = splitOutside(withDepartments(group.text), '、');
    const names = parts
      .flatMap((p) => splitConjunction(p.text, parts.length > 1))
      .map((t) => withoutOffice(t, offices))
      .filter((t) => (t.length >= 2 || PLACE_KIND.test(t)) && !NOT_UNITS.test(t) && !NOBODY.test(t));
    for (const name of spellOut(names)) if (name.length >= 2) found.add(name);
  }
  return { units: [...found].map((name) => ({ name, group: isGroup(name) })), offices };
}

/** True for a list that holds nothing but units, in the strict sense. */
export function isUnitList(text: string): boolean {
  if (text.length < 3 || text.length > 300 || /[。；：]/.test(text)) return false;
  const { units } = unitList(text.replace(/等$/, ''));
  return units.length > 0 && units.every((u) => isUnit(u.name));
}

/** `市发改、工信、应急等部门`: 部门 is the ending of all where they have none of their own. */
function withDepartments(text: string): string {
  const m = /^(.+?)等(?:有关|相关)?部门$/.exec(text);
  const names = (m?.[1] ?? '').split('、');
  const stems = names.filter((n) => DEPARTMENT_STEM.test(n.replace(LEVEL, '')) && !HAS_ENDING.test(n));
  return m && stems.length === names.length ? names.map((n) => `${n}部门`).join('、') : text;
}

/** Longest text, in characters, that is taken for two names joined by 和. */
const LONGEST_NAMES = 80;
const ORGAN_WORD = '(?:局|厅|委|办|部|政府|管委会|委员会|公司|中心|银行|行|部门|单位)';
const NAME_AND_GROUP = new RegExp(`^(.*${ORGAN_WORD})等(.*(?:部门|单位|企业|地区))$`);

/**
 * Takes apart what 、 does not: `X和Y` where both are organs (和 inside a name, 发展和改革委员会, is none, nor 党委和政府), and
 * `X等有关部门`, which is X and a group; in a list, `X、Y、Z等有关部门`, the departments are those it names.
 */
function splitConjunction(text: string, listed: boolean): string[] {
  const t = text.replace(/^(会同|配合|及|以及|和|与)/, '');
  if (t.length > LONGEST_NAMES) return [t];
  const joint = jointNames(t);
  if (joint) return joint.flatMap((name) => splitConjunction(name, true));
  const group = NAME_AND_GROUP.exec(t);
  if (group)
    return [group[1] ?? '', group[2] ?? ''].filter((x) => !(listed ? /^(有关|相关)?(部门|单位)$/ : /^(部门|单位)$/).test(x));
  return [t.replace(/等$/, '')];
}

/** The two names that 和 joins, the last 和 that does; null where it stands inside a name. */
function jointNames(text: string): [string, string] | null {
  for (const m of matchesOf(text, /以及|及|和|与/g).reverse()) {
    const [before, behind] = [text.slice(0, m.index), text.slice(m.index + m[0].length)];
    if ((endsAsUnit(before) || isUnit(before)) && mayBeUnit(behind) && !PART_OF_NAME.test(behind)) return [before, behind];
  }
  return null;
}
/** What goes on a name behind 和: `党委和政府`, `部门和单位`. */
const PART_OF_NAME = /^(有关|相关)?(单位|部门|企业|地区|政府|人民政府|管委会)$/;

const OFFICE = /^[^（）]*(处|科|股|室|处室|科室|中心|支队|专班)$/;
const NO_OFFICE = /(办事处|管理处|领事处|办公室)$/;
/** A division of the organ that issues the notice, by itself: `规划科`, `局办公室`. */
const OWN_OFFICE = /^(?![省市州县区各])[\u4e00-\u9fa5]{2,8}(?:科|处|股)$|^(?:局|厅|委|部|机关)(?:机关)?办公室$/;
const NO_OFFICE_OF_OWN = /(办事处|管理处|领事处|有关.处|相关.处)$/;
/** A division written behind its organ: `市商务局外贸科`. */
const ORGAN_AND_OFFICE =
  /^(.{2,}?(?:局|厅|委员会|(?<=.{2})委|政府办公室|政府办|委办公室|管委会))([\u4e00-\u9fa5]{2,8}(?:科|股|处))$/;

/** Brackets behind a name that are no part of it: `（设在市工信局）`, `（以下简称…）`. */
const ASIDE = /^(设在|设于|以下简称|简称|下同|含|不含|包括|联系人|联系电话)/;

/** `省工信厅（产业集群处）`: the division goes to `offices`. Brackets that belong to the name stay. */
function withoutOffice(text: string, offices: string[]): string {
  const m = /^(.+?)（([^（）]+)）$/.exec(text) ?? ORGAN_AND_OFFICE.exec(text);
  if (m && ASIDE.test(m[2] ?? '')) return clean(m[1] ?? '');
  const [, organ = '', office = ''] = m ?? [];
  if (!m && OWN_OFFICE.test(text) && !NO_OFFICE_OF_OWN.test(text)) {
    offices.push(clean(text));
    return '';
  }
  if (!m || !OFFICE.test(office) || (NO_OFFICE.test(office) && !/^(综合)?办公室$/.test(office)) || PLACE_ONLY.test(organ))
    return clean(text);
  offices.push(...office.split(/[、，]/).map(clean));
  return clean(organ);
}

function spellOut(names: readonly string[]): string[] {
  return spreadPrefix(spreadGroupWord(spreadEnding(names)));
}

const HAS_ORGAN = /(政府|管委会|委员会|局|厅|委|办|部|中心|公司|办事处)$/;

const KINDS = new RegExp(`^(?:各|有关)?(?:${PLACE_KINDS})$`);
const KINDS_AND_TAIL = new RegExp(`^(?:各|有关)?(?:${PLACE_KINDS})(.{2,12})$`);

/** A run of bare places before a name with an ending takes that ending. */
function spreadEnding(names: readonly string[]): string[] {
  const out = [...names];
  for (let i = out.length - 1; i > 0; i--) {
    // `各市、县（市、区）经信局`: what follows the kinds of place in the second holds for the first
    const tail = KINDS_AND_TAIL.exec(out[i] ?? '')?.[1];
    const before = out[i - 1] ?? '';
    if (tail !== undefined && HAS_ORGAN.test(tail) && KINDS.test(before)) out[i - 1] = before + tail;
  }
  for (let i = out.length - 1; i > 0; i--) out[i - 1] = withEndingOf(out[i] ?? '', out[i - 1] ?? '');
  // `各县（市、区）党委、政府`: the place is shared as well
  return out.map((name, i) => {
    const place = /^(.+)党(?:工)?委$/.exec(out[i - 1] ?? '')?.[1];
    return place !== undefined && /^(人民政府|政府|管委会)$/.test(name) ? place + name : name;
  });
}

/** `中国电信、中国移动红河分公司`: both have a branch there. */
const CARRIER = /^中国(?:电信|移动|联通|铁塔|广电)$/;
const CARRIER_BRANCH = /^中国(?:电信|移动|联通|铁塔|广电)([\u4e00-\u9fa5]{2,8}分公司)$/;

/** What kind of park a name with a place in front is of. */
const PARK_KIND =
  /^.{2,}?((?:工业|产业|科技|物流)园区?|(?:循环|临空|临港)?经济区|经开区|高新区|(?:经济|高新)?(?:技术)?(?:产业)?开发区|园区)$/;

/** A bare place with the ending of the name behind it: `高新区` before `昌南新区管委会`. */
function withEndingOf(name: string, before: string): string {
  const branch = CARRIER_BRANCH.exec(name)?.[1];
  if (branch !== undefined && CARRIER.test(before)) return before + branch;
  const ending = SHARED_ENDING.exec(name)?.[1];
  if (ending === undefined || name.length === ending.length || (ending === '办事处' && !before.endsWith('街道'))) return before;
  if (PLACE_ONLY.test(before) && !HAS_ORGAN.test(before)) return before + ending;
  // `格尔木、德令哈工业园管委会`: the kind of park is shared too
  const park = PARK_KIND.exec(name.slice(0, -ending.length))?.[1];
  if (park !== undefined && PLACE_SHORT_NAMES.has(before)) return before + park + ending;
  // `佛山、东莞市人民政府`: the level of the place is shared too
  const level = /[市县区州旗]$/.exec(name.slice(0, -ending.length))?.[0];
  return level !== undefined && !/[市县区州旗]$/.test(before) && PLACE_SHORT_NAMES.has(before) ? before + level + ending : before;
}

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
    // `市属各园区管委会` says it itself
    if (/各|有关|相关/.test(name)) return name;
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
    if (level !== '' && DEPARTMENT_STEM.test(name) && (HAS_ENDING.test(name) || name.endsWith('部门'))) return level + name;
    if (!DEPARTMENT_STEM.test(name)) level = own ?? '';
    return name;
  });
}
