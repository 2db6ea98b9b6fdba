import { fieldLabel } from '../../output/index.js';
import { RECORD_TYPES, type Finding, type ObligationUnit, type RecordTypeName } from '../../schemas/index.js';
import type { Text } from '../site.js';

// Words that several pages share.

/** What people call a field of a record. */
export function field(name: string): Text {
  return { zh: fieldLabel(name, 'zh'), en: fieldLabel(name, 'en') };
}

export const typeName = (type: RecordTypeName): Text => RECORD_TYPES[type].title;

export const ROLES: Readonly<Record<ObligationUnit['role'], Text>> = {
  lead: { zh: '牵头', en: 'lead' },
  responsible: { zh: '责任', en: 'responsible' },
  support: { zh: '配合', en: 'support' },
};

export const SEVERITIES: Readonly<Record<Finding['severity'], Text>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'note' },
};

export const SUBJECT_KINDS = {
  cluster: { zh: '产业集群', en: 'cluster' },
  park: { zh: '园区', en: 'park' },
  region: { zh: '地区', en: 'region' },
} as const;

export const NAME_KIND_WORDS = {
  organ: { zh: '机构', en: 'organ' },
  park: { zh: '园区', en: 'park' },
  place: { zh: '地方', en: 'place' },
  industry: { zh: '产业', en: 'industry' },
  cluster: { zh: '集群', en: 'cluster' },
} as const;

const LEVELS: Readonly<Record<string, Text>> = {
  province: { zh: '省级', en: 'province' },
  prefecture: { zh: '地级', en: 'prefecture' },
  county: { zh: '县级', en: 'county' },
};

/** What people call the level of a place or organ; that of a park (国家级) is called so in both languages. */
export function levelName(level: string): Text {
  return (Object.hasOwn(LEVELS, level) ? LEVELS[level] : undefined) ?? { zh: level, en: level };
}

const CHECKS: Readonly<Record<string, Text>> = {
  declared_count: { zh: '所称数目', en: 'declared counts' },
  sum: { zh: '合计', en: 'sums' },
  duplicate_row: { zh: '重复行', en: 'duplicate rows' },
  duplicate_text: { zh: '重复文字', en: 'duplicate passages' },
  personal_data: { zh: '个人信息', en: 'personal data' },
  duplicate_notice: { zh: '重复公文', en: 'duplicate notices' },
  no_notice: { zh: '无公文', en: 'no notice' },
  table_shape: { zh: '表格错位', en: 'shape of tables' },
  text_repair: { zh: '文字订正', en: 'mended text' },
  unresolved_name: { zh: '未定名称', en: 'unresolved names' },
  cross_reference: { zh: '前后不一致', en: 'cross references' },
  metadata: { zh: '网页登记信息', en: 'metadata' },
  numbering: { zh: '编号', en: 'numbering' },
  share: { zh: '占比', en: 'shares' },
  date_order: { zh: '日期先后', en: 'order of dates' },
  target_conflict: { zh: '目标冲突', en: 'conflicting targets' },
  rating_conflict: { zh: '评价冲突', en: 'conflicting grades' },
  cluster_identity: { zh: '集群同一性', en: 'identity of clusters' },
  citation: { zh: '引用文件', en: 'citations' },
  read_warning: { zh: '读取提示', en: 'reading' },
  coverage: { zh: '覆盖情况', en: 'coverage' },
};

/** What a check is called; one without a name goes by its own. */
export function checkName(check: string): Text {
  return (Object.hasOwn(CHECKS, check) ? CHECKS[check] : undefined) ?? { zh: check, en: check };
}

/** Between items of a list in running text. */
export const COMMA: Text = { zh: '、', en: ', ' };
