import {
  counterpart,
  recordsOf,
  type InputVersion,
  type NoticeContents,
  type OpenOptions,
  type RecordsByType,
  type Store,
  type VersionContents,
} from '../../output/index.js';
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
  const [before, after] = [await heldNow(store, one), await heldNow(store, other)];
  return compared({ ...before, version: null }, { ...after, version: null }, shown);
}

/** A notice and an older version of it: that of the number given, else the one before. */
export async function twoVersions(store: Store, name: string, asked: number | null, shown: Shown): Promise<Sides> {
  const notice = await oneNotice(store, name);
  const path = await pathOf(store, notice);
  const versions = await store.history.versions(path);
  const older = versions.filter(({ current }) => !current).toReversed();
  if (asked !== null && !older.some(({ version }) => version === asked)) throw noSuchVersion(notice, asked, older);
  for (const { version, fingerprint } of asked === null ? older : older.filter((each) => each.version === asked)) {
    const held = await store.history.read(path, version);
    if (held === null) continue;
    const former = held.records === null ? notice : await counterpart(notice, held.records.notices);
    if (former === null) continue;
    return compared({ notice: former, version, fingerprint, held }, await heldNow(store, notice), shown);
  }
  throw asked === null ? noOlderVersion(notice, versions.length) : otherNotice(notice, asked);
}

/** A notice, and what the version of its input holds that is meant. */
interface Side extends Pick<InputVersion, 'fingerprint'> {
  notice: NoticeRecord;
  /** null where versions are not compared */
  version: number | null;
  held: VersionContents;
}

/** The notice in what the store holds now. */
async function heldNow(store: Store, notice: NoticeRecord): Promise<Side> {
  const path = await pathOf(store, notice);
  const now = (await store.history.versions(path)).find(({ current }) => current);
  const held = now ? await store.history.read(path, now.version) : null;
  if (!now || !held) throw new Error(`${path} has no version now`);
  return { notice, version: now.version, fingerprint: now.fingerprint, held };
}

async function compared(before: Side, after: Side, shown: Shown): Promise<Sides> {
  const [one, other] = [before.held.records, after.held.records];
  if (before.fingerprint.pipeline === after.fingerprint.pipeline && one && other)
    return { before: await contents(before, one), after: await contents(after, other), reread: false };
  // Otherwise what the program has learnt meanwhile would look like a change of the notice.
  const [tools, { rerun }] = await Promise.all([toolsWith(null), import('../../pipeline/index.js')]);
  const again = async (side: Side) => contents(side, await recordsOf(rerun(side.held.document, side.held.input, tools), shown));
  return { before: await again(before), after: await again(after), reread: true };
}

async function contents({ notice: wanted, version }: Side, records: RecordsByType): Promise<NoticeContents> {
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
