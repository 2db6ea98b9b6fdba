import type { Candidate, OrganRule } from '../../names/index.js';
import type { GroupKind, GroupLevel, Resolution } from '../../schemas/index.js';
import type { Text } from '../kit/language.js';

export const kindWords: Readonly<Record<Resolution['kind'], Text>> = {
  park: { en: 'park', zh: '园区' },
  place: { en: 'place', zh: '地方' },
  organ: { en: 'organ', zh: '机构' },
  industry: { en: 'industry', zh: '产业' },
};

/** How a meaning was reached, for parks and places. */
const methodWords: Readonly<Record<Resolution['method'], Text>> = {
  exact: { en: 'its official name', zh: '规范名称' },
  alias: { en: 'one of its other names', zh: '别名' },
  former: { en: 'a name that it had before', zh: '曾用名' },
  rule: { en: 'by a rule of names', zh: '命名规则' },
  fuzzy: { en: 'one slip away from its name', zh: '与其名称仅一字之差' },
  context: { en: 'the notice’s place says which', zh: '由公文所在地确定' },
  unresolved: { en: 'not known', zh: '未知' },
};

/** The rules by which organs are found. */
const ruleWords: Readonly<Record<OrganRule, Text>> = {
  definition: { en: 'the notice defines it', zh: '公文自行约定' },
  body: { en: 'a listed body', zh: '名录所列机构' },
  national: { en: 'a national organ', zh: '国家机关' },
  template: { en: 'an organ that every such place has', zh: '各级通设机构' },
  park_committee: { en: 'a park, or its committee', zh: '园区或其管委会' },
  department: { en: 'a department', zh: '政府部门' },
  leading_group: { en: 'a leading group of the notice', zh: '公文所设领导小组' },
  government: { en: 'a place’s government', zh: '地方政府' },
  misspelt: { en: 'a department, one slip away from its name', zh: '政府部门，与其名称仅一字之差' },
  as_written: { en: 'taken as written, in no list', zh: '按原文，名录未列' },
};

/** Why a candidate is one. */
export function reasonOf({ method, rule }: Pick<Candidate, 'method' | 'rule'>): Text {
  if (method === null) return { en: 'bears the name too', zh: '同名或近名' };
  if (rule === null) return methodWords[method];
  const word = ruleWords[rule];
  if (method !== 'exact' && method !== 'alias') return word;
  return { en: `${word.en}, ${methodWords[method].en}`, zh: `${word.zh}，${methodWords[method].zh}` };
}

const groupKindWords: Readonly<Record<GroupKind, Text>> = {
  government: { en: 'governments', zh: '政府' },
  park: { en: 'parks', zh: '园区' },
  department: { en: 'departments', zh: '部门' },
  member: { en: 'members of a leading group', zh: '成员单位' },
  enterprise: { en: 'enterprises', zh: '企业' },
  school: { en: 'schools', zh: '院校' },
  institute: { en: 'institutes', zh: '机构' },
  association: { en: 'associations', zh: '协会' },
  bank: { en: 'banks', zh: '金融机构' },
  unit: { en: 'units', zh: '单位' },
};

const groupLevelWords: Readonly<Record<GroupLevel, Text>> = {
  province: { en: 'of provinces', zh: '省级' },
  prefecture: { en: 'of prefectures', zh: '市级' },
  county: { en: 'of counties', zh: '县级' },
  town: { en: 'of towns', zh: '乡镇级' },
};

/** What a group ranges over. */
export function groupWords({
  name,
  group_kind,
  group_level,
  group_subject,
  code,
}: Pick<Resolution, 'name' | 'group_kind' | 'group_level' | 'group_subject' | 'code'>): Text {
  const kind = group_kind === null ? { en: '', zh: '' } : groupKindWords[group_kind];
  const level = group_level === null ? { en: 'of any level', zh: '各级' } : groupLevelWords[group_level];
  const subject = group_subject ?? '';
  return {
    en: `“${name}” is a group, no single organ: ${kind.en} ${level.en}${subject && ` for ${subject}`}${code === null ? '' : ` in ${code}`}`,
    zh: `“${name}”泛指一类单位：${code === null ? '' : `${code} 内`}${level.zh}${subject}${kind.zh}`,
  };
}
