import type { NoticeContents } from '../../../output/index.js';
import type { Cluster, NoticeRecord, Obligation, Observation, Project, Rating, Target } from '../../../schemas/index.js';

// Records as a store gives them, of which a test names only what it is about.

let made = 0;
/** Other ids, offsets and pages every time: none of them is what a notice says. */
function envelope() {
  made += 1;
  const base = { id: `n:${made}`, notice_id: `n${made}`, quote: `原文${made}`, start: made, end: made + 4, page: made };
  return { ...base, extractor: `x@${made}`, confidence: 0.9, reasons: [], evidence: [] };
}

export const obligation = (record: Partial<Obligation> = {}): Obligation => ({
  ...envelope(),
  number: '（一）',
  title: null,
  path: ['二、重点任务'],
  text: '抓好招商。',
  basis: 'clause',
  due: null,
  units: [],
  leaders: [],
  offices: [],
  ...record,
});

export const unit = (name: string, role: Obligation['units'][number]['role'] = 'responsible', id: string | null = null) => ({
  name,
  role,
  unit_id: id,
  canonical: id,
  group: false,
});

export const target = (record: Partial<Target> = {}): Target => ({
  ...envelope(),
  indicator: '企业',
  scope: '全市',
  comparator: 'gte',
  value: 50,
  value_max: null,
  unit: '家',
  value_text: '50家',
  due: '2027',
  growth: null,
  direction: null,
  base_year: null,
  frequency: null,
  ...record,
});

export const observation = (record: Partial<Observation> = {}): Observation => ({
  ...envelope(),
  table: '附件1',
  indicator: '户数',
  area: '昌江区',
  year: 2025,
  value: 50,
  unit: '家',
  value_text: '50',
  labels: {},
  ...record,
});

export const cluster = (name: string, record: Partial<Cluster> = {}): Cluster => ({
  ...envelope(),
  ...{ name, park_id: null, park: null, place_code: null, place: null, industry: null },
  ...record,
});

export const rating = (subject: string, grade: string, record: Partial<Rating> = {}): Rating => ({
  ...envelope(),
  ...{ subject_kind: 'cluster', subject, scheme: '集群评价', year: 2025, grade, score: null, rank: null },
  ...record,
});

export const project = (name: string, record: Partial<Project> = {}): Project => ({
  ...envelope(),
  ...{ table: '项目清单', seq: 1, name, investment_cny: 5e8, period_start: null, period_end: null, period_text: null },
  ...{ content: null, other: {} },
  ...record,
});

const head: NoticeRecord = {
  id: 'n',
  file: '通知.txt',
  ordinal: 1,
  title: '关于做好某项工作的通知',
  document_number: '江府发〔2024〕1号',
  issuers: ['江城市人民政府'],
  issued_on: '2024-03-05',
  kind: '通知',
  recipients: [],
  region: null,
  region_code: null,
  attachments: [],
  cites: [],
  effective_on: null,
  expires_on: null,
  validity: null,
  status: null,
  repeals: [],
  amends: [],
  public_from: null,
  public_until: null,
  public_term: null,
  contacts: [],
  same_as: [],
  attachment_of: [],
  attached: [],
  text: '各单位：请认真执行。',
};

export const noticeRecord = (change: Partial<NoticeRecord> = {}): NoticeRecord => ({ ...head, ...change });

/** A notice of which a test names only the records that it is about. */
export function contents(records: Partial<NoticeContents> = {}): NoticeContents {
  const none = { obligations: [], targets: [], observations: [], clusters: [], ratings: [], projects: [] };
  return { notice: head, ...none, ...records };
}
