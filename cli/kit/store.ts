import type { OpenOptions, Store, StoreErrorCode } from '../../output/index.js';
import type { OptionDefinition, Options } from './command.js';
import { CommandError } from './errors.js';

export const storeOption: OptionDefinition = {
  flags: '--store <file>',
  text: {
    en: 'the store (default: GONGBAO_STORE, else ./gongbao.db)',
    zh: '数据库文件（默认取 GONGBAO_STORE，否则 ./gongbao.db）',
  },
};

export const personalDataOption: OptionDefinition = {
  flags: '--with-personal-data',
  text: {
    en: 'show mobile and identity numbers of people as they stand (default: masked)',
    zh: '如实显示手机号码和身份证号码（默认遮盖）',
  },
};

export function storePath(options: Options): string {
  return options.text('store') ?? 'gongbao.db';
}

/** Are numbers of people shown as they stand, or masked? */
export function personalDataOf(options: Options): NonNullable<OpenOptions['personalData']> {
  return options.flag('withPersonalData') ? 'shown' : 'masked';
}

/** Opens the store that is there for reading, lends it to `work` and closes it. A command that only asks changes nothing. */
export async function withStore<T>(options: Options, lang: OpenOptions['lang'], work: (store: Store) => Promise<T>): Promise<T> {
  return lendStore(
    storePath(options),
    { readOnly: true, personalData: personalDataOf(options), ...(lang ? { lang } : {}) },
    work,
  );
}

/** Opens a store, lends it to `work` and closes it; what the store complains of is told with its path. */
export async function lendStore<T>(path: string, options: OpenOptions, work: (store: Store) => Promise<T>): Promise<T> {
  const { openStore } = await import('../../output/index.js');
  return withPath(path, async () => {
    const store = await openStore(path, options);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  });
}

/** Does `work` on a store; what the store complains of is told with its path. */
export async function withPath<T>(path: string, work: () => Promise<T>): Promise<T> {
  const { StoreError } = await import('../../output/index.js');
  try {
    return await work();
  } catch (error) {
    throw error instanceof StoreError ? storeFailure(path, error.code, error.message, error.hint, error) : error;
  }
}

const inChinese: Record<StoreErrorCode, { what: string; nextStep: string }> = {
  missing_store: { what: '没有数据库', nextStep: '请先运行：gongbao ingest 路径… --store 数据库' },
  missing_directory: { what: '所在文件夹不存在', nextStep: '请先创建文件夹，或改用其他路径' },
  not_a_store: { what: '不是本程序的数据库', nextStep: '请换一个数据库路径' },
  newer_version: { what: '数据库由更新版本的程序创建', nextStep: '请升级程序，或收录到新的数据库' },
  outdated: { what: '数据库由其他版本的程序创建', nextStep: '请运行 gongbao ingest 路径… --store 数据库，即可更新' },
  locked: { what: '数据库正被其他程序占用', nextStep: '请稍后重试' },
  read_only: { what: '数据库不可写', nextStep: '请检查写入权限' },
  no_space: { what: '磁盘空间不足', nextStep: '请清理磁盘后重试' },
  damaged: { what: '数据库已损坏', nextStep: '请从备份恢复，或重新收录' },
  unreadable: { what: '无法打开数据库', nextStep: '请检查路径和权限' },
  invalid_input: { what: '写入的内容有误', nextStep: '这是程序的问题，请告知我们' },
  invalid_query: { what: '检索词或游标有误', nextStep: '请检查检索词；游标须原样取自上一次结果' },
  unknown_cursor: { what: '数据库没有这个游标', nextStep: '请用 --since start 重新取全部：数据库已重建，或游标属于另一个数据库' },
  given_up: { what: '查询已中止', nextStep: '请缩小范围，或重新查询' },
  failed: { what: '数据库操作失败', nextStep: '请加 DEBUG=1 重新运行以查看详情' },
};

function storeFailure(path: string, code: StoreErrorCode, message: string, hint: string, cause: Error): CommandError {
  const zh = inChinese[code];
  return new CommandError(
    { en: message.includes(path) ? message : `${path}: ${message}`, zh: `${path}：${zh.what}` },
    { en: hint, zh: zh.nextStep },
    undefined,
    { cause },
  );
}
