import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Ingested, IngestedNotice, KeyedFinding, Resolution } from '../../schemas/index.js';
import { openStore, type LinkOf, type OpenOptions, type RecordFilter, type RecordOf, type Store } from '../../output/index.js';

/** A folder that is gone after the test. */
export async function scratch(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gongbao-output-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A store that is closed after the test. */
export async function freshStore(options: OpenOptions = {}): Promise<Store> {
  return openAt(join(await scratch(), 'store.db'), options);
}

export async function openAt(path: string, options: OpenOptions = {}): Promise<Store> {
  const store = await openStore(path, options);
  onTestFinished(() => store.close());
  return store;
}

export async function listed<T extends keyof RecordOf>(store: Store, type: T, filter: RecordFilter = {}): Promise<RecordOf[T][]> {
  const records: RecordOf[T][] = [];
  for await (const record of store.list(type, filter)) records.push(record);
  return records;
}

export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export function resolution(slot: string, name: string, entity: Partial<Resolution> = {}): Resolution {
  const base = { slot, position: 0, name, kind: 'place' as const, entity_id: null, entity_name: null, code: null };
  const noGroup = { group_kind: null, group_level: null, group_subject: null };
  return { ...base, method: 'exact', score: 1, candidates: [], ...noGroup, ...entity };
}

/** A notice with one record of each type, its words made from `name`, so that two names give two notices. */
export function notice(name: string, change: Partial<IngestedNotice> = {}): IngestedNotice {
  const text = `${name}文件\n一、培育${name}陶瓷产业集群，评为优秀。\n二、到2027年，企业达到50家。\n（一）抓好招商。（市工信局牵头，市发改委配合）\n1\t${name}一期\t5\n`;
  const at = (quote: string) => {
    const start = text.indexOf(quote);
    if (start < 0) throw new Error(`${quote} is not in the text`);
    return { quote, start, end: start + quote.length, page: 1, confidence: 0.95, reasons: [], evidence: [], resolutions: [] };
  };
  const cluster = `${name}陶瓷产业集群`;
  return {
    identity: hash(name).slice(0, 16),
    head: {
      ordinal: 1,
      title: `${name}文件`,
      document_number: `${name}发〔2026〕1号`,
      issuers: [`${name}人民政府`, `${name}工业和信息化局`],
      issued_on: '2026-03-01',
      kind: '通知',
      recipients: ['各镇人民政府'],
      attachments: ['项目清单'],
      cites: [{ title: '上级文件', document_number: null }],
      effective_on: '2024-06-01',
      expires_on: null,
      validity: '本办法自2024年6月1日起施行',
      status: null,
      repeals: [{ title: '旧办法', document_number: '甲府发〔2019〕2号' }],
      amends: [{ title: null, document_number: '甲府发〔2020〕3号' }],
      public_from: null,
      public_until: null,
      public_term: null,
      contacts: [{ name: '张三', organ: null, phone: '0796-1234567', email: null, address: null }],
      text,
    },
    resolutions: [resolution('region', name, { entity_id: 'jdz', entity_name: '景德镇市', code: '360200' })],
    pages: [{ start: 0, page: 1 }],
    records: {
      clusters: [
        {
          ...at(cluster),
          key: 'c-1',
          extractor: 'clusters@1',
          name: cluster,
          resolutions: [
            resolution('park', '高新区', { kind: 'park', entity_id: 'jdz-gxq', entity_name: '景德镇高新技术产业开发区' }),
            resolution('place', '浮梁', { entity_id: 'fuliang', entity_name: '浮梁县', code: '360222' }),
            resolution('industry', '陶瓷', { kind: 'industry', method: 'rule' }),
          ],
        },
      ],
      ratings: [
        {
          ...at(`${cluster}，评为优秀`),
          ...{ key: 'r-1', extractor: 'ratings@1', subject_kind: 'cluster', subject: cluster },
          ...{ scheme: '产业集群评价', year: 2025, grade: '优秀', score: 91.5, rank: 1 },
        },
      ],
      targets: [
        {
          ...at('到2027年，企业达到50家'),
          ...{
            key: 't-1',
            extractor: 'targets@1',
            indicator: '企业',
            scope: '全市',
            comparator: 'gte',
            value: 50,
            value_max: null,
          },
          ...{ unit: '家', value_text: '50', due: '2027', growth: null, direction: null, base_year: null, frequency: null },
        },
      ],
      obligations: [
        {
          ...at('（一）抓好招商。（市工信局牵头，市发改委配合）'),
          ...{ key: 'o-1', extractor: 'obligations@1', number: '（一）', title: '抓好招商', path: ['二、'], text: '抓好招商。' },
          ...{ basis: 'clause', due: '2026-12', leaders: ['张三'], offices: [] },
          units: [
            { name: '市工信局', role: 'lead', group: false },
            { name: '市发改委', role: 'support', group: false },
          ],
          resolutions: [
            resolution('units', '市工信局', { kind: 'organ', entity_id: 'jdz-gxj', entity_name: '景德镇市工业和信息化局' }),
            resolution('units', '市发改委', {
              kind: 'organ',
              position: 1,
              method: 'unresolved',
              score: 0,
              candidates: ['a', 'b'],
            }),
          ],
        },
      ],
      projects: [
        {
          ...at(`1\t${name}一期\t5`),
          ...{ key: 'p-1', extractor: 'projects@1', table: '项目清单', seq: 1, name: `${name}一期`, investment_cny: 500000000 },
          ...{
            period_start: '2026',
            period_end: '2028',
            period_text: '2026-2028',
            content: '建设厂房',
            other: { 备注: '', 业主: '甲公司' },
          },
        },
      ],
      observations: [
        {
          ...at('50家'),
          ...{
            key: 'b-1',
            extractor: 'observations@1',
            table: null,
            indicator: '户数',
            area: '昌江区',
            year: 2025,
            value: 50,
            unit: '家',
          },
          ...{ value_text: '50', labels: { 产业链: '陶瓷' } },
        },
      ],
    },
    findings: [finding({ quote: '50家', start: text.indexOf('50家'), end: text.indexOf('50家') + 3, page: 1 })],
    ...change,
  };
}

export function finding(change: Partial<KeyedFinding> = {}): KeyedFinding {
  return {
    ...{ key: 'f-1', check: 'sum', severity: 'warning', params: { label: '2023 户数' }, expected: 21, actual: 12, rows: [21] },
    ...{ quote: null, start: null, end: null, page: null, extractor: 'sum@1' },
    ...change,
  };
}

/** An input with the given notices, by default one of the path's name. */
export function input(path: string, change: Partial<Ingested> = {}): Ingested {
  const file = path.split('/').at(-1) ?? path;
  const notices = (change.notices ?? [notice(path)]).map((each, i) => ({ ...each, head: { ...each.head, ordinal: i + 1 } }));
  return {
    input: { path, file, sha256: hash(`bytes of ${path}`), bytes: 100 },
    fingerprint: { pipeline: 'p1', gazetteer: 'g1' },
    document: {
      format: 'txt',
      reader: 'txt@1',
      pageFacts: [],
      linkedFiles: [],
      pages: null,
      blocks: [{ kind: 'line', text: path, page: null, level: null, blankBefore: false, indented: false, box: null }],
      warnings: [],
    },
    findings: [],
    ...change,
    notices,
  };
}

/** A store with the inputs, linked. */
export async function filled(inputs: readonly Ingested[]): Promise<Store> {
  const store = await freshStore();
  for (const each of inputs) await store.put(each);
  await store.link();
  return store;
}

/** All that the pass over the whole store made of a type. */
export async function linked<T extends keyof LinkOf>(store: Store, type: T): Promise<LinkOf[T][]> {
  const all: LinkOf[T][] = [];
  for await (const each of store.links(type)) all.push(each);
  return all;
}
