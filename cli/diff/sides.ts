import type { InputVersion, NoticeContents, OpenOptions, RecordsByType, Store } from '../../output/index.js';
import type { NoticeRecord } from '../../schemas/index.js';
import { CommandError, usageError } from '../kit/errors.js';
import { toolsWith } from '../kit/gazetteer.js';
import { all } from '../show/find.js';

/** Two notices to be compared, the earlier one first. */
export interface Sides {
  before: NoticeContents;
  after: NoticeContents;
  /** true where their documents were read anew: they had been read by different versions of the program */
  reread: boolean;
}

type Shown = Pick<OpenOptions, 'lang' | 'personalData'>;

/** Two notices of the store. */
export async function twoNotices(store: Store, names: readonly [string, string], shown: Shown): Promise<Sides> {
  const [one, other] = [await oneNotice(store, names[0]), await oneNotice(store, names[1])];
  const before = { path: await pathOf(store, one), version: null, notice: one };
  const after = { path: await pathOf(store, other), version: null, notice: other };
  return read(store, before, after, shown);
}

/** A notice and an older version of it: that of the number given, else the one before. */
export async function twoVersions(store: Store, name: string, asked: number | null, shown: Shown): Promise<Sides> {
  const notice = await oneNotice(store, name);
  const path = await pathOf(store, notice);
  const versions = await store.history.versions(path);
  const current = versions.find((version) => version.current)?.version ?? null;
  const older = versions.filter((version) => !version.current).toReversed();
  if (asked !== null && !older.some(({ version }) => version === asked)) throw noSuchVersion(notice, asked, older);
  for (const { version } of asked === null ? older : older.filter((each) => each.version === asked)) {
    const { counterpart } = await import('../../output/index.js');
    const contents = await store.history.read(path, version);
    const held = contents?.records?.notices ?? [];
    const former = contents?.records === null ? notice : await counterpart(notice, held);
    if (former === null) continue;
    return read(store, { path, version, notice: former }, { path, version: current, notice }, shown);
  }
  throw asked === null ? noOlderVersion(notice, versions.length) : otherNotice(notice, asked);
}

/** A notice, and the version of its input that is meant; null is what the store holds now. */
interface Side {
  path: string;
  version: number | null;
  notice: NoticeRecord;
}

async function read(store: Store, before: Side, after: Side, shown: Shown): Promise<Sides> {
  const versions = await Promise.all([versionOf(store, before), versionOf(store, after)]);
  const [one, other] = await Promise.all([
    store.history.read(before.path, versions[0].version),
    store.history.read(after.path, versions[1].version),
  ]);
  if (!one || !other) throw new Error('a version that is listed cannot be read');
  const alike = versions[0].fingerprint.pipeline === versions[1].fingerprint.pipeline;
  if (alike && one.records && other.records)
    return { before: await contents(before, one.records), after: await contents(after, other.records), reread: false };
  // Otherwise what the program has learnt meanwhile would look like a change of the notice.
  const [tools, { rerun }, { recordsOf }] = await Promise.all([
    toolsWith(null),
    import('../../pipeline/index.js'),
    import('../../output/index.js'),
  ]);
  const again = ({ document, input }: typeof one) => recordsOf(rerun(document, input, tools), shown);
  return { before: await contents(before, await again(one)), after: await contents(after, await again(other)), reread: true };
}

async function versionOf(store: Store, { path, version }: Side): Promise<InputVersion> {
  const versions = await store.history.versions(path);
  const found = versions.find((each) => (version === null ? each.current : each.version === version));
  if (!found) throw new Error(`${path} has no version ${version ?? 'now'}`);
  return found;
}

async function contents({ notice: wanted, version }: Side, records: RecordsByType): Promise<NoticeContents> {
  const { counterpart } = await import('../../output/index.js');
  const notice = records.notices.find(({ id }) => id === wanted.id) ?? (await counterpart(wanted, records.notices));
  if (!notice) throw otherNotice(wanted, version);
  const own = <R extends { notice_id: string }>(list: readonly R[]) => list.filter(({ notice_id }) => notice_id === notice.id);
  return {
    notice,
    version,
    obligations: own(records.obligations),
    targets: own(records.targets),
    observations: own(records.observations),
    clusters: own(records.clusters),
    ratings: own(records.ratings),
    projects: own(records.projects),
  };
}

async function oneNotice(store: Store, name: string): Promise<NoticeRecord> {
  const found = await all(store.list('notices', { notice: name }));
  const [notice, ...others] = found;
  if (!notice)
    throw new CommandError(
      { en: `no notice has the id, number or file name “${name}”`, zh: `没有编号、发文字号或文件名为“${name}”的公文` },
      { en: 'gongbao notices lists them', zh: '用 gongbao notices 查看全部公文' },
    );
  if (others.length === 0) return notice;
  const ids = found.map(({ id, title, file }) => `${id} (${title ?? file})`);
  throw usageError(
    {
      en: `“${name}” stands for ${found.length} notices: ${ids.join(', ')}`,
      zh: `“${name}”对应 ${found.length} 份公文：${ids.join('、')}`,
    },
    { en: 'give the id of one of them', zh: '请给出其中一份的编号' },
  );
}

async function pathOf(store: Store, { id }: NoticeRecord): Promise<string> {
  const path = await store.history.inputOf(id);
  if (path === null) throw new Error(`notice ${id} has no input`);
  return path;
}

const nameOf = ({ document_number, title, file }: NoticeRecord): string => document_number ?? title ?? file;

function noOlderVersion(notice: NoticeRecord, versions: number): CommandError {
  const only = versions < 2;
  return new CommandError(
    {
      en: `${nameOf(notice)}: ${only ? 'the store holds one version of it only' : 'the older versions of its file held other notices'}`,
      zh: `${nameOf(notice)}：${only ? '库中只有一个版本' : '该文件的旧版本是其他公文'}`,
    },
    {
      en: 'a version is kept when a changed file is ingested under the same path; two notices are compared by naming both',
      zh: '同一路径的文件内容变化后再次入库，旧版本即被保留；比较两份公文请同时给出两者',
    },
  );
}

function noSuchVersion(notice: NoticeRecord, asked: number, older: readonly InputVersion[]): CommandError {
  const numbers = older.map(({ version }) => version).toReversed();
  return usageError(
    { en: `${nameOf(notice)} has no older version ${asked}`, zh: `${nameOf(notice)} 没有旧版本 ${asked}` },
    numbers.length > 0
      ? { en: `older versions: ${numbers.join(', ')}`, zh: `旧版本：${numbers.join('、')}` }
      : { en: 'the store holds one version of it only', zh: '库中只有一个版本' },
  );
}

function otherNotice(notice: NoticeRecord, version: number | null): CommandError {
  return new CommandError(
    {
      en: `version ${version ?? 'now'} of the file of ${nameOf(notice)} does not hold this notice`,
      zh: `${nameOf(notice)} 所在文件的版本 ${version ?? '（现行）'} 中没有这份公文`,
    },
    {
      en: 'compare with another version (--version), or name both notices',
      zh: '请用 --version 指定其他版本，或同时给出两份公文',
    },
  );
}
