import { link, open, readdir, rename, rm, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { systemCode } from '../kit/errors.js';

// A backup is written beside its place and takes its name when all of it is on the disk. The name of the part says which process
// writes it, so that two at once do not meet, and what a process that was ended has left is taken away by the next.

/** Makes the empty file that the backup is written to, with the permissions `mode`; gives its path. */
export async function beginPart(target: string, mode: number): Promise<string> {
  await clearParts(target);
  const part = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  await (await open(part, 'wx', mode)).close();
  return part;
}

async function clearParts(target: string): Promise<void> {
  const before = `.${basename(target)}.`;
  for (const name of await readdir(dirname(target))) {
    const owner = name.startsWith(before) ? /^(\d{1,10})\.part(?:-journal)?$/.exec(name.slice(before.length))?.[1] : undefined;
    if (owner !== undefined && !isRunning(Number(owner))) await rm(join(dirname(target), name), { force: true });
  }
}

function isRunning(process_: number): boolean {
  if (process_ === process.pid) return false;
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

/** Gives a part that is whole its name. With `replace`, what bore it is gone; without, an error with the code EEXIST says that it is taken. */
export async function finishPart(part: string, target: string, replace: boolean): Promise<void> {
  await toDisk(part);
  if (replace) await rename(part, target);
  else await renameAnew(part, target);
  await toDisk(dirname(target)).catch(() => undefined); // not every system opens folders
}

/** A second name, then away with the first: unlike renaming, that never takes the place of a file that has come meanwhile. */
async function renameAnew(part: string, target: string): Promise<void> {
  try {
    await link(part, target);
  } catch (error) {
    if (systemCode(error) === 'EEXIST') throw error;
    return rename(part, target); // a disk without second names
  }
  await unlink(part);
}

async function toDisk(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Takes away a part that came to nothing. */
export async function dropPart(part: string): Promise<void> {
  for (const path of [part, `${part}-journal`]) await rm(path, { force: true });
}
