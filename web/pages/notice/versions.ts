import {
  counterpart,
  diffContents,
  masked,
  type InputVersion,
  type NoticeContents,
  type RecordsByType,
  type Store,
} from '../../../output/index.js';
import type { NoticeDiff, NoticeRecord } from '../../../schemas/index.js';
import { notFound, type PageError } from '../page-error.js';
import { oneNotice, versionsOf } from './load.js';

/** What differs between a notice now and in an older version of its file. */
export interface Changed {
  notice: NoticeRecord;
  version: InputVersion;
  diff: NoticeDiff;
  /** both were read by the same version of the program: what differs is the notice's own */
  alike: boolean;
}

/** Without a number it is the last of the older versions. @throws PageError where there is no such version, or it held another notice, or cannot be compared any more */
export async function loadChanges(store: Store, id: string, number?: string): Promise<Changed> {
  const notice = await oneNotice(store, id);
  const path = await store.history.inputOf(id);
  const versions = await versionsOf(store, id);
  const older = versions.filter(({ current }) => !current);
  const version = number === undefined ? older.at(-1) : older.find((one) => String(one.version) === number);
  const now = versions.find(({ current }) => current);
  if (path === null || version === undefined || now === undefined) throw noVersion();
  const [before, after] = [await store.history.read(path, version.version), await store.history.read(path, now.version)];
  if (!before?.records || !after?.records) throw notComparable();
  const former = await counterpart(notice, before.records.notices);
  const current = after.records.notices.find((one) => one.id === notice.id) ?? (await counterpart(notice, after.records.notices));
  if (former === null || current === null) throw otherNotice();
  const diff = await diffContents(
    contentsOf(former, before.records, version.version),
    contentsOf(current, after.records, now.version),
  );
  // History keeps what was read as it was.
  const shown = store.personalData === 'masked' ? masked(diff) : diff;
  return { notice, version, diff: shown, alike: version.fingerprint.pipeline === now.fingerprint.pipeline };
}

function contentsOf(notice: NoticeRecord, records: RecordsByType, version: number): NoticeContents {
  const own = <R extends { notice_id: string }>(list: readonly R[]): R[] =>
    list.filter(({ notice_id }) => notice_id === notice.id);
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

const noVersion = (): PageError =>
  notFound(
    { zh: '没有这个旧版本。', en: 'There is no such older version.' },
    { zh: '公文页的“旧版本”一栏列出全部旧版本。', en: 'The page of the notice lists its older versions.' },
  );

const otherNotice = (): PageError =>
  notFound(
    { zh: '文件的这个旧版本中没有这份公文。', en: 'That version of the file did not hold this notice.' },
    { zh: '请选择其他旧版本。', en: 'Choose another version.' },
  );

const notComparable = (): PageError =>
  notFound(
    { zh: '这个旧版本由较早的程序保存，不能直接比较。', en: 'An earlier program kept that version in another shape.' },
    {
      zh: '可用命令 gongbao diff 公文编号 --version 版本 比较：它会重新读取旧版本。',
      en: 'gongbao diff NOTICE --version N reads it anew and compares.',
    },
  );
