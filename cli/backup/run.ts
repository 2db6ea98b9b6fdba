import { existsSync, statSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { copyStore } from '../../output/index.js';
import { CommandError, systemCode } from '../kit/errors.js';
import { beginPart, dropPart, finishPart } from './part.js';

/** Copies the store to a file, whole or not at all; gives its size in bytes. */
export async function backUp(store: string, file: string, force: boolean): Promise<number> {
  const target = resolve(file);
  await checkTarget(store, target, file, force);
  const part = await beginPart(target, statSync(store, { throwIfNoEntry: false })?.mode ?? 0o600);
  try {
    await copyStore(store, part);
    await finishPart(part, target, force);
  } catch (error) {
    throw systemCode(error) === 'EEXIST' ? taken(file) : error;
  } finally {
    await dropPart(part);
  }
  return statSync(target).size;
}

async function checkTarget(store: string, target: string, file: string, force: boolean): Promise<void> {
  if (!existsSync(dirname(target)))
    throw new CommandError(
      { en: `there is no folder ${dirname(file)}`, zh: `文件夹 ${dirname(file)} 不存在` },
      { en: 'make it first, or give another path', zh: '请先创建，或换一个路径' },
    );
  const there = statSync(target, { throwIfNoEntry: false });
  if (there?.isDirectory())
    throw new CommandError(
      { en: `${file} is a folder`, zh: `${file} 是文件夹` },
      { en: 'give the path of a file', zh: '请给出文件路径' },
    );
  if (there && existsSync(store) && (await realpath(target)) === (await realpath(store)))
    throw new CommandError(
      { en: `${file} is the store itself`, zh: `${file} 就是数据库本身` },
      { en: 'give another path', zh: '请换一个路径' },
    );
  if (there && !force) throw taken(file);
  // SQLite takes a log that lies beside a database for its own: that of another one would spoil the copy.
  const log = ['-wal', '-journal']
    .map((ending) => target + ending)
    .find((path) => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0);
  if (log !== undefined)
    throw new CommandError(
      { en: `${log} lies beside it: ${file} is in use, or was not closed`, zh: `旁有 ${log}：${file} 正在使用，或未正常关闭` },
      { en: 'close the program that uses it, or give another path', zh: '请关闭占用它的程序，或换一个路径' },
    );
}

const taken = (file: string): CommandError =>
  new CommandError(
    { en: `${file} is there already`, zh: `${file} 已存在` },
    { en: 'give another path, or add --force to replace it', zh: '请换一个路径，或加 --force 覆盖' },
  );
